"""The block elements of a page, asked about one by one; what is alike is reckoned once."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from indexer.cleaner.block import Block
from indexer.cleaner.container import Element
from indexer.cleaner.hints import TELLING, ElementHints

MOST_WORDS = 24

_PATH = 6  # elements of a path
_FADING = 0.8
_SIZES = 5
_NO_SIZE = (0.0,) * _SIZES


class Named(NamedTuple):
    """What the names of an element and of those around it say."""

    path: str
    names: tuple[str, ...]  # of the path, the outermost first
    words: tuple[str, ...]  # of their classes and ids, the innermost first
    own: int  # how many of the words are the element's own
    near: int  # and how many its own or those of the element around it


_NOWHERE = Named("", (), (), 0, 0)


def _within(around: Named, hints: ElementHints) -> Named:
    names = (*around.names[1 - _PATH :], hints.name)
    own, words = len(hints.words), around.words
    if own:
        words = tuple(dict.fromkeys(hints.words + words))[:MOST_WORDS]
    near = min(own + around.own, len(words))
    return Named(">".join(names), names, words, own, near)


class _Row(NamedTuple):
    """What an element has from the elements around it."""

    depth: float
    hidden: float
    article: int  # the number of the closest <article> or the like; -1 without one
    close: tuple[float, ...]  # how close the telling elements are, in the order of TELLING


_Key = tuple[int, tuple[int, ...], int, bool]
_OUTSIDE = _Row(0.0, 0.0, -1, (0.0,) * len(TELLING))


def _row_within(around: _Row, columns: tuple[int, ...], number: int, hides: bool) -> _Row:
    close = [value * _FADING for value in around.close]
    for column in columns:
        close[column] = 1.0
    article = number if number >= 0 else around.article
    return _Row(around.depth + 1, max(around.hidden, float(hides)), article, tuple(close))


class DomTree:
    """The block elements of a page; what is asked of one is reckoned once."""

    def __init__(
        self, blocks: Sequence[Block], masses: Sequence[int], elements: Sequence[Element]
    ) -> None:
        self._elements = elements
        self._letters = [0, *accumulate(len(block.text) for block in blocks)]
        self._linked = [0.0, *accumulate(len(block.text) * block.links for block in blocks)]
        self._masses = [0, *accumulate(masses)]
        self._counts: Counter[tuple[int, str]] = Counter()
        self._numbered: list[int] = []  # per element: which it is of its name around it
        for element in elements:
            key = (element.parent, element.hints.name)
            self._counts[key] += 1
            self._numbered.append(self._counts[key])
        self._rows: dict[_Key, _Row] = {}
        self._sizes: dict[int, tuple[float, ...]] = {}
        self._boxes: dict[int, tuple[float, ...]] = {-1: (0.0,) * (2 * _SIZES + 4)}
        self._owners: dict[int, tuple[float, ...]] = {}
        self._alike: dict[str, list[int]] = defaultdict(list)
        self._semantic = [each for each, element in enumerate(elements) if element.is_semantic]
        self._named: dict[tuple[int, int], Named] = {}

    def numbers(self, number: int) -> tuple[float, ...]:
        """All that is the same for the blocks of one element."""
        found = self._owners.get(number)
        if found is None:
            row = self._row(number)
            found = self._owners[number] = (
                *(row.depth, row.hidden, *row.close),
                *self._size(number),
                *self._around(self._wider(number)),
                *self._article(row.article),
                *self._siblings(number),
            )
        return found

    def _around(self, box: int) -> tuple[float, ...]:
        found = self._boxes.get(box)
        if found is None:
            outer = self._wider(box)
            sizes = (*self._size(box), *self._size(outer))
            found = self._boxes[box] = (*sizes, *self._like(box), *self._like(outer))
        return found

    def _like(self, number: int) -> tuple[float, float]:
        """How many elements with text and of the same path stand above, and in the page."""
        if number < 0:
            return 0.0, 0.0
        if not self._alike:
            for each, element in enumerate(self._elements):
                if element.end > element.first:
                    self._alike[self.named(each).path].append(each)
        alike = self._alike[self.named(number).path]
        return float(bisect_left(alike, number)), float(len(alike))

    def _article(self, number: int) -> tuple[float, float]:
        if number < 0:
            return -1.0, 0.0
        return float(bisect_left(self._semantic, number)), self._size(number)[-1]

    def named(self, number: int) -> Named:
        """What the names of an element and of those around it say; from the outermost inwards."""
        missing: list[Element] = []
        found: Named | None = _NOWHERE
        while number >= 0:
            element = self._elements[number]
            # Elements of one box with the same names are alike.
            found = self._named.get((element.parent, id(element.hints)))
            if found is not None:
                break
            missing.append(element)
            number = element.parent
        for element in reversed(missing):
            found = _within(found or _NOWHERE, element.hints)
            self._named[element.parent, id(element.hints)] = found
        return found or _NOWHERE

    def _row(self, number: int) -> _Row:
        """What an element has from those around it; from the outermost inwards."""
        missing: list[_Key] = []
        row: _Row | None = _OUTSIDE
        while number >= 0:
            element = self._elements[number]
            # Elements of one box that tell nothing, or the same, are alike.
            semantic = number if element.is_semantic else -1
            key = (element.parent, element.hints.columns, semantic, element.hidden)
            row = self._rows.get(key)
            if row is not None:
                break
            missing.append(key)
            number = element.parent
        for key in reversed(missing):
            row = self._rows[key] = _row_within(row or _OUTSIDE, *key[1:])
        return row or _OUTSIDE

    def _wider(self, number: int) -> int:
        """The closest element around another that holds more blocks; -1 where none does."""
        element = self._elements[number]
        blocks = element.end - element.first
        while number >= 0:
            element = self._elements[number]
            if element.end - element.first > blocks:
                break
            number = element.parent
        return number

    def _size(self, number: int) -> tuple[float, ...]:
        if number < 0:
            return _NO_SIZE
        size = self._sizes.get(number)
        if size is None:
            element = self._elements[number]
            first, end = element.first, element.end
            letters = self._letters[end] - self._letters[first]
            mass = self._masses[end] - self._masses[first]
            size = self._sizes[number] = (
                float(end - first),
                float(letters),
                (self._linked[end] - self._linked[first]) / max(letters, 1),
                mass / max(letters, 1),
                mass / max(self._masses[-1], 1),
            )
        return size

    def _siblings(self, number: int) -> tuple[float, float]:
        element = self._elements[number]
        count = self._counts[element.parent, element.hints.name]
        return float(count), self._numbered[number] / count
