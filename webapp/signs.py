"""Signs for machines: OpenSearch description, robots.txt, and whether the service is well."""

from flask import Response, render_template
from flask.typing import ResponseReturnValue

from indexer.errors import PressmarkError
from webapp.searcher import archive, current_searcher


def show_opensearch() -> ResponseReturnValue:
    """How a browser's address bar searches the archive (OpenSearch 1.1)."""
    text = render_template("opensearch.xml")
    return Response(text, content_type="application/opensearchdescription+xml; charset=utf-8")


def show_robots() -> ResponseReturnValue:
    """Articles and persons may be read by robots; the endless pages of filters may not."""
    lines = ("User-agent: *", "Disallow: /search", "Disallow: /api/", "")
    return Response("\n".join(lines), content_type="text/plain; charset=utf-8")


def show_health() -> ResponseReturnValue:
    """Whether the process lives; it does if it can say so."""
    return {"status": "ok"}


def show_readiness() -> ResponseReturnValue:
    """Whether the published generation can be searched; 503 and why not, else."""
    try:
        summary = archive().summary()
    except PressmarkError as error:
        return {"status": "not ready", "detail": str(error)}, 503
    found = {"generation": summary.generation, "documents": summary.documents}
    trouble = current_searcher().trouble
    if trouble:
        return {"status": "an older generation serves", "detail": trouble, **found}, 503
    return {"status": "ready", **found}
