"""In_expB2, and the order of matches.

G. Amati and C. J. van Rijsbergen, "Probabilistic models of information retrieval based on
measuring the divergence from randomness", ACM TOIS 20(4), 2002: inverse expected document
frequency, Bernoulli after-effect (B), normalisation 2; with c = 1 and logarithms to base 2 as
Terrier has it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log2
from typing import Any

import numpy as np
import numpy.typing as npt

from indexer.engine.days import NO_DAY
from indexer.engine.whoosh_engine.cache import Cache
from indexer.engine.whoosh_engine.columns import Columns, Ints, Longs
from indexer.engine.whoosh_engine.leaves import Leaves
from indexer.model import Leaf, OneOf, Sort, TermField, Weighted

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Scores:
    """What a leaf gives each of its documents."""

    documents: Ints
    scores: Floats

    @property
    def nbytes(self) -> int:
        """Memory, in bytes; the documents belong to the leaf."""
        return self.scores.nbytes


class Ranker:
    """Scores documents. Immutable but for the cache, and safe to share between threads."""

    def __init__(self, columns: Columns, leaves: Leaves, cache: Cache) -> None:
        self._documents = len(columns)
        self._leaves = leaves
        self._cache = cache
        self._norms: dict[TermField, Floats] = {}
        for lengths, names in _fields_by_length(columns):
            norms = length_norms(lengths)
            self._norms |= dict.fromkeys(names, norms)

    def scores(self, ranking: Sequence[Weighted]) -> Floats:
        """The score of every document: the weighted sum over the leaves, in their order."""
        total = np.zeros(self._documents)
        for weighted in ranking:
            one = self._scores_of(weighted.leaf)
            total[one.documents] += weighted.weight * one.scores
        return total

    def _scores_of(self, leaf: Leaf | OneOf) -> Scores:
        return self._cache.get(("scores", leaf), lambda: self._score(leaf))

    def _score(self, leaf: Leaf | OneOf) -> Scores:
        postings = self._leaves.postings(leaf)
        field = leaf.leaves[0].field if isinstance(leaf, OneOf) else leaf.field
        norms = self._norms[field][postings.documents]
        return Scores(postings.documents, in_exp_b2(postings.frequencies, norms, self._documents))


def in_exp_b2(frequencies: Ints, norms: Floats, documents: int) -> Floats:
    """The score of one term in each document that holds it.

    frequencies: how often it stands there; norms: length_norms of these documents; documents: how
    many the archive has.
    """
    if not len(frequencies):
        return np.empty(0)
    total = int(frequencies.sum())
    expected = documents * (1 - ((documents - 1) / documents) ** total)
    surprise = log2((documents + 1) / (expected + 0.5))
    normalised = frequencies * norms
    after_effect = (total + 1) / (len(frequencies) * (normalised + 1))
    return normalised * surprise * after_effect


def length_norms(lengths: Ints) -> Floats:
    """log2(1 + average length / length) of each document; 0 for one without words.

    The logarithm is taken once for each length there is: numpy's own may differ in the last bit
    between the lanes of a vector, and documents alike must have scores alike.
    """
    if not lengths.any():
        return np.zeros(len(lengths))
    average = int(lengths.sum(dtype=np.int64)) / len(lengths)
    distinct, places = np.unique(lengths, return_inverse=True)
    norms = [log2(1 + average / length) if length else 0.0 for length in distinct.tolist()]
    return np.array(norms)[places]


def in_order(matching: Longs, scores: Floats, days: Ints, sort: Sort, most: int | None) -> Longs:
    """The matching documents (ascending) in a request's order, the first so many of them.

    Ties are broken by score, then by document number, which is the order of the ids.
    """
    if most is not None and most <= 0:
        return matching[:0]
    descending = -scores[matching]
    keys = descending if sort == "relevance" else _date_keys(days[matching], sort)
    near = _nearest(keys, most)
    return matching[near][np.lexsort((descending[near], keys[near]))[:most]]


def _date_keys(days: Ints, sort: Sort) -> Longs:
    """Ascending in the order of the sort; what has no date comes last in both."""
    first = days.astype(np.int64)
    ordered = first if sort == "oldest" else -first
    return np.where(first == NO_DAY, np.iinfo(np.int64).max, ordered)


def _nearest(keys: npt.NDArray[Any], most: int | None) -> Longs:
    """Places of the smallest keys and of all that tie with the last of them: the sort decides."""
    if most is None or most >= len(keys):
        return np.arange(len(keys))
    return np.flatnonzero(keys <= np.partition(keys, most - 1)[most - 1])


def _fields_by_length(columns: Columns) -> Sequence[tuple[Ints, tuple[TermField, ...]]]:
    return (
        (columns.body_length, ("text", "exact")),
        (columns.title_length, ("title", "title_exact")),
        (columns.byline_length, ("byline",)),
        (columns.removed_length, ("removed",)),
    )
