"""How values look on a terminal and as JSON lines."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import zip_longest

import click

from indexer.export import body, captions, paragraphs
from indexer.model import (
    Document,
    FacetName,
    Hit,
    NoArticle,
    PassageKind,
    RawDocument,
    Reason,
    Removed,
    Results,
    Snippet,
    Span,
)

_FACET_TITLES: Mapping[FacetName, str] = {
    "person": "Persons",
    "source": "Sources",
    "language": "Languages",
    "byline": "Bylines",
    "year": "Years",
}


def json_line(value: object) -> None:
    """One JSON value on one line of standard output, in UTF-8 whatever the locale says."""
    try:
        line = json.dumps(value, ensure_ascii=False).encode("utf8")
    except UnicodeEncodeError:  # a lone surrogate, which only an escape can carry
        line = json.dumps(value).encode("ascii")
    click.echo(line)


def show_results(results: Results) -> None:
    """A page of results for a person at a terminal; what matched is bold where colours are."""
    click.echo(_head(results))
    for note in results.notes:
        click.echo(f"  ({note})")
    for number, hit in enumerate(results.hits, (results.query.page - 1) * results.query.size + 1):
        _show_hit(number, hit)
    for facet, values in results.facets.items():
        if values:
            listed = ", ".join(f"{value.label or 'unknown'} {value.count}" for value in values)
            click.echo(f"\n{_FACET_TITLES[facet]}: {listed}")
    for offer in _offers(results):
        click.echo(f"\n{offer}")
    if results.suggestion:
        click.echo(f"\nDid you mean: {results.suggestion}")


def marked(text: str, spans: tuple[Span, ...]) -> str:
    """The text with the spans in bold (click leaves the codes out where there is no terminal)."""
    parts, position = [], 0
    for start, end in spans:
        parts += [text[position:start], click.style(text[start:end], bold=True)]
        position = end
    return "".join([*parts, text[position:]])


def document_record(document: Document) -> dict[str, object]:
    """A cleaned article as `clean --jsonl` and `show --json` print it."""
    kept, published = paragraphs(document), document.published
    return {
        "id": document.source_id,
        "title": document.title or None,
        "published": published and published.date,
        "published_from": published and published.origin.value,
        "published_sure": published and published.sure,
        "language": document.language,
        "source": document.source,
        "byline": document.byline,
        "paragraphs": list(kept),
        "kinds": [passage.kind.value for passage in body(document)],
        "captions": list(captions(document)),
        "credits": list(document.credits),
        "date_lines": _removed_as(document, Reason.DATE_LINE),
        "author_notes": _removed_as(document, Reason.AUTHOR_NOTE),
        "text": "\n\n".join(kept),
        "removed": [
            {"text": one.text, "reason": one.reason.value, "rule": one.rule}
            for one in document.removed
        ],
    }


def _removed_as(document: Document, reason: Reason) -> list[str]:
    return [removed.text for removed in document.removed if removed.reason is reason]


def show_about(document: Document) -> None:
    """What is known of an article beside its text, for a person at a terminal."""
    published = document.published
    origin = f"from {published.origin.value}" if published else None
    date = " ".join(filter(None, (shown_date(document), origin)))
    about = (document.source, date, document.language, document.byline, document.url)
    click.echo(" · ".join(filter(None, (*about, document.place))))
    if document.credits:
        click.echo(f"Credits: {'; '.join(document.credits)}")


def shown_date(document: Document) -> str:
    """When a document was published, whether that is doubtful; "undated" where nobody says."""
    published = document.published
    if published is None:
        return "undated"
    return published.date if published.sure else f"{published.date} (doubtful)"


def batch_record(raw: RawDocument, document: Document | NoArticle) -> dict[str, object]:
    """What came out of one line of `clean --jsonl`; a page without an article says so."""
    if isinstance(document, Document):
        return document_record(document)
    empty = Document(id=raw.id, source_id=raw.source_id, place=raw.place, title="", passages=())
    record = document_record(replace(empty, removed=document.removed))
    return {**record, "article": False, "reason": document.reason}


def show_cleaned(document: Document, *, explain: bool, kept_by: Iterable[str] = ()) -> None:
    """What the cleaner made of one article, for a person at a terminal.

    kept_by: of each passage the place of the correction that keeps it, "" without one.
    """
    click.echo(click.style(f"{document.place}: {document.title}", bold=True))
    if explain:
        show_about(document)
    for number, (passage, line) in enumerate(zip_longest(document.passages, kept_by)):
        if explain:
            _show_removed(removed for removed in document.removed if removed.after == number)
        kind = "" if passage.kind is PassageKind.PARAGRAPH else passage.kind.value
        why = f"your correction {line}" if explain and line else ""
        label = ": ".join(filter(None, (kind, why)))
        click.echo(f"\n[{label}] {passage.text}" if label else f"\n{passage.text}")
    if explain:
        last = len(document.passages)
        _show_removed(removed for removed in document.removed if removed.after >= last)
    click.echo()


def show_no_article(found: NoArticle, *, explain: bool) -> None:
    """Why there is none, and what there is instead."""
    click.echo(f"{found.place}: no article: {found.reason}")
    if explain:
        _show_removed(found.removed)
    click.echo()


def _show_removed(blocks: Iterable[Removed]) -> None:
    for removed in blocks:
        why = removed.rule and f": {removed.rule}"
        click.echo(f"\n  - [{removed.reason.value}{why}] {removed.text}")


def hit_record(hit: Hit) -> dict[str, object]:
    """A hit as `search --json` prints it: the API's form, with paths for links."""
    document, published = hit.document, hit.document.published
    return {
        "id": document.id,
        "title": document.title,
        "url": f"/documents/{document.id}",
        "source": document.source,
        "published": published and published.date,
        "published_from": published and published.origin.value,
        "published_sure": published and published.sure,
        "language": document.language,
        "score": round(hit.score, 6),
        "persons": [{"id": person.id, "name": person.name} for person in hit.persons],
        "snippets": [_snippet_record(document, snippet) for snippet in hit.snippets],
    }


