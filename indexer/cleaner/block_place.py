"""Where in a page a walk over its tree stands: what kind of block comes out of there."""

from indexer.cleaner.block import Block
from indexer.cleaner.hints import ElementHints, Hint
from indexer.model import PassageKind, Reason

SOFT_LENGTH = 120  # characters of a byline, a date, a credit

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CLOSE = 2  # elements between a block and the one that names it


class Place:
    """The open block elements of a walk, as far as they tell what a text is."""

    def __init__(self) -> None:
        self._depths = dict.fromkeys(("caption", "li", "blockquote"), 0)
        self._levels: list[int] = []
        self._hints: list[tuple[Hint, int]] = []  # the soft ones and their depth, innermost last
        self._depth = 0

    def enter(self, tag: str, hints: ElementHints) -> None:
        """A block element begins."""
        self._count(tag, hints, 1)
        if tag in _HEADINGS:
            self._levels.append(_HEADINGS[tag])
        self._depth += 1
        if hints.hint and not hints.hint.hard:
            self._hints.append((hints.hint, self._depth))

    def leave(self, tag: str, hints: ElementHints) -> None:
        """The same element ends."""
        self._count(tag, hints, -1)
        if tag in _HEADINGS:
            self._levels.pop()
        self._depth -= 1
        if hints.hint and not hints.hint.hard:
            self._hints.pop()

    def block(self, text: str, links: float) -> Block:
        """The block of a text that stands here."""
        level = self._levels[-1] if self._levels else 0
        hint = self._soft_hint(text) if self._hints and not level else None
        if hint is None:
            return Block(text, self._kind(), links=links, level=level)
        return Block(text, self._kind(), 0, links, hint.reason, hint.rule)

    def _soft_hint(self, text: str) -> Hint | None:
        """What a close element says of a short text; one further out wraps more than it names."""
        hint, depth = self._hints[-1]
        if self._depth - depth > _CLOSE or len(text) > SOFT_LENGTH:
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
