"""Errors on their way out: a page for a reader, application/problem+json for a script."""

import json
import logging
from dataclasses import dataclass
from http import HTTPStatus

from flask import Flask, Response, make_response, render_template, request
from werkzeug.exceptions import HTTPException, SecurityError

from indexer.errors import (
    ParameterError,
    PressmarkError,
    UnknownDocumentError,
    UnknownPersonError,
)
from webapp.printed import printable

_log = logging.getLogger(__name__)

_STATUS: dict[type[PressmarkError], HTTPStatus] = {
    ParameterError: HTTPStatus.BAD_REQUEST,
    UnknownDocumentError: HTTPStatus.NOT_FOUND,
    UnknownPersonError: HTTPStatus.NOT_FOUND,
}
_TITLES = {
    400: "This request cannot be read",
    404: "There is no such page",
    405: "This page is only for reading",
    410: "This is not here any more",
    413: "This request is too large",
    500: "Something went wrong",
    503: "The archive cannot answer now",
}
_DETAILS = {
    404: "Nothing in this archive has this address. The search finds articles by their words.",
    405: "Pages are asked for with GET.",
    413: "No page of this archive takes so much.",
    500: "The fault is ours and has been noted. Other pages still work.",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong, for whoever asked."""

    status: int
    title: str
    detail: str


def answer_errors(app: Flask) -> None:
    """Every error becomes a page or a problem; none shows a traceback."""
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(PressmarkError, _known_error)
    app.register_error_handler(Exception, _unknown_error)


def is_for_scripts() -> bool:
    """Whether the one who asks wants JSON: by the path, so that a link tells it too."""
    return request.path.startswith("/api/")


def _http_error(error: HTTPException) -> Response:
    status = error.code or 500
    own_words = type(error).description != error.description
    detail = _DETAILS.get(status, "") if not own_words else (error.description or "")
    response = _answer(Problem(status, _title(status), detail or _title(status) + "."))
    for name, value in error.get_headers():
        if name.lower() in {"allow", "retry-after"}:
            response.headers[name] = value
    return response


def _known_error(error: PressmarkError) -> Response:
    status = _STATUS.get(type(error), HTTPStatus.SERVICE_UNAVAILABLE)
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        _log.warning("%s: %s", request.path, error)
    return _answer(Problem(status, _title(status), str(error)))


def _unknown_error(error: Exception) -> Response:
    # The path alone: what was searched for is not logged.
    _log.error("Error on %s", request.path, exc_info=error)
    return _answer(Problem(500, _title(500), _DETAILS[500]))


def _title(status: int) -> str:
    return _TITLES.get(status, HTTPStatus(status).phrase)


def _answer(problem: Problem) -> Response:
    response = _to_json(problem) if is_for_scripts() else _to_page(problem)
    if problem.status == HTTPStatus.SERVICE_UNAVAILABLE:
        response.headers["Retry-After"] = "5"
    return response


def _to_page(problem: Problem) -> Response:
    # A host that cannot be read leaves no addresses to link to: the bare page has none.
    unreadable = isinstance(request.routing_exception, SecurityError)
    page = "bare_error.html" if unreadable else "error.html"
    return make_response(render_template(page, problem=problem), problem.status)


def _to_json(problem: Problem) -> Response:
    fields = {
        "type": "about:blank",
        "title": problem.title,
        "status": int(problem.status),
        "detail": printable(problem.detail),
    }
    response = make_response(json.dumps(fields), problem.status)
    response.content_type = "application/problem+json"
    return response
