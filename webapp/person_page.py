"""/persons/<id>: one person: forms, roles, the articles, who is named beside them, corrections."""

from flask import redirect, render_template, request
from flask.typing import ResponseReturnValue

from indexer.errors import UnknownPersonError
from indexer.search import person_profile
from indexer.search.profile import BESIDE
from webapp.addresses import person_url
from webapp.facets import beside_rows
from webapp.name_lines import lines_about, lines_of_split, lines_of_suggestion
from webapp.request_query import read_page
from webapp.searcher import archive
from webapp.timeline import draw_months, draw_timeline


def show_person(person_id: str) -> ResponseReturnValue:
    """A person's page; another id of the same person leads to it."""
    searcher = archive()
    person = searcher.person(person_id)
    if person is None:
        raise UnknownPersonError(f"The register has no person of the id {person_id[:80]!r}.")
    if person.id != person_id:
        return redirect(person_url(person.id), 302)
    page, notes = read_page(request.args)
    profile = person_profile(searcher, person, page)
    suggested = [(one, searcher.person(one.person)) for one in person.suggestions]
    return render_template(
        "person.html",
        person=person,
        profile=profile,
        notes=notes,
        query=profile.query,
        results=profile.results,
        bars=draw_timeline(profile.query, profile.years),
        months=draw_months(profile.query, profile.months),
        beside=beside_rows(profile.query, profile.beside),
        most_beside=BESIDE,
        suggested=[
            (one, other, lines_of_suggestion(person, one, other)) for one, other in suggested
        ],
        lines=lines_about(person),
        splits=lines_of_split(person, profile),
        page_urls=lambda number: person_url(person.id, number),
    )
