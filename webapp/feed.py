"""/search.atom: the newest articles that a query finds, for a feed reader (RFC 4287)."""

from dataclasses import replace

from flask import make_response, render_template, request
from flask.typing import ResponseReturnValue

from indexer.model import Document
from webapp.request_query import SEARCH_NAMES, SearchArguments, read_search
from webapp.search_page import answer_query
from webapp.searcher import archive

ENTRIES = 50
UNDATED = "1970-01-01T00:00:00Z"  # Atom demands a time; readers sort this one last


def send_feed() -> ResponseReturnValue:
    """The feed of a search; the search's own order and page do not count."""
    arguments = read_search(request.args, SEARCH_NAMES)
    query = replace(arguments.query, sort="newest", page=1, size=ENTRIES)
    answer = answer_query(archive(), SearchArguments(query))
    documents = [hit.document for hit in answer.results.hits]
    text = render_template(
        "feed.xml",
        query=replace(answer.query, size=arguments.query.size, sort=arguments.query.sort),
        entries=[(document, atom_time(document)) for document in documents],
        updated=max((atom_time(document) for document in documents), default=UNDATED),
        snippets={hit.document.id: hit.snippets for hit in answer.results.hits},
    )
    response = make_response(text)
    response.content_type = "application/atom+xml; charset=utf-8"
    return response


def atom_time(document: Document) -> str:
    """The date of publication as Atom wants it: a date alone becomes its midnight in UTC."""
    if document.published is None:
        return UNDATED
    year, month, day = (*document.published.date.split("-"), "01", "01")[:3]
    return f"{year}-{month}-{day}T00:00:00Z"
