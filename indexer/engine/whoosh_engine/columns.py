"""What is known of each document of a segment beside its postings, a column of it at a time.

Columns hold what stands in the documents, never what the archive's tables say of it: so they are as
immutable as the postings. A row is a document; runs are lists of varying length, end to end.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from indexer.engine.bylines import authors
from indexer.engine.days import NO_DAY, days_of
from indexer.engine.durable import write_durably
from indexer.engine.register import person_keys
from indexer.engine.terms import DocumentTerms
from indexer.engine.whoosh_engine.arrays import Array, arrays_to_bytes, read_arrays
from indexer.errors import DamagedIndexError
from indexer.model import Document

Ints: TypeAlias = npt.NDArray[np.int32]
Longs: TypeAlias = npt.NDArray[np.int64]
Bytes: TypeAlias = npt.NDArray[np.bytes_]

UNDATED, SURE, DOUBTFUL = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Row:
    """One document's entries."""

    id: bytes
    fingerprint: bytes
    lengths: tuple[int, int, int, int]  # body, title, byline, removed; in words
    days: tuple[int, int]
    dated: int
    source: str
    language: str
    keys: tuple[str, ...]
    authors: tuple[str, ...]
    passages: tuple[int, ...]  # where each begins, and where the title begins again
    sizes: tuple[int, int]  # bytes of record and original


@dataclass(frozen=True, slots=True)
class Runs:
    """A list of numbers for each row."""

    starts: Longs  # one more than rows
    values: Array

    def of(self, row: int) -> Array:
        """The numbers of one row."""
        return self.values[self.starts[row] : self.starts[row + 1]]

    def rows(self) -> Longs:
        """The row of each value."""
        return np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))

    def take(self, rows: Longs) -> "Runs":
        """The runs of these rows, in this order."""
        counts = np.diff(self.starts)[rows]
        starts = starts_from(counts)
        places = np.arange(starts[-1]) + np.repeat(self.starts[:-1][rows] - starts[:-1], counts)
        return Runs(starts, self.values[places])


@dataclass(frozen=True, slots=True)
class Coded:
    """A column of words: numbers into an ascending vocabulary."""

    words: tuple[str, ...]
    codes: Ints


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one segment, or of a whole generation in the order of the ids."""

    ids: Bytes
    fingerprints: Bytes
    body_length: Ints  # title counted twice
    title_length: Ints
    byline_length: Ints
    removed_length: Ints
    first_day: Ints
    last_day: Ints
    dated: Ints  # UNDATED, SURE, DOUBTFUL
    record_size: Longs
    original_size: Longs
    source: Coded  # "" is: not known
    language: Coded
    key: Coded  # one code a value of keys, not a row
    keys: Longs  # starts of each row's run of key.codes
    author: Coded  # one code a value of authors: names of bylines as printed
    authors: Longs  # starts of each row's run of author.codes
    passages: Runs

    def __len__(self) -> int:
        return len(self.ids)

    def words(self) -> int:
        """How many words all documents have, of every kind."""
        lengths = (self.body_length, self.title_length, self.byline_length, self.removed_length)
        return sum(int(one.sum(dtype=np.int64)) for one in lengths)

    def key_runs(self) -> Runs:
        """The codes of each row's name keys."""
        return Runs(self.keys, self.key.codes)

    def author_runs(self) -> Runs:
        """The codes of each row's names in the byline."""
        return Runs(self.authors, self.author.codes)


_PLAIN = tuple(field.name for field in fields(Columns))[:11]
_CODED = ("source", "language", "key", "author")


