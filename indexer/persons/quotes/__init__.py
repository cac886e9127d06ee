"""Who says what: the quotes of an article whose speaker is somebody it names.

quotations(document)    what its persons say, in the order of the article
"""

from dataclasses import dataclass

from indexer.model import Document, Span
from indexer.persons.language import guess_language
from indexer.persons.quotes.attribution import Heard, said_in
from indexer.persons.quotes.marks import quoted
from indexer.persons.quotes.speech import BY_LANGUAGE


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of one person, between quotation marks, in one passage."""

    passage: str  # the passage's id
    span: Span  # offsets into the passage's text, without the quotation marks
    speaker: str  # the key of the document's name (Name.key)


def quotations(document: Document) -> tuple[Quotation, ...]:
    """The quotes of a document's passages whose speaker is sure, in reading order.

    A language without verbs of speech gives none, nor does a document without names.
    """
    language = document.language or guess_language([p.text for p in document.passages])
    speech = BY_LANGUAGE.get(language or "")
    if speech is None or not document.names:
        return ()
    names: dict[str, dict[Span, str]] = {}
    for name in document.names:
        for mention in name.mentions:
            names.setdefault(mention.passage, {})[mention.span] = name.key
    found: list[Quotation] = []
    heard = Heard()
    for passage in document.passages:
        quotes = quoted(passage.text)
        said, heard = said_in(passage.text, quotes, names.get(passage.id, {}), speech, heard)
        found += (Quotation(passage.id, one.span, one.speaker) for one in said)
    return tuple(found)


__all__ = ["Quotation", "quotations"]
