"""CSV: a header that names the fields, then one record a row; comma, semicolon or tab between."""

import csv
from collections.abc import Iterator, Sequence

from indexer.errors import InputError
from indexer.model import RawDocument, Rejected
from indexer.reader.content import open_content
from indexer.reader.encoding import decode
from indexer.reader.jsonl_file import TOO_LONG
from indexer.reader.limits import MAXIMUM_DOCUMENT
from indexer.reader.lines import numbered_lines
from indexer.reader.records import KNOWN_FIELDS, raw_from_record
from indexer.reader.source_file import SourceFile

_SEPARATORS = (",", ";", "\t")


def read_csv_file(file: SourceFile) -> Iterator[RawDocument | Rejected]:
    """The record of every row. Raises: OSError; InputError, for a header that names no text too."""
    # Python's own limit for a field, 131,072 characters, is shorter than some articles; it is one
    # for the whole process: whoever reads another CSV from outside sets its own (cli/searching.py).
    csv.field_size_limit(MAXIMUM_DOCUMENT)
    with open_content(file) as content:
        lines = (_line(line) for _, line in numbered_lines(content))
        first = next(lines, "")
        separator = max(_SEPARATORS, key=lambda character: len(_known(first, character)))
        if not _known(first, separator):
            raise InputError(
                f"the first line names none of the columns {', '.join(KNOWN_FIELDS)}; add a header"
            )
        header = _columns(first, separator)
        for number, row in _numbered_rows(lines, separator):
            yield _read_row(header, row, f"{file.path}:{number}")


def _line(line: bytes | None) -> str:
    if line is None:  # whether a quotation mark is open after it nobody knows
        raise InputError(TOO_LONG)
    return decode(line, nuls=True)  # a page may hold one; a text is rejected with its row


def _columns(line: str, separator: str) -> list[str]:
    try:
        row = next(csv.reader([line.lstrip("\ufeff")], delimiter=separator), [])
    except csv.Error:  # whatever it is, it is no header
        return []
    return [name.strip().casefold() for name in row]


def _known(line: str, separator: str) -> set[str]:
    return set(_columns(line, separator)) & set(KNOWN_FIELDS)


def _numbered_rows(lines: Iterator[str], separator: str) -> Iterator[tuple[int, list[str] | str]]:
    """Every row that is not blank, with the line where it begins; a text says what is wrong."""
    rows = csv.reader(lines, delimiter=separator)
    while True:
        number = rows.line_num + 2  # the header is line 1, and is not counted
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield number, f"not a row of CSV ({error})"
        else:
            if any(row):
                yield number, row


def _read_row(header: Sequence[str], row: list[str] | str, place: str) -> RawDocument | Rejected:
    if isinstance(row, str):
        return Rejected(place, row)
    if len(row) > len(header):
        reason = f"{len(row)} fields, but the header has {len(header)}; quote what holds separators"
        return Rejected(place, reason)
    return raw_from_record(dict(zip(header, row, strict=False)), place)
