"""The documents of a generation to be: which segments hold them, and which of them are dead.

A segment never changes; a document that is replaced or deleted is dead where it stood.
"""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from indexer.engine.terms import DocumentTerms, terms_of
from indexer.engine.whoosh_engine.buffer import DEAD_WORDS, SegmentMaker
from indexer.engine.whoosh_engine.columns import Row, name_from_bytes
from indexer.engine.whoosh_engine.internals import SegmentEntry
from indexer.engine.whoosh_engine.segments import Segment, dead_words_to_bytes


class Changes:
    """Where each document is, and what has died since the previous generation."""

    def __init__(self, previous: Sequence[Segment]) -> None:
        self.previous = {segment.entry.id: segment for segment in previous}
        self._dead: dict[str, set[int]] = defaultdict(set)
        self._places: dict[str, tuple[str, int]] = {}  # document id → segment id, number in it
        for segment in previous:
            ids = segment.columns.ids
            for number in segment.live().tolist():
                self._places[name_from_bytes(ids[number])] = segment.entry.id, number
        self._maker: SegmentMaker | None = None
        self._made: Sequence[SegmentEntry] = ()

    @property
    def any(self) -> bool:
        """Whether there is any."""
        return self._maker is not None or bool(self._dead)

    def put(
        self, folder: Path, row: Row, terms: DocumentTerms, stored: tuple[bytes, bytes]
    ) -> None:
        """Adds a document to the segment that is being made in the folder."""
        document_id = name_from_bytes(row.id)
        self.delete(document_id)
        self._maker = self._maker or SegmentMaker(folder)
        self._places[document_id] = self._maker.add(row, terms, stored)

    def delete(self, document_id: str) -> None:
        """Marks a document as dead; of one that is not there nothing is marked."""
        if place := self._places.pop(document_id, None):
            segment, number = place
            self._dead[segment].add(number)

    def flush(self) -> None:
        """Writes what waits in memory."""
        if self._maker is not None:
            self._made = self._maker.finish()

    def entries(self) -> tuple[SegmentEntry, ...]:
        """Every segment as it is now; call flush() before."""
        old = [segment.entry for segment in self.previous.values()]
        return tuple(
            SegmentEntry(entry.id, entry.documents, entry.deleted | self.newly_dead(entry.id))
            for entry in (*old, *self._made)
        )

    def newly_dead(self, segment_id: str) -> frozenset[int]:
        """The documents of a segment that died since the previous generation."""
        return frozenset(self._dead.get(segment_id, ()))

    def words(self, segment_id: str) -> int:
        """How many words the documents of a segment have."""
        if segment_id in self.previous:
            return self.previous[segment_id].columns.words()
        return self._maker.words[segment_id] if self._maker else 0

    def close(self) -> None:
        """Lets go of open files."""
        if self._maker is not None:
            self._maker.__exit__(None, None, None)


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
