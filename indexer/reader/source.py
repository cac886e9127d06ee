"""A SOURCE, a folder or a file, becomes RawDocuments: in order of their paths, one at a time."""

from collections.abc import Callable, Generator, Iterator, Mapping
from pathlib import Path

from indexer.errors import InputError, SourceError
from indexer.model import RawDocument, Rejected
from indexer.reader.csv_file import read_csv_file
from indexer.reader.folder import file_at, walk_folder
from indexer.reader.html_file import read_html_file
from indexer.reader.jsonl_file import read_jsonl_file
from indexer.reader.source_file import SourceFile, is_passed_over, kind_of
from indexer.reader.text_file import read_text_file
from indexer.reader.zip_archive import ZIP_KIND, walk_zip

Format = Callable[[SourceFile], Iterator[RawDocument | Rejected]]


def read_warc_file(file: SourceFile) -> Iterator[RawDocument | Rejected]:
    """Named, so that nobody believes a web archive to be indexed."""
    yield Rejected(file.path, "WARC files cannot be read yet; convert it to JSONL or to HTML files")


FORMATS: Mapping[str, Format] = {
    ".csv": read_csv_file,
    ".htm": read_html_file,
    ".html": read_html_file,
    ".jsonl": read_jsonl_file,
    ".txt": read_text_file,
    ".warc": read_warc_file,
}


def read_source(source: Path) -> Iterator[RawDocument | Rejected]:
    """The articles of a SOURCE, and what cannot be read, in code point order of their paths.

    A folder is walked to its bottom; zips are walked like folders; each file may be gzipped. Passed
    over without a word: hidden files, corrections.txt, README.txt, side-cars (*.meta.json: they are
    read with their documents), and names with another suffix, README.md among them.

    Raises: SourceError if the SOURCE is missing, cannot be listed, or none of its files could
    be opened: an empty folder is more often a disk that is not there than an archive of nothing.
    """
    any_readable = False
    try:
        for found in _files(source):
            if isinstance(found, Rejected):
                yield found
            else:
                any_readable |= yield from _read(found)
    except OSError as error:  # of the SOURCE itself: those of its files are caught below
        raise SourceError(f"{source}: cannot be read: {error.strerror}") from error
    if not any_readable:
        formats = " ".join(sorted({*FORMATS, ZIP_KIND}))
        raise SourceError(
            f"{source}: no file that can be read ({formats}, each also with .gz); "
            "is it the right place, and is its disk there?"
        )


def _files(source: Path) -> Iterator[SourceFile | Rejected]:
    if source.is_dir():
        yield from walk_folder(source, _is_wanted)
    elif not source.exists():
        raise SourceError(f"{source}: there is no such file or folder")
    elif not source.is_file():
        raise SourceError(f"{source}: neither a file nor a folder")
    elif _is_wanted(source.name) and not is_passed_over(source.name):
        yield file_at(source)


def _is_wanted(name: str) -> bool:
    return kind_of(name) in FORMATS or kind_of(name) == ZIP_KIND


def _read(file: SourceFile) -> Generator[RawDocument | Rejected, None, bool]:
    """What a file holds; returns whether it could be opened at all."""
    try:
        if file.kind == ZIP_KIND:
            yield from _read_zip(file)
        else:
            yield from FORMATS[file.kind](file)
    except InputError as error:
        yield Rejected(file.path, str(error))
    except OSError as error:
        yield Rejected(file.path, f"cannot be read: {error.strerror or error}")
        return False
    return True


def _read_zip(file: SourceFile) -> Iterator[RawDocument | Rejected]:
    for member in walk_zip(file, _is_wanted):
        if isinstance(member, Rejected):
            yield member
        else:
            yield from _read(member)
