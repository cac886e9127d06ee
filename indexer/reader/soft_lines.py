"""Hard-wrapped text: line breaks that only stand for the end of a full line become spaces again.

Two signs are trusted. A block between blank lines is *regular* if its lines are as full as they can
be: the first word of the next line would not have fitted. And in any block a long line that ends no
sentence goes on in one that begins in lower case. All else stays apart: titles, navigation, lists,
paragraphs of one line each. Scripts without spaces between words are left as they are.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

# Columns. Below 40 a line is as likely an entry of a menu; typewriters, mail and terminals wrap at
# 60 to 80, a few programs at 100 or 120.
_NARROWEST = 40
_WIDEST = 120
# A line shorter than this share of the width is the end of a paragraph, or no prose: it tells
# nothing about whether its block is wrapped.
_TELLING = 0.6
_FULL_SHARE = 0.8  # of the telling lines of a regular block are full
# Of its full lines go on in lower case; of a list of headlines hardly any. German, whose nouns have
# capitals, comes down to a third.
_RUNNING_SHARE = 0.25
_LINES_WITHOUT_CASE = 3  # full lines needed where no lower case tells

_CLOSING = "\"'”’»)]"
_SENTENCE_ENDS = (".", "!", "?", "…", ":", "؟", "۔", "।")
_ENTRY = re.compile(r"[-*•·▪◦‣–—]\s+[^a-z\s]|\(?[0-9]{1,3}[.)]\s|[a-z][.)]\s")
_ORDINAL = re.compile(r"[0-9]{1,3}\.\s[^\W\d_A-Z]")  # "the 31. eines Monats"
_ADDRESS = re.compile(r"(https?:|www\.)")
# Before a name these words begin a byline as often as they go on in a sentence.
_BYLINE = re.compile(r"(by|von|par|por|di|door|av|af)\s+(?![a-z])")
_SOFT_HYPHEN = "\xad"


def join_soft_lines(text: str) -> str:
    r"""The text, its lines ended by \n, with every paragraph that was wrapped in one line again."""
    lines = text.split("\n")
    soft = frozenset(_soft_breaks(lines))
    parts: list[str] = []
    for index, line in enumerate(lines):
        bare = line.lstrip() if index - 1 in soft else line
        parts += _with_glue(bare, lines[index + 1]) if index in soft else (bare, "\n")
    return "".join(parts[:-1])


def _soft_breaks(lines: Sequence[str]) -> Iterator[int]:
    """The indices of the lines that the next one belongs to."""
    blocks = tuple(_blocks(lines))
    widths = [_regular_width(lines[start:end]) for start, end in blocks]
    page_width = max(widths, default=0)
    for (start, end), width in zip(blocks, widths, strict=True):
        for index in range(start, end - 1):
            if _is_soft(lines[index], lines[index + 1], width, page_width):
                yield index


def _with_glue(line: str, following: str) -> tuple[str, str]:
    """A line and what stands between it and the one that belongs to it: a hyphen takes no space."""
    line = line.rstrip()
    if line.endswith(_SOFT_HYPHEN):
        return line[:-1], ""
    within_word = line.endswith("-") and line[-2:-1].isalpha() and following.lstrip()[0].islower()
    return line, "" if within_word else " "


def _blocks(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The runs of at least two lines that are not blank: start, end (exclusive)."""
    start = 0
    for index in range(len(lines) + 1):
        if index == len(lines) or not lines[index].strip():
            if index - start > 1:
                yield start, index
            start = index + 1


def _regular_width(lines: Sequence[str]) -> int:
    """The width at which a block was wrapped, in columns; 0 if it does not look wrapped."""
    width = max(len(line.rstrip()) for line in lines[:-1])
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    telling = [
        (line, following)
        for line, following in pairwise(lines)
        if len(line.rstrip()) >= _TELLING * width
    ]
    full = [pair for pair in telling if _is_full(*pair, width)]
    if len(full) < 2 or len(full) < _FULL_SHARE * len(telling):
        return 0
    return width if _is_prose(full, lines[-1]) else 0


def _is_prose(full: Sequence[tuple[str, str]], last: str) -> bool:
    """True if the full lines run on in the next; without a sign of case, if the block ends so."""
    firsts = [following.lstrip()[0] for _, following in full]
    if sum(first.lower() != first.upper() for first in firsts) * 2 < len(firsts):
        return len(firsts) >= _LINES_WITHOUT_CASE and _ends_sentence(last)
    if sum(first.islower() for first in firsts) >= _RUNNING_SHARE * len(firsts):
        return True
    # Nouns and names began every line: then only the last one may end a sentence.
    is_one = _ends_sentence(last) and not any(_ends_sentence(line) for line, _ in full)
    return is_one and len(firsts) >= _LINES_WITHOUT_CASE


def _is_soft(line: str, following: str, width: int, page_width: int) -> bool:
    """width: at which the block was wrapped, page_width: at which any block was; 0 is not."""
    if _begins_anew(line, following) and not _is_ordinal(line, following, width):
        return False
    if width:
        return _is_full(line, following, width) or _goes_on(line, following)
    if page_width and max(len(line.rstrip()), len(following.rstrip())) <= page_width:
        full = _is_full(line, following, page_width) and not _ends_sentence(line)
        return full or _goes_on(line, following)
    return _goes_on(line, following)


def _is_ordinal(line: str, following: str, width: int) -> bool:
    """True for a day's number that a wrapped sentence goes on with, and no entry of a list."""
    if not width or _ORDINAL.match(following.lstrip()) is None:
        return False
    return _is_full(line, following, width) and not _ends_sentence(line)


def _is_full(line: str, following: str, width: int) -> bool:
    """True if the first word of the following line would not have fitted."""
    return len(line.rstrip()) + 1 + len(following.split(maxsplit=1)[0]) > width


def _goes_on(line: str, following: str) -> bool:
    line, following = line.strip(), following.strip()
    return (
        _NARROWEST <= len(line) <= _WIDEST
        and following[0].islower()
        and not _ends_sentence(line)
        and not _ADDRESS.match(following)
        and not (len(following) < _NARROWEST and _BYLINE.match(following))
    )


def _begins_anew(line: str, following: str) -> bool:
    """True for an entry of a list, an indented paragraph, and a script without spaces."""
    bare = following.lstrip()
    indent = len(following) - len(bare)
    return (
        indent > len(line) - len(line.lstrip()) + 1
        or _ENTRY.match(bare) is not None
        or unicodedata.east_asian_width(bare[0]) in "WF"
    )


def _ends_sentence(line: str) -> bool:
    return line.rstrip().rstrip(_CLOSING).endswith(_SENTENCE_ENDS)
