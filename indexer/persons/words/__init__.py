"""Closed classes of words, by language: what stands beside a name and what is never one.

Only classes that are closed, or nearly so, are written here by hand; names of people are not.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from indexer.persons.tokens import folded
from indexer.persons.words import arabic, english, french, german, spanish

SUFFIXES = frozenset(("jr", "sr", "junior", "senior", "ii", "iii", "iv"))


_LISTS = (
    "titles",
    "roles",
    "saying",
    "function",
    "places_before",
    "organisations",
    "calendar",
    "particles",
)


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
    particles: frozenset[str]  # in lower case between the capitals of a name: van, bin, de
    kinds: Mapping[str, str]  # each of these words → one letter for every class it is of
    # What is often written in lower case and so names nobody; known to trained taggers only.
    common: frozenset[str] = frozenset()
    elisions: bool = False  # l' and d' before a capital are words of their own
    compounds: bool = False  # a word may end with a role: Außenminister
    capitals: bool = True  # names are written with them
    double_surnames: bool = False  # the first of two is the one that is used: García Márquez
    named: frozenset[str] = frozenset()  # things that are named after people: street, prize
    places: frozenset[str] = frozenset()  # words that begin the name of a place: San, Bad
    ambiguous: frozenset[str] = frozenset()  # names that are as often other words


def _words(module: object) -> Words:
    classes = [_folded_words(getattr(module, name.upper())) for name in _LISTS]
    fields: dict[str, Any] = dict(zip(_LISTS, classes, strict=True))
    return replace(
        Words(kinds=_kinds([*classes, SUFFIXES]), **fields),
        elisions=hasattr(module, "ELISIONS"),
        compounds=hasattr(module, "COMPOUNDS"),
        capitals=not hasattr(module, "NO_CAPITALS"),
        double_surnames=hasattr(module, "DOUBLE_SURNAMES"),
        named=_folded_words(getattr(module, "NAMED", "")),
        places=_folded_words(getattr(module, "PLACES", "")),
        ambiguous=_folded_words(getattr(module, "AMBIGUOUS", "")),
    )


def _folded_words(words: str) -> frozenset[str]:
    return frozenset(map(folded, words.split()))


def _kinds(classes: list[frozenset[str]]) -> Mapping[str, str]:
    letters = list(zip("trsfpocaj", classes, strict=True))
    return MappingProxyType(
        {
            word: "".join(sorted(letter for letter, members in letters if word in members))
            for word in frozenset().union(*classes)
        }
    )


BY_LANGUAGE = MappingProxyType(
    {
        "en": _words(english),
        "fr": _words(french),
        "de": _words(german),
        "es": _words(spanish),
        "ar": _words(arabic),
    }
)
