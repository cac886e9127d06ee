"""/documents/<id>: an article with its marks; as it was found; and what was removed from it."""

from dataclasses import dataclass, replace

from flask import redirect, render_template, request
from flask.typing import ResponseReturnValue

from indexer.engine.protocol import Searcher
from indexer.errors import UnknownDocumentError
from indexer.model import Document, Leaf, Passage, Query, Removed, Span
from indexer.search import read_query
from indexer.snippets import Place, highlights
from webapp.addresses import arrival_url, permanent_url
from webapp.citations import Citation, cite
from webapp.corrections import keep_line
from webapp.request_query import DocumentArguments, View, read_document
from webapp.searcher import archive

SHOWN_OF_ORIGINAL = 500_000  # characters; a browser lays out so much in about a second


@dataclass(frozen=True, slots=True)
class MarkedPassage:
    """A passage with what matched in it."""

    passage: Passage
    marks: tuple[Span, ...]
    here: bool  # the reader was sent to this one


@dataclass(frozen=True, slots=True)
class RemovedBlock:
    """A removed block, what matched in it, and how to get it back."""

    removed: Removed
    marks: tuple[Span, ...]
    restore: str  # the line of corrections.txt


def show_document(document_id: str) -> ResponseReturnValue:
    """An article's page, in one of its three views."""
    searcher, arguments = archive(), read_document(request.args)
    document = searcher.document(document_id)
    if document is None:
        return _not_here(searcher, document_id, arguments)
    leaves = _leaves(searcher, arguments.query)
    passages = _mark_passages(document, leaves, arguments.passage)
    title_marks = _highlights(document, document.title, leaves, place="title")
    was = _former_words(searcher, document_id, arguments)
    return render_template(
        "document.html",
        document=document,
        persons=searcher.persons_in(document),
        arguments=arguments,
        query=arguments.query,
        title_marks=title_marks,
        passages=passages,
        places=[(number, one.passage.id) for number, one in enumerate(passages, 1) if one.marks],
        count=len(title_marks) + sum(len(one.marks) for one in passages),
        citation=_citation(document, passages),
        original_cap=SHOWN_OF_ORIGINAL,
        removed=_removed(searcher, document, arguments),
        original=_original(searcher, document_id, arguments.view),
        was=was or arguments.quote,
        was_known=bool(was),
    )


def _not_here(
    searcher: Searcher, document_id: str, arguments: DocumentArguments
) -> ResponseReturnValue:
    now = searcher.redirect(document_id)
    if now is not None:
        return redirect(arrival_url(now, arguments), 302)
    gone = searcher.gone(document_id)
    if gone is not None:
        return render_template("gone_document.html", gone=gone), 410
    raise UnknownDocumentError(f"The archive has no article of the id {document_id[:80]!r}.")


def _leaves(searcher: Searcher, query: Query) -> tuple[Leaf, ...]:
    return read_query(searcher, query).leaves if query.text else ()


def _mark_passages(
    document: Document, leaves: tuple[Leaf, ...], sent_to: str
) -> tuple[MarkedPassage, ...]:
    return tuple(
        MarkedPassage(
            passage, _highlights(document, passage.text, leaves), here=passage.id == sent_to
        )
        for passage in document.passages
    )


def _removed(
    searcher: Searcher, document: Document, arguments: DocumentArguments
) -> tuple[RemovedBlock, ...]:
    # A reader who turns to this tab looks for the same words, wherever the search was.
    in_removed = replace(arguments.query, within="removed")
    leaves = _leaves(searcher, in_removed) if arguments.view == "removed" else ()
    return tuple(
        RemovedBlock(
            removed,
            _highlights(document, removed.text, leaves, place="removed"),
            keep_line(document, removed),
        )
        for removed in document.removed
    )


def _highlights(
    document: Document, text: str, leaves: tuple[Leaf, ...], place: Place = "passage"
) -> tuple[Span, ...]:
    return highlights(text, document.language, leaves, place=place) if leaves else ()


def _original(searcher: Searcher, document_id: str, view: View) -> str | None:
    return searcher.original(document_id) if view == "original" else None


def _former_words(searcher: Searcher, document_id: str, arguments: DocumentArguments) -> str:
    """The words that a moved link was made for, where the archive remembers them."""
    if not arguments.was:
        return ""
    retired = {one.id: one.text for one in searcher.retired(document_id)}
    return retired.get(arguments.was, "")


def _citation(document: Document, passages: tuple[MarkedPassage, ...]) -> Citation | None:
    """The citation of the passage that the reader was sent to."""
    here = next((one.passage for one in passages if one.here), None)
    return cite(document, here, permanent_url(document.id, here)) if here else None