def row_of(
    document: Document, fingerprint: str, terms: DocumentTerms, sizes: tuple[int, int]
) -> Row:
    """The row of a document. Raises ValueError: an id or a date that cannot be stored."""
    if not document.id:
        raise ValueError(f"the document at {document.place} has no id")
    published = document.published
    words = (terms.body, terms.title, terms.byline, terms.removed)
    return Row(
        id=name_to_bytes(document.id),
        fingerprint=name_to_bytes(fingerprint),
        lengths=(
            len(words[0].exact),
            len(words[1].exact),
            len(words[2].exact),
            len(words[3].exact),
        ),
        days=days_of(published.date) if published else (NO_DAY, NO_DAY),
        dated=UNDATED if published is None else SURE if published.sure else DOUBTFUL,
        source=document.source or "",
        language=document.language or "",
        keys=person_keys(document),
        authors=authors(document.byline),
        passages=tuple(terms.body.starts[1:]),
        sizes=sizes,
    )


def name_to_bytes(name: str) -> bytes:
    """An id or fingerprint as the columns hold it: UTF-8, which sorts like code points.

    Raises ValueError: it is longer than 256 bytes or has a NUL, which the columns pad with.
    """
    stored = name.encode("utf8", "surrogatepass")
    if len(stored) > 256 or b"\0" in stored:
        raise ValueError(f"{name[:80]!r} is no id: expected at most 256 bytes without NUL")
    return stored


def name_from_bytes(stored: bytes) -> str:
    """The id or fingerprint that name_to_bytes was given."""
    return stored.decode("utf8", "surrogatepass")


def columns_of(rows: Sequence[Row]) -> Columns:
    """The columns of documents in their order."""
    lengths = np.array([row.lengths for row in rows], dtype="<i4").reshape(-1, 4)
    days = np.array([row.days for row in rows], dtype="<i4").reshape(-1, 2)
    sizes = np.array([row.sizes for row in rows], dtype="<i8").reshape(-1, 2)
    passages = [start for row in rows for start in row.passages]
    return Columns(
        ids=np.array([row.id for row in rows], dtype=np.bytes_),
        fingerprints=np.array([row.fingerprint for row in rows], dtype=np.bytes_),
        body_length=lengths[:, 0],
        title_length=lengths[:, 1],
        byline_length=lengths[:, 2],
        removed_length=lengths[:, 3],
        first_day=days[:, 0],
        last_day=days[:, 1],
        dated=np.array([row.dated for row in rows], dtype="<i4"),
        record_size=sizes[:, 0],
        original_size=sizes[:, 1],
        source=coded([row.source for row in rows]),
        language=coded([row.language for row in rows]),
        key=coded([key for row in rows for key in row.keys]),
        keys=starts_from([len(row.keys) for row in rows]),
        author=coded([author for row in rows for author in row.authors]),
        authors=starts_from([len(row.authors) for row in rows]),
        passages=Runs(
            starts_from([len(row.passages) for row in rows]), np.array(passages, dtype="<u4")
        ),
    )


def take(parts: Sequence[tuple[Columns, Longs]]) -> Columns:
    """These rows of several segments, one segment after the other."""
    keys = [columns.key_runs().take(rows) for columns, rows in parts]
    written = [columns.author_runs().take(rows) for columns, rows in parts]
    values: dict[str, Any] = {
        name: np.concatenate([getattr(columns, name)[rows] for columns, rows in parts])
        for name in _PLAIN
    }
    for name in ("source", "language"):
        codings = [getattr(columns, name) for columns, _ in parts]
        values[name] = _joined(
            [(one, one.codes[rows]) for one, (_, rows) in zip(codings, parts, strict=True)]
        )
    return Columns(
        **values,
        key=_joined([(c.key, runs.values) for (c, _), runs in zip(parts, keys, strict=True)]),
        keys=_joined_runs(keys).starts,
        author=_joined(
            [(c.author, runs.values) for (c, _), runs in zip(parts, written, strict=True)]
        ),
        authors=_joined_runs(written).starts,
        passages=_joined_runs([columns.passages.take(rows) for columns, rows in parts]),
    )


