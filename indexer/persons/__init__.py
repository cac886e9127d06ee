"""Who is named: mentions in title, passages and captions, joined to the persons of one article.

name_persons(document)            the document with its names
given_persons(document, names)    the same from names that the source gives
find_names(text)                  one text, for the command line
resolve(text, mentions)           given mentions, only joined
quotations(document)              what its persons say, where that is sure
roles_in(document, name)          what the article calls somebody, as printed
"""

from indexer.persons.given import given_persons
from indexer.persons.naming import FoundName, find_names, name_persons, resolve
from indexer.persons.normal import normalised_name
from indexer.persons.quotes import Quotation, quotations
from indexer.persons.roles import roles_in

# Raised whenever the same document may get other names: facts of another version are made anew.
VERSION = "2"

__all__ = [
    "VERSION",
    "FoundName",
    "Quotation",
    "find_names",
    "given_persons",
    "name_persons",
    "normalised_name",
    "quotations",
    "resolve",
    "roles_in",
]
