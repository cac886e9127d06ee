"""How many passages hold a leaf's terms: what weighs words when the best passage is chosen.

Passages and captions count; the title is none; bylines and removed text stand on other lines.
"""

from dataclasses import dataclass

import numpy as np

from indexer.engine.whoosh_engine.cache import Cache
from indexer.engine.whoosh_engine.columns import Longs
from indexer.engine.whoosh_engine.leaves import Leaves
from indexer.engine.whoosh_engine.view import View
from indexer.model import Leaf


@dataclass(frozen=True, slots=True)
class Count:
    """A number that a cache can hold."""

    number: int
    nbytes: int = 8


class Passages:
    """Immutable but for the cache, and safe to share between threads."""

    def __init__(self, view: View, leaves: Leaves, cache: Cache) -> None:
        self._leaves = leaves
        self._cache = cache
        # Of each document: where its passages begin, and then where the title begins again.
        self._starts = view.passage_places
        self._is_title = np.zeros(len(self._starts), dtype=bool)
        self._is_title[view.columns.passages.starts[1:] - 1] = True
        self.number = len(self._starts) - len(view)

    def holding(self, leaf: Leaf) -> int:
        """How many passages hold the leaf. None does that is not a leaf of the body."""
        if leaf.field not in ("text", "exact"):
            return 0
        return self._cache.get(("passages", leaf), lambda: self._count(leaf)).number

    def _count(self, leaf: Leaf) -> Count:
        passages = self._passages_at(self._leaves.places(leaf))
        return Count(len(np.unique(passages)))

    def _passages_at(self, places: Longs) -> Longs:
        passages = np.searchsorted(self._starts, places, side="right") - 1
        # Before a document's first passage stands its title: there one finds the title at the end
        # of the document before, or nothing before the first.
        return passages[(passages >= 0) & ~self._is_title[passages]]
