"""Characters by class, counted for all lines of a text at once, none walked over in Python."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum, auto

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.float32]  # one number a line


class CharacterClass(IntEnum):
    """What a character is for the look of a line."""

    UPPER = 0
    LOWER = auto()
    LETTER = auto()  # of a script without capitals
    DIGIT = auto()
    WIDE = auto()  # a sign that is a word or half a word
    SPACE = auto()
    END = auto()  # of a sentence
    COMMA = auto()
    QUOTE = auto()
    MARK = auto()  # of markup and dumps
    BAR = auto()  # between links and labels
    OTHER = auto()


_SETS = {
    CharacterClass.END: ".!?…؟۔։।。！？",
    CharacterClass.COMMA: ",;،؛、，",
    CharacterClass.QUOTE: "\"'“”‘’«»„‹›`「」",
    CharacterClass.MARK: "{}[]\\=_<>~^",
    CharacterClass.BAR: "|•·/→+#@*©–—-:",
}
_TABLE_SIZE = 0x3100  # code points above are nearly all letters of scripts without spaces
_HANGUL = (0xAC00, 0xD7A4)  # words with spaces between them, though far up
_APOSTROPHE, _CURLED_APOSTROPHE = 0x27, 0x2019  # between two letters it divides no word


def _class_of(character: str) -> CharacterClass:
    for kind, characters in _SETS.items():
        if character in characters:
            return kind
    if character.isspace():
        return CharacterClass.SPACE
    if character.isupper():
        return CharacterClass.UPPER
    if character.islower():
        return CharacterClass.LOWER
    if character.isdigit():
        return CharacterClass.DIGIT
    if "\u3040" <= character <= "\u30ff":  # kana
        return CharacterClass.WIDE
    if character.isalpha() or unicodedata.category(character).startswith("M"):
        return CharacterClass.LETTER
    return CharacterClass.OTHER


def _table() -> NDArray[np.uint8]:
    classes = [_class_of(chr(code)) for code in range(_TABLE_SIZE)]
    return np.array([*classes, CharacterClass.WIDE], np.uint8)


_CLASSES = _table()
_FULL_WIDTH = {
    ord(sign): kind for kind, signs in _SETS.items() for sign in signs if ord(sign) >= _TABLE_SIZE
}


@dataclass(frozen=True, slots=True)
class Characters:
    """The characters of a text's lines: an array of numbers, a number a line."""

    length: Column  # characters
    counts: NDArray[np.float32]  # (lines, classes)
    words: Column  # two signs of a script without spaces are one
    capitalised: Column  # words that begin with a capital
    numbers: Column  # words that begin with a digit
    first: NDArray[np.uint8]  # the class of a line's first character
    ends: NDArray[np.bool_]  # does it end as a sentence ends?
    colon: NDArray[np.bool_]  # does it end with a colon?
    cut: NDArray[np.bool_]  # does it end with dots, as what goes on elsewhere?


def read_characters(texts: Sequence[str]) -> Characters:
    """The characters of tidy lines; none may be empty or hold a line feed."""
    codes = np.frombuffer(("\n".join(texts) + "\n").encode("utf-32-le", "replace"), np.uint32)
    feeds = np.flatnonzero(codes == ord("\n"))
    starts = np.concatenate(([0], feeds[:-1] + 1))
    classes = _classes(codes)
    return _characters(codes, classes, starts, feeds)


def _classes(codes: NDArray[np.uint32]) -> NDArray[np.uint8]:
    classes = _CLASSES.take(codes, mode="clip")  # above the table all are wide
    high = np.flatnonzero(codes >= _TABLE_SIZE)
    if len(high):
        of_high = codes[high]
        hangul = (of_high >= _HANGUL[0]) & (of_high < _HANGUL[1])
        classes[high[hangul]] = CharacterClass.LETTER
        for code, kind in _FULL_WIDTH.items():
            classes[high[of_high == code]] = kind
    return classes


def _characters(
    codes: NDArray[np.uint32],
    classes: NDArray[np.uint8],
    starts: NDArray[np.intp],
    feeds: NDArray[np.intp],
) -> Characters:
    lines = len(feeds)
    kinds = len(CharacterClass)
    line_and_class = np.repeat(np.arange(lines) * kinds, np.diff(feeds, prepend=-1)) + classes
    counts = np.bincount(line_and_class, minlength=lines * kinds).reshape(lines, kinds)
    begins = _word_starts(codes, classes)
    first_of_words = np.bincount(line_and_class[begins], minlength=lines * kinds).reshape(
        lines, kinds
    )
    spaced = first_of_words.sum(1) - first_of_words[:, CharacterClass.WIDE]
    last, before = feeds - 1, np.maximum(feeds - 2, starts)
    closes = (classes[last] == CharacterClass.QUOTE) | (codes[last] == ord(")"))
    is_end, ends_before = classes[last] == CharacterClass.END, classes[before] == CharacterClass.END
    return Characters(
        length=(feeds - starts).astype(np.float32),
        counts=counts.astype(np.float32),
        words=(spaced + counts[:, CharacterClass.WIDE] / 2).astype(np.float32),
        capitalised=first_of_words[:, CharacterClass.UPPER].astype(np.float32),
        numbers=first_of_words[:, CharacterClass.DIGIT].astype(np.float32),
        first=classes[starts],
        ends=is_end | (closes & ends_before),
        colon=(codes[last] == ord(":")) | (codes[last] == ord("：")),
        cut=(codes[last] == ord("…")) | (is_end & ends_before & (last > starts)),
    )


def _word_starts(codes: NDArray[np.uint32], classes: NDArray[np.uint8]) -> NDArray[np.intp]:
    inside = classes <= CharacterClass.WIDE
    begins = inside.copy()
    begins[1:] &= ~inside[:-1]
    # np.isin takes five times as long for two of them.
    joins = (codes[1:-1] == _APOSTROPHE) | (codes[1:-1] == _CURLED_APOSTROPHE)
    begins[2:] &= ~(inside[:-2] & joins)
    return np.flatnonzero(begins)
