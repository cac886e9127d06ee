"""`pressmark clean` and `pressmark name`: files to read, or JSONL in and JSONL out, in order."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import click

from indexer.cleaner import clean
from indexer.cli.output import (
    batch_record,
    json_line,
    name_record,
    show_cleaned,
)
from indexer.errors import InputError, PressmarkError
from indexer.model import RawDocument, Rejected, Span
from indexer.persons import FoundName, find_names, resolve
from indexer.pipeline import clean_sites
from indexer.reader import raw_from_record, read_source

REJECTED_SOME = 1

# A line of a batch: a document, or the record that says what is wrong with it.
_Line: TypeAlias = RawDocument | dict[str, object]


@click.command("clean")
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path(path_type=Path))
@click.option("--explain", is_flag=True, help="Also what was removed, and which rule said so.")
@click.option("--jsonl", is_flag=True, help="A batch: JSONL on standard input and output.")
@click.pass_context
def clean_command(
    context: click.Context, files: tuple[Path, ...], explain: bool, jsonl: bool
) -> None:
    """What the cleaner keeps of each FILE, and with --explain what it removes and why."""
    if jsonl == bool(files):
        raise click.UsageError("give FILEs to clean, or --jsonl for a batch on standard input")
    if jsonl:
        _print_all(context, _clean_batch(_standard_input()))
    elif not all([_clean_file(file, explain=explain) for file in files]):
        context.exit(REJECTED_SOME)


@click.command("name")
@click.option("--jsonl", is_flag=True, required=True, help="JSONL on standard input and output.")
@click.option("--archive", is_flag=True, help="The batch is one archive: persons have ids.")
@click.pass_context
def name_command(context: click.Context, jsonl: bool, archive: bool) -> None:
    """The persons of each text: {"id", "text"} in, {"id", "persons"} out."""
    _print_all(context, (_named(line, archive=archive) for line in _standard_input()))


def _clean_file(file: Path, *, explain: bool) -> bool:
    """Prints what is kept of every article in the file; False: something was rejected."""
    whole = True
    for raw in read_source(file):
        if isinstance(raw, Rejected):
            click.echo(f"rejected {raw.place}: {raw.reason}", err=True)
            whole = False
        else:
            show_cleaned(clean(raw).document, explain=explain)
    return whole


def _clean_batch(lines: Iterator[str]) -> Iterator[dict[str, object]]:
    """A record a line, in order. From the first line with a site on, the batch is read whole."""
    for line in lines:
        raw = _raw(line)
        if isinstance(raw, RawDocument) and raw.site:
            rest = [raw, *map(_raw, lines)]
            yield from _clean_whole(rest)
            return
        yield batch_record(raw, clean(raw).document) if isinstance(raw, RawDocument) else raw


def _clean_whole(batch: list[_Line]) -> Iterator[dict[str, object]]:
    """Cleaned as one archive: what a site repeats over the batch is debris."""
    cleaned = clean_sites((one, clean(one)) for one in batch if isinstance(one, RawDocument))
    for one in batch:
        yield batch_record(one, next(cleaned)) if isinstance(one, RawDocument) else one


def _raw(line: str) -> _Line:
    """The line as a document, or as the record that says what is wrong with it."""
    record: Mapping[str, Any] = {}
    try:
        record = _record(line)
        if record.get("id") in (None, ""):
            raise InputError('no "id"; each line needs one, to know its answer by')
        raw = raw_from_record(record, "standard input")
    except InputError as error:
        return {"id": record.get("id"), "error": str(error)}
    return {"id": record.get("id"), "error": raw.reason} if isinstance(raw, Rejected) else raw


def _named(line: str, *, archive: bool) -> dict[str, object]:
    record: Mapping[str, Any] = {}
    try:
        record = _record(line)
        names = _names(record)
    except PressmarkError as error:
        return {"id": record.get("id"), "error": str(error)}
    return {"id": record.get("id"), "persons": [name_record(name, archive) for name in names]}


def _names(record: Mapping[str, Any]) -> tuple[FoundName, ...]:
    text, mentions = record.get("text"), record.get("mentions")
    if not isinstance(text, str):
        raise InputError(f'"text" is {text!r:.80}; expected a string')
    return find_names(text) if mentions is None else resolve(text, _spans(mentions, len(text)))


def _spans(mentions: object, length: int) -> tuple[Span, ...]:
    try:
        spans = tuple((start, end) for start, end in mentions)  # type: ignore[attr-defined]  # checked by trying
    except (TypeError, ValueError) as error:
        raise InputError(f'"mentions" is {mentions!r:.80}; expected [[start, end], …]') from error
    for start, end in spans:
        if type(start) is not int or type(end) is not int:
            raise InputError(f"mention [{start!r}, {end!r}] is not two whole numbers")
        if not 0 <= start < end <= length:
            raise InputError(f"mention [{start}, {end}] lies outside the text of {length}")
    return spans


def _record(line: str) -> Mapping[str, Any]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"not JSON: {line[:80]!r}: {error}") from error
    if not isinstance(record, dict):
        raise InputError(f"not a JSON object: {line[:80]!r}")
    return record


def _standard_input() -> Iterator[str]:
    lines = (line.decode("utf8", "replace") for line in sys.stdin.buffer)
    return (line for line in lines if line.strip())


def _print_all(context: click.Context, records: Iterable[dict[str, object]]) -> None:
    """Prints the batch; its exit status says whether there was an error among the records."""
    status = 0
    for record in records:
        json_line(record)
        status = REJECTED_SOME if "error" in record else status
    sys.stdout.flush()
    context.exit(status)
