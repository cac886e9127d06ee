"""`pressmark show`: one document."""

import click

from indexer.cli.likeness import show_similar, similar_record
from indexer.cli.options import index_option, searcher_at
from indexer.cli.output import document_record, json_line, show_about
from indexer.engine.protocol import Searcher
from indexer.errors import UnknownDocumentError
from indexer.model import Document, Person
from indexer.search import similar


@click.command("show")
@click.argument("document_id", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@click.option(
    "--similar", "most", metavar="N", type=click.IntRange(1, 100), help="The N most like it, too."
)
@index_option
def show_command(document_id: str, as_json: bool, most: int | None, location: str | None) -> None:
    """One document, by its ID."""
    searcher = searcher_at(location)
    document = _document(searcher, document_id)
    persons = searcher.persons_in(document)
    found = similar(searcher, document, most) if most else ()
    if as_json:
        names = [{"id": person.id, "name": person.name} for person in persons]
        record = {**document_record(document), "id": document.id, "persons": names}
        json_line({**record, "similar": list(map(similar_record, found))} if most else record)
    else:
        _show(document, persons)
        if most:
            show_similar(found)


def _document(searcher: Searcher, document_id: str) -> Document:
    document = searcher.document(searcher.redirect(document_id) or document_id)
    if document is not None:
        return document
    gone = searcher.gone(document_id)
    if gone is not None:
        raise UnknownDocumentError(f"{document_id!r} is gone since {gone.when}: {gone.why}")
    raise UnknownDocumentError(
        f"no document {document_id!r}; pressmark search shows the ids of what it finds"
    )


def _show(document: Document, persons: tuple[Person, ...]) -> None:
    click.echo(click.style(document.title, bold=True))
    show_about(document)
    for passage in document.passages:
        click.echo(f"\n[{passage.id} {passage.kind.value}]\n{passage.text}")
    if persons:
        click.echo("\nPersons: " + ", ".join(person.name for person in persons))
