"""Where a query's words and phrases stand in a text: what is marked is what matched."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from indexer.analyzer import Token, find
from indexer.model import Document, Leaf, Span
from indexer.snippets.wanted import Place, Slot, Wanted, wanted


class Mark(NamedTuple):
    """One leaf standing in a text; phrase words that follow each other are one mark."""

    start: int  # offsets into the text, in code points, end exclusive
    end: int
    leaf: int  # its number
    token: int  # number of the first word in the text
    match: int  # number of the first word of the match; a phrase with gaps has several marks
    last: int  # number of the last word in the text
    as_typed: bool  # False: only the stem is the same


class Marked(NamedTuple):
    """A text with its marks, and how many words it has."""

    text: str
    marks: tuple[Mark, ...]  # sorted by start
    words: int


def highlights(
    text: str, language: str | None, leaves: Sequence[Leaf], *, place: Place = "passage"
) -> tuple[Span, ...]:
    """The spans of what matched, in order and disjoint; a phrase only where all of it stands."""
    return spans_of(marked(text, language, wanted(tuple(leaves), place)).marks)


def count_matches(document: Document, leaves: Sequence[Leaf]) -> int:
    """The number of highlights in title and passages, as the article's page shows them."""
    title = highlights(document.title, document.language, leaves, place="title")
    passages = marked_passages(document, tuple(leaves))
    return len(title) + sum(len(spans_of(passage.marks)) for passage in passages)


def marked(text: str, language: str | None, looked_for: Wanted) -> Marked:
    """The text with every mark of what is looked for in it."""
    if not looked_for.lengths:
        return Marked(text, (), 0)
    tokens, words = find(text, language, looked_for.stems, looked_for.exact)
    found = _places(tokens, looked_for)
    leaves_here = {leaf for leaf, _ in found}
    marks = [mark for leaf in leaves_here for mark in _marks(leaf, found, tokens, looked_for)]
    return Marked(text, tuple(sorted(marks)), words)


# A page cuts the snippets of a document and then counts its matches: one reading serves both.
@lru_cache(maxsize=16)
def marked_passages(document: Document, leaves: tuple[Leaf, ...]) -> tuple[Marked, ...]:
    """Every passage of the document, in order, with its marks."""
    looked_for = wanted(leaves, "passage")  # once: a prefix can stand for thousands of terms
    return tuple(
        marked(passage.text, document.language, looked_for) for passage in document.passages
    )


def spans_of(marks: Sequence[Mark]) -> tuple[Span, ...]:
    """The marks without what they say of leaves: in order, those that overlap joined."""
    spans: list[Span] = []
    for start, end, *_ in marks:
        if spans and start < spans[-1][1]:
            spans[-1] = spans[-1][0], max(end, spans[-1][1])
        else:
            spans.append((start, end))
    return tuple(spans)


def _places(tokens: Mapping[int, Token], looked_for: Wanted) -> dict[Slot, list[int]]:
    """Per slot the numbers of the words that may fill it, ascending."""
    found: dict[Slot, list[int]] = defaultdict(list)
    stems, exacts = looked_for.stems, looked_for.exact
    for number, (_, _, exact, stem) in tokens.items():
        for slot in {*stems.get(stem, ()), *exacts.get(exact, ())}:
            found[slot].append(number)
    return found


def _marks(
    leaf: int, found: dict[Slot, list[int]], tokens: Mapping[int, Token], looked_for: Wanted
) -> Iterator[Mark]:
    slots = [found.get((leaf, slot), []) for slot in range(looked_for.lengths[leaf])]
    if not all(slots):
        return
    if len(slots) == 1:
        typed = looked_for.typed.get(leaf)
        for number in slots[0]:
            start, end, exact, _ = tokens[number]
            yield Mark(start, end, leaf, number, number, number, typed is None or exact == typed)
        return
    for first in slots[0]:
        match = _match_from(first, slots, looked_for.slops[leaf])
        for run in _runs(match):
            begin, end = tokens[run[0]].start, tokens[run[-1]].end
            yield Mark(begin, end, leaf, run[0], first, run[-1], as_typed=True)


def _match_from(first: int, slots: Sequence[Sequence[int]], slop: int) -> tuple[int, ...]:
    """The nearest match that begins with this word; empty if the others stand too far off.

    Taking the next word that fits, slot by slot, ends the earliest: no other choice is shorter.
    """
    match = [first]
    for numbers in slots[1:]:
        place = bisect_right(numbers, match[-1])
        if place == len(numbers) or numbers[place] - first - len(match) > slop:
            return ()
        match.append(numbers[place])
    return tuple(match)


def _runs(match: Sequence[int]) -> Iterator[list[int]]:
    """The words of a match, those that follow each other together."""
    for _, run in groupby(enumerate(match), lambda pair: pair[1] - pair[0]):
        yield [number for _, number in run]
