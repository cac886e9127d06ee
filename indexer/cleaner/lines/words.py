"""What the words of a line say: a weight for each, learnt, summed over the line.

A hashed bag of words, pairs of words, the first and the last word and the number of words
(Weinberger et al. 2009), scored by logistic regression.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indexer.cleaner.lexicon import Numbers, Words

BITS = 17
BUCKETS = 1 << BITS
WEIGHT_UNIT = 2.0**-9
MOST = 8.0  # log odds that words alone can give
MOST_WORDS = 400  # of a line; a dump has thousands
_COUNTED = 8  # words; longer lines are alike


@dataclass(frozen=True, slots=True)
class Weights:
    """What a logistic regression over hashed features learned."""

    weights: NDArray[np.int16]  # one a bucket, in WEIGHT_UNITs
    bias: float


def features(words: Words) -> tuple[Numbers, Numbers]:
    """The features of all lines, as (bucket, line); a line may have a bucket twice."""
    hashes, line = words.hashes, words.line
    follows = np.flatnonzero(line[1:] == line[:-1]) + 1
    is_first = np.ones(len(line), np.bool_)
    is_first[follows] = False
    is_last = np.ones(len(line), np.bool_)
    is_last[follows - 1] = False
    sizes = np.minimum(words.counts, _COUNTED) * 104_729 + 5
    buckets = (
        hashes,
        hashes[follows] * 31 + hashes[follows - 1] * 7_919,
        hashes[is_first] * 17 + 11,
        hashes[is_last] * 29 + 13,
        sizes,
    )
    lines = (line, line[follows], line[is_first], line[is_last], np.arange(len(sizes)))
    return np.concatenate(buckets) & (BUCKETS - 1), np.concatenate(lines)


def scores(found: tuple[Numbers, Numbers], lines: int, weights: Weights) -> NDArray[np.float32]:
    """The log odds of each line by its features: their weights over the root of their number."""
    buckets, line = found
    sums = np.bincount(line, weights=weights.weights[buckets], minlength=lines) * WEIGHT_UNIT
    sizes = np.maximum(np.bincount(line, minlength=lines), 1)
    return np.clip(sums / np.sqrt(sizes) + weights.bias, -MOST, MOST).astype(np.float32)
