"""The trainer: an averaged structured perceptron (Collins 2002), the same weights at every run."""

import random
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from indexer.persons.decoding import START, O, best_tags
from indexer.persons.features import RARE_WORD, expand, known_feature
from indexer.persons.model import Weights, packed
from indexer.persons.training.examples import Example
from indexer.persons.words import Words

ROUNDS = 4
LEAST_SEEN = 2  # times in the data; rarer features have no weight
LEAST_SEEN_WORD = 3  # rarer words share one weight, so that unknown words have a learned one
# One order of the examples gives figures up to a point better or worse than another: the weights
# are the mean over several.
SEEDS = tuple(range(20, 28))
# The largest weights go up to 36; with three steps a unit all but a few keep their value in int8,
# and the loss of the rest is not seen in any figure.
STEPS = 3

Prepared = tuple[NDArray[np.int32], list[int]]  # features a token (padded with 0), tags


class _Learner:
    """Weights, and their sums over time for the average (Daumé's way: weight times clock)."""

    def __init__(self, features: int) -> None:
        self.weights = np.zeros((features, 5))
        self.transitions = np.zeros((START + 1, 5))
        self._late_weights = np.zeros_like(self.weights)
        self._late_transitions = np.zeros_like(self.transitions)
        self._clock = 1

    def learn(self, features: NDArray[np.int32], tags: Sequence[int]) -> None:
        """Guesses, and learns from a wrong guess."""
        scores = self.weights[features].sum(axis=1).tolist()
        guess = best_tags(scores, self.transitions.tolist())
        if guess != tags:
            self._move(features, tags, 1)
            self._move(features, guess, -1)
        self._clock += 1

    def averaged(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Weights and transitions, averaged over all steps."""
        return (
            self.weights - self._late_weights / self._clock,
            self.transitions - self._late_transitions / self._clock,
        )

    def _move(self, features: NDArray[np.int32], tags: Sequence[int], by: int) -> None:
        before = START
        for row, tag in zip(features, tags, strict=True):
            used = row[row > 0]
            self.weights[used, tag] += by
            self._late_weights[used, tag] += by * self._clock
            self.transitions[before, tag] += by
            self._late_transitions[before, tag] += by * self._clock
            before = tag


def train(examples: Sequence[Example], words: Words) -> Weights:
    """The weights that the examples teach, words.common among them.

    The order of the examples matters, chance does not.
    """
    spelled = _spelled(examples, words)
    numbers = _numbered(examples, spelled)
    prepared = list(_prepared(examples, spelled, numbers))
    learned = [_learned(prepared, len(numbers) + 1, seed) for seed in SEEDS]
    weights = np.mean([weights for weights, _ in learned], axis=0)
    transitions = np.mean([transitions for _, transitions in learned], axis=0)
    return replace(_as_weights(numbers, weights, transitions), common=words.common)


def _learned(
    prepared: Sequence[Prepared], features: int, seed: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    learner = _Learner(features)
    shuffle = random.Random(seed)
    ordered = list(prepared)
    for _ in range(ROUNDS):
        shuffle.shuffle(ordered)
        for rows, tags in ordered:
            learner.learn(rows, tags)
    return learner.averaged()


def _spelled(
    examples: Sequence[Example], words: Words
) -> dict[tuple[int, Hashable], tuple[str, ...]]:
    """The features of every clue in the examples."""
    found = {clue for example in examples for token in example.clues for clue in enumerate(token)}
    return {(slot, clue): tuple(expand(slot, clue, words)) for slot, clue in found}


def _numbered(
    examples: Sequence[Example], spelled: dict[tuple[int, Hashable], tuple[str, ...]]
) -> dict[str, int]:
    """The features seen often enough, numbered from 1 in order."""
    seen: Counter[str] = Counter()
    for example in examples:
        for token in example.clues:
            for clue in enumerate(token):
                seen.update(spelled[clue])
    often = [feature for feature, count in seen.items() if count >= _least(feature)]
    return {feature: number for number, feature in enumerate(sorted([*often, RARE_WORD]), 1)}


def _least(feature: str) -> int:
    return LEAST_SEEN_WORD if feature.startswith("w=") else LEAST_SEEN


def _prepared(
    examples: Sequence[Example],
    spelled: dict[tuple[int, Hashable], tuple[str, ...]],
    numbers: dict[str, int],
) -> Iterator[Prepared]:
    known = {
        clue: [numbers[f] for f in (known_feature(f, numbers) for f in features) if f in numbers]
        for clue, features in spelled.items()
    }
    for example in examples:
        rows = [
            [number for clue in enumerate(token) for number in known[clue]]
            for token in example.clues
        ]
        width = max(map(len, rows))
        padded = [row + [0] * (width - len(row)) for row in rows]
        yield np.array(padded, np.int32), list(example.tags)


def _as_weights(
    numbers: dict[str, int], weights: NDArray[np.float64], transitions: NDArray[np.float64]
) -> Weights:
    against_outside = np.rint((weights - weights[:, [O]])[:, :O] * STEPS).clip(-127, 127)
    steps: list[list[int]] = np.rint(transitions * STEPS).astype(int).tolist()
    rows = against_outside.astype(int).tolist()
    return Weights(
        # A word without weight is still no rare word.
        {f: packed(rows[n]) for f, n in numbers.items() if any(rows[n]) or f.startswith("w=")},
        steps,
    )
