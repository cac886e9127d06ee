"""The writer: collects documents and tables, publishes them as one generation or not at all."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from indexer.codec import document_to_bytes, text_to_bytes
from indexer.engine.generations import Generation, Generations, NewGeneration
from indexer.engine.lock import WriterLock
from indexer.engine.records import tables_to_bytes
from indexer.engine.terms import terms_of
from indexer.engine.whoosh_engine.changes import Changes
from indexer.engine.whoosh_engine.columns import name_from_bytes, row_of
from indexer.engine.whoosh_engine.publication import Plan, publish
from indexer.engine.whoosh_engine.segments import Segment
from indexer.engine.whoosh_engine.stored import TABLES, open_generation, open_segments
from indexer.model import ArchiveTables, Document


class WhooshWriter:
    """One writer of one folder. See IndexWriter for the contract."""

    def __init__(
        self, folder: Path, *, from_scratch: bool = False, expunged: Collection[str] = ()
    ) -> None:
        """expunged: ids of documents whose dead text the next generation must not hold.

        Raises LockedError; DamagedIndexError and IndexVersionError unless from_scratch.
        """
        folder.mkdir(parents=True, exist_ok=True)
        self._generations = Generations(folder)
        self._expunged = frozenset(expunged)
        self._lock = WriterLock(folder / "LOCK")
        self._next: NewGeneration | None = None
        self._tables: bytes | None = None
        self._finished = ""  # why it is not used again
        try:
            self._generations.remove_litter()
            self._previous = None if from_scratch else _previous(self._generations)
            self._segments = open_segments(self._previous) if self._previous else ()
            self._changes = Changes(self._segments)
        except BaseException:
            self._lock.release()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Abandons what was not published and lets the next writer in."""
        self._finished = self._finished or "it is closed"
        try:
            self._changes.close()
            if self._next is not None:
                self._next.abandon()
        finally:
            self._lock.release()

    def held(self) -> Mapping[str, str]:
        """Document id → fingerprint, as of the published generation."""
        held: dict[str, str] = {}
        for segment in self._segments:
            live = segment.live()
            ids = map(name_from_bytes, segment.columns.ids[live].tolist())
            prints = map(name_from_bytes, segment.columns.fingerprints[live].tolist())
            held.update(zip(ids, prints, strict=True))
        return held

    def put(self, document: Document, original: str, fingerprint: str) -> None:
        """Adds a document, or replaces the one of the same id.

        Raises ValueError, having changed nothing: its id, fingerprint or date cannot be stored.
        """
        self._check_usable()
        stored = document_to_bytes(document), text_to_bytes(original)
        terms = terms_of(document)
        row = row_of(document, fingerprint, terms, (len(stored[0]), len(stored[1])))
        with self._at_work():
            self._changes.put(self._folder(), row, terms, stored)

    def delete(self, document_id: str) -> None:
        """Takes a document away; one that is not there is no error."""
        with self._at_work():
            self._changes.delete(document_id)

    def set_tables(self, tables: ArchiveTables) -> None:
        """Replaces the archive's tables."""
        with self._at_work():
            self._tables = tables_to_bytes(tables)

    def publish(self) -> str:
        """Makes a complete, durable generation the current one and returns its name.

        Where nothing has changed, that is the one that is current already.
        """
        with self._at_work():
            if self._previous is not None and not self._has_changed(self._previous):
                name = self._previous.name
            else:
                name = self._publish().name
            self._next = None
        self._finished = "it has published"
        return name

    def _publish(self) -> Generation:
        self._folder()
        assert self._next is not None  # made by _folder
        self._changes.flush()
        tables = self._tables
        if tables is None and self._previous is None:
            tables = tables_to_bytes(ArchiveTables())
        return publish(self._next, Plan(self._changes, tables, self._forced()))

    def _has_changed(self, previous: Generation) -> bool:
        tables = self._tables
        return (
            self._changes.any
            or (tables is not None and tables != (previous.folder / TABLES).read_bytes())
            or bool(self._forced())
        )

    def _forced(self) -> frozenset[str]:
        """The segments that hold dead text which must go."""
        if not self._expunged:
            return frozenset()
        return frozenset(
            segment.entry.id for segment in self._segments if _dead_ids(segment) & self._expunged
        )

    def _folder(self) -> Path:
        """Where the next generation is written; made when it is first needed."""
        if self._next is None:
            self._next = self._generations.begin(self._previous)
        return self._next.folder

    @contextmanager
    def _at_work(self) -> Iterator[None]:
        """After an error of any kind nobody knows what is on the disk: the writer ends there."""
        self._check_usable()
        try:
            yield
        except BaseException as error:
            self._finished = f"it failed ({type(error).__name__}: {error})"
            raise

    def _check_usable(self) -> None:
        if self._finished:
            raise RuntimeError(f"this writer is not used again: {self._finished}; open another")


def _previous(generations: Generations) -> Generation | None:
    return None if generations.current() is None else open_generation(generations)


def _dead_ids(segment: Segment) -> set[str]:
    rows = sorted(segment.entry.deleted)
    return set(map(name_from_bytes, segment.columns.ids[rows].tolist()))
