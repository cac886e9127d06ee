"""The documents of a generation to be: which segments hold them, and which of them are dead.

A segment never changes; a document that is replaced or deleted is dead where it stood.
"""

from collections.abc import Sequence
from pathlib import Path

from indexer.engine.terms import DocumentTerms, terms_of
from indexer.engine.whoosh_engine.buffer import DEAD_WORDS, SegmentBuffer
from indexer.engine.whoosh_engine.columns import Row, name_from_bytes
from indexer.engine.whoosh_engine.internals import SegmentEntry
from indexer.engine.whoosh_engine.segments import Segment, dead_words_to_bytes


class Changes:
    """Where each document is, and what has died since the previous generation."""

    def __init__(self, previous: Sequence[Segment]) -> None:
        self.previous = {segment.entry.id: segment for segment in previous}
        self._new: dict[str, SegmentEntry] = {}
        self._dead: dict[str, set[int]] = {one.entry.id: set() for one in previous}
        self._places: dict[str, tuple[str, int]] = {}  # document id → segment id, number in it
        for segment in previous:
            ids = segment.columns.ids
            for number in segment.live().tolist():
                self._places[name_from_bytes(ids[number])] = segment.entry.id, number
        self._buffer: SegmentBuffer | None = None

    @property
    def any(self) -> bool:
        """Whether there is any."""
        return self._buffer is not None or bool(self._new) or any(self._dead.values())

    def put(
        self, folder: Path, row: Row, terms: DocumentTerms, stored: tuple[bytes, bytes]
    ) -> None:
        """Adds a document to the segment that is being made in the folder."""
        document_id = name_from_bytes(row.id)
        self.delete(document_id)
        if self._buffer is None:
            self._buffer = SegmentBuffer(folder)
            self._dead[self._buffer.id] = set()
        self._places[document_id] = self._buffer.id, len(self._buffer)
        self._buffer.add(row, terms, *stored)
        if self._buffer.is_full:
            self.flush()

    def delete(self, document_id: str) -> None:
        """Marks a document as dead; of one that is not there nothing is marked."""
        if place := self._places.pop(document_id, None):
            segment, number = place
            self._dead[segment].add(number)

    def flush(self) -> None:
        """Writes what waits in memory."""
        if self._buffer is not None:
            entry = self._buffer.write()
            self._new[entry.id] = entry
            self._buffer = None

    def entries(self) -> tuple[SegmentEntry, ...]:
        """Every segment as it is now; call flush() before."""
        old = {id_: segment.entry for id_, segment in self.previous.items()}
        return tuple(
            SegmentEntry(id_, entry.documents, entry.deleted | self._dead[id_])
            for id_, entry in (old | self._new).items()
        )

    def newly_dead(self, segment_id: str) -> frozenset[int]:
        """The documents of a segment that died since the previous generation."""
        return frozenset(self._dead[segment_id])

    def close(self) -> None:
        """Lets go of open files."""
        if self._buffer is not None:
            self._buffer.close()


def write_dead_words(folder: Path, segment: Segment, newly_dead: frozenset[int]) -> None:
    """Writes how many dead documents of a segment hold each exact word.

    The lexicon counts the dead; counting the living would mean to decode every posting. So the dead
    are analysed once more, when they die.
    """
    words = dict(segment.dead_words)
    for number in sorted(newly_dead):
        for word in set(terms_of(segment.document(number)).body.exact):
            words[word] = words.get(word, 0) + 1
    path = folder / f"{segment.entry.stem}{DEAD_WORDS}"
    path.write_bytes(dead_words_to_bytes(words))
