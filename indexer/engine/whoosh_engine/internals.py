"""The one room that imports whoosh: every internal that is used, each with a test by its name.

Used are its segments, lexicons and postings (the W3 codec), its schema and its table of contents.
Not used are its writer (merges without bound, locks that stay, litter), its searchers and matchers
(not safe between threads, deleted documents in the statistics) and its columns and stored fields
(pickles, 2 GB).

    Format, FieldType, Schema    what a field is: a term, its documents, and packed positions
    FileStorage, StructFile      files of a folder; ours are memory-mapped and read no free pickle
    W3Codec, W3Segment           .field_writer: terms in order; .terms_reader: term → extent of .pst
    TOC                          schema, segments and deleted documents; only written by whoosh
"""

import mmap
import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, Final, Self

import whoosh
from whoosh.codec.whoosh3 import W3Codec, W3Segment
from whoosh.fields import FieldType, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import StructFile
from whoosh.formats import Format
from whoosh.index import TOC
from whoosh.reading import TermNotFound

from indexer.engine.terms import FIELDS
from indexer.engine.whoosh_engine.unpickling import PLAIN, load_pickle
from indexer.errors import DamagedIndexError

WHOOSH_VERSION: Final = ".".join(map(str, whoosh.__version__))
INDEX_NAME: Final = "MAIN"
POSTINGS_EXTENSION: Final = str(W3Codec.POSTS_EXT)
LEXICON_EXTENSION: Final = str(W3Codec.TERMS_EXT)

_SEGMENT_ID = re.compile(r"[0-9a-z]{1,40}")

# Whoosh is typed in part; what is not is called as Any.
_new_codec: Any = W3Codec
_new_segment: Any = W3Segment
_toc: Any = TOC
_codec: Any = _new_codec()


class PackedPositions(Format):
    """A posting's value: one little-endian u32 for each time that the term stands there.

    A block stores its values end to end, which Whoosh does for values of one size; ours is that of
    one position, and a posting holds as many as its frequency says. Only postings.py reads them.
    """

    posting_size = 4


class TermsField(FieldType):
    """A field whose terms come analysed."""

    def __init__(self) -> None:
        no_analyzer: Any = None
        super().__init__(PackedPositions(), no_analyzer)


def new_schema() -> Any:  # noqa: ANN401 (nothing of whoosh's leaves this wing typed)
    """The schema: the fields of postings and nothing else."""
    return Schema(**{name: TermsField() for name in FIELDS})


_ALLOWED = {
    **PLAIN,
    (W3Segment.__module__, W3Segment.__name__): W3Segment,
    (W3Codec.__module__, W3Codec.__name__): W3Codec,
    (Schema.__module__, Schema.__name__): Schema,
    (TermsField.__module__, TermsField.__name__): TermsField,
    (PackedPositions.__module__, PackedPositions.__name__): PackedPositions,
}


@dataclass(frozen=True, slots=True)
class SegmentEntry:
    """A segment as the table of contents knows it."""

    id: str
    documents: int  # deleted ones included
    deleted: frozenset[int] = frozenset()

    @property
    def stem(self) -> str:
        """What the names of all its files begin with."""
        return f"{INDEX_NAME}_{self.id}"


def new_segment_id() -> str:
    """An id that no other segment has."""
    return str(_new_segment(_codec, INDEX_NAME).segid)


def write_toc(folder: Path, number: int, entries: Sequence[SegmentEntry]) -> str:
    """Writes the table of contents; gives the file's name."""
    segments = [_segment(entry) for entry in entries]
    with _MappedStorage(folder) as storage:
        _toc(new_schema(), segments, number).write(storage, INDEX_NAME)
    return toc_name(number)


def toc_name(number: int) -> str:
    """The name of the file of the table of contents."""
    return str(_toc._filename(INDEX_NAME, number))


def read_toc(folder: Path, number: int) -> tuple[SegmentEntry, ...]:
    """The segments of a table of contents. Raises DamagedIndexError, having executed nothing."""
    stream = _MappedStorage(folder).open_file(toc_name(number))
    try:
        for _ in range(3):
            stream.read_varint()  # sizes of int, long and float
        byte_order, _version = stream.read_int(), stream.read_int()
        for _ in range(3):
            stream.read_varint()  # release
        schema = load_pickle(stream.read_string(), _ALLOWED)
        stored_number, _unused = stream.read_int(), stream.read_int()
        segments = stream.read_pickle()
        if byte_order != -12345 or stored_number != number or schema.names() != sorted(FIELDS):
            raise DamagedIndexError(f"{toc_name(number)} is not that of this generation")
        return tuple(_entry(segment) for segment in segments)
    except (AttributeError, TypeError, ValueError, IndexError, OSError) as error:
        raise DamagedIndexError(f"{toc_name(number)} cannot be read: {error!r}") from error


