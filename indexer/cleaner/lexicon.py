"""The words of a text as numbers: of each its hash, its length and what it is a trace of.

Every different word is looked at once and then known, so that all the words of a text cost one
pass of look-ups, 50 ns each, and the rest is done for all of them at once.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from indexer.cleaner.byline import begins_byline
from indexer.cleaner.line_signs import BUTTON_WORDS, begins_sign
from indexer.cleaner.traces import BUTTONS, BYLINE, DIGIT, SIGN, WORDLESS, traces_of_words

Numbers = NDArray[np.int64]

# How a word's hash, its length and its traces share one number.
_HASH_BITS = 32
_LENGTH_BITS = 4
_LONGEST = (1 << _LENGTH_BITS) - 1  # letters; longer words are alike
_TRACES_SHIFT = _HASH_BITS + _LENGTH_BITS
_OF_FIRST_WORDS = BYLINE | SIGN  # traces that a word is of where its line begins with it

# Letters of the words that are remembered, some 200 bytes for ten of them; a batch of 1,300 texts
# of twelve languages has 900,000.
_MOST_LETTERS = 2_000_000

_A_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of all lines, one after the other."""

    hashes: Numbers
    line: Numbers  # in which line each stands
    counts: Numbers  # words a line
    lengths: Numbers  # letters a word, 15 of longer ones
    traces: Numbers  # what each is a trace of

    def traces_of_lines(self) -> list[int]:
        """What the words of each line are traces of."""
        filled = self.counts > 0
        found = np.where(filled, 0, WORDLESS)
        if len(self.traces):
            starts = (np.cumsum(self.counts) - self.counts)[filled]
            found[filled] = np.bitwise_or.reduceat(self.traces & ~_OF_FIRST_WORDS, starts)
            found[filled] |= self.traces[starts] & _OF_FIRST_WORDS
        # A word has this bit where no button has the word, a line where all its words are buttons'.
        traces: list[int] = (found ^ BUTTONS).tolist()
        return traces

    def first(self, most: int) -> "Words":
        """The same without what a line has beyond so many words."""
        if self.counts.max(initial=0) <= most:
            return self
        starts = np.cumsum(self.counts) - self.counts
        kept = np.arange(len(self.line)) - starts[self.line] < most
        return Words(
            self.hashes[kept],
            self.line[kept],
            np.minimum(self.counts, most),
            self.lengths[kept],
            self.traces[kept],
        )


def hash_of(word: str) -> int:
    """The same number for a word on every machine and in every process."""
    return crc32(word.encode("utf-8", "replace"))


def read_words(lines: Sequence[Sequence[str]]) -> Words:
    """The words of the lines, case folded."""
    counts = np.fromiter(map(len, lines), np.int64, len(lines))
    numbers = _LEXICON.numbers(list(chain.from_iterable(lines)))
    return Words(
        hashes=numbers & ((1 << _HASH_BITS) - 1),
        line=np.repeat(np.arange(len(lines)), counts),
        counts=counts,
        lengths=numbers >> _HASH_BITS & _LONGEST,
        traces=numbers >> _TRACES_SHIFT,
    )


class _Lexicon:
    """The words that were met."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._letters = 0

    def numbers(self, words: Sequence[str]) -> Numbers:
        """The number of each word."""
        if self._letters > _MOST_LETTERS:
            self._numbers, self._letters = {}, 0
        found = list(map(self._numbers.get, words))
        new = {word for word, number in zip(words, found, strict=True) if number is None}
        if new:
            self._letters += sum(map(len, new))
            self._numbers.update(_numbers_of(new))
            found = [
                self._numbers[word] if number is None else number
                for word, number in zip(words, found, strict=True)
            ]
        return np.array(found, np.int64)


_LEXICON = _Lexicon()


def _numbers_of(words: Iterable[str]) -> dict[str, int]:
    """The number of each word: 1 µs a word, a tenth of the time of a batch in many languages."""
    traced = traces_of_words(words)
    return {
        word: hash_of(word)
        | (len(word) if len(word) < _LONGEST else _LONGEST) << _HASH_BITS
        | (traced.get(word, 0) | _own_traces(word)) << _TRACES_SHIFT
        for word in words
    }


def _own_traces(word: str) -> int:
    """What a word is a trace of as a whole, or by its beginning."""
    traces = SIGN if begins_sign(word) else 0
    if begins_byline(word):
        traces |= BYLINE
    if word in BUTTON_WORDS:
        return traces
    if word.isalpha():  # nearly all
        return traces | BUTTONS
    if _A_DIGIT.search(word):
        traces |= DIGIT
    return traces if word[0].isdigit() else traces | BUTTONS
