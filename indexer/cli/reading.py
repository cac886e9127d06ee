"""`pressmark show` and `pressmark persons`: one document, and the register of everybody."""

from dataclasses import asdict
from itertools import islice

import click

from indexer.cli.options import index_option, searcher_at
from indexer.cli.output import document_record, json_line, show_about
from indexer.engine.protocol import Searcher
from indexer.errors import UnknownDocumentError, UnknownPersonError
from indexer.model import Document, Person
from indexer.search import find_persons


@click.command("show")
@click.argument("document_id", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@index_option
def show_command(document_id: str, as_json: bool, location: str | None) -> None:
    """One document, by its ID."""
    searcher = searcher_at(location)
    document = _document(searcher, document_id)
    persons = searcher.persons_in(document)
    if as_json:
        names = [{"id": person.id, "name": person.name} for person in persons]
        json_line({**document_record(document), "id": document.id, "persons": names})
    else:
        _show(document, persons)


@click.command("persons")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.option("--explain", metavar="NAME", help="Why this is, or is not, one person.")
@index_option
def persons_command(as_json: bool, explain: str | None, location: str | None) -> None:
    """The register: every person, the articles that name them, other forms, suggestions."""
    searcher = searcher_at(location)
    persons = _explained(searcher, explain) if explain else searcher.persons()
    for person in persons:
        if as_json:
            json_line(asdict(person))
        elif explain:
            _explain(person)
        else:
            also = f" (also: {', '.join(person.aliases)})" if person.aliases else ""
            click.echo(f"{person.documents:6d}  {person.name}{also}")


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


def _explained(searcher: Searcher, name: str) -> tuple[Person, ...]:
    persons = tuple(filter(None, map(searcher.person, find_persons(searcher, name))))
    if not persons:
        raise UnknownPersonError(f"no person {name!r} in the register")
    return persons


def _explain(person: Person) -> None:
    state = "confirmed in corrections.txt" if person.confirmed else "a name; two people may bear it"
    click.echo(f"{person.name} [{person.id}]: {state}")
    click.echo(f"  {person.documents} articles, {person.mentions} mentions")
    for alias in person.aliases:
        click.echo(f"  is also printed: {alias}")
    for suggestion in islice(person.suggestions, 20):
        click.echo(f"  not joined, but alike: {suggestion.evidence}\n    {suggestion.line}")
