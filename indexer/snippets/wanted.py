"""A query's leaves → what is looked for in one kind of text, as tables of terms."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from indexer.analyzer import stop_words
from indexer.model import AnyTerm, Leaf, TermField

Place = Literal["title", "passage", "byline", "removed"]
Slot = tuple[int, int]  # number of the leaf, number of the slot in it

_STEMMED: dict[Place, frozenset[TermField]] = {
    "title": frozenset({"text", "title"}),
    "passage": frozenset({"text"}),
    "byline": frozenset(),
    "removed": frozenset({"removed"}),
}
_EXACT: dict[Place, frozenset[TermField]] = {
    "title": frozenset({"exact", "title_exact"}),
    "passage": frozenset({"exact"}),
    "byline": frozenset({"byline"}),
    "removed": frozenset(),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a query looks for in one kind of text."""

    stems: Mapping[str, tuple[Slot, ...]]  # term → the slots that it may fill
    exact: Mapping[str, tuple[Slot, ...]]
    lengths: Mapping[int, int]  # leaf → number of its slots
    slops: Mapping[int, int]  # leaf → how many other words may stand between them
    typed: Mapping[int, str]  # leaf → its word as typed, folded; only of words found by stem


# A page asks for the same leaves in the passages of ten documents.
@lru_cache(maxsize=64)
def wanted(leaves: tuple[Leaf, ...], place: Place) -> Wanted:
    """The tables for these leaves; one that looks elsewhere has no terms in them."""
    here = [
        (number, leaf)
        for number, leaf in enumerate(leaves)
        if leaf.field in _STEMMED[place] | _EXACT[place] and _slots(leaf)
    ]
    return Wanted(
        stems=_table((number, leaf) for number, leaf in here if leaf.field in _STEMMED[place]),
        exact=_table((number, leaf) for number, leaf in here if leaf.field in _EXACT[place]),
        lengths={number: len(_slots(leaf)) for number, leaf in here},
        slops={number: 0 if isinstance(leaf, AnyTerm) else leaf.slop for number, leaf in here},
        typed={
            number: leaf.terms[0]  # the folded form comes before its stems
            for number, leaf in here
            if isinstance(leaf, AnyTerm) and leaf.terms and leaf.field in _STEMMED[place]
        },
    )


@lru_cache(maxsize=64)
def small_leaves(leaves: tuple[Leaf, ...], language: str | None) -> frozenset[int]:
    """Which leaves, by number, are small words of the language; none of them where all are."""
    small = stop_words((language,) if language else ())
    numbers = frozenset(
        number
        for number, leaf in enumerate(leaves)
        if isinstance(leaf, AnyTerm)
        and leaf.field == "text"
        and not small.isdisjoint(leaf.terms[:1])
    )
    return numbers if len(numbers) < len(leaves) else frozenset()


def _table(leaves: Iterator[tuple[int, Leaf]]) -> dict[str, tuple[Slot, ...]]:
    table: dict[str, tuple[Slot, ...]] = {}
    for number, leaf in leaves:
        for place, terms in enumerate(_slots(leaf)):
            for term in dict.fromkeys(terms):
                table[term] = (*table.get(term, ()), (number, place))
    return table


def _slots(leaf: Leaf) -> tuple[tuple[str, ...], ...]:
    return (leaf.terms,) if isinstance(leaf, AnyTerm) else leaf.slots
