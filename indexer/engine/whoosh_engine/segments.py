"""A stored segment, opened: its columns, its records, and the postings of a term.

An own codec changes this face's inside and nothing else: postings(field, term) → Postings.
"""

import json
import mmap
import zlib
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np

from indexer.codec import document_from_bytes, text_from_bytes
from indexer.engine.whoosh_engine.buffer import (
    COLUMNS,
    DEAD_WORDS,
    RECORDS,
    term_from_bytes,
    term_to_bytes,
)
from indexer.engine.whoosh_engine.columns import read_columns, starts_from
from indexer.engine.whoosh_engine.internals import (
    POSTINGS_EXTENSION,
    Lexicon,
    SegmentEntry,
    map_file,
)
from indexer.engine.whoosh_engine.postings import Postings, decode_postings
from indexer.errors import DamagedIndexError
from indexer.model import Document


class Segment:
    """Immutable and safe to share between threads."""

    def __init__(self, folder: Path, entry: SegmentEntry) -> None:
        """Raises DamagedIndexError."""
        self.entry = entry
        self.columns = read_columns(folder / f"{entry.stem}{COLUMNS}", entry.documents)
        self._lexicon = Lexicon(folder, entry)
        self._lock = Lock()  # the lexicon reads at a place that threads would share
        self._postings = map_file(folder / f"{entry.stem}{POSTINGS_EXTENSION}") or b""
        self._records: mmap.mmap | bytes = map_file(folder / f"{entry.stem}{RECORDS}") or b""
        sizes = np.stack([self.columns.record_size, self.columns.original_size], axis=1)
        self._starts = starts_from(sizes.ravel())
        if self._starts[-1] != len(self._records):
            raise DamagedIndexError(
                f"{entry.stem}{RECORDS} has {len(self._records)} bytes instead of "
                f"{self._starts[-1]}; build the index again with: pressmark index --rebuild"
            )
        self._folder = folder

    @cached_property
    def dead_words(self) -> dict[str, int]:
        """How many of its deleted documents hold each exact word. Raises DamagedIndexError."""
        return read_dead_words(self._folder, self.entry) if self.entry.deleted else {}

    def with_deleted(self, entry: SegmentEntry) -> "Segment":
        """The same segment with other documents deleted."""
        return Segment(self._folder, entry)

    def postings(self, field: str, term: str | bytes) -> Postings | None:
        """Where a term stands, deleted documents included; None: nowhere in this segment."""
        encoded = term if isinstance(term, bytes) else term_to_bytes(term)
        with self._lock:
            extent = self._lexicon.extent(field, encoded)
        if extent is None:
            return None
        offset, length = extent
        return decode_postings(self._postings[offset : offset + length])

    def terms(self, field: str) -> list[tuple[bytes, int]]:
        """Every term of a field, ascending, with the number of its documents, deleted or not."""
        with self._lock:
            return list(self._lexicon.terms(field))

    def words(self, prefix: str) -> list[tuple[str, int]]:
        """Exact words that begin with the prefix, with the number of their live documents."""
        with self._lock:
            found = list(self._lexicon.terms("exact", term_to_bytes(prefix)))
        words = ((term_from_bytes(term), count) for term, count in found)
        dead = self.dead_words
        counts = ((word, count - dead.get(word, 0)) for word, count in words)
        return [(word, count) for word, count in counts if count]

    def document(self, number: int) -> Document:
        """A stored document. Raises DamagedIndexError."""
        return document_from_bytes(self._part(2 * number))

    def original(self, number: int) -> str:
        """A document's original. Raises DamagedIndexError."""
        return text_from_bytes(self._part(2 * number + 1))

    def stored(self, number: int) -> tuple[bytes, bytes]:
        """Record and original of a document, as they are stored."""
        return self._part(2 * number), self._part(2 * number + 1)

    def live(self) -> np.ndarray[Any, np.dtype[np.int64]]:
        """The numbers of the documents that are not deleted, ascending."""
        alive = np.ones(self.entry.documents, dtype=bool)
        alive[list(self.entry.deleted)] = False
        return np.flatnonzero(alive)

    def _part(self, place: int) -> bytes:
        start, end = self._starts[place : place + 2].tolist()
        return self._records[start:end]


def dead_words_to_bytes(words: dict[str, int]) -> bytes:
    """How many deleted documents hold each exact word."""
    return zlib.compress(json.dumps(words, sort_keys=True).encode("ascii"), 6)


def read_dead_words(folder: Path, entry: SegmentEntry) -> dict[str, int]:
    """What dead_words_to_bytes was given for a segment. Raises DamagedIndexError."""
    path = folder / f"{entry.stem}{DEAD_WORDS}"
    try:
        return {str(w): int(n) for w, n in json.loads(zlib.decompress(path.read_bytes())).items()}
    except (OSError, zlib.error, ValueError, AttributeError, TypeError) as error:
        raise DamagedIndexError(
            f"{path} cannot be read ({type(error).__name__}: {error}); "
            "build the index again with: pressmark index --rebuild"
        ) from error
