"""A page falls apart into its block elements, read from one parse tree in one walk."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, compress, groupby
from typing import cast

from lxml import etree

from indexer.cleaner.block import Block, DomFacts
from indexer.cleaner.block_place import SOFT_LENGTH, Place
from indexer.cleaner.container import Element, Layout, layout
from indexer.cleaner.dom_facts import Trace, facts_of
from indexer.cleaner.features import form_of
from indexer.cleaner.hidden import shown
from indexer.cleaner.hints import ElementHints, hints_of
from indexer.cleaner.limits import check_blocks
from indexer.cleaner.mojibake import repaired
from indexer.cleaner.page_tree import parse
from indexer.cleaner.rows import with_rows
from indexer.cleaner.seams import REPLACED, Seam
from indexer.cleaner.tidy import tidy
from indexer.cleaner.told import Told, read_told

_BLOCKS = frozenset(
    # A list would be a page of one word a line.
    "address article aside blockquote body button caption center dd details dialog dir div dl dt "  # noqa: SIM905
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main "
    "menu nav ol option p pre section summary table tbody td tfoot th thead tr ul".split()
)
_UNSEEN = frozenset(
    # No head: where a page leaves out <body>, libxml2 puts its <main> or <header> in there.
    "script style noscript template svg math iframe object embed canvas video audio map "  # noqa: SIM905
    "select textarea input datalist title meta link".split()
)
_LINKING = frozenset(("a", "time", "b", "i", "u", "font", "br", "img"))  # never end a paragraph
_STRONG = frozenset(("b", "strong", "i", "em"))
_LAYOUT_ROLES = ("presentation", "none")
_NOT_SHOWN = re.compile(r"(?:display\s?:\s?none|visibility\s?:\s?hidden)", re.IGNORECASE)
_CLIPPED = re.compile(r"clip\s?:\s?rect\(\s?[01]")  # read aloud and not printed

_BREAK = "\x01"  # stands for <br> while a block is put together; tidy text cannot hold it
_MOST_TIMES = 50
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class TimeElement:
    """A <time> of a page."""

    stamp: str
    before: int  # the number of blocks above it
    marked: bool  # does the page say that it is the time of publication?


@dataclass(frozen=True, slots=True)
class PageBlocks:
    """The blocks of a page, and what only its tree knows."""

    blocks: tuple[Block, ...]
    headlines: tuple[str, ...]  # its h1
    times: tuple[TimeElement, ...]


def html_blocks(markup: str, body: str | None = None) -> PageBlocks:
    """The blocks of stripped markup (`markup.strip_markup`) in the order in which they are read.

    A body is the article's text as the page's JSON-LD tells it; the facts say what stands in it.

    Raises: InputError where they are more than an article can have.
    """
    tree = parse(markup)
    if tree is None:
        return PageBlocks((), (), ())
    walk = _Walk()
    walk.over(tree)
    return walk.result(read_told(tree, body))


class _Walk:
    """One walk over a tree; elements and blocks are written down as they begin and end."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._traces: list[Trace] = []
        self._elements: list[Element] = []
        self._laid_out: set[int] = set()  # numbers of tables that hold no data, by their role
        self._times: list[TimeElement] = []
        self._open: list[int] = []  # numbers of elements; -1 for an inline element
        self._around = -1  # the number of the innermost open block element
        self._place = Place()
        self._text: list[str] = []
        self._seam = Seam()
        self._links = self._strong = self._hidden = 0  # open elements
        self._linked = self._stressed = 0  # characters of the text so far in such elements
        self._images = 0
        self._words: list[str] = []

    def over(self, tree: etree._Element) -> None:
        """Walk over the whole tree."""
        walk = etree.iterwalk(tree, events=("start", "end"))
        skipped: etree._Element | None = None
        for event, element in walk:
            if event == "start":
                if not self._start(element, str(element.tag)):
                    walk.skip_subtree()
                    skipped = element
                elif text := element.text:
                    self._add(text)
                continue
            if element is skipped:
                skipped = None
            else:
                self._end(element, str(element.tag))
            if text := element.tail:
                self._add(text)
        self._flush()

    def _start(self, element: etree._Element, tag: str) -> bool:
        """Whether the element has anything to read; if so it is open now."""
        if tag in _UNSEEN:
            if tag in REPLACED:
                self._seam.replaced()
            return False
        said = cast("dict[str, str]", dict(element.items()))
        hides = bool(said) and tag not in ("html", "body") and _hides(said)
        if tag not in _LINKING:
            hints = hints_of(tag, said.get("role", ""), said.get("class", ""), said.get("id", ""))
            if tag in _BLOCKS or hints.splits:
                self._start_block(tag, said, hints, hides)
                return True
            hides = hides or hints.is_spoken or bool(_CLIPPED.search(said.get("style", "")[:2000]))
            self._words.extend(hints.words)
        if not hides:
            self._open.append(-1)
            if self._text:
                self._seam.begin(element)
            self._start_inline(tag, said)
        return not hides

    def _start_block(
        self, tag: str, said: dict[str, str], hints: ElementHints, hides: bool
    ) -> None:
        self._flush()
        is_semantic = tag == "article" or "articlebody" in said.get("itemprop", "").casefold()
        first = len(self._blocks)
        opened = Element(hints, first, is_semantic, first, tag, self._around, hides)
        self._around = len(self._elements)
        if tag == "table" and said.get("role") in _LAYOUT_ROLES:
            self._laid_out.add(self._around)
        self._elements.append(opened)
        self._open.append(self._around)
        self._hidden += hides
        self._place.enter(tag, hints)

    def _start_inline(self, tag: str, said: dict[str, str]) -> None:
        if tag == "br":
            self._text.append(_BREAK)
        elif tag == "a":
            self._links += 1
        elif tag in _STRONG:
            self._strong += 1
        elif tag == "img":
            self._images += 1
            self._seam.replaced()
        elif tag == "time" and said.get("datetime") and not self._hidden:
            self._add_time(said)

    def _add_time(self, said: dict[str, str]) -> None:
        if len(self._times) < _MOST_TIMES:
            marked = "published" in said.get("itemprop", "").casefold() or "pubdate" in said
            self._times.append(TimeElement(said["datetime"][:80], len(self._blocks), marked))

    def _end(self, element: etree._Element, tag: str) -> None:
        number = self._open.pop()
        if number >= 0:
            self._flush()
            ended = self._elements[number]
            ended.end = len(self._blocks)
            self._around = ended.parent
            self._hidden -= ended.hidden
            self._place.leave(tag, ended.hints)
            return
        if self._text:
            self._seam.end(element)
        if tag == "a":
            self._links -= 1
        elif tag in _STRONG:
            self._strong -= 1

    def _add(self, text: str) -> None:
        if not self._text:
            if text.isspace():
                return
        elif not text[0].isspace() and self._seam.parts(self._text[-1], text):
            self._text.append(" ")
        self._seam.clear()
        self._text.append(text)
        if self._links or self._strong:
            letters = len(text.strip())
            self._linked += letters if self._links else 0
            self._stressed += letters if self._strong else 0

    def _flush(self) -> None:
        if not self._text:
            self._words.clear()
            return
        text = "".join(self._text)
        self._seam.clear()
        letters = max(len(text.strip()), 1)
        links, stress = self._linked / letters, self._stressed / letters
        self._text.clear()
        self._linked = self._stressed = 0
        for paragraph in _paragraphs(repaired(text)):
            self._blocks.append(self._place.block(paragraph, min(1.0, links)))
            words = tuple(dict.fromkeys(self._words))[:_MOST_WORDS]
            self._traces.append(Trace(self._around, min(1.0, stress), self._images, words))
            self._images = 0
        check_blocks(len(self._blocks))
        self._words.clear()

    def result(self, told: Told) -> PageBlocks:
        """What was found, with the element that holds the article made out."""
        stays = shown(self._blocks, self._elements)
        if not all(stays):
            self._drop(stays)
        laid = layout(self._blocks, self._elements)
        facts = facts_of(self._blocks, self._traces, self._elements, laid, told)
        blocks = with_rows(
            tuple(_finished(self._blocks, laid, facts)), self._elements, self._laid_out
        )
        headlines = tuple(block.text for block in blocks if block.level == 1)
        return PageBlocks(blocks, headlines, tuple(self._times))

    def _drop(self, stays: Sequence[bool]) -> None:
        """Take blocks out, and number what is left again."""
        left = [0, *accumulate(stays)]
        self._blocks = list(compress(self._blocks, stays))
        self._traces = list(compress(self._traces, stays))
        self._times = [replace(time, before=left[time.before]) for time in self._times]
        for element in self._elements:
            element.first, element.end = left[element.first], left[element.end]


