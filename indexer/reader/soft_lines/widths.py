"""At which width was a text wrapped? A line is *full* if the next word would not have fitted."""

from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

# Columns. Below 40 a line is as likely an entry of a menu; typewriters, mail and terminals wrap at
# 60 to 80, a few programs at 100 or 120.
NARROWEST = 40
WIDEST = 120
# A line shorter than this share of the width is the end of a paragraph, or no prose: it tells
# nothing about whether its block is wrapped.
_TELLING = 0.6
_FULL_SHARE = 0.8  # of the telling lines of a regular block are full
# Of its full lines go on in lower case; of a list of headlines hardly any. German, whose nouns have
# capitals, comes down to a third.
_RUNNING_SHARE = 0.25
_LINES_WITHOUT_CASE = 3  # full lines needed where no lower case tells
# Over blocks chance has more room than within one: more lines, and more of them amid a sentence.
_LINES_OF_PAGE = 3

CLOSING = "\"'”’»)]"
_SENTENCE_ENDS = (".", "!", "?", "…", ":", "؟", "۔", "।")


class Pair(NamedTuple):
    """A line and the one below it, as far as widths ask: lengths in columns."""

    length: int
    # With the first word of the next line: a line of this width would have had room for both.
    reach: int
    is_ended: bool  # at the end of a sentence
    first: str  # character of the next line


def pair_of(line: str, following: str) -> Pair:
    """What two neighbouring lines, neither blank, tell about the width."""
    length = len(line.rstrip())
    word = following.split(maxsplit=1)[0]
    return Pair(length, length + 1 + len(word), ends_sentence(line), word[0])


def is_full(line: str, following: str, width: int) -> bool:
    """True if the first word of the following line would not have fitted."""
    return pair_of(line, following).reach > width


def ends_sentence(line: str) -> bool:
    """True if the line ends as a sentence does, or what a colon announces follows."""
    return line.rstrip().rstrip(CLOSING).endswith(_SENTENCE_ENDS)


def regular_width(lines: Sequence[str]) -> int:
    """The width at which a block was wrapped, in columns; 0 if it does not look wrapped."""
    width = max(len(line.rstrip()) for line in lines[:-1])
    if not NARROWEST <= width <= WIDEST:
        return 0
    pairs = [pair_of(line, following) for line, following in pairwise(lines)]
    telling = [pair for pair in pairs if pair.length >= _TELLING * width]
    full = [pair for pair in telling if pair.reach > width]
    if len(full) < 2 or len(full) < _FULL_SHARE * len(telling):
        return 0
    return width if _is_prose(full, lines[-1]) else 0


def _is_prose(full: Sequence[Pair], last: str) -> bool:
    """True if the full lines run on in the next; without a sign of case, if the block ends so."""
    firsts = [pair.first for pair in full]
    if sum(first.lower() != first.upper() for first in firsts) * 2 < len(firsts):
        return len(firsts) >= _LINES_WITHOUT_CASE and ends_sentence(last)
    if sum(first.islower() for first in firsts) >= _RUNNING_SHARE * len(firsts):
        return True
    # Nouns and names began every line: then only the last one may end a sentence.
    is_one = ends_sentence(last) and not any(pair.is_ended for pair in full)
    return is_one and len(firsts) >= _LINES_WITHOUT_CASE


def page_width(pairs: Iterable[Pair]) -> int:
    """The width at which a whole text was wrapped, though no block of it may tell so; 0: none.

    Paragraphs of two lines, or set one below the other without a blank line between them: a line
    that ends a sentence early is then the end of a paragraph and speaks for nothing.
    """
    telling = [pair for pair in pairs if not (pair.is_ended and not pair.first.islower())]
    width = _fullest_width(telling)
    near = [pair for pair in telling if _TELLING * width <= pair.length <= WIDEST]
    full = [pair for pair in near if pair.length <= width < pair.reach]
    if len(full) < max(_LINES_OF_PAGE, _FULL_SHARE * len(near)):
        return 0
    running = sum(pair.first.islower() for pair in full)
    return width if running >= _RUNNING_SHARE * len(full) else 0


def _fullest_width(pairs: Iterable[Pair]) -> int:
    """The smallest of the widths at which most lines are full, found in one pass over them."""
    changes = [0] * (WIDEST + 2)
    for pair in pairs:
        if pair.length <= WIDEST:
            changes[max(pair.length, NARROWEST)] += 1
            changes[max(min(pair.reach, WIDEST + 1), NARROWEST)] -= 1
    counts = list(accumulate(changes))
    return max(range(NARROWEST, WIDEST + 1), key=lambda width: (counts[width], -width))
