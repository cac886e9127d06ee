"""Articles like another, on a terminal and as JSON lines."""

from collections.abc import Sequence

import click

from indexer.cli.output import shown_date
from indexer.search import Similar


def similar_record(one: Similar) -> dict[str, object]:
    """An article like another as `show --json` prints it: the API's form, with a path."""
    document, published = one.document, one.document.published
    return {
        "id": document.id,
        "title": document.title,
        "url": f"/documents/{document.id}",
        "source": document.source,
        "published": published and published.date,
        "language": document.language,
        "score": round(one.score, 6),
        "words": list(one.words),
        "persons": [{"id": person.id, "name": person.name} for person in one.persons],
    }


def show_similar(found: Sequence[Similar]) -> None:
    """The articles like one for a person at a terminal, with what they have in common."""
    click.echo("\nMore like this:")
    for number, one in enumerate(found, 1):
        document = one.document
        place = " · ".join(filter(None, (document.source, shown_date(document), document.id)))
        click.echo(f"\n{number}. {document.title}\n   {place}")
        for label, common in (("name", [p.name for p in one.persons]), ("have", one.words)):
            if common:
                click.echo(f"   both {label} {', '.join(common)}")
    if not found:
        click.echo("nothing in the archive is like it.")
