"""What is compared of an article's lines: their words as hashes, their forms, and what was removed.

Small, because that of every article of an outlet is held at once.
"""

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import islice

from indexer.identity import fold
from indexer.model import Document, Reason

# A whole sentence may be quoted again and again, as agencies do with their background; so long a
# line is one whatever it ends with.
LONG_LINE = 120  # characters
LONG_LINE_WORDS = 20

_COMPARED = 400  # characters; lines alike so far are alike, and long ones cost no more
_DIGITS = re.compile(r"\d+")
# Of figures and prices, as 1,200 and 0.5, the group is the mark.
_NUMBER = re.compile(r"\d+(?:([.,:/-])\d+)*")
_DATE_OR_TIME = re.compile(
    r"\b(?:\d{1,2}([./-])\d{1,2}\1\d{2,4}|\d{4}([./-])\d{1,2}\2\d{1,2}|\d{1,2}:\d\d)(?!\d)"
)
_END = re.compile(r"[.!?…。！？؟۔][^\w.!?…。！？؟۔]{0,4}\Z")

# Of the long words of a line, this share at most in the rest of its article: it is about something
# else. Among the last sentences of articles one in five is so, of repeated debris two in three.
_FOREIGN_SHARE = 0.25
_FEWEST_WORDS = 3
_WORD = re.compile(r"[^\W\d_]{5,}")
_WITHOUT_SPACES = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff]")

# A line that the cleaner removed for one of these reasons elsewhere may be debris here.
_DEBRIS = frozenset(
    (
        Reason.NAVIGATION,
        Reason.MASTHEAD,
        Reason.SHARING,
        Reason.RELATED,
        Reason.COMMENTS,
        Reason.PROMOTION,
        Reason.COOKIES,
        Reason.AUTHOR_NOTE,
        Reason.OTHER,
    )
)


class LineForm(IntEnum):
    """What a line looks like, by itself and, of sentences, beside the rest of its article."""

    BARE = 0
    SENTENCE = 1  # of too few long words to say more
    AT_HOME = 2  # a sentence whose words the article has elsewhere too
    FOREIGN = 3  # a sentence that shares hardly a word with the rest of its article
    LONG = 4  # as the three above
    LONG_AT_HOME = 5
    LONG_FOREIGN = 6

    @property
    def is_long(self) -> bool:
        """Whether it is a whole sentence whatever it ends with."""
        return self >= LineForm.LONG

    @property
    def is_foreign(self) -> bool:
        """Whether it is about something else than its article."""
        return self in (LineForm.FOREIGN, LineForm.LONG_FOREIGN)

    @property
    def is_at_home(self) -> bool:
        """Whether it is about what its article is about."""
        return self in (LineForm.AT_HOME, LineForm.LONG_AT_HOME)


@dataclass(frozen=True, slots=True)
class PrintedLines:
    """The lines of an article: hashes of those that are kept, in order, and of debris."""

    kept: Sequence[int]
    forms: bytes  # LineForm of each that is kept
    debris: Sequence[int]
    title: frozenset[str]  # its long words


def folded_line(text: str) -> str:
    """A line for comparison: its beginning, folded as ids fold, and counts, dates and times alike.

    A row of figures is another row where the figures are others.
    """
    line = fold(text[:_COMPARED])
    rest = _DATE_OR_TIME.sub("", line)
    numbers = list(islice(_NUMBER.finditer(rest), 3))
    is_date = rest != line or any(len(number[0]) == 4 for number in numbers)
    if len(numbers) > 1 + is_date or any(number[1] for number in numbers):
        return line
    return _DIGITS.sub("0", line)


def debris_lines(document: Document) -> frozenset[str]:
    """What the cleaner removed of a document as debris, folded."""
    return frozenset(folded_line(r.text) for r in document.removed if r.reason in _DEBRIS)


def printed_lines(kept: Sequence[str], debris: Iterable[str], title: str) -> PrintedLines:
    """What is compared of an article, whose lines are given folded; those kept in order."""
    words = [frozenset(_WORD.findall(line)) for line in kept]
    # Twins count once: a line is not at home because it is printed twice.
    lines_of = Counter(
        word for line in dict(zip(kept, words, strict=True)).values() for word in line
    )
    titles = frozenset(_WORD.findall(title))
    lines_of.update(titles)
    return PrintedLines(
        array("q", map(hash, kept)),
        bytes(_form(line, own, lines_of) for line, own in zip(kept, words, strict=True)),
        array("q", sorted(map(hash, debris))),
        titles,
    )


def _form(line: str, words: frozenset[str], lines_of: Counter[str]) -> LineForm:
    is_long = len(line) >= LONG_LINE or line.count(" ") >= LONG_LINE_WORDS - 1
    if not is_long and not _END.search(line):
        return LineForm.BARE
    form = LineForm.LONG if is_long else LineForm.SENTENCE
    if len(words) < _FEWEST_WORDS or _WITHOUT_SPACES.search(line):
        return form
    is_foreign = sum(lines_of[word] > 1 for word in words) <= _FOREIGN_SHARE * len(words)
    return LineForm(form + (2 if is_foreign else 1))
