"""`pressmark export`: every hit of a query, streamed."""

from typing import Any

import click

from indexer.cli.options import filter_options, index_option, query_from, searcher_at
from indexer.engine.protocol import Searcher
from indexer.export import FORMATS, Exported
from indexer.model import Document
from indexer.search import stream_hits


@click.command("export")
@click.argument("query", default="")
@filter_options
@click.option("--format", "form", type=click.Choice(list(FORMATS)), required=True)
@index_option
def export_command(query: str, form: str, location: str | None, **options: Any) -> None:
    """Every hit of QUERY (every article where there is none) as a file on standard output."""
    searcher = searcher_at(location)
    hits = stream_hits(searcher, query_from(query, options))
    for piece in FORMATS[form].write(_exported(searcher, document) for document in hits):
        click.echo(piece, nl=False)


def _exported(searcher: Searcher, document: Document) -> Exported:
    persons = tuple(person.name for person in searcher.persons_in(document))
    return Exported(document, persons, f"/documents/{document.id}")