class PostingsWriter:
    """Writes the lexicon and the postings of one new segment.

    Fields in the order of FIELDS, the terms of each in ascending order of their bytes.
    """

    def __init__(self, folder: Path, entry: SegmentEntry) -> None:
        self._storage = _MappedStorage(folder)
        self._schema = new_schema()
        with ExitStack() as undo:
            undo.push(self._storage)
            self._writer: Any = _codec.field_writer(self._storage, _segment(entry))
            undo.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        """Lets go of the files, whatever has happened."""
        self._storage.__exit__(kind, error, trace)

    def start_field(self, field: str) -> None:
        """Begins a field."""
        self._writer.start_field(field, self._schema[field])

    def write_term(
        self,
        term: bytes,
        documents: Sequence[int],
        frequencies: Sequence[int],
        positions: bytes,
    ) -> None:
        """One term's postings: documents ascending, positions (u32 each) end to end."""
        add = self._writer.add
        self._writer.start_term(term)
        start = 0
        for document, frequency in zip(documents, frequencies, strict=True):
            end = start + 4 * frequency
            add(document, float(frequency), positions[start:end], 1)
            start = end
        self._writer.finish_term()

    def finish_field(self) -> None:
        """Ends a field."""
        self._writer.finish_field()

    def close(self) -> None:
        """Writes what is left and closes the files."""
        self._writer.close()


class Lexicon:
    """Term → where its postings stand. Not safe between threads: it reads at a shared place."""

    def __init__(self, folder: Path, entry: SegmentEntry) -> None:
        """Raises DamagedIndexError."""
        try:
            self._reader: Any = _codec.terms_reader(_MappedStorage(folder), _segment(entry))
        except DamagedIndexError:
            raise
        except Exception as error:  # whatever whoosh meets in damaged bytes
            raise DamagedIndexError(
                f"{entry.stem}{LEXICON_EXTENSION} cannot be read: {error!r}"
            ) from error

    def extent(self, field: str, term: bytes) -> tuple[int, int] | None:
        """Offset and length of the term's postings; None: the segment has no such term."""
        try:
            offset, length = self._reader.term_info(field, term).extent()
        except TermNotFound:
            return None
        # Whoosh (2.7.4 to 3.54) reads the length back as a tuple of one number.
        return int(offset), int(length[0] if isinstance(length, tuple) else length)

    def terms(self, field: str, prefix: bytes = b"") -> Iterator[tuple[bytes, int]]:
        """Terms that begin with the prefix, ascending, with the number of their documents."""
        for (name, term), facts in self._reader.items_from(field, prefix):
            if name != field or not term.startswith(prefix):
                return
            yield bytes(term), int(facts.doc_frequency())


class MappedFile(StructFile):
    """A file of Whoosh's, mapped into memory, whose pickles are read by the allow-list."""

    def __init__(self, path: Path) -> None:
        mapped: Any = map_file(path) or BytesIO()
        super().__init__(mapped, name=path.name)

    def read_pickle(self) -> Any:  # noqa: ANN401 (whoosh's signature)
        """One pickled value at the present place. Raises DamagedIndexError."""
        return load_pickle(self.file, _ALLOWED)


class _MappedStorage(FileStorage):
    """A folder whose files are opened as MappedFile."""

    def __init__(self, folder: Path) -> None:
        start: Any = super().__init__
        start(str(folder))
        self._created: list[Any] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: object, _error: object, _trace: object) -> None:
        for file in self._created:
            # After a full disk the last bytes cannot be written either; they are not wanted.
            with suppress(OSError):
                file.raw_file().close()

    def create_file(self, name: str, *rest: Any, **options: Any) -> Any:  # noqa: ANN401
        create: Any = super().create_file
        file = create(name, *rest, **options)
        self._created.append(file)
        return file

    def open_file(self, name: str, **_options: object) -> MappedFile:
        return MappedFile(Path(self.folder, name))


def map_file(path: Path) -> mmap.mmap | None:
    """A file's bytes, read as they are needed; None: it is empty, which cannot be mapped."""
    with path.open("rb") as file:
        if path.stat().st_size == 0:
            return None
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def _segment(entry: SegmentEntry) -> Any:  # noqa: ANN401
    deleted = set(entry.deleted) or None
    return _new_segment(_codec, INDEX_NAME, entry.documents, entry.id, deleted)


def _entry(segment: Any) -> SegmentEntry:  # noqa: ANN401
    id_, documents = segment.segid, segment.doc_count_all()
    deleted = frozenset(segment.deleted_docs())
    is_sound = (
        isinstance(segment, W3Segment)
        and isinstance(id_, str)
        and _SEGMENT_ID.fullmatch(id_)
        and isinstance(documents, int)
        and all(isinstance(one, int) and 0 <= one < documents for one in deleted)
    )
    if not is_sound:
        raise ValueError(f"segment {id_!r:.60} of {documents!r:.20} documents")
    return SegmentEntry(id_, documents, deleted)
