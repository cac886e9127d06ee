"""/documents/<id>: an article with its marks; as it was found; and what was removed from it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from flask import redirect, render_template, request
from flask.typing import ResponseReturnValue

from indexer.deadline import deadline
from indexer.engine.protocol import Searcher
from indexer.errors import DeadlineError, UnknownDocumentError
from indexer.model import Document, Leaf, Passage, PassageKind, Query, Reason, Removed, Span
from indexer.search import Similar, read_query, similar
from indexer.snippets import Place, highlights
from webapp.addresses import arrival_url, permanent_url
from webapp.citations import Citation, cite
from webapp.corrections import Offer, offer_lines, told_apart
from webapp.request_query import DocumentArguments, View, read_document
from webapp.searcher import archive

_APART = (("Date line", Reason.DATE_LINE), ("About the author", Reason.AUTHOR_NOTE))

BETWEEN_CELLS = " | "  # as the cleaner writes a row
SIMILAR_PERSONS = 6  # in common with an article like this one, that are shown of it
# With more, only the line for the article: 50,000 blocks, the most there can be, are 20 MB so.
BLOCKS_WITH_ALL_LINES = 500
# Of work: an article is shown without rather than late. The first one reads the vocabulary, which
# takes 0.4 s at 20,000 articles.
SECONDS_FOR_SIMILAR = 1.0
SHOWN_OF_ORIGINAL = 500_000  # characters; a browser lays out so much in about a second


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, with what matched in it."""

    text: str
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class MarkedPassage:
    """A passage with what matched in it."""

    passage: Passage
    marks: tuple[Span, ...]
    number: int  # in its article, from 1
    here: bool  # the reader was sent to this one
    remove: tuple[Offer, ...] = ()  # lines of corrections.txt, of the one

    @property
    def rows(self) -> Iterator[tuple[Cell, ...]]:
        """The rows of a table, a line each."""
        start = 0
        for line in self.passage.text.split("\n"):
            yield tuple(_cells(line, start, self.marks))
            start += len(line) + 1


@dataclass(frozen=True, slots=True)
class Run:
    """Passages of one kind that follow each other: the items of a list, the rows of a table."""

    kind: PassageKind
    passages: tuple[MarkedPassage, ...]


@dataclass(frozen=True, slots=True)
class RemovedBlock:
    """A removed block, what matched in it, and how to get it back."""

    removed: Removed
    marks: tuple[Span, ...]
    restore: tuple[Offer, ...]  # lines of corrections.txt
    by_reader: bool  # a line of corrections.txt removed it


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
        runs=_runs(passages),
        places=[(one.number, one.passage.id) for one in passages if one.marks],
        count=len(title_marks) + sum(len(one.marks) for one in passages),
        citation=_citation(document, passages),
        original_cap=SHOWN_OF_ORIGINAL,
        removed=_removed(searcher, document, arguments),
        original=_original(searcher, document_id, arguments.view),
        similar_persons=SIMILAR_PERSONS,
        similar=_similar(searcher, document, arguments.view),
        was=was or arguments.quote,
        was_known=bool(was),
        apart=[
            (label, [removed.text for removed in document.removed if removed.reason is reason])
            for label, reason in _APART
        ],
    )


def _cells(line: str, start: int, marks: tuple[Span, ...]) -> Iterator[Cell]:
    """The cells of a row that begins there in its passage; a mark over a bar is in both cells."""
    for text in line.split(BETWEEN_CELLS):
        end = start + len(text)
        clipped = ((max(first, start) - start, min(last, end) - start) for first, last in marks)
        yield Cell(text, tuple((first, last) for first, last in clipped if first < last))
        start = end + len(BETWEEN_CELLS)


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
            passage,
            _highlights(document, passage.text, leaves),
            number,
            here=passage.id == sent_to,
            remove=_remove_lines(document, passage) if passage.id == sent_to else (),
        )
        for number, passage in enumerate(document.passages, 1)
    )


def _runs(passages: Iterable[MarkedPassage]) -> tuple[Run, ...]:
    return tuple(
        Run(kind, tuple(run)) for kind, run in groupby(passages, lambda one: one.passage.kind)
    )


def _remove_lines(document: Document, passage: Passage) -> tuple[Offer, ...]:
    others = told_apart(other.text for other in document.passages)
    return offer_lines(document, "remove", passage.text, others)


def _removed(
    searcher: Searcher, document: Document, arguments: DocumentArguments
) -> tuple[RemovedBlock, ...]:
    """The blocks of the view that shows them; () in another."""
    if arguments.view != "removed":
        return ()
    # A reader who turns to this tab looks for the same words, wherever the search was.
    leaves = _leaves(searcher, replace(arguments.query, within="removed"))
    lines = None if len(document.removed) <= BLOCKS_WITH_ALL_LINES else 1
    others = told_apart(removed.text for removed in document.removed)
    return tuple(
        RemovedBlock(
            removed,
            _highlights(document, removed.text, leaves, place="removed"),
            offer_lines(document, "keep", removed.text, others)[:lines],
            by_reader=removed.reason is Reason.RULE,
        )
        for removed in document.removed
    )


def _highlights(
    document: Document, text: str, leaves: tuple[Leaf, ...], place: Place = "passage"
) -> tuple[Span, ...]:
    return highlights(text, document.language, leaves, place=place) if leaves else ()


def _original(searcher: Searcher, document_id: str, view: View) -> str | None:
    return searcher.original(document_id) if view == "original" else None


def _similar(searcher: Searcher, document: Document, view: View) -> tuple[Similar, ...]:
    """The articles most like it, under its text; () in another view."""
    if view != "cleaned":
        return ()
    try:
        with deadline(SECONDS_FOR_SIMILAR):
            return similar(searcher, document)
    except DeadlineError:
        return ()


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
