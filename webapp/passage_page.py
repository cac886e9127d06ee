"""/documents/<id>/passages/<passage id>: the permanent link, and what became of its passage."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from indexer.engine.protocol import Searcher
from indexer.errors import UnknownDocumentError
from indexer.model import Document, GoneDocument, Passage, Query
from webapp.addresses import arrival_url
from webapp.passage_links import Changed, Exact, Gone, Moved, Unknown, passage_fate
from webapp.request_query import DocumentArguments, document_to_arguments, read_document
from webapp.searcher import archive


def find_passage(document_id: str, passage_id: str) -> ResponseReturnValue:
    """Goes to the passage, or says what became of it."""
    searcher, arguments = archive(), read_document(request.args)
    document = searcher.document(document_id)
    if document is None:
        return _without_document(searcher, document_id, passage_id, arguments)
    fate = passage_fate(
        document.passages, searcher.retired(document_id), passage_id, arguments.quote
    )
    match fate:
        case Exact(passage):
            return _go_to(document, passage, arguments.query)
        case Moved(passage):
            former = DocumentArguments(
                arguments.query, "cleaned", passage.id, passage_id, arguments.quote
            )
            return redirect(arrival_url(document.id, former), 302)
        case Changed() | Gone():
            page = render_template("passage.html", document=document, fate=fate)
            return page, 410 if isinstance(fate, Gone) else 200
        case Unknown():
            raise UnknownDocumentError(
                f"The article “{document.title}” has no passage {passage_id[:80]!r}, and no "
                "record that it ever had one."
            )


def _go_to(document: Document, passage: Passage, query: Query) -> ResponseReturnValue:
    return redirect(arrival_url(document.id, DocumentArguments(query, "cleaned", passage.id)), 302)


def _without_document(
    searcher: Searcher, document_id: str, passage_id: str, arguments: DocumentArguments
) -> ResponseReturnValue:
    now = searcher.redirect(document_id)
    if now is not None:
        own = document_to_arguments(arguments)
        return redirect(url_for("passage", document_id=now, passage_id=passage_id, **own), 302)
    gone = searcher.gone(document_id)
    if gone is None:
        raise UnknownDocumentError(f"The archive has no article of the id {document_id[:80]!r}.")
    known = _last_words(gone, passage_id)
    words = known or arguments.quote
    return render_template("gone_document.html", gone=gone, words=words, recorded=bool(known)), 410


def _last_words(gone: GoneDocument, passage_id: str) -> str:
    return next((one.text for one in gone.passages if one.id == passage_id), "")
