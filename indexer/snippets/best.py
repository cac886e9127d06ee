"""Which passages of an article answer a query best.

BM25 over passages with the inverse passage frequency of archive and article mixed, + 0.3 for words
of the query that stand near each other as they do in the query, + 1.0 for the best sentence.
Right passage first for 2,000 questions, 34 passages an article: BM25 alone .830, with the best
sentence .844, with pairs too .842 (less than .008 is chance).
"""

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from indexer.snippets.marks import Marked

_K1, _B = 1.2, 0.75  # BM25's usual values
_PAIRS = 0.3
_NEAR = 8  # words
_SENTENCE = 1.0
_SENTENCE_END = re.compile(r"[.!?…؟][\"'”’»)\]]*\s|[。！？]")


def best_passages(
    passages: Sequence[Marked], weights: Sequence[float], limit: int
) -> tuple[int, ...]:
    """The numbers (from 0) of the passages that hold a mark, best first, at most limit of them.

    weights: per leaf its inverse passage frequency in the archive.
    """
    holding = [number for number, passage in enumerate(passages) if passage.marks]
    mixed = _mixed(passages, weights)
    average = sum(passage.words for passage in passages) / max(1, len(passages))
    scores = {number: _score(passages[number], mixed, average) for number in holding}
    return tuple(sorted(holding, key=lambda number: (-scores[number], number))[:limit])


def _mixed(passages: Sequence[Marked], weights: Sequence[float]) -> tuple[float, ...]:
    """The mean of archive's and article's weights: a word in every passage of it tells little."""
    holding = Counter(leaf for passage in passages for leaf in {m.leaf for m in passage.marks})
    here = [math.log((len(passages) + 1) / (holding[leaf] + 0.5)) for leaf in range(len(weights))]
    return tuple((far + near) / 2 for far, near in zip(weights, here, strict=True))


def _score(passage: Marked, weights: Sequence[float], average: float) -> float:
    length = _K1 * (1 - _B + _B * passage.words / average)
    frequencies = Counter(leaf for leaf, _ in {(mark.leaf, mark.match) for mark in passage.marks})
    bm25 = sum(
        weights[leaf] * frequency * (_K1 + 1) / (frequency + length)
        for leaf, frequency in frequencies.items()
    )
    return bm25 + _PAIRS * _pairs(passage, weights) + _SENTENCE * _best_sentence(passage, weights)


def _pairs(passage: Marked, weights: Sequence[float]) -> float:
    """What the pairs of leaves weigh that follow each other in the query and stand near here."""
    near: set[int] = set()
    last: dict[int, int] = {}
    for mark in sorted(passage.marks, key=lambda mark: mark.token):
        for leaf, before in ((mark.leaf - 1, mark.leaf - 1), (mark.leaf, mark.leaf + 1)):
            if before in last and mark.token - last[before] <= _NEAR:
                near.add(leaf)
        last[mark.leaf] = mark.token
    return sum((weights[leaf] + weights[leaf + 1]) / 2 for leaf in near)


def _best_sentence(passage: Marked, weights: Sequence[float]) -> float:
    """What the distinct leaves of the best sentence weigh."""
    ends = [match.end() for match in _SENTENCE_END.finditer(passage.text)]
    sentences: dict[int, set[int]] = {}
    for mark in passage.marks:
        sentences.setdefault(bisect_right(ends, mark.start), set()).add(mark.leaf)
    return max(sum(weights[leaf] for leaf in leaves) for leaves in sentences.values())
