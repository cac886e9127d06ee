"""`pressmark name`: the persons of texts, JSONL in and JSONL out, in order."""

from collections.abc import Mapping
from typing import Any

import click

from indexer.cli.jsonl import print_all, record_of, standard_input
from indexer.errors import InputError, PressmarkError
from indexer.identity import person_id
from indexer.model import Span
from indexer.persons import FoundName, find_names, normalised_name, resolve


@click.command("name")
@click.option("--jsonl", is_flag=True, required=True, help="JSONL on standard input and output.")
@click.option("--archive", is_flag=True, help="The batch is one archive: persons have ids.")
@click.pass_context
def name_command(context: click.Context, jsonl: bool, archive: bool) -> None:
    """The persons of each text: {"id", "text"} in, {"id", "persons"} out."""
    print_all(context, (_named(line, archive=archive) for line in standard_input()))


def _named(line: str, *, archive: bool) -> dict[str, object]:
    record: Mapping[str, Any] = {}
    try:
        record = record_of(line)
        names = _names(record)
    except PressmarkError as error:
        return {"id": record.get("id"), "error": str(error)}
    return {"id": record.get("id"), "persons": [_name_record(name, archive) for name in names]}


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


def _name_record(name: FoundName, archive: bool) -> dict[str, object]:
    """A person of a text, as `name --jsonl` prints it; in an archive a person has an id."""
    record: dict[str, object] = {"name": name.name}
    if archive:
        record["id"] = person_id(normalised_name(name.name))
    return {**record, "mentions": [list(span) for span in name.spans]}
