"""Text as it is printed, without what no reader sees: the form of every text that leaves here."""

import re
import unicodedata
from collections.abc import Iterator

# Zero-width and bidirectional marks: at the edges of a text they print nothing; inside they may
# join or order letters (Persian, Hebrew), so there they stay.
_INVISIBLE = (
    "\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff\ufff9\ufffa\ufffb"
)
_EDGES = _INVISIBLE + " "

# Controls that are no white space, and code points that are no characters, print nothing anywhere;
# a lone surrogate cannot be stored as UTF-8.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufffe\uffff]")
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")


# Putting a run of marks in order takes NFC the square of its length: 2.5 s for 60,000 of them.
# No writing needs more than thirty (Unicode Standard Annex 15, Stream-Safe Text); a mark is no \w.
_MOST_MARKS = 30
_LONG_WORD = 200  # characters; a shorter one holds no run that takes long
_MAY_BE_MARKS = re.compile(r"[^\w\s\x00-\x7f]{31,}")


def tidy(text: str) -> str:
    """The text in NFC, runs of white space as one space, nothing invisible at its edges.

    A lone surrogate becomes U+FFFD. Tidy text stays as it is when it is tidied again.
    """
    if not text.isascii():
        text = _LONE_SURROGATE.sub("\ufffd", text)
    if not text.isprintable():
        text = _UNPRINTABLE.sub("", text)
    words = text.split()
    text = " ".join(words)
    if not text.isascii():
        if max(map(len, words)) > _LONG_WORD:
            text = _MAY_BE_MARKS.sub(_without_more_marks, text)
        text = unicodedata.normalize("NFC", text)
    return text.strip(_EDGES)


def _without_more_marks(match: re.Match[str]) -> str:
    kept = []
    run = 0
    for sign in match.group():
        run = run + 1 if unicodedata.combining(sign) else 0
        if run <= _MOST_MARKS:
            kept.append(sign)
    return "".join(kept)


def tidy_lines(text: str) -> Iterator[str]:
    """Every line of the text, tidied; an empty string for a line without anything to read."""
    return (
        # What most lines need, without a call for each: of what prints in ASCII only the space is
        # white, and most lines have none at their edges and no two in a row.
        (" ".join(line.split()) if "  " in line else line.strip(" "))
        if line.isascii() and line.isprintable()
        else tidy(line)
        for line in text.splitlines()
    )
