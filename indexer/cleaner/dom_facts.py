"""What the tree of a page tells of each of its blocks: facts in numbers and words, no judgement."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from indexer.cleaner.block import Block, DomFacts
from indexer.cleaner.container import Element, Layout
from indexer.cleaner.dom_tree import MOST_WORDS, DomTree
from indexer.cleaner.hints import TELLING
from indexer.cleaner.told import Told, in_body, in_description

_LEVELS = ("own", "box", "outer")

NUMBERS = (
    *("depth", "hidden"),  # elements around it; is it hidden by a style? 0 or 1
    *(f"in_{name}" for name in TELLING),  # 1 in itself, less by a fifth with every level; 0 without
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
    # Does it stand in the text that the JSON-LD tells? In the description? -1 where none is told.
    *("in_body", "in_description"),
    "body_size",  # letters of that text, as a share of the page's running text; 0 without one
)

_MOST_BODY = 3.0
_FAR = 200.0  # blocks; what is farther away is as far


class Trace(NamedTuple):
    """What a walk knows of a block beside its text."""

    owner: int  # the number of the block element that it stands in
    emphasis: float  # the share of its letters that are bold or italic
    images: int  # pictures since the block before it
    words: tuple[str, ...]  # of the classes of the inline elements in it


def facts_of(
    blocks: Sequence[Block],
    traces: Sequence[Trace],
    elements: Sequence[Element],
    laid: Layout,
    told: Told,
) -> list[DomFacts]:
    """The facts of every block of a page."""
    masses = laid.masses
    tree = DomTree(blocks, masses, elements)
    owners = [trace.owner for trace in traces]
    named = [tree.named(owner) for owner in owners]
    paths = _Shares([each.path for each in named], masses)
    above = _Shares([tree.named(elements[owner].parent).path for owner in owners], masses)
    copies = _copies(blocks)
    said = list(zip(in_body(blocks, told), in_description(blocks, told), strict=True))
    body_size = min(len(told.body) / max(sum(masses), 1), _MOST_BODY)
    headings = accumulate(float(block.level == 1) for block in blocks)
    facts = []
    for line, (trace, names) in enumerate(zip(traces, named, strict=True)):
        numbers = (
            *tree.numbers(trace.owner),
            *paths.of(line),
            *above.of(line),
            *(next(headings), trace.emphasis, float(trace.images), copies[line]),
            *_place(line, laid),
            *(*said[line], body_size),
        )
        words, near = names.words, names.near
        if trace.words:
            words = (*trace.words, *words)[:MOST_WORDS]
            near = min(near + len(trace.words), MOST_WORDS)
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
