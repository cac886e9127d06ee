"""The factory of the web app, and the map of its addresses: one line a page."""

import hashlib
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from flask import Flask, current_app, url_for
from flask.typing import ResponseReturnValue

from indexer.engine.protocol import Engine
from indexer.model import Query
from indexer.settings import Settings
from webapp import (
    addresses,
    api,
    choices,
    document_page,
    downloads,
    facet_page,
    feed,
    marks,
    openapi,
    passage_page,
    person_page,
    printed,
    problems,
    register_page,
    search_page,
    security,
    signs,
    start_page,
)
from webapp.request_query import hidden_fields, other_order
from webapp.searcher import EXTENSION, CurrentSearcher, return_archive

PAGES: Mapping[str, tuple[str, Callable[..., ResponseReturnValue]]] = {
    "/": ("start", start_page.show_start),
    "/search": ("search", search_page.show_search),
    "/search/<any(person, source, language, byline, year):facet>": (
        "facet_values",
        facet_page.show_facet_values,
    ),
    "/search.atom": ("feed", feed.send_feed),
    '/search.<any(csv, jsonl, bib, ris, "csl.json"):suffix>': (
        "search_download",
        downloads.send_search,
    ),
    "/documents/<document_id>": ("document", document_page.show_document),
    '/documents/<document_id>.<any(bib, ris, "csl.json"):suffix>': (
        "document_download",
        downloads.send_document,
    ),
    "/documents/<document_id>/passages/<passage_id>": ("passage", passage_page.find_passage),
    "/persons": ("persons", register_page.show_register),
    "/persons/<person_id>": ("person", person_page.show_person),
    "/opensearch.xml": ("opensearch", signs.show_opensearch),
    "/robots.txt": ("robots", signs.show_robots),
    "/healthz": ("healthz", signs.show_health),
    "/readyz": ("readyz", signs.show_readiness),
    "/api/v1/search": ("api_search", api.send_search),
    "/api/v1/documents/<document_id>": ("api_document", api.send_document),
    "/api/v1/documents/<document_id>/similar": ("api_similar", api.send_similar),
    "/api/v1/persons": ("api_persons", api.send_persons),
    "/api/v1/persons/<person_id>": ("api_person", api.send_person),
    "/api/v1/suggest": ("api_suggest", api.send_suggestions),
    "/api/v1/openapi.json": ("api_openapi", openapi.send_openapi),
}


class _Pressmark(Flask):
    # Every printed value loses what would break markup (control characters, lone surrogates).
    jinja_options = {"finalize": printed.printable, "trim_blocks": True, "lstrip_blocks": True}  # noqa: RUF012 – Flask's own class attribute


def create_app(engine: Engine, settings: Settings) -> Flask:
    """The web app over one engine. Nothing is opened before the first request."""
    app = _Pressmark(__name__, static_url_path="/static")
    app.extensions[EXTENSION] = CurrentSearcher(engine)
    app.json.sort_keys = False  # type: ignore[attr-defined]  # the default provider has it
    app.config["MAX_CONTENT_LENGTH"] = security.MAXIMUM_BODY
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = 30 * 24 * 3600  # the address changes with the file
    for path, (endpoint, show) in PAGES.items():
        app.add_url_rule(path, endpoint, show)
    security.secure(app, settings)
    problems.answer_errors(app)
    app.teardown_appcontext(return_archive)
    app.jinja_env.globals.update(_template_names(settings))
    app.jinja_env.filters.update(_template_filters())
    return app


def _template_names(settings: Settings) -> dict[str, Any]:
    return {
        "site": settings.title,
        "asset": asset_url,
        "search_url": addresses.search_url,
        "facet_url": addresses.facet_url,
        "document_url": addresses.document_url,
        "permanent_url": addresses.permanent_url,
        "person_url": addresses.person_url,
        "register_url": addresses.register_url,
        "snippet_url": addresses.snippet_url,
        "article_url": addresses.article_url,
        "is_web_address": addresses.is_web_address,
        "hidden_fields": hidden_fields,
        "other_order": other_order,
        "without_filters": choices.without_filters,
        "everything": Query(),
    }


def _template_filters() -> dict[str, Callable[..., Any]]:
    return {
        "segments": marks.cut_segments,
        "printed_date": printed.printed_date,
        "date_origin": printed.date_origin,
        "language_name": printed.language_name,
        "reason_words": printed.reason_words,
        "plural": printed.plural,
    }


def asset_url(name: str) -> str:
    """A file of static/, under an address that changes when the file does."""
    return url_for("static", filename=name, v=_digest(Path(str(current_app.static_folder)) / name))


@lru_cache(maxsize=32)
def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:10]
