"""A generation as one archive: its live documents, numbered in the order of their ids.

Segments and deleted documents end here. Numbers depend on nothing but which documents there are, so
no count, score or order can depend on history, and ties are broken by id without looking at it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from indexer.engine.whoosh_engine.columns import (
    Columns,
    Ints,
    Longs,
    columns_of,
    name_from_bytes,
    name_to_bytes,
    take,
)
from indexer.engine.whoosh_engine.postings import Postings
from indexer.engine.whoosh_engine.segments import Segment
from indexer.model import Document


@dataclass(frozen=True, slots=True)
class LivePostings:
    """Where a term, or several terms as one, stand in the archive."""

    documents: Ints  # numbers in the view, ascending
    frequencies: Ints
    places: Longs  # place() of each position, ascending; empty where nobody asked for them

    @property
    def nbytes(self) -> int:
        """Memory, in bytes."""
        return self.documents.nbytes + self.frequencies.nbytes + self.places.nbytes


NOWHERE = LivePostings(
    np.empty(0, dtype=np.int32), np.empty(0, dtype=np.int32), np.empty(0, dtype=np.int64)
)

_POSITION_BITS = 32


def place(documents: npt.NDArray[Any], positions: npt.NDArray[Any]) -> Longs:
    """Document and position as one number, which orders and subtracts like both."""
    return (documents.astype(np.int64) << _POSITION_BITS) | positions.astype(np.int64)


def document_at(places: Longs) -> Longs:
    """The document of each place."""
    return places >> _POSITION_BITS


class View:
    """Immutable and safe to share between threads."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self.segments = tuple(segments)
        live = [segment.live() for segment in segments]
        columns = (
            take([(one.columns, rows) for one, rows in zip(segments, live, strict=True)])
            if segments
            else columns_of(())
        )
        order = np.argsort(columns.ids, kind="stable")
        self.columns: Columns = take([(columns, order)])
        self.passage_places: Longs = place(
            self.columns.passages.rows(), self.columns.passages.values
        )
        segment_of = np.repeat(np.arange(len(segments), dtype=np.int32), [len(one) for one in live])
        number_in = np.concatenate([*live, np.empty(0, dtype=np.int64)])
        self._segment_of, self._number_in = segment_of[order], number_in[order]
        self._new_numbers = self._numbers_by_segment()

    def __len__(self) -> int:
        return len(self.columns)

    def id_of(self, number: int) -> str:
        """The id of a document."""
        return name_from_bytes(self.columns.ids[number])

    def number_of(self, document_id: str) -> int | None:
        """The number of a document; None: it is not there."""
        ids = self.columns.ids
        try:
            wanted = name_to_bytes(document_id)
        except ValueError:
            return None
        if len(wanted) > ids.dtype.itemsize:
            return None
        number = int(np.searchsorted(ids, np.array(wanted, dtype=ids.dtype)))
        return number if number < len(ids) and ids[number] == wanted else None

    def document(self, number: int) -> Document:
        """A stored document. Raises DamagedIndexError."""
        return self._segment(number).document(int(self._number_in[number]))

    def original(self, number: int) -> str:
        """A document's original. Raises DamagedIndexError."""
        return self._segment(number).original(int(self._number_in[number]))

    def postings(self, field: str, term: str, *, with_places: bool) -> LivePostings:
        """Where a term stands, in live documents."""
        parts = [
            _live(numbers, postings, with_places=with_places)
            for segment, numbers in zip(self.segments, self._new_numbers, strict=True)
            if (postings := segment.postings(field, term)) is not None
        ]
        if not parts:
            return NOWHERE
        documents = np.concatenate([part.documents for part in parts])
        order = np.argsort(documents, kind="stable")
        return LivePostings(
            documents[order],
            np.concatenate([part.frequencies for part in parts])[order],
            np.sort(np.concatenate([part.places for part in parts])),
        )

    def _segment(self, number: int) -> Segment:
        return self.segments[int(self._segment_of[number])]

    def _numbers_by_segment(self) -> list[Ints]:
        """Per segment the number in the view of each document; -1: it is deleted."""
        numbers = []
        for place_, segment in enumerate(self.segments):
            here = np.flatnonzero(self._segment_of == place_)
            new = np.full(segment.entry.documents, -1, dtype=np.int32)
            new[self._number_in[here]] = here
            numbers.append(new)
        return numbers


def _live(numbers: Ints, postings: Postings, *, with_places: bool) -> LivePostings:
    documents = numbers[postings.documents]
    alive = documents >= 0
    places = np.empty(0, dtype=np.int64)
    if with_places:
        places = place(np.repeat(documents, postings.frequencies), postings.positions)
        places = places[np.repeat(alive, postings.frequencies)]
    return LivePostings(documents[alive], postings.frequencies[alive], places)
