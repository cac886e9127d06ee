"""The trained tagger for English: an averaged structured perceptron over runs of capitals.

Collins (2002), "Discriminative training methods for hidden Markov models", with the features of
features.py and the tags of decoding.py. How it was trained: training/.
"""

from collections.abc import Hashable, Sequence
from dataclasses import replace
from functools import cache
from operator import getitem
from pathlib import Path

from indexer.persons.decoding import best_tags, spans_of
from indexer.persons.evidence import gather
from indexer.persons.features import Slot, clues, expand, known_feature
from indexer.persons.lines import Line, Tagged
from indexer.persons.model import ZERO, Weights, load_weights, unpacked
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
_OUTSIDE = ZERO - OUTSIDE_PENALTY  # the score of "no name", with ZERO added like the others
_MOST_KEPT = 100_000  # sums of weights in memory; a text of other words starts them anew


class Tagger:
    """Finds mentions; keeps the sums of weights that it has needed before.

    Safe to share between threads: what they write into its memory is the same.
    """

    def __init__(self, weights: Weights, words: Words) -> None:
        self._transitions = weights.transitions
        self._words = replace(words, common=weights.common)
        rows = _Rows(weights.rows)
        self._sums = [_Sums(slot, rows, self._words) for slot in range(len(Slot))]

    def tag(self, lines: Sequence[Line]) -> tuple[Tagged, ...]:
        """The mentions of persons in a document, in order."""
        evidence = gather(lines, self._words)
        tagged = []
        for number, line in enumerate(lines):
            for run in line.runs:
                rows = [self._scores(token) for token in clues(line, run, evidence, self._words)]
                for start, end in spans_of(best_tags(rows, self._transitions)):
                    sure = _margin(rows[start:end]) >= (SURE if end - start > 1 else SURE_ALONE)
                    tagged.append(Tagged(number, run[0] + start, run[0] + end, sure))
        return tuple(tagged)

    def _scores(self, token: tuple[Hashable, ...]) -> Sequence[int]:
        return (*unpacked(sum(map(getitem, self._sums, token))), _OUTSIDE)


class _Rows(dict[str, int]):
    """The packed weights of features: of rare words what those have in common, of others none."""

    def __missing__(self, feature: str) -> int:
        return self.get(known_feature(feature, self), 0)


class _Sums(dict[Hashable, int]):
    """The packed sums of the weights of one slot's clues, those that were needed before."""

    def __init__(self, slot: int, rows: _Rows, words: Words) -> None:
        self._slot, self._rows, self._words = slot, rows, words

    def __missing__(self, clue: Hashable) -> int:
        if len(self) >= _MOST_KEPT:
            self.clear()
        features = expand(self._slot, clue, self._words)
        self[clue] = total = sum(map(self._rows.__getitem__, features))
        return total


def _margin(rows: Sequence[Sequence[int]]) -> float:
    """By how much a name's tokens, on average, are rather any part of a name than none."""
    return sum(max(row[:4]) - row[4] for row in rows) / len(rows)


@cache
def english_tagger() -> Tagger:
    """The one tagger of this process; its weights are read when first needed."""
    return Tagger(load_weights(WEIGHTS), BY_LANGUAGE[LANGUAGE])
