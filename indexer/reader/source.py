"""A SOURCE, a folder or a file, becomes RawDocuments: in order of their paths, one at a time."""

from collections import Counter
from collections.abc import Callable, Generator, Iterator, Mapping
from pathlib import Path

from indexer.errors import InputError, SourceError
from indexer.model import RawDocument, Rejected
from indexer.reader.captures import LatestCaptures
from indexer.reader.csv_file import read_csv_file
from indexer.reader.folder import file_at, walk_folder
from indexer.reader.html_file import read_html_file
from indexer.reader.jsonl_file import read_jsonl_file
from indexer.reader.mhtml_file import read_mhtml_file
from indexer.reader.passed_over import PassedOver, passed_over
from indexer.reader.source_file import SourceFile, is_passed_over, kind_of
from indexer.reader.text_file import read_text_file
from indexer.reader.warc_file import read_warc_file
from indexer.reader.zip_archive import ZIP_KIND, walk_zip

Found = RawDocument | Rejected | PassedOver
Format = Callable[[SourceFile], Iterator[Found]]

FORMATS: Mapping[str, Format] = {
    ".csv": read_csv_file,
    ".htm": read_html_file,
    ".html": read_html_file,
    ".jsonl": read_jsonl_file,
    ".mht": read_mhtml_file,
    ".mhtml": read_mhtml_file,
    ".txt": read_text_file,
    ".warc": read_warc_file,
}


_OF_CRAWLERS = frozenset({".warc"})  # kinds of files that hold captures
_SUPERSEDED = "captures older than another of the same address"


def tell_nobody(note: str) -> None:
    """What hears of a SOURCE where nobody listens."""


def read_source(
    source: Path, tell: Callable[[str], None] = tell_nobody
) -> Iterator[RawDocument | Rejected]:
    """The articles of a SOURCE, and what cannot be read, in code point order of their paths.

    A folder is walked to its bottom; zips are walked like folders; each file may be gzipped. Passed
    over without a word: hidden files, corrections.txt, README.txt, side-cars (*.meta.json: they are
    read with their documents), and names with another suffix, README.md among them. Of the captures
    of one address, over all files, the latest comes out; what else of a web archive is passed over
    is told in one sentence at the end.

    Raises: SourceError if the SOURCE is missing, cannot be listed, or none of its files could
    be opened: an empty folder is more often a disk that is not there than an archive of nothing.
    """
    captures = LatestCaptures(lambda: _captures(source))
    passed: Counter[str] = Counter()
    for found in _found(source, lambda kind: True):
        if isinstance(found, PassedOver):
            passed[found.why] += 1
        elif isinstance(found, RawDocument) and not captures.counts(found):
            passed[_SUPERSEDED] += 1
        else:
            yield found
    if passed:
        tell(passed_over(passed))


def _captures(source: Path) -> Iterator[RawDocument]:
    """Every capture in the SOURCE that can be read."""
    for found in _found(source, _OF_CRAWLERS.__contains__):
        if isinstance(found, RawDocument):
            yield found


def _found(source: Path, is_read: Callable[[str], bool]) -> Iterator[Found]:
    """What lies in the files of these kinds. Raises: SourceError."""
    any_readable = False
    try:
        for found in _files(source):
            if isinstance(found, Rejected):
                yield found
            else:
                any_readable |= yield from _read(found, is_read)
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


def _read(file: SourceFile, is_read: Callable[[str], bool]) -> Generator[Found, None, bool]:
    """What a file holds; returns whether it could be opened at all."""
    try:
        if file.kind == ZIP_KIND:
            yield from _read_zip(file, is_read)
        elif is_read(file.kind):
            yield from FORMATS[file.kind](file)
    except InputError as error:
        yield Rejected(file.path, str(error))
    except OSError as error:
        yield Rejected(file.path, f"cannot be read: {error.strerror or error}")
        return False
    return True


def _read_zip(file: SourceFile, is_read: Callable[[str], bool]) -> Iterator[Found]:
    for member in walk_zip(file, _is_wanted):
        if isinstance(member, Rejected):
            yield member
        else:
            yield from _read(member, is_read)
