"""Text to tokens: names stay whole (al-Masri, Jong-un, O'Brien, J.), a possessive 's stands alone.

Written for hostile text: one pass of a regular expression that cannot look back, and a token of a
megabyte costs no more than a megabyte of tokens.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple, overload

from indexer.identity import name_key

# Soft hyphens, zero-width and bidi marks: they stand inside words and mean nothing to us.
INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
# \w leaves out the marks that combine: accents in NFD, Arabic and Hebrew vowels.
_LETTER = rf"[\w\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670{INVISIBLE}]"
_TOKEN = (
    # Initials with their full stops: J. or J.-P. No more than six, lest a long row that is none be
    # tried again from each of its letters.
    r"(?:[^\W\d_]\.-?){1,6}(?=\W|[^\W\d_]{2}|$)"
    # Possessive: what could be given back costs 170 bytes a part of "A-A-A-…".
    rf"|{_LETTER}++(?:['’ʼ](?!s(?!\w)|S(?!\w)){_LETTER}++|[-‐‑]{_LETTER}++)*+"
    r"|['’ʼ][sS](?!\w)"
    r"|[^\w\s]"
)
_WORDS = re.compile(_TOKEN)
_WORDS_AND_ELISIONS = re.compile(rf"\b(?:[cdjlmnst]|qu)['’ʼ](?=\w)|{_TOKEN}", re.IGNORECASE)
_INVISIBLE = re.compile(f"[{INVISIBLE}]+")
_SPACE = re.compile(r"\s+")

# Nobody's name is longer; such a token is a URL, a hash or worse.
LONGEST_NAME_TOKEN = 40


class Token(NamedTuple):
    """A word, its initials or one mark of punctuation, and where it stands."""

    text: str  # as printed
    start: int
    end: int


def tokenise(text: str, *, elisions: bool = False) -> list[Token]:
    """The tokens of a text, in order; with elisions l' and d' are tokens of their own."""
    pattern = _WORDS_AND_ELISIONS if elisions else _WORDS
    # Half the time of Token(…), which is a function in Python; a document has a thousand.
    new = tuple.__new__
    return [new(Token, (m[0], m.start(), m.end())) for m in pattern.finditer(text)]


def texts_of_tokens(text: str, *, elisions: bool = False) -> list[str]:
    """The tokens of a text as printed: half the time of tokenise."""
    return (_WORDS_AND_ELISIONS if elisions else _WORDS).findall(text)


class PlacedTokens(Sequence[Token]):
    """The tokens of a text, placed when one is first asked for: most lines name nobody."""

    __slots__ = ("_starts", "_text", "_texts")

    def __init__(self, text: str, texts: Sequence[str]) -> None:
        """Takes a text and its tokens as printed."""
        self._text = text
        self._texts = texts
        self._starts: Sequence[int] = ()

    def __len__(self) -> int:
        return len(self._texts)

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Token]: ...
    def __getitem__(self, place: int | slice) -> Token | Sequence[Token]:
        """The token, or tokens, at a place."""
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        text = self._texts[place]
        self._starts = self._starts or self._placed()
        start = self._starts[place]
        return Token(text, start, start + len(text))

    def _placed(self) -> Sequence[int]:
        # Between two tokens is only white space, and none in a token: what is found is the token.
        starts, end = [], 0
        for text in self._texts:
            start = self._text.index(text, end)
            starts.append(start)
            end = start + len(text)
        return starts


def reading(word: str) -> tuple[str, bool]:
    """A token's folded word, and whether it begins as a name does.

    A token longer than any name has neither: "" and False.
    """
    return _READINGS[word]


def read_tokens(texts: Sequence[str]) -> tuple[Sequence[str], Sequence[bool]]:
    """The readings of tokens as printed: all folded words, and which begin as names do."""
    folds, capitals = zip(*map(_READINGS.__getitem__, texts), strict=True) if texts else ((), ())
    return folds, capitals


class _Readings(dict[str, tuple[str, bool]]):
    """The readings of the words met last: news has few new ones, 4 of 5 are found here.

    Half the time of an lru_cache. Whatever threads share it write the same into it.
    """

    def __missing__(self, word: str) -> tuple[str, bool]:
        if len(word) > LONGEST_NAME_TOKEN:
            return "", False
        if len(self) >= _MOST_READINGS:
            self.clear()
        self[word] = read = folded(word), is_capitalised(word)
        return read


_READINGS = _Readings()
_MOST_READINGS = 1 << 15


def is_capitalised(word: str) -> bool:
    """Whether a word begins as a name does: O'Brien, al-Masri, d'Alema and J. do."""
    if word[0].isupper() or word[0].istitle():
        return True
    if "-" in word or "’" in word or "'" in word or not word[0].isalpha():
        return _begins_after_prefix(word)
    return False


def is_initial(word: str) -> bool:
    """J. or J.-P., and a lone capital letter."""
    return (len(word) == 1 and word.isupper()) or (word[-1:] in ".-" and word[:1].isupper())


def clean_name(text: str) -> str:
    """A name as printed, without line breaks, double spaces and marks that nobody sees."""
    return _SPACE.sub(" ", _INVISIBLE.sub("", text)).strip()


def folded(word: str) -> str:
    """A word for comparison: case, accents and invisible marks folded; "" for a mark alone."""
    if len(word) == 1 and not word.isalnum():
        return ""
    if word.isascii():
        return word.lower().replace("'", "").rstrip(".")
    return name_key(_INVISIBLE.sub("", word))


# al-Masri, el-Sisi, d'Alema: a short prefix in lower case, then a capital.
_PREFIXED = re.compile(r"(?:[^\W\d_]{1,4}[-‐‑]|[dDlL]['’])(?=[^\W\d_])")


def _begins_after_prefix(word: str) -> bool:
    word = _INVISIBLE.sub("", word)
    if word[:1].isupper():
        return True
    prefix = _PREFIXED.match(word)
    return prefix is not None and word[prefix.end()].isupper()
