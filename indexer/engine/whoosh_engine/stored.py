"""What a generation of this engine consists of: its files, its versions, how it is opened.

_MAIN_7.toc              segments and their deleted documents
MAIN_<segment>.trm .pst  lexicon and postings
MAIN_<segment>.columns   what is known of each document beside its postings
MAIN_<segment>.records   documents and originals
MAIN_<segment>.dead      exact words of deleted documents, where there are any
tables                   the archive's tables
"""

from typing import Final

from indexer import analyzer
from indexer.codec import CODEC_VERSION
from indexer.engine.generations import Generation, Generations
from indexer.engine.manifest import generation_number
from indexer.engine.records import TABLES_VERSION, tables_from_bytes
from indexer.engine.whoosh_engine.buffer import COLUMNS, DEAD_WORDS, RECORDS
from indexer.engine.whoosh_engine.internals import (
    LEXICON_EXTENSION,
    POSTINGS_EXTENSION,
    SegmentEntry,
    read_toc,
)
from indexer.engine.whoosh_engine.segments import Segment
from indexer.errors import IndexVersionError
from indexer.model import ArchiveTables

ENGINE: Final = "whoosh"
TABLES: Final = "tables"
SCHEMA_VERSION: Final = 2  # of fields, positions and columns

VERSIONS: Final = {
    "schema": str(SCHEMA_VERSION),
    "analyzer": str(analyzer.VERSION),
    "documents": str(CODEC_VERSION),
    "tables": str(TABLES_VERSION),
}


def open_generation(generations: Generations) -> Generation:
    """The current generation, if this version of this engine can read it.

    Raises NoIndexError, DamagedIndexError, IndexVersionError.
    """
    generation = generations.open_current()
    manifest = generation.manifest
    if manifest.engine != ENGINE or manifest.versions != VERSIONS:
        found = ", ".join(f"{name} {number}" for name, number in sorted(manifest.versions.items()))
        wanted = ", ".join(f"{name} {number}" for name, number in sorted(VERSIONS.items()))
        raise IndexVersionError(
            f"{generation.folder} was built by {manifest.engine} ({found}), this version of "
            f"Pressmark reads {ENGINE} ({wanted}); "
            "build it again with: pressmark index --rebuild"
        )
    return generation


def open_segments(generation: Generation) -> tuple[Segment, ...]:
    """The segments of a generation. Raises DamagedIndexError."""
    number = generation_number(generation.name) or 0
    return tuple(Segment(generation.folder, entry) for entry in read_toc(generation.folder, number))


def read_tables(generation: Generation) -> ArchiveTables:
    """The tables of a generation. Raises DamagedIndexError."""
    return tables_from_bytes((generation.folder / TABLES).read_bytes())


def files_of(entry: SegmentEntry) -> tuple[str, ...]:
    """The names of the immutable files of a segment."""
    extensions = (LEXICON_EXTENSION, POSTINGS_EXTENSION, COLUMNS, RECORDS)
    return tuple(f"{entry.stem}{extension}" for extension in extensions)


def dead_file_of(entry: SegmentEntry) -> str:
    """The name of the file of a segment's dead words."""
    return f"{entry.stem}{DEAD_WORDS}"
