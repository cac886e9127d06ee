"""Which words are names that people bear anywhere in the world, and which are names of places.

Asked word by word. The file, made by `training/lexicon.py`, keeps 26 bits of a checksum of each
word and of a name besides how many different names are written so; one word in 280 that is no name
is taken for a rare one.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

FORMAT = 1
FILE = Path(__file__).with_name("lexicon.npz")
_BITS = 26
_CLASS_BITS = 2
# How many names are written like the word from which on it is of class 1, 2, 3, 4: a family of one
# village is one name, and Khan four.
_CLASSES = (1, 2, 3, 6)


class Lexicon:
    """Words, folded as `tokens.folded` does; immutable."""

    def __init__(self, names: NDArray[np.uint32], places: NDArray[np.uint32]) -> None:
        """Takes sorted arrays: checksums of names, each followed by its class; of places, bare."""
        self._names = array("I", names.astype(np.uintc).tobytes())
        self._places = array("I", places.astype(np.uintc).tobytes())

    def bearing(self, word: str) -> int:
        """How common the word is as a name or part of one: 0 for not at all, up to 4."""
        wanted = _checksum(word) << _CLASS_BITS
        found = bisect_left(self._names, wanted)
        if found == len(self._names) or self._names[found] >> _CLASS_BITS != wanted >> _CLASS_BITS:
            return 0
        return (self._names[found] & ((1 << _CLASS_BITS) - 1)) + 1

    def is_place(self, word: str) -> bool:
        """Whether the word is a country, a region, a capital, or one of theirs: Kenya, Kenyan."""
        wanted = _checksum(word)
        found = bisect_left(self._places, wanted)
        return found < len(self._places) and self._places[found] == wanted


@cache
def lexicon() -> Lexicon:
    """The one lexicon of this process, read when first needed."""
    return load_lexicon(FILE)


def load_lexicon(path: Path) -> Lexicon:
    """The lexicon in a file. Raises ValueError for a file of another format."""
    with np.load(path, allow_pickle=False) as file:
        if int(file["format"]) != FORMAT:
            raise ValueError(
                f"{path}: a lexicon of format {file['format']}, expected {FORMAT}; make it again"
            )
        return Lexicon(_sums(file["names"]), _sums(file["places"]))


def save_lexicon(names: Mapping[str, int], places: Iterable[str], path: Path) -> None:
    """Writes a lexicon, the same bytes for the same words.

    Args:
        names: word → how many names are written so; at least 1.
        places: words.
        path: the file.

    """
    classes: dict[int, int] = {}
    for word, count in names.items():
        sum_ = _checksum(word)
        classes[sum_] = max(classes.get(sum_, 0), sum(count >= least for least in _CLASSES) - 1)
    with path.open("wb") as file:
        np.savez_compressed(
            file,
            format=np.int64(FORMAT),
            names=_steps([sum_ << _CLASS_BITS | rank for sum_, rank in classes.items()]),
            places=_steps({_checksum(word) for word in places}),
        )


def _checksum(word: str) -> int:
    return crc32(word.encode("utf-8", "replace")) >> (32 - _BITS)


def _steps(numbers: Iterable[int]) -> NDArray[np.uint32]:
    """The numbers in order, each as its distance from the one before: small, and so compressed."""
    ordered = np.array([0, *sorted(numbers)], np.uint32)
    return ordered[1:] - ordered[:-1]


def _sums(steps: NDArray[np.uint32]) -> NDArray[np.uint32]:
    return np.cumsum(steps, dtype=np.uint32)
