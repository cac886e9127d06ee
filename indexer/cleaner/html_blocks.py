"""A page falls apart into its block elements, read from one parse tree in one walk."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from lxml import etree, html

from indexer.cleaner.block import Block
from indexer.cleaner.container import Element, mass_of, with_container, with_hints
from indexer.cleaner.features import form_of
from indexer.cleaner.hints import ElementHints, Hint, hints_of
from indexer.cleaner.markup import flatten
from indexer.cleaner.rows import with_rows
from indexer.cleaner.tidy import tidy
from indexer.model import PassageKind, Reason

_BLOCKS = frozenset(
    # A list would be a page of one word a line.
    "address article aside blockquote body button caption center dd details dialog dir div dl dt "  # noqa: SIM905
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main "
    "menu nav ol option p pre section summary table tbody td tfoot th thead tr ul".split()
)
_UNSEEN = frozenset(
    "head script style noscript template svg math iframe object embed canvas video audio map "  # noqa: SIM905
    "select textarea input datalist title meta link".split()
)
_LINKING = frozenset(("a", "time", "b", "i", "u", "font", "br", "img"))  # never end a paragraph
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_NOT_SHOWN = re.compile(r"(?:display\s?:\s?none|visibility\s?:\s?hidden)", re.IGNORECASE)

_BREAK = "\x01"  # stands for <br> while a block is put together; tidy text cannot hold it
_MOST_TIMES = 50
_CLOSE = 2  # elements between a block and the one that names it
_SOFT_LENGTH = 120  # characters of a byline, a date, a credit


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


def html_blocks(markup: str) -> PageBlocks:
    """The blocks of stripped markup (`markup.strip_markup`) in the order in which they are read."""
    tree = _parse(markup)
    if tree is None:
        return PageBlocks((), (), ())
    walk = _Walk(skip_hidden=True).over(tree)
    # A page that shows its article by a script has it hidden.
    return (walk if walk.has_text else _Walk(skip_hidden=False).over(tree)).result()


def _parse(markup: str) -> etree._Element | None:
    if not markup.strip():
        return None
    tree, is_too_deep = _parse_once(markup)
    if is_too_deep:
        tree, _ = _parse_once(flatten(markup))
    return tree


def _parse_once(markup: str) -> tuple[etree._Element | None, bool]:
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        tree = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None, False
    return tree, any("depth" in entry.message for entry in parser.error_log)


class _Walk:
    """One walk over a tree; elements and blocks are written down as they begin and end."""

    def __init__(self, skip_hidden: bool) -> None:
        self._skip_hidden = skip_hidden
        self._blocks: list[Block] = []
        self._cells: list[tuple[int, int]] = []  # per block: its row and cell, 0 outside of tables
        self._elements: list[Element] = []
        self._headlines: list[str] = []
        self._times: list[TimeElement] = []
        self._open: list[Element | None] = []  # None for an inline element
        self._place = _Place()
        self._text: list[str] = []
        self._linked = 0  # characters of the text so far that stand in links

    @property
    def has_text(self) -> bool:
        """Whether any running text was found."""
        return any(map(mass_of, self._blocks))

    def over(self, tree: etree._Element) -> "_Walk":
        """Walk over the whole tree."""
        walk = etree.iterwalk(tree, events=("start", "end"))
        skipped: etree._Element | None = None
        for event, element in walk:
            if event == "start":
                if self._is_unseen(element):
                    walk.skip_subtree()
                    skipped = element
                else:
                    self._start(element)
                continue
            if element is skipped:
                skipped = None
            else:
                self._end(element)
            if element.tail:
                self._add(element.tail)
        self._flush()
        return self

    def result(self) -> PageBlocks:
        """What was found, with the element that holds the article made out."""
        blocks = with_container(with_hints(self._blocks, self._elements), self._elements)
        return PageBlocks(
            with_rows(blocks, self._cells), tuple(self._headlines), tuple(self._times)
        )

    def _is_unseen(self, element: etree._Element) -> bool:
        if element.tag in _UNSEEN:
            return True
        if not self._skip_hidden or element.tag in ("html", "body"):
            return False
        style = element.get("style")
        return element.get("hidden") is not None or bool(style and _NOT_SHOWN.search(style[:2000]))

    def _start(self, element: etree._Element) -> None:
        tag = str(element.tag)
        hints = _hints(tag, element)
        is_block = tag in _BLOCKS or (tag not in _LINKING and hints.splits)
        if is_block:
            self._flush()
            opened = Element(hints, len(self._blocks), _is_semantic(tag, element))
            self._elements.append(opened)
            self._open.append(opened)
            self._place.enter(tag, hints)
        else:
            self._open.append(None)
            self._start_inline(tag, element)
        if element.text:
            self._add(element.text)

    def _start_inline(self, tag: str, element: etree._Element) -> None:
        if tag == "br":
            self._text.append(_BREAK)
        elif tag == "a":
            self._place.links += 1
        elif (
            tag == "time" and len(self._times) < _MOST_TIMES and (stamp := element.get("datetime"))
        ):
            marked = "published" in (element.get("itemprop") or "").casefold()
            marked = marked or element.get("pubdate") is not None
            self._times.append(TimeElement(stamp[:80], len(self._blocks), marked))

    def _end(self, element: etree._Element) -> None:
        opened = self._open.pop()
        if opened is not None:
            self._flush()
            opened.end = len(self._blocks)
            self._place.leave(str(element.tag), opened.hints)
        elif element.tag == "a":
            self._place.links -= 1

    def _add(self, text: str) -> None:
        self._text.append(text)
        if self._place.links:
            self._linked += len(text.strip())

    def _flush(self) -> None:
        if not self._text:
            return
        text, linked = "".join(self._text), self._linked
        self._text, self._linked = [], 0
        share = min(1.0, linked / max(len(text.strip()), 1))
        for paragraph in _paragraphs(text):
            block = self._place.block(paragraph, share)
            self._blocks.append(block)
            self._cells.append((self._place.row, self._place.cell))
            if block.level == 1:
                self._headlines.append(block.text)


class _Place:
    """Where in the page the walk stands: what kind of block comes out of here."""

    def __init__(self) -> None:
        self.links = 0
        self.row = 0
        self.cell = 0
        self._depths = dict.fromkeys(("caption", "li", "blockquote", "tr"), 0)
        self._levels: list[int] = []
        self._hints: list[tuple[Hint, int]] = []  # the soft ones and their depth, innermost last
        self._depth = 0
        self._rows = 0

    def enter(self, tag: str, hints: ElementHints) -> None:
        self._count(tag, hints, 1)
        if tag in _HEADINGS:
            self._levels.append(_HEADINGS[tag])
        elif tag == "tr":
            self._rows += 1
            self.row = self._rows
        elif tag in ("td", "th"):
            self.cell += 1
        self._depth += 1
        if hints.hint and not hints.hint.hard:
            self._hints.append((hints.hint, self._depth))

    def leave(self, tag: str, hints: ElementHints) -> None:
        self._count(tag, hints, -1)
        if tag in _HEADINGS:
            self._levels.pop()
        elif tag == "tr":
            self.row = 0
        self._depth -= 1
        if hints.hint and not hints.hint.hard:
            self._hints.pop()

    def block(self, text: str, links: float) -> Block:
        """The block of a text that stands here."""
        level = self._levels[-1] if self._levels else 0
        block = Block(text, kind=self._kind(), links=links, level=level)
        hint = self._soft_hint(text) if self._hints and not level else None
        return replace(block, hint=hint.reason, hint_rule=hint.rule) if hint else block

    def _soft_hint(self, text: str) -> Hint | None:
        """What a close element says of a short text; one further out wraps more than it names."""
        hint, depth = self._hints[-1]
        if self._depth - depth > _CLOSE or len(text) > _SOFT_LENGTH:
            return None
        is_date = hint.reason is Reason.DATE_LINE
        return None if is_date and not any(map(str.isdigit, text)) else hint

    def _count(self, tag: str, hints: ElementHints, step: int) -> None:
        if tag in self._depths:
            self._depths[tag] += step
        if hints.is_caption:
            self._depths["caption"] += step

    def _kind(self) -> PassageKind:
        if self._depths["caption"]:
            return PassageKind.CAPTION
        if self._levels:
            return PassageKind.HEADING
        if self._depths["li"]:
            return PassageKind.LIST_ITEM
        return PassageKind.QUOTATION if self._depths["blockquote"] else PassageKind.PARAGRAPH


def _hints(tag: str, element: etree._Element) -> ElementHints:
    classes = f"{element.get('class') or ''} {element.get('id') or ''}"
    return hints_of(tag, element.get("role") or "", classes)


def _is_semantic(tag: str, element: etree._Element) -> bool:
    if tag == "article":
        return True
    return "articlebody" in (element.get("itemprop") or "").casefold()


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
    is_head = all(len(line) <= _SOFT_LENGTH and not form_of(line).prose for line in lines)
    return lines if is_head else [" ".join(lines)]
