"""Batches: JSONL on standard input and standard output, a record a line, in order."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import click

from indexer.cli.output import json_line
from indexer.errors import InputError

REJECTED_SOME = 1


def record_of(line: str) -> Mapping[str, Any]:
    """The object on a line. Raises InputError where it is none."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"not JSON: {line[:80]!r}: {error}") from error
    if not isinstance(record, dict):
        raise InputError(f"not a JSON object: {line[:80]!r}")
    return record


def standard_input() -> Iterator[str]:
    """The lines that are not empty; bytes that are no UTF-8 become U+FFFD."""
    lines = (line.decode("utf8", "replace") for line in sys.stdin.buffer)
    return (line for line in lines if line.strip())


def print_all(context: click.Context, records: Iterable[dict[str, object]]) -> None:
    """Prints the batch; its exit status says whether there was an error among the records."""
    status = 0
    for record in records:
        json_line(record)
        status = REJECTED_SOME if "error" in record else status
    sys.stdout.flush()
    context.exit(status)
