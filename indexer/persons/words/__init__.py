"""Closed classes of words, by language: what stands beside a name and what is never one.

Only classes that are closed, or nearly so, are written here by hand; names of people are not.
"""

from dataclasses import dataclass
from types import MappingProxyType

from indexer.persons.tokens import folded
from indexer.persons.words import arabic, english, french, german, spanish


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language; all as tokens.folded folds them."""

    titles: frozenset[str]  # stand before a name and only there: Mr, Dr, Sheikh
    roles: frozenset[str]  # what a person is: minister, spokesman, coach
    saying: frozenset[str]  # what persons do in news: said, told, wins
    function: frozenset[str]  # words that carry no name, capitalised or not
    places_before: frozenset[str]  # prepositions that stand before places: in, near
    organisations: frozenset[str]  # words that end or begin the name of a body or a place
    calendar: frozenset[str]  # months and weekdays


def _words(module: object) -> Words:
    fields = ("titles", "roles", "saying", "function", "places_before", "organisations", "calendar")
    lists = (getattr(module, field.upper()).split() for field in fields)
    return Words(*(frozenset(folded(word) for word in words) for words in lists))


BY_LANGUAGE = MappingProxyType(
    {
        "en": _words(english),
        "fr": _words(french),
        "de": _words(german),
        "es": _words(spanish),
        "ar": _words(arabic),
    }
)
