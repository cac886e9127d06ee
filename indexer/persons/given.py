"""Persons that the source itself gives: taken as they are, their mentions found in the text."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from indexer.identity import name_key
from indexer.model import Document, Mention, Name, Span
from indexer.persons.naming import TITLE
from indexer.persons.tokens import clean_name

# Beyond these a name stays a person of the article and its mentions are not looked for: each name
# costs one pass over the text.
MOST_NAMES_SOUGHT = 500


def given_persons(document: Document, names: Sequence[str]) -> Document:
    """The document with a Name for each name given, in that order, each key once.

    Mentions are the places where the name stands literally, as whole words; where one name
    contains another, the longer has the place.
    """
    given = {name_key(name): clean_name(name) for name in reversed(names) if name_key(name)}
    ordered = dict(reversed(given.items()))
    mentions = _mentions(document, tuple(ordered.values())[:MOST_NAMES_SOUGHT])
    return replace(
        document,
        names=tuple(Name(key, name, mentions.get(name, ())) for key, name in ordered.items()),
    )


def _mentions(document: Document, names: Sequence[str]) -> dict[str, tuple[Mention, ...]]:
    places = [(TITLE, document.title), *((p.id, p.text) for p in document.passages)]
    text = "\n".join(passage for _, passage in places)
    taken = bytearray(len(text))
    found: dict[str, list[Span]] = {}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        spans = [span for span in _occurrences(text, name) if not any(taken[slice(*span)])]
        for start, end in spans:
            taken[start:end] = b"\1" * (end - start)
        found[name] = spans
    return {name: tuple(_located(places, spans)) for name, spans in found.items()}


def _occurrences(text: str, name: str) -> Iterator[Span]:
    """Where a name stands in the text as whole words, none overlapping another."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            yield start, end
        start = text.find(name, end)


def _located(places: Sequence[tuple[str, str]], spans: Sequence[Span]) -> Iterator[Mention]:
    """Spans of the joined text, in order, as mentions of its passages."""
    offset, number = 0, 0
    for start, end in spans:
        while start > offset + len(places[number][1]):
            offset += len(places[number][1]) + 1
            number += 1
        yield Mention(places[number][0], (start - offset, end - offset))
