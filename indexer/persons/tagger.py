"""The trained tagger for English: an averaged structured perceptron over runs of capitals.

Collins (2002), "Discriminative training methods for hidden Markov models", with the features of
features.py and the tags of decoding.py. How it was trained: training/.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import starmap
from operator import getitem
from pathlib import Path

from indexer.persons.decoding import best_tags, spans_of
from indexer.persons.evidence import gather
from indexer.persons.features import Slot, clues, expand, known_feature
from indexer.persons.lines import Line, Tagged
from indexer.persons.model import Weights, load_weights
from indexer.persons.words import BY_LANGUAGE, Words

LANGUAGE = "en"
WEIGHTS = Path(__file__).with_name("english.npz")
# Taken from the score of "no name", for a missed name costs a reader more than one too many. On
# unseen news 0, 12 and 24 give recalls of 87.4, 88.0, 88.5 and precisions of 90.3, 89.7, 89.0.
OUTSIDE_PENALTY = 12
# The mean margin of its tokens from which on a mention is sure. A word alone has to be surer: most
# wrong persons of one word are places. With 35 and 220 persons have a precision of 84.1 and a
# recall of 83.2, with 60 and 300 of 84.6 and 83.0.
SURE = 60
SURE_ALONE = 300
_MOST_KEPT = 100_000  # sums of weights in memory; a text of other words starts them anew


class Tagger:
    """Finds mentions; keeps the sums of weights that it has needed before.

    Safe to share between threads: what they write into its memory is the same.
    """

    def __init__(self, weights: Weights, words: Words) -> None:
        self._weights = weights
        self._words = replace(words, common=weights.common)
        self._sums: list[dict[Hashable, int]] = [{} for _ in Slot]  # packed

    def tag(self, lines: Sequence[Line]) -> tuple[Tagged, ...]:
        """The mentions of persons in a document, in order."""
        evidence = gather(lines, self._words)
        tagged = []
        for number, line in enumerate(lines):
            for run in line.runs:
                rows = [self._scores(token) for token in clues(line, run, evidence, self._words)]
                for start, end in spans_of(best_tags(rows, self._weights.transitions)):
                    sure = _margin(rows[start:end]) >= (SURE if end - start > 1 else SURE_ALONE)
                    tagged.append(Tagged(number, run[0] + start, run[0] + end, sure))
        return tuple(tagged)

    def _scores(self, token: tuple[Hashable, ...]) -> list[int]:
        try:
            total = sum(map(getitem, self._sums, token))
        except KeyError:
            total = sum(starmap(self._sum, enumerate(token)))
        return [*_unpacked(total), -OUTSIDE_PENALTY]

    def _sum(self, slot: int, clue: Hashable) -> int:
        known, rows = self._sums[slot], self._weights.rows
        if clue not in known:
            if len(known) >= _MOST_KEPT:
                known.clear()
            features = expand(slot, clue, self._words)
            named = (known_feature(feature, rows) for feature in features)
            known[clue] = _packed(rows[feature] for feature in named if feature in rows)
        return known[clue]


# The four sums of a clue are kept as one integer, so that a token's scores are one addition of
# nine: twice as fast as adding rows. No clue has forty features, no weight is beyond 127.
_BITS = 20
_ZERO = 1 << 13
_MASK = (1 << _BITS) - 1


def _packed(rows: Iterable[Sequence[int]]) -> int:
    totals = map(sum, zip((0, 0, 0, 0), *rows, strict=True))
    return sum((total + _ZERO) << (_BITS * n) for n, total in enumerate(totals))


def _unpacked(total: int) -> tuple[int, int, int, int]:
    """The sums of a token, which has one clue a slot."""
    zero = _ZERO * len(Slot)
    return (
        (total & _MASK) - zero,
        (total >> _BITS & _MASK) - zero,
        (total >> 2 * _BITS & _MASK) - zero,
        (total >> 3 * _BITS) - zero,
    )


def _margin(rows: Sequence[Sequence[int]]) -> float:
    """By how much a name's tokens, on average, are rather any part of a name than none."""
    return sum(max(row[:4]) - row[4] for row in rows) / len(rows)


@cache
def english_tagger() -> Tagger:
    """The one tagger of this process; its weights are read when first needed."""
    return Tagger(load_weights(WEIGHTS), BY_LANGUAGE[LANGUAGE])
