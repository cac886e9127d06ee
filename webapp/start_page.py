"""/: the search box, and what the archive holds."""

from flask import render_template
from flask.typing import ResponseReturnValue

from indexer.model import Query
from indexer.search import list_facet
from webapp.facets import facet_rows
from webapp.searcher import archive
from webapp.timeline import draw_timeline

SHOWN_PERSONS = 24
SHOWN_SOURCES = 24


def show_start() -> ResponseReturnValue:
    """The start page."""
    searcher, query = archive(), Query()
    named = [person for person in searcher.persons()[: 2 * SHOWN_PERSONS] if not person.hidden]
    return render_template(
        "start.html",
        query=query,
        summary=searcher.summary(),
        bars=draw_timeline(query, list_facet(searcher, query, "year")),
        persons=named[:SHOWN_PERSONS],
        sources=facet_rows(query, "source", list_facet(searcher, query, "source"))[:SHOWN_SOURCES],
    )