def _hides(said: dict[str, str]) -> bool:
    style = said.get("style")
    return "hidden" in said or bool(style and _NOT_SHOWN.search(style[:2000]))


def _finished(blocks: Sequence[Block], laid: Layout, facts: Sequence[DomFacts]) -> Iterator[Block]:
    """The blocks with what the whole page says of them."""
    for block, hint, inside, dom in zip(blocks, laid.hints, laid.inside, facts, strict=True):
        reason = hint.reason if hint else block.hint
        rule = hint.rule if hint else block.hint_rule
        yield Block(block.text, block.kind, 0, block.links, reason, rule, inside, block.level, dom)


def _paragraphs(text: str) -> Iterator[str]:
    """The text between double breaks; a single break inside running text is a space."""
    if _BREAK not in text:
        if paragraph := tidy(text):
            yield paragraph
        return
    lines = [tidy(line) for line in text.split(_BREAK)]
    for is_text, group in groupby(lines, key=bool):
        if is_text:
            yield from _broken_lines(list(group))


def _broken_lines(lines: list[str]) -> list[str]:
    """Lines with a break between them: one paragraph, or a head of lines that are none."""
    is_head = all(len(line) <= SOFT_LENGTH and not form_of(line).prose for line in lines)
    return lines if is_head else [" ".join(lines)]
