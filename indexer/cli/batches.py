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
from indexer.model import Document, NoArticle, RawDocument, Rejected
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
        found = raw if isinstance(raw, Rejected) else _cleaned(raw)
        if isinstance(found, Rejected):
            click.echo(f"rejected {found.place}: {found.reason}", err=True)
            whole = False
        else:
            show_cleaned(found, explain=explain)
    return whole


def _clean_batch(lines: Iterator[str]) -> Iterator[dict[str, object]]:
    """A record a line, in order. From the first line with a site on, the batch is read whole."""
    for line in lines:
        raw = _raw(line)
        if isinstance(raw, RawDocument) and raw.site:
            rest = [raw, *map(_raw, lines)]
            yield from _clean_whole(rest)
            return
        yield _record(raw, _cleaned(raw)) if isinstance(raw, RawDocument) else raw


def _clean_whole(batch: list[_Line]) -> Iterator[dict[str, object]]:
    """Cleaned as one archive: what a site repeats over the batch is debris."""
    found = [_cleaned(one) if isinstance(one, RawDocument) else None for one in batch]
    pairs = zip(batch, found, strict=True)
    cleaned = clean_sites(
        (raw, document)
        for raw, document in pairs
        if isinstance(raw, RawDocument) and isinstance(document, Document | NoArticle)
    )
    for one, document in zip(batch, found, strict=True):
        if not isinstance(one, RawDocument):
            yield one
        else:
            yield _record(one, document if isinstance(document, Rejected) else next(cleaned))


def _cleaned(raw: RawDocument) -> Document | NoArticle | Rejected:
    try:
        return clean(raw).document
    except InputError as error:
        return Rejected(raw.place, str(error))


def _record(raw: RawDocument, found: Document | NoArticle | Rejected) -> dict[str, object]:
    if isinstance(found, Rejected):
        return {"id": raw.source_id, "error": found.reason}
    return batch_record(raw, found)


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
