"""A leaf of a query → where it stands: a term, several terms as one, or a phrase.

Decoded postings, leaves and their scores share one cache, bounded in bytes.
"""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from threading import Lock

import numpy as np

from indexer.deadline import check_deadline
from indexer.engine.terms import GAP
from indexer.engine.whoosh_engine.cache import Cache
from indexer.engine.whoosh_engine.columns import Longs
from indexer.engine.whoosh_engine.view import NOWHERE, LivePostings, View, document_at
from indexer.model import Leaf, OneOf, TermField, TermPhrase

# A prefix of more words than these is heavy: cold, a word costs 60 µs at 20,000 articles, more in a
# larger archive. One such reading at a time, so that light questions find a processor.
HEAVY = 500


class Leaves:
    """Finds leaves in a view. Immutable but for the cache, and safe to share between threads."""

    def __init__(self, view: View, cache: Cache) -> None:
        self._view = view
        self._cache = cache
        self._heavy = Lock()

    def postings(self, leaf: Leaf | OneOf) -> LivePostings:
        """Documents and frequencies of a leaf; of a phrase also the places where it begins."""
        return self._cache.get(("leaf", leaf), lambda: self._postings(leaf))

    def places(self, leaf: Leaf) -> Longs:
        """Every place where a leaf stands, of a phrase where it begins; ascending."""
        if isinstance(leaf, TermPhrase):
            return self.postings(leaf).places
        return self._slot(leaf.field, leaf.terms)

    def _postings(self, leaf: Leaf | OneOf) -> LivePostings:
        if isinstance(leaf, OneOf):
            return _united([self.postings(one) for one in dict.fromkeys(leaf.leaves)])
        if isinstance(leaf, TermPhrase):
            return self._phrase(leaf)
        return _united(self._terms(leaf.field, leaf.terms, with_places=False))

    def _phrase(self, phrase: TermPhrase) -> LivePostings:
        slots = [self._slot(phrase.field, slot) for slot in phrase.slots]
        starts = phrase_starts(slots, min(phrase.slop, GAP - 1))
        documents, frequencies = np.unique(document_at(starts), return_counts=True)
        return LivePostings(documents.astype(np.int32), frequencies.astype(np.int32), starts)

    def _slot(self, field: TermField, terms: Sequence[str]) -> Longs:
        """The places where any of the terms stands."""
        found = [one.places for one in self._terms(field, terms, with_places=True)]
        if len(found) == 1:
            return found[0]
        return np.unique(np.concatenate(found)) if found else NOWHERE.places

    def _terms(
        self, field: TermField, terms: Sequence[str], *, with_places: bool
    ) -> list[LivePostings]:
        turn: AbstractContextManager[object] = self._heavy if len(terms) > HEAVY else nullcontext()
        with turn:
            return [self._term(field, term, with_places) for term in dict.fromkeys(terms)]

    def _term(self, field: TermField, term: str, with_places: bool) -> LivePostings:
        return self._cache.get(
            (field, term, with_places), lambda: self._read(field, term, with_places)
        )

    def _read(self, field: TermField, term: str, with_places: bool) -> LivePostings:
        check_deadline()
        return self._view.postings(field, term, with_places=with_places)


def phrase_starts(slots: Sequence[Longs], slop: int) -> Longs:
    """Where the slots follow each other, with at most slop other words between the first and last.

    From each place of the first slot on, the nearest place of every next slot is taken: no other
    choice ends earlier.
    """
    if not slots:
        return NOWHERE.places
    starts = ends = slots[0]
    for slot in slots[1:]:
        after = np.searchsorted(slot, ends, side="right")
        follows = after < len(slot)
        starts, ends = starts[follows], slot[after[follows]]
    # Positions of two documents differ by more than any slop, and so do those of two blocks.
    return starts[ends - starts - (len(slots) - 1) <= slop]


def _united(parts: Sequence[LivePostings]) -> LivePostings:
    """Several terms as one: in a document their frequencies are added up."""
    parts = [part for part in parts if len(part.documents)]
    if len(parts) < 2:
        return parts[0] if parts else NOWHERE
    documents = np.concatenate([part.documents for part in parts])
    frequencies = np.concatenate([part.frequencies for part in parts])
    order = np.argsort(documents, kind="stable")
    documents = documents[order]
    firsts = np.flatnonzero(np.diff(documents, prepend=-1))
    sums = np.add.reduceat(frequencies[order], firsts)
    return LivePostings(documents[firsts], sums, NOWHERE.places)
