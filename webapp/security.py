"""What every answer and every request has to do with safety: headers, hosts, sizes, proxies."""

import re
from collections.abc import Iterable
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from flask import Flask, Response, abort, request
from werkzeug.middleware.proxy_fix import ProxyFix

from indexer.settings import ANY_HOST, Settings

MAXIMUM_BODY = 64 * 1024  # bytes; no page takes a body at all

_PREFIX = re.compile(r"(?:/[A-Za-z0-9._~-]+)*")
_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[^:@/\[\]]+)(?::[0-9]{1,5})?")

# Scripts and styles come from our own files only, so a title with markup in it has nothing to run.
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # What is searched for is nobody else's business, the linked outlet's least of all.
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def secure(app: Flask, settings: Settings) -> None:
    """Adds the checks before each request and the headers after it."""
    app.before_request(lambda: _refuse_hosts(settings.allowed_hosts))
    app.before_request(_refuse_bodies)
    app.after_request(_add_headers)
    if settings.trusted_proxies:
        count = settings.trusted_proxies
        inner = _without_foreign_prefix(app.wsgi_app)
        proxied = ProxyFix(inner, x_for=count, x_proto=count, x_host=count, x_prefix=count)
        app.wsgi_app = proxied  # type: ignore[method-assign]  # how Flask is wrapped


def _without_foreign_prefix(serve: WSGIApplication) -> WSGIApplication:
    """Ignores an X-Forwarded-Prefix that is no path: //elsewhere would be where all links lead."""

    def serve_here(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if not _PREFIX.fullmatch(environ.get("SCRIPT_NAME", "")):
            environ["SCRIPT_NAME"] = ""
        return serve(environ, start_response)

    return serve_here


def _refuse_hosts(allowed: tuple[str, ...]) -> None:
    if ANY_HOST not in allowed and _host_name(request.host) not in allowed:
        abort(400, f"This archive does not answer to the host {request.host[:80]!r}.")


def _host_name(host: str) -> str | None:
    """The host without its port; None for what is no host."""
    # werkzeug's host_is_trusted knows no IPv6.
    parts = _HOST.fullmatch(host.lower())
    return parts[1] if parts else None


def _refuse_bodies() -> None:
    if (request.content_length or 0) > MAXIMUM_BODY:
        abort(413)


def _add_headers(response: Response) -> Response:
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    if request.endpoint != "static":
        response.headers.setdefault("Cache-Control", "private, no-cache")
    return response
