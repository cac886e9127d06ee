"""Where quotation marks open and close: one pass over the marks of a paragraph.

Of marks inside others only the outermost count. What stays open ends with the paragraph, as the
paragraphs of a long quote do. An apostrophe opens nothing.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from indexer.model import Span

_DOUBLE = '"“”„‟«»'
_SINGLE = "‘’‚'"
_MARK = re.compile(f"[{_DOUBLE}{_SINGLE}]")
# Which marks close what these open. German „…“, English “…”, Swedish ”…”, French «…», German »…«.
_CLOSING: Mapping[str, str] = {
    '"': '"',
    "“": "”",
    "‟": "”",
    "”": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    "‘": "’",
    "‚": "‘’",
    "'": "'",
}
OPENING = frozenset("\"“„«»‟‘‚'")
_ENDING = ",.?!…—–"


@dataclass(frozen=True, slots=True)
class Quoted:
    """What stands between two quotation marks of a paragraph."""

    span: Span  # without the marks and the spaces beside them
    outer: Span  # with the marks
    closed: bool  # False: the paragraph ended first


def quoted(text: str) -> tuple[Quoted, ...]:
    """What the paragraph has between quotation marks, outermost only, in order."""
    marks = [(match.start(), match.group()) for match in _MARK.finditer(text)]
    found = list(_read(text, marks))
    if found and not found[-1].closed and text[found[-1].outer[0]] in _SINGLE:
        # It was an apostrophe after all: ’tis, rock ’n’ roll. From there without single marks.
        start = found.pop().outer[0]
        rest = [mark for mark in marks if mark[0] > start and mark[1] not in _SINGLE]
        found += _read(text, rest)
    return tuple(found)


def _read(text: str, marks: Sequence[tuple[int, str]]) -> Iterator[Quoted]:
    opened: tuple[int, str] | None = None
    depth = 0
    nested = False  # or left open before: who knows where such a quote ends
    for place, mark in marks:
        if opened is None:
            if _opens(text, place, mark):
                opened, depth, nested = (place, mark), 1, False
        elif mark in _CLOSING[opened[1]] and _closes(text, place, mark):
            depth -= 1
            if not depth:
                yield _between(text, opened[0], place, closed=True)
                opened = None
        elif mark == opened[1] and mark not in _SINGLE:
            depth, nested = depth + 1, True
    if opened is not None and not nested:
        yield _between(text, opened[0], len(text), closed=False)


def _opens(text: str, place: int, mark: str) -> bool:
    if mark not in _CLOSING or mark in "“„«‟":
        return mark in _CLOSING
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    if (before.isalnum() or (before in ".,;!?)’" and before)) or not after.strip():
        return False
    return mark in '"”»' or after.isalnum()


def _closes(text: str, place: int, mark: str) -> bool:
    """Whether a mark that can close does; an apostrophe, and a mark that opens anew, do not."""
    before, after = text[place - 1], text[place + 1 : place + 2]
    if mark == '"':
        return not (before.isspace() and after.isalnum())
    if mark == "'":
        return before in _ENDING and not after.isalnum()
    if mark == "’":
        # The plural's apostrophe: the miners’ wives.
        plural = before == "s" and after == " " and text[place + 2 : place + 3].islower()
        return not after.isalnum() and not plural
    return True


def _between(text: str, opening: int, closing: int, *, closed: bool) -> Quoted:
    start, end = opening + 1, closing
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Quoted((start, end), (opening, closing + closed), closed)
