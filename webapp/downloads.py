"""What is on a page, to take away: exports of every hit, citations of an article or a passage."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from flask import Response, redirect, request, stream_with_context, url_for
from flask.typing import ResponseReturnValue

from indexer.engine.protocol import Searcher
from indexer.errors import UnknownDocumentError
from indexer.export import FORMATS, Exported, ExportFormat
from indexer.model import Document
from indexer.search import stream_hits
from webapp.addresses import article_url, permanent_url
from webapp.document_page import show_document
from webapp.request_query import SEARCH_NAMES, read_document, read_search
from webapp.searcher import archive

_FORMATS = {form.suffix: form for form in FORMATS.values()}
_NOT_FILE_NAME = re.compile(r"[^A-Za-z0-9._-]+")


def send_search(suffix: str) -> ResponseReturnValue:
    """Every hit of a search, streamed; the page and its size do not count."""
    searcher = archive()
    query = read_search(request.args, SEARCH_NAMES).query
    documents = _begun(stream_hits(searcher, query))
    exported = (_exported(searcher, document) for document in documents)
    return _send(_FORMATS[suffix], exported, f"search {query.text}"[:60])


def _begun(documents: Iterator[Document]) -> Iterator[Document]:
    """The same, the first fetched already: an index that cannot be read is still a 503."""
    return chain(list(islice(documents, 1)), documents)


def send_document(document_id: str, suffix: str) -> ResponseReturnValue:
    """An article, or one passage of it, as a citation."""
    searcher = archive()
    document = searcher.document(document_id)
    if document is None:
        return _without_document(searcher, document_id, suffix)
    exported = _cited(searcher, document, read_document(request.args).passage)
    return _send(_FORMATS[suffix], [exported], document_id)


def _without_document(searcher: Searcher, document_id: str, suffix: str) -> ResponseReturnValue:
    now = searcher.redirect(document_id)
    if now is not None:
        passage = request.args.get("passage")
        return redirect(
            url_for("document_download", document_id=now, suffix=suffix, passage=passage)
        )
    if searcher.gone(document_id) is not None:
        return show_document(document_id)
    # An id may itself end in .bib or .ris: it came from a file's name.
    return show_document(f"{document_id}.{suffix}")


def _cited(searcher: Searcher, document: Document, passage_id: str) -> Exported:
    if not passage_id:
        return _exported(searcher, document)
    passage = next((one for one in document.passages if one.id == passage_id), None)
    if passage is None:
        raise UnknownDocumentError(f"The article has no passage {passage_id[:80]!r} today.")
    names = tuple(person.name for person in searcher.persons_in(document))
    return Exported(document, names, permanent_url(document.id, passage), passage)


def _exported(searcher: Searcher, document: Document) -> Exported:
    names = tuple(person.name for person in searcher.persons_in(document))
    return Exported(document, names, article_url(document.id))


def _send(form: ExportFormat, exported: Iterable[Exported], name: str) -> Response:
    pieces: Iterator[str] = (_encodable(piece) for piece in form.write(exported))
    response = Response(
        stream_with_context(pieces), content_type=f"{form.media_type}; charset=utf-8"
    )
    file_name = _NOT_FILE_NAME.sub("-", name).strip("-.") or "pressmark"
    response.headers["Content-Disposition"] = f'attachment; filename="{file_name}.{form.suffix}"'
    return response


def _encodable(piece: str) -> str:
    """Without lone surrogates, which no UTF-8 can hold."""
    return piece.encode("utf8", "replace").decode("utf8")
