"""/persons/<id>: one person: the forms of the name, the articles, who is named beside them."""

from dataclasses import replace

from flask import redirect, render_template, request
from flask.typing import ResponseReturnValue

from indexer.engine.protocol import Searcher
from indexer.errors import UnknownPersonError
from indexer.model import Filters, Hit, Person, Query, Snippet
from indexer.search import list_facet, search
from webapp.addresses import person_url
from webapp.facets import Row, facet_rows
from webapp.mentions import mention_snippets
from webapp.request_query import read_list
from webapp.searcher import archive
from webapp.timeline import draw_timeline

BESIDE = 20  # persons named in the same articles


def show_person(person_id: str) -> ResponseReturnValue:
    """A person's page; another id of the same person leads to it."""
    searcher = archive()
    person = searcher.person(person_id)
    if person is None:
        raise UnknownPersonError(f"The register has no person of the id {person_id[:80]!r}.")
    if person.id != person_id:
        return redirect(person_url(person.id), 302)
    wanted, notes = read_list(request.args)
    query = articles_of(person, wanted.page)
    results = search(searcher, query)
    others = {one.person: searcher.person(one.person) for one in person.suggestions}
    return render_template(
        "person.html",
        person=person,
        notes=notes,
        query=query,
        results=results,
        hits=[replace(hit, snippets=_snippets(hit, person)) for hit in results.hits],
        bars=draw_timeline(query, list_facet(searcher, query, "year")),
        beside=named_beside(searcher, query, person),
        others=others,
        page_urls=lambda page: person_url(person.id, page),
    )


def _snippets(hit: Hit, person: Person) -> tuple[Snippet, ...]:
    """Where the article names the person; how it begins where only the title does."""
    return mention_snippets(hit.document, person) or hit.snippets


def articles_of(person: Person, page: int = 1) -> Query:
    """The articles that name a person, newest first."""
    page = min(page, 100)
    return Query(filters=Filters(all_persons=(person.id,)), sort="newest", page=page)


def named_beside(searcher: Searcher, query: Query, person: Person) -> tuple[Row, ...]:
    """Who else stands in the articles of this person; the counts are of the shared articles."""
    values = list_facet(searcher, query, "person")
    others = [value for value in values if value.value != person.id]
    rows = facet_rows(query, "person", others[:BESIDE])
    return tuple(replace(row, without=None) for row in rows)
