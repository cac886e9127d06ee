"""`pressmark clean`: files to read, or JSONL in and JSONL out, in order."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import click

from indexer.archive import clean_sites
from indexer.cleaner import clean
from indexer.cli.jsonl import REJECTED_SOME, print_all, record_of, standard_input
from indexer.cli.output import batch_record, show_cleaned
from indexer.errors import InputError
from indexer.model import RawDocument, Rejected
from indexer.reader import raw_from_record, read_source

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
        print_all(context, _clean_batch(standard_input()))
    elif not all([_clean_file(file, explain=explain) for file in files]):
        context.exit(REJECTED_SOME)


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
    raws = (one for one in batch if isinstance(one, RawDocument))
    cleaned = clean_sites((raw, clean(raw).document) for raw in raws)
    for one in batch:
        yield batch_record(one, next(cleaned)) if isinstance(one, RawDocument) else one


def _raw(line: str) -> _Line:
    """The line as a document, or as the record that says what is wrong with it."""
    record: Mapping[str, Any] = {}
    try:
        record = record_of(line)
        if record.get("id") in (None, ""):
            raise InputError('no "id"; each line needs one, to know its answer by')
        raw = raw_from_record(record, "standard input")
    except InputError as error:
        return {"id": record.get("id"), "error": str(error)}
    return {"id": record.get("id"), "error": raw.reason} if isinstance(raw, Rejected) else raw
