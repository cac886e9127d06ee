"""The words of a vocabulary that are a slip or two away from a typed one, found in milliseconds.

Each word has 64 bits: which of 32 kinds of letters it has, and which twice. A letter more or less
changes one bit at most, another letter two, a swap none: words whose bits differ more are not near,
and numpy leaves them out by the hundred thousand. Only the others are compared letter by letter.
Memory: 24 bytes a word beside the words themselves, 12 MB for 500,000.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import OSA

_KINDS = 32  # of letters: the last five bits of the code point, one for each of a to z
_AT_ONCE = 20_000  # words whose letters are counted in one table, of 5 MB
_Bits = npt.NDArray[np.uint64]


class NearWords:
    """A vocabulary by length. Immutable, safe to share between threads."""

    def __init__(self, vocabulary: Sequence[tuple[str, int]]) -> None:
        """vocabulary: words, none of them empty, with the number of documents that hold them."""
        ordered = sorted(sorted(vocabulary), key=lambda pair: len(pair[0]))
        self._words = [word for word, _ in ordered]
        self._documents = np.array([documents for _, documents in ordered], dtype=np.int64)
        lengths = np.array([len(word) for word in self._words], dtype=np.int64)
        longest = int(lengths[-1]) if ordered else 0
        self._starts = np.searchsorted(lengths, np.arange(longest + 2)).tolist()
        self._bits = _bits_of(self._words)

    def documents(self, word: str) -> int:
        """How many documents hold the word; 0: it is not in the vocabulary."""
        start, end = self._of_length(len(word))
        place = bisect_left(self._words, word, start, end)
        found = place < end and self._words[place] == word
        return int(self._documents[place]) if found else 0

    def near(self, word: str, slips: int) -> Iterator[tuple[str, int, int]]:
        """The other words so many slips away at most: word, its documents, slips.

        A slip is a letter more, less or another, or two neighbours swapped.
        """
        bits = _bits_of([word])[0]
        for length in range(max(1, len(word) - slips), len(word) + slips + 1):
            start, end = self._of_length(length)
            differing = np.bitwise_count(self._bits[start:end] ^ bits)
            allowed = 2 * slips - abs(length - len(word))
            places = (np.flatnonzero(differing <= allowed) + start).tolist()
            words = [self._words[place] for place in places]
            for found, distance, number in process.extract(
                word, words, scorer=OSA.distance, score_cutoff=slips, limit=None
            ):
                if distance:
                    yield found, int(self._documents[places[number]]), int(distance)

    def _of_length(self, length: int) -> tuple[int, int]:
        if length + 1 >= len(self._starts):
            return 0, 0
        return self._starts[length], self._starts[length + 1]


def _bits_of(words: Sequence[str]) -> _Bits:
    borders = [*range(0, len(words), _AT_ONCE), len(words)]
    parts = [_bits_of_some(words[start:end]) for start, end in pairwise(borders) if start < end]
    return np.concatenate(parts) if parts else np.zeros(0, dtype=np.uint64)


def _bits_of_some(words: Sequence[str]) -> _Bits:
    """Bits 0 to 31: the word has such a letter; 32 to 63: it has it twice."""
    letters = np.frombuffer("".join(words).encode("utf-32-le"), dtype="<u4") % _KINDS
    word_of_letter = np.repeat(np.arange(len(words)), [len(word) for word in words])
    cells = word_of_letter * _KINDS + letters
    counts = np.bincount(cells, minlength=len(words) * _KINDS).reshape(len(words), _KINDS)
    planes = np.concatenate([counts >= 1, counts >= 2], axis=1)
    packed = np.packbits(planes, axis=1, bitorder="little")
    return packed.view("<u8").reshape(len(words)).astype(np.uint64)