def results_record(results: Results) -> dict[str, object]:
    """Results as `search --json` prints them."""
    return {
        "query": {
            "text": results.query.text,
            "read_as": results.read_as,
            "match": results.match,
            "notes": list(results.notes),
        },
        "total": results.total,
        "total_some": results.total_some,
        "total_removed": results.total_removed,
        "hits": [hit_record(hit) for hit in results.hits],
        "facets": {
            facet: [
                {"id": value.value, "name": value.label, "count": value.count}
                | {"selected": value.selected}
                for value in values
            ]
            for facet, values in results.facets.items()
        },
        "suggestion": results.suggestion,
        "aliases": {
            "on": results.query.aliases,
            "words": [{"text": one.text, "others": list(one.others)} for one in results.aliases],
            "total": results.total_aliases,
        },
    }


def _snippet_record(document: Document, snippet: Snippet) -> dict[str, object]:
    path = f"/documents/{document.id}"
    return {
        "text": snippet.text,
        "highlights": [list(span) for span in snippet.highlights],
        "passage": snippet.passage,
        "url": f"{path}/passages/{snippet.passage}" if snippet.passage else f"{path}?view=removed",
    }


def _offers(results: Results) -> Iterator[str]:
    """Where more articles are to be found."""
    if results.match == "all" and results.total_some > results.total:
        some = _articles(results.total_some)
        yield f"with some of the words: {some} (--match some)"
    if results.total_removed and results.query.within == "article":
        yield f"in what was removed: {_articles(results.total_removed)} (--in removed)"
    if results.total_aliases is not None:
        others = dict.fromkeys(other for one in results.aliases for other in one.others)
        found = _articles(results.total_aliases)
        yield f"with aliases ({', '.join(others)}) as well: {found} (--aliases)"


def _head(results: Results) -> str:
    return _articles(results.total) + (f": {results.read_as}" if results.read_as else "")


def _articles(number: int) -> str:
    return "1 article" if number == 1 else f"{number} articles"


def _show_hit(number: int, hit: Hit) -> None:
    document = hit.document
    place = " · ".join(filter(None, (document.source, shown_date(document), document.id)))
    click.echo(f"\n{number}. {marked(document.title, hit.title_highlights)}\n   {place}")
    for snippet in hit.snippets:
        click.echo(f"   … {marked(snippet.text, snippet.highlights)}")