def write_columns(path: Path, columns: Columns) -> None:
    """Writes the columns as one file of arrays."""
    arrays = {name: getattr(columns, name) for name in _PLAIN}
    for name in _CODED:
        column: Coded = getattr(columns, name)
        words = [word.encode("utf8", "surrogatepass") for word in column.words]
        arrays[f"{name}.codes"] = column.codes
        arrays[f"{name}.words"] = np.frombuffer(b"".join(words), dtype="u1")
        arrays[f"{name}.starts"] = starts_from([len(word) for word in words])
    arrays["keys"] = columns.keys
    arrays["authors"] = columns.authors
    arrays["passages.starts"] = columns.passages.starts
    arrays["passages.values"] = columns.passages.values
    write_durably(path, arrays_to_bytes(arrays))


def read_columns(path: Path, documents: int) -> Columns:
    """The columns of a segment of so many documents. Raises DamagedIndexError."""
    arrays = read_arrays(path)
    try:
        values: dict[str, Any] = {name: arrays[name] for name in _PLAIN}
        values |= {name: _coded_from(arrays, name) for name in _CODED}
        columns = Columns(
            **values,
            keys=arrays["keys"],
            authors=arrays["authors"],
            passages=Runs(arrays["passages.starts"], arrays["passages.values"]),
        )
        _check(columns, documents)
    except (KeyError, ValueError, IndexError) as error:
        raise DamagedIndexError(
            f"{path} does not hold the columns of {documents} documents ({error}); "
            "build the index again with: pressmark index --rebuild"
        ) from error
    return columns


def starts_from(counts: Iterable[int] | Array) -> Longs:
    """Where each of some runs begins, and where the last one ends."""
    counts = np.asarray(list(counts) if not isinstance(counts, np.ndarray) else counts, np.int64)
    return np.concatenate([np.zeros(1, dtype="<i8"), np.cumsum(counts, dtype="<i8")])


def coded(words: Sequence[str]) -> Coded:
    """Words as numbers into their vocabulary."""
    vocabulary = sorted(set(words))
    code = {word: number for number, word in enumerate(vocabulary)}
    return Coded(tuple(vocabulary), np.array([code[word] for word in words], dtype="<i4"))


def _joined(parts: Sequence[tuple[Coded, Array]]) -> Coded:
    """One vocabulary for the codes that are left of several columns; words left by none go."""
    used = {column.words[code] for column, codes in parts for code in np.unique(codes).tolist()}
    vocabulary = tuple(sorted(used))
    code_of = {word: number for number, word in enumerate(vocabulary)}
    joined = []
    for column, codes in parts:
        recoded = np.array([code_of.get(word, 0) for word in column.words], dtype="<i4")
        joined.append(recoded[codes])
    return Coded(vocabulary, np.concatenate(joined))


def _joined_runs(parts: Sequence[Runs]) -> Runs:
    counts = np.concatenate([np.diff(runs.starts) for runs in parts])
    return Runs(starts_from(counts), np.concatenate([runs.values for runs in parts]))


def _coded_from(arrays: dict[str, Any], name: str) -> Coded:
    blob = arrays[f"{name}.words"].tobytes()
    starts = arrays[f"{name}.starts"].tolist()
    words = tuple(
        blob[start:end].decode("utf8", "surrogatepass") for start, end in pairwise(starts)
    )
    codes = arrays[f"{name}.codes"]
    if len(codes) and not 0 <= codes.min() <= codes.max() < len(words):
        raise ValueError(f"{name} has codes without a word")
    return Coded(words, codes)


def _check(columns: Columns, documents: int) -> None:
    plain = [len(getattr(columns, name)) for name in _PLAIN]
    runs = [
        (columns.keys, columns.key.codes),
        (columns.authors, columns.author.codes),
        (columns.passages.starts, columns.passages.values),
    ]
    codes = [len(columns.source.codes), len(columns.language.codes)]
    if {*plain, *codes, *(len(starts) - 1 for starts, _ in runs)} != {documents}:
        raise ValueError("they differ in length")
    if any(starts[-1] != len(values) or (np.diff(starts) < 0).any() for starts, values in runs):
        raise ValueError("their runs do not add up")
