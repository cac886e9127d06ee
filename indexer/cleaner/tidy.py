"""Text as it is printed, without what no reader sees: the form of every text that leaves here."""

import re
import unicodedata

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


def tidy(text: str) -> str:
    """The text in NFC, runs of white space as one space, nothing invisible at its edges.

    A lone surrogate becomes U+FFFD. Tidy text stays as it is when it is tidied again.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", _LONE_SURROGATE.sub("\ufffd", text))
    if not text.isprintable():
        text = _UNPRINTABLE.sub("", text)
    return " ".join(text.split()).strip(_EDGES)


def tidy_lines(text: str) -> tuple[str, ...]:
    """Every line of the text, tidied; an empty string for a line without anything to read."""
    return tuple(tidy(line) for line in text.splitlines())
