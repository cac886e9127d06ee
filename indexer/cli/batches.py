"""`pressmark clean`: files to read, or JSONL in and JSONL out, in order."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import click

from indexer.archive import clean_sites
from indexer.cleaner import clean
from indexer.cli.corrections import FileRules, keeps, read_rules, rules_for
from indexer.cli.jsonl import REJECTED_SOME, print_all, record_of, standard_input
from indexer.cli.output import batch_record, show_cleaned, show_no_article
from indexer.errors import InputError
from indexer.model import BlockRule, Document, NoArticle, RawDocument, Rejected
from indexer.reader import raw_from_record, read_source
from indexer.settings import Settings

# A line of a batch: a document, or the record that says what is wrong with it.
_Line: TypeAlias = RawDocument | dict[str, object]
_Rules: TypeAlias = Sequence[BlockRule]
_PATH = click.Path(path_type=Path)
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("clean")
@click.argument("files", nargs=-1, metavar="[FILE]...", type=_PATH)
@click.option("--explain", is_flag=True, help="Also what was removed, and which rule said so.")
@click.option("--jsonl", is_flag=True, help="A batch: JSONL on standard input and output.")
@click.option("--corrections", type=_FILE, metavar="FILE", help="[PRESSMARK_CORRECTIONS]")
@click.pass_context
def clean_command(
    context: click.Context,
    files: tuple[Path, ...],
    explain: bool,
    jsonl: bool,
    corrections: Path | None,
) -> None:
    """What the cleaner keeps of each FILE, and with --explain what it removes and why.

    The corrections.txt of the folder that a FILE is in, or of the nearest one above it, applies.
    """
    if jsonl == bool(files):
        raise click.UsageError("give FILEs to clean, or --jsonl for a batch on standard input")
    named = corrections or Settings.from_environment().corrections
    if jsonl:
        _collect_seldom()
        rules = read_rules([named] if named else [])
        print_all(context, _clean_batch(standard_input(), rules))
    elif not all([_clean_file(rules_for(file, named), explain=explain) for file in files]):
        context.exit(REJECTED_SOME)


def _collect_seldom() -> None:
    """What a batch keeps has no circles; to look for some again and again costs a page a tenth."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def _clean_file(file: FileRules, *, explain: bool) -> bool:
    """Prints what is kept of every article in the file; False: something was rejected."""
    whole = True
    for raw in map(file.as_in_source, read_source(file.file)):
        rejected = raw if isinstance(raw, Rejected) else _show(raw, file.rules, explain=explain)
        if rejected:
            click.echo(f"rejected {rejected.place}: {rejected.reason}", err=True)
            whole = False
    return whole


def _show(raw: RawDocument, rules: _Rules, *, explain: bool) -> Rejected | None:
    found = _cleaned(raw, rules)
    if isinstance(found, Rejected):
        return found
    if isinstance(found, NoArticle):
        show_no_article(found, explain=explain)
    else:
        show_cleaned(found, explain=explain, kept_by=keeps(raw, found, rules))
    return None


def _clean_batch(lines: Iterator[str], rules: _Rules) -> Iterator[dict[str, object]]:
    """A record a line, in order. From the first line with a site on, the batch is read whole."""
    for line in lines:
        raw = _raw(line)
        if isinstance(raw, RawDocument) and raw.site:
            rest = [raw, *map(_raw, lines)]
            yield from _clean_whole(rest, rules)
            return
        yield _record(raw, _cleaned(raw, rules)) if isinstance(raw, RawDocument) else raw


def _clean_whole(batch: list[_Line], rules: _Rules) -> Iterator[dict[str, object]]:
    """Cleaned as one archive: what a site repeats over the batch is debris."""
    found = [_cleaned(one, rules) if isinstance(one, RawDocument) else None for one in batch]
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


def _cleaned(raw: RawDocument, rules: _Rules) -> Document | NoArticle | Rejected:
    try:
        return clean(raw, rules).document
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
