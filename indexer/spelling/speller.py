"""The likeliest words for a typed one: how likely the slip, times how common the word."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nlargest

from indexer.spelling.nearness import NearWords
from indexer.spelling.slips import cost_of_slips

DOCUMENTS_ENOUGH = 5  # a word in as many documents is no typing error
_TIMES_AS_FREQUENT = 10  # a word that is known needs a much more frequent one to doubt it
_SHORTEST, _LONGEST = 3, 40  # letters; what is shorter is near to everything
_LONG = 5  # letters from which two slips are one word badly typed, not another word
_LARGEST_VOCABULARY = 500_000  # words, the most frequent; what is rarer is mostly misspelt itself
# People look for rare words more often than these are printed. Where words are drawn as printed, 1
# is best (.906 of the first right, with .8 .902), where all are drawn alike .6 (.889 and .880).
_WEIGHT_OF_COMMONNESS = 0.8
_MOST_WEIGHED = 40  # the likeliest by a rough measure; the exact one costs 10 µs a word
_ROUGH_COST = 4.0  # of a slip, in nats


@dataclass(frozen=True, slots=True)
class Guess:
    """A word that may have been meant."""

    word: str
    documents: int
    cost: float  # how unlikely the slip is, in nats

    @property
    def score(self) -> float:
        """Greater is likelier; to be compared with other guesses for the same typed word."""
        return likelihood(self.documents, self.cost)


def likelihood(documents: float, cost: float) -> float:
    """Of something that so many documents hold (at least a trace of one), by so unlikely a slip."""
    return _WEIGHT_OF_COMMONNESS * math.log(documents) - cost


class Speller:
    """Knows the words of an archive. Safe to share between threads."""

    def __init__(self, vocabulary: Sequence[tuple[str, int]]) -> None:
        """vocabulary: folded words with the number of documents that hold them."""
        known = [pair for pair in vocabulary if is_word(pair[0]) and pair[1] > 0]
        if len(known) > _LARGEST_VOCABULARY:
            known = nlargest(_LARGEST_VOCABULARY, known, key=lambda pair: pair[1])
        self._words = NearWords(known)

    def suggest(self, word: str, known_count: int = 0) -> str | None:
        """The likeliest of guesses; None: there is none."""
        likeliest = self.guesses(word, known_count, 1)
        return likeliest[0].word if likeliest else None

    def guesses(self, word: str, known_count: int = 0, most: int = 3) -> tuple[Guess, ...]:
        """Likelier spellings of a folded word, the likeliest first.

        None for a number or a word known well enough. A word of which the archive knows little is
        doubted only for one slip, a word much more frequent, and both together likelier than that
        it is right: of the rare words of an archive every twentieth is then doubted, most of those
        misprinted. known_count: how many documents hold the word, where the caller knows better.
        """
        if not is_word(word):
            return ()
        documents = max(known_count, self._words.documents(word))
        if documents >= DOCUMENTS_ENOUGH:
            return ()
        slips = 2 if len(word) >= _LONG and not documents else 1
        found = self._near(word, slips, documents * _TIMES_AS_FREQUENT)
        if documents:
            as_typed = likelihood(documents, 0.0)
            found = [guess for guess in found if guess.score > as_typed]
        return _likeliest(found, most)

    def variants(self, word: str, slips: int, most: int) -> tuple[Guess, ...]:
        """The words that may be meant by one that may be right itself, the likeliest first.

        slips: at most so many, and one in a short word.
        """
        if not is_word(word):
            return ()
        return _likeliest(self._near(word, slips if len(word) >= _LONG else 1, 0), most)

    def _near(self, word: str, slips: int, more_than: int) -> list[Guess]:
        near = (one for one in self._words.near(word, slips) if one[1] > more_than)
        rough = nlargest(
            _MOST_WEIGHED, near, key=lambda one: math.log(one[1]) - _ROUGH_COST * one[2]
        )
        return [
            Guess(other, documents, cost_of_slips(word, other, distance))
            for other, documents, distance in rough
        ]


def _likeliest(guesses: Iterable[Guess], most: int) -> tuple[Guess, ...]:
    return tuple(sorted(guesses, key=lambda guess: (-guess.score, guess.word))[:most])


def is_word(word: str) -> bool:
    """Whether it is one that can be misspelt: letters alone, neither very few nor very many."""
    return _SHORTEST <= len(word) <= _LONGEST and word.isalpha()
