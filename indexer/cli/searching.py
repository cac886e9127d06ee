"""`pressmark search`: one query, a batch of queries for a TREC run, or a list of names."""

import csv
import gzip
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import click

from indexer.cli.options import filter_options, index_option, query_from, searcher_at
from indexer.cli.output import json_line, results_record, show_results
from indexer.engine.protocol import Searcher
from indexer.errors import InputError
from indexer.export import csv_line
from indexer.model import Hit, Results
from indexer.search import RankedPassage, names_in, rank_words, search

TREC_TAG = "pressmark"
_ABOUT = ("id", "title", "source", "published")
_LONGEST_CELL = 131_072  # characters
_HEADINGS = frozenset(("name", "names", "person", "persons", "query", "queries"))
_FILE = click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path)


@click.command("search")
@click.argument("query", default="")
@filter_options
@click.option("--limit", type=click.IntRange(1, 1000), help="Hits shown. [default: 10]")
@click.option("--offset", type=click.IntRange(0), default=0, help="Hits passed over first.")
@click.option("--json", "as_json", is_flag=True, help="The answer as one JSON object.")
@click.option("--csv", "as_csv", is_flag=True, help="With --names: a line an article.")
@click.option("--queries", type=_FILE, metavar="FILE", help="JSONL of {id, text}: a batch.")
@click.option("--format", "form", type=click.Choice(["trec"]), help="With --queries: a TREC run.")
@click.option("--passages", is_flag=True, help="With --queries: passage id and number as well.")
@click.option("--names", type=_FILE, metavar="FILE", help="A name or query a line; or a CSV.")
@index_option
def search_command(query: str, location: str | None, **options: Any) -> None:
    """The same answer as the search page, for QUERY (every article where there is none)."""
    _check_together(options)
    searcher = searcher_at(location)
    if options["queries"] is not None:
        _run_batch(searcher, options)
    elif options["names"] is not None:
        _look_up_names(searcher, options)
    else:
        _answer(searcher, query, options)


def _check_together(options: dict[str, Any]) -> None:
    """An option that would do nothing without another says so."""
    for option, needed in (("form", "queries"), ("passages", "queries"), ("as_csv", "names")):
        if options[option] and options[needed] is None:
            shown = {"form": "format", "as_csv": "csv"}.get(option, option)
            raise click.UsageError(f"--{shown} goes with --{needed} FILE")


def _answer(searcher: Searcher, query: str, options: dict[str, Any]) -> None:
    wanted = replace(
        query_from(query, options), size=options["limit"] or 10, skip=options["offset"]
    )
    results = search(searcher, wanted)
    if options["as_json"]:
        json_line(results_record(results))
    else:
        show_results(results)


def _run_batch(searcher: Searcher, options: dict[str, Any]) -> None:
    limit = options["limit"] or 1000
    # All of them first: a broken line must not end a run that is half printed.
    queries = [
        _batch_query(line, f"{options['queries']}:{number}")
        for number, line in enumerate(_lines(options["queries"]), 1)
    ]
    for query in queries:
        ranked = rank_words(searcher, query.text, limit, passages=options["passages"])
        for rank, found in enumerate(ranked, 1):
            click.echo(_trec_line(query.id, rank, found))


@dataclass(frozen=True, slots=True)
class _BatchQuery:
    id: str
    text: str


def _batch_query(line: str, place: str) -> _BatchQuery:
    try:
        record = json.loads(line)
        return _BatchQuery(str(record["id"]), str(record["text"]))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError(
            f'{place}: no query: {line[:80]!r}; expected {{"id": …, "text": …}}'
        ) from error


def _trec_line(query: str, rank: int, found: RankedPassage) -> str:
    # Ranks, not scores, order a run; scores fall with them, as trec_eval expects.
    document = _column(found.document.source_id)
    columns = [_column(query), "Q0", document, str(rank), f"{1 / rank:.6f}", TREC_TAG]
    if found.snippet is not None:
        columns += [found.snippet.passage, str(found.snippet.number)]
    return " ".join(columns)


def _column(id_: str) -> str:
    """An id as a column of a run; white space, which parts the columns, as in an address (%20)."""
    return "".join(quote(sign) if sign.isspace() else sign for sign in id_)


def _look_up_names(searcher: Searcher, options: dict[str, Any]) -> None:
    # Each once: the lists of several people hold the same names.
    names = tuple(dict.fromkeys(_names(options["names"])))
    answers = names_in(searcher, names, options["limit"] or 10, aliases=options["aliases"])
    if options["as_csv"]:
        _names_as_csv(answers)
        return
    for name, results in answers:
        if options["as_json"]:
            persons = [{"id": one.id, "name": one.name} for one in searcher.persons_named(name)]
            json_line({"name": name, "persons": persons, **results_record(results)})
        else:
            click.echo(f"\n== {name}")
            show_results(results)


def _names_as_csv(answers: Iterator[tuple[str, Results]]) -> None:
    head = ("name", "articles", "match", *_ABOUT, "passage", "text")
    click.echo(csv_line(head), nl=False)
    for name, results in answers:
        lines = [line for hit in results.hits for line in _hit_lines(hit)]
        for line in lines or [("",) * (len(_ABOUT) + 2)]:
            click.echo(csv_line((name, results.total, results.match, *line)), nl=False)


def _hit_lines(hit: Hit) -> Iterator[tuple[object, ...]]:
    document = hit.document
    published = document.published.date if document.published else None
    about = (document.id, document.title, document.source, published)
    for snippet in hit.snippets:
        yield (*about, snippet.passage, snippet.text)
    if not hit.snippets:  # a title without a text
        yield (*about, "", "")


def _names(path: Path) -> Iterator[str]:
    """The first column of each row of a CSV; of any other file the lines as they are.

    A line may be a query: its quotation marks make a phrase, its comma is part of a name.
    """
    lines = _lines(path)
    if ".csv" in path.suffixes[-2:]:
        lines = _first_column(path, lines)
    yield from filter(None, map(str.strip, lines))


def _first_column(path: Path, lines: Iterator[str]) -> Iterator[str]:
    """The first cell of each row; a heading over the column names nobody.

    Raises InputError where a row cannot be read.
    """
    rows = csv.reader(lines)
    csv.field_size_limit(_LONGEST_CELL)  # of the process; a reader of sources may have set another
    try:
        for row in rows:
            cell = row[0] if row else ""
            if rows.line_num > 1 or cell.strip().casefold() not in _HEADINGS:
                yield cell
    except csv.Error as error:
        raise InputError(f"{path}:{rows.line_num}: no row of a CSV: {error}") from error


def _lines(path: Path) -> Iterator[str]:
    """The lines of a file, of one that is gzip-compressed, or of standard input ("-").

    Raises InputError if it is not UTF-8: a name read wrongly would be a name that is not found.
    """
    opened = gzip.open if path.suffix == ".gz" else click.open_file
    try:
        with opened(str(path), "rt", encoding="utf-8-sig") as lines:
            yield from (line for line in lines if line.strip())
    except (UnicodeDecodeError, OSError, EOFError, zlib.error) as error:
        raise InputError(f"{path} cannot be read: {error}; expected text in UTF-8") from error
