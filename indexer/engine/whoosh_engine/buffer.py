"""Documents that wait in memory to become a segment, and how they become one.

Words are kept as numbers in flat arrays and sorted once, by numpy: about 12 bytes a word and field.
Records and originals go to the disk at once.
"""

from array import array
from collections.abc import Iterable, Sequence
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import Self

import numpy as np
import numpy.typing as npt

from indexer.engine.terms import DocumentTerms, Words
from indexer.engine.whoosh_engine.columns import Row, columns_of, write_columns
from indexer.engine.whoosh_engine.internals import PostingsWriter, SegmentEntry, new_segment_id

# Where a buffer is full. Measured: 20,000 news articles of 210 words need 340 MB while they are
# sorted and written; the second bound is for documents that are much longer than that.
FULL_DOCUMENTS = 25_000
FULL_WORDS = 8_000_000

COLUMNS = ".columns"
RECORDS = ".records"
DEAD_WORDS = ".dead"


def term_to_bytes(term: str) -> bytes:
    """A term as the lexicon holds it: UTF-8, which sorts like code points."""
    return term.encode("utf8", "surrogatepass")


def term_from_bytes(stored: bytes) -> str:
    """The term that term_to_bytes was given."""
    return stored.decode("utf8", "surrogatepass")


class _Numbers(dict[str, int]):
    """Term → its number; a new term gets the next one."""

    def __missing__(self, term: str) -> int:
        number = self[term] = len(self)
        return number


class _Stream:
    """The words of one number line: positions, and per field the number of the term there."""

    def __init__(self, fields: tuple[str, ...]) -> None:
        self.terms = {field: array("i") for field in fields}
        self.positions = array("I")
        self.counts = array("i")  # words of each document

    def add(self, words: Words, numbers: _Numbers) -> None:
        for field, terms in self.terms.items():
            forms = words.exact if field in _EXACT_FIELDS else words.stems
            terms.extend([numbers[form] for form in forms])
        self.positions.extend(words.positions)
        self.counts.append(len(words.positions))


_EXACT_FIELDS = ("exact", "title_exact", "byline")


class SegmentMaker:
    """Makes segments of documents, each as large as the buffer. Used as a context manager."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._buffer: SegmentBuffer | None = None
        self._made: list[SegmentEntry] = []
        self.words: dict[str, int] = {}  # segment id → words of all its documents

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        """Lets go of an open file; what was written stays."""
        if self._buffer is not None:
            # After a full disk the last bytes cannot be written either; they are not wanted.
            with suppress(OSError):
                self._buffer.close()

    def add(self, row: Row, terms: DocumentTerms, stored: tuple[bytes, bytes]) -> tuple[str, int]:
        """Takes a document in; says its segment and its number there."""
        if self._buffer is None:
            self._buffer = SegmentBuffer(self._folder)
        place = self._buffer.id, len(self._buffer)
        self._buffer.add(row, terms, stored)
        if self._buffer.is_full:
            self.finish()
        return place

    def finish(self) -> Sequence[SegmentEntry]:
        """Writes what waits in memory; gives all segments that were made."""
        if self._buffer is not None:
            self.words[self._buffer.id] = self._buffer.words
            self._made.append(self._buffer.write())
            self._buffer = None
        return self._made


class SegmentBuffer:
    """The documents of a segment to be."""

    def __init__(self, folder: Path) -> None:
        self.id = new_segment_id()
        self._folder = folder
        self._rows: list[Row] = []
        self._numbers = _Numbers()
        self._body = _Stream(("text", "exact"))
        self._title = _Stream(("title", "title_exact"))
        self._byline = _Stream(("byline",))
        self._removed = _Stream(("removed",))
        self._records = (folder / f"{self._stem}{RECORDS}").open("wb")

    def __len__(self) -> int:
        return len(self._rows)

    @property
    def is_full(self) -> bool:
        """Whether it should become a segment now."""
        return len(self._rows) >= FULL_DOCUMENTS or self.words >= FULL_WORDS

    @property
    def words(self) -> int:
        """The words of all documents."""
        return sum(len(stream.positions) for stream in self._streams)

    def add(self, row: Row, terms: DocumentTerms, stored: tuple[bytes, bytes]) -> None:
        """Takes a document in; its number is how many there were before."""
        self._records.writelines(stored)
        self._body.add(terms.body, self._numbers)
        self._title.add(terms.title, self._numbers)
        self._byline.add(terms.byline, self._numbers)
        self._removed.add(terms.removed, self._numbers)
        self._rows.append(row)

    def write(self) -> SegmentEntry:
        """Writes the segment's files. The buffer is not used again."""
        self._records.close()
        entry = SegmentEntry(self.id, len(self._rows))
        write_columns(self._folder / f"{self._stem}{COLUMNS}", columns_of(self._rows))
        with PostingsWriter(self._folder, entry) as writer:
            self._write_postings(writer)
        return entry

    def close(self) -> None:
        """Lets go of the open file; what was written stays."""
        self._records.close()

    @property
    def _stem(self) -> str:
        return SegmentEntry(self.id, 0).stem

    @property
    def _streams(self) -> Iterable[_Stream]:
        return self._body, self._title, self._byline, self._removed

    def _write_postings(self, writer: PostingsWriter) -> None:
        encoded = [term_to_bytes(term) for term in self._numbers]
        order = sorted(range(len(encoded)), key=encoded.__getitem__)
        ranks = np.empty(len(encoded), dtype=np.int32)
        ranks[order] = np.arange(len(encoded), dtype=np.int32)
        ascending = [encoded[number] for number in order]
        for stream in self._streams:
            positions = np.frombuffer(stream.positions, dtype=np.uint32)
            counts = np.frombuffer(stream.counts, dtype=np.int32)
            documents = np.repeat(np.arange(len(counts), dtype=np.int32), counts)
            for field, terms in stream.terms.items():
                writer.start_field(field)
                places = ranks[np.frombuffer(terms, dtype=np.int32)]
                _write_field(writer, ascending, places, (documents, positions))
                writer.finish_field()
        writer.close()


def _write_field(
    writer: PostingsWriter,
    ascending: Sequence[bytes],
    ranks: npt.NDArray[np.int32],
    places: tuple[npt.NDArray[np.int32], npt.NDArray[np.uint32]],
) -> None:
    """Writes one field from the rank of each word's term, its document and its position.

    One sort and one walk over the same arrays: in pieces they would only be handed around.
    """
    if not len(ranks):
        return
    # Stable: the words stand in the order of documents and positions already.
    order = np.argsort(ranks, kind="stable")
    ranks, documents = ranks[order], places[0][order]
    positions = places[1][order].astype("<u4").tobytes()
    new_term = np.diff(ranks, prepend=-1) != 0
    posting_starts = np.flatnonzero(new_term | (np.diff(documents, prepend=-1) != 0))
    frequencies = np.diff(posting_starts, append=len(ranks))
    posting_documents = documents[posting_starts]
    term_starts = np.flatnonzero(new_term[posting_starts])
    bounds = [*term_starts.tolist(), len(posting_starts)]
    offset = 0  # of the term's positions, in bytes
    for (first, last), rank in zip(
        pairwise(bounds), ranks[posting_starts[term_starts]].tolist(), strict=True
    ):
        counts = frequencies[first:last]
        end = offset + 4 * int(counts.sum())
        writer.write_term(
            ascending[rank],
            posting_documents[first:last].tolist(),
            counts.tolist(),
            positions[offset:end],
        )
        offset = end
