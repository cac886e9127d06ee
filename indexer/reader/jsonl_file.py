"""JSONL: one record a line, read one at a time."""

from collections.abc import Iterator

from indexer.errors import InputError
from indexer.model import RawDocument, Rejected
from indexer.reader.content import open_content
from indexer.reader.encoding import decode
from indexer.reader.limits import MAXIMUM_LINE, MEGABYTE
from indexer.reader.lines import numbered_lines
from indexer.reader.records import raw_from_record
from indexer.reader.sidecar import read_json_object
from indexer.reader.source_file import SourceFile

TOO_LONG = f"a line of more than {MAXIMUM_LINE // MEGABYTE} MB; split the record"


def read_jsonl_file(file: SourceFile) -> Iterator[RawDocument | Rejected]:
    """The record of every line that is not blank. Raises: OSError, InputError."""
    with open_content(file) as content:
        for number, line in numbered_lines(content):
            if line is None:
                yield Rejected(f"{file.path}:{number}", TOO_LONG)
            elif line.strip():
                yield _read_line(line, f"{file.path}:{number}")


def _read_line(line: bytes, place: str) -> RawDocument | Rejected:
    try:
        return raw_from_record(read_json_object(decode(line.rstrip(b"\r\n"))), place)
    except InputError as error:
        return Rejected(place, str(error))
