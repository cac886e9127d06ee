"""The trained tagger for English: an averaged structured perceptron over runs of capitals.

Collins (2002), "Discriminative training methods for hidden Markov models", with the features of
features.py and the tags of decoding.py. How it was trained: training/.
"""

from collections.abc import Hashable, Sequence
from dataclasses import replace
from functools import cache
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
# unseen news 12, 18 and 24 give recalls of 83.2, 83.7, 84.4 and precisions of 89.8, 89.6, 88.8.
OUTSIDE_PENALTY = 18
# The mean margin of its tokens from which on a mention is sure. A word alone has to be surer: most
# wrong persons of one word are places (persons' precision 81.1 → 82.0, recall 79.4 → 79.2).
SURE = 35
SURE_ALONE = 220
_MOST_KEPT = 100_000  # sums of weights in memory; a text of other words starts them anew


class Tagger:
    """Finds mentions; keeps the sums of weights that it has needed before.

    Safe to share between threads: what they write into its memory is the same.
    """

    def __init__(self, weights: Weights, words: Words) -> None:
        self._weights = weights
        self._words = replace(words, common=weights.common)
        self._sums: list[dict[Hashable, tuple[int, ...]]] = [{} for _ in Slot]

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
        sums = [
            known.get(clue) or self._sum(slot, clue)
            for slot, (known, clue) in enumerate(zip(self._sums, token, strict=True))
        ]
        return [*map(sum, zip(*sums, strict=True)), -OUTSIDE_PENALTY]

    def _sum(self, slot: int, clue: Hashable) -> tuple[int, ...]:
        known, rows = self._sums[slot], self._weights.rows
        features = expand(slot, clue, self._words)
        named = (known_feature(feature, rows) for feature in features)
        found = [rows[feature] for feature in named if feature in rows]
        if len(known) >= _MOST_KEPT:
            known.clear()
        known[clue] = total = tuple(map(sum, zip(*found, strict=True))) or (0, 0, 0, 0)
        return total


def _margin(rows: Sequence[Sequence[int]]) -> float:
    """By how much a name's tokens, on average, are rather any part of a name than none."""
    return sum(max(row[:4]) - row[4] for row in rows) / len(rows)


@cache
def english_tagger() -> Tagger:
    """The one tagger of this process; its weights are read when first needed."""
    return Tagger(load_weights(WEIGHTS), BY_LANGUAGE[LANGUAGE])
