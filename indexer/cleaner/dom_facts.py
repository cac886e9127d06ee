"""What the tree of a page tells of each of its blocks: facts in numbers and words, no judgement."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from indexer.cleaner.block import Block, DomFacts
from indexer.cleaner.container import Element, Layout
from indexer.cleaner.hints import ElementHints

_AROUND = (
    *("article", "main", "aside", "header", "footer", "nav", "section", "li", "figure", "table"),
    *("form", "blockquote"),
)
_LEVELS = ("own", "box", "outer")

NUMBERS = (
    *("depth", "hidden"),  # elements around it; is it hidden by a style? 0 or 1
    *(f"in_{tag}" for tag in _AROUND),  # 1 in itself, less by a fifth with every level; 0 without
    # Of the element that the text stands in, of the closest one around it that holds more blocks,
    # and of the closest one around that: blocks, letters, share of the letters in links, share of
    # the letters in running text, share of the page's running text.
    *(
        f"{level}_{number}"
        for level in _LEVELS
        for number in ("blocks", "letters", "links", "prose", "mass")
    ),
    # Of the box and of the outer one: elements of the same path above it, and in the page.
    *(f"{level}_{number}" for level in _LEVELS[1:] for number in ("nth", "like")),
    # Of the closest <article> or the like around it: such elements above; share of the page's text.
    *("article_nth", "article_mass"),
    *("siblings", "place"),  # elements of its name in the element around it; of them its place, 0-1
    *("path_blocks", "path_mass"),  # blocks of its path; their share of the page's running text
    *("parent_path_blocks", "parent_path_mass"),  # the same of the path without its last name
    "main_headings",  # h1 above it or in it
    *("emphasis", "images"),  # share of its letters that are bold or italic; pictures just before
    *("copies",),  # blocks above it with its text
    *("inside", "container_place"),  # of the container: is it in? 0 above, 0 to 1 inside, 1 below
    *("from_container", "from_headline"),  # blocks from its start or end, from the main heading
)

_PATH = 6  # elements of a path
_MOST_WORDS = 24
_FAR = 200.0  # blocks; what is farther away is as far
_FADING = 0.8
_COLUMNS = {tag: column for column, tag in enumerate(_AROUND)}
_OUTSIDE = (0.0,) * (2 + len(_AROUND))
_SIZES = 5
_NO_SIZE = (0.0,) * _SIZES


class Trace(NamedTuple):
    """What a walk knows of a block beside its text."""

    owner: int  # the number of the block element that it stands in
    emphasis: float  # the share of its letters that are bold or italic
    images: int  # pictures since the block before it
    words: tuple[str, ...]  # of the classes of the inline elements in it


def facts_of(
    blocks: Sequence[Block], traces: Sequence[Trace], elements: Sequence[Element], laid: Layout
) -> list[DomFacts]:
    """The facts of every block of a page."""
    masses = laid.masses
    tree = _Tree(blocks, masses, elements)
    owners = [trace.owner for trace in traces]
    named = [tree.named(owner) for owner in owners]
    paths = _Shares([each.path for each in named], masses)
    above = _Shares([tree.named(elements[owner].parent).path for owner in owners], masses)
    copies = _copies(blocks)
    headings = accumulate(float(block.level == 1) for block in blocks)
    facts = []
    for line, (trace, names) in enumerate(zip(traces, named, strict=True)):
        numbers = (
            *tree.numbers(trace.owner),
            *paths.of(line),
            *above.of(line),
            *(next(headings), trace.emphasis, float(trace.images), copies[line]),
            *_place(line, laid),
        )
        words, near = names.words, names.near
        if trace.words:
            words = (*trace.words, *words)[:_MOST_WORDS]
            near = min(near + len(trace.words), _MOST_WORDS)
        facts.append(DomFacts(elements[trace.owner].tag, names.path, words, near, numbers))
    return facts


def _copies(blocks: Sequence[Block]) -> list[float]:
    seen: Counter[str] = Counter()
    copies = []
    for block in blocks:
        copies.append(float(seen[block.text]))
        seen[block.text] += 1
    return copies


def _place(line: int, laid: Layout) -> tuple[float, float, float, float]:
    start, stop = laid.container.start, laid.container.stop
    within = min(max((line - start) / max(stop - start, 1), 0.0), 1.0)
    beyond = float(min(line - start, 0) + max(line - stop + 1, 0))
    return float(start <= line < stop), within, _near(beyond), _near(float(line - laid.headline))


def _near(distance: float) -> float:
    return min(max(distance, -_FAR), _FAR)


class _Named(NamedTuple):
    """What the names of an element and of those around it say."""

    path: str
    names: tuple[str, ...]  # of the path, the outermost first
    words: tuple[str, ...]  # of their classes and ids, the innermost first
    own: int  # how many of the words are the element's own
    near: int  # and how many its own or those of the element around it


_NOWHERE = _Named("", (), (), 0, 0)


def _within(around: _Named, hints: ElementHints) -> _Named:
    names = (*around.names[1 - _PATH :], hints.name)
    own, words = len(hints.words), around.words
    if own:
        words = tuple(dict.fromkeys(hints.words + words))[:_MOST_WORDS]
    near = min(own + around.own, len(words))
    return _Named(">".join(names), names, words, own, near)


def _row_within(around: tuple[float, ...], tag: str, hidden: bool) -> tuple[float, ...]:
    depth, was_hidden, *close = around
    close = [value * _FADING for value in close]
    if tag:
        close[_COLUMNS[tag]] = 1.0
    return (depth + 1, max(was_hidden, float(hidden)), *close)


class _Shares:
    """How many blocks of a page have the same key, and how much of its running text."""

    def __init__(self, keys: Sequence[str], masses: Sequence[int]) -> None:
        self.keys = keys
        self._counts = Counter(keys)
        self._masses: dict[str, int] = defaultdict(int)
        self._total = max(sum(masses), 1)
        for key, mass in zip(keys, masses, strict=True):
            self._masses[key] += mass

    def of(self, line: int) -> tuple[float, float]:
        key = self.keys[line]
        return float(self._counts[key]), self._masses[key] / self._total


class _Tree:
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
        self._rows: dict[tuple[int, str, bool], tuple[float, ...]] = {}
        self._sizes: dict[int, tuple[float, ...]] = {}
        self._boxes: dict[int, tuple[float, ...]] = {-1: (0.0,) * (2 * _SIZES + 4)}
        self._owners: dict[int, tuple[float, ...]] = {}
        self._alike: dict[str, list[int]] = defaultdict(list)
        self._semantic = [each for each, element in enumerate(elements) if element.is_semantic]
        self._named: dict[tuple[int, int], _Named] = {}

    def numbers(self, number: int) -> tuple[float, ...]:
        """All that is the same for the blocks of one element."""
        found = self._owners.get(number)
        if found is None:
            found = self._owners[number] = (
                *self._row(number),
                *self._size(number),
                *self._around(self._wider(number)),
                *self._article(number),
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
        while number >= 0 and not self._elements[number].is_semantic:
            number = self._elements[number].parent
        if number < 0:
            return -1.0, 0.0
        return float(bisect_left(self._semantic, number)), self._size(number)[-1]

    def named(self, number: int) -> "_Named":
        """What the names of an element and of those around it say; from the outermost inwards."""
        missing: list[Element] = []
        found: _Named | None = _NOWHERE
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

    def _row(self, number: int) -> tuple[float, ...]:
        """Depth, hidden, and how close the telling elements are; from the outermost inwards."""
        missing: list[tuple[int, str, bool]] = []
        row: tuple[float, ...] | None = _OUTSIDE
        while number >= 0:
            element = self._elements[number]
            key = (element.parent, element.tag if element.tag in _COLUMNS else "", element.hidden)
            row = self._rows.get(key)
            if row is not None:
                break
            missing.append(key)
            number = element.parent
        for key in reversed(missing):
            row = self._rows[key] = _row_within(row or _OUTSIDE, key[1], key[2])
        return row or _OUTSIDE

    def _wider(self, number: int) -> int:
        """The closest element around another that holds more blocks; -1 where none does."""
        if number < 0:
            return number
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
        if number < 0:
            return 0.0, 0.0
        element = self._elements[number]
        count = self._counts[element.parent, element.hints.name]
        return float(count), self._numbered[number] / count
