"""Our values as the JSON of the API: the one place that knows its keys."""

from collections.abc import Mapping, Sequence

from indexer.model import (
    Document,
    FacetName,
    FacetValue,
    Filters,
    Hit,
    Person,
    Query,
    Reason,
    Results,
    Snippet,
)
from indexer.search import Profile, Similar
from webapp.addresses import document_url, permanent_url, person_url, search_url, snippet_url
from webapp.choices import in_dates, reworded, toggle
from webapp.facets import LABELS, beside_rows, facet_label

Json = dict[str, object]


def results_to_json(query: Query, results: Results, notes: Sequence[str]) -> Json:
    """A page of results; `query` is the one asked, with persons by id."""
    return {
        "query": {
            "text": query.text,
            "read_as": results.read_as,
            "match": results.match,
            "notes": list(notes),
        },
        "total": results.total,
        "total_some": results.total_some,
        "total_removed": results.total_removed,
        "undated": results.undated,
        "took_ms": round(results.took * 1000, 2),
        "page": query.page,
        "pages": results.pages,
        "hits": [_hit(query, hit) for hit in results.hits],
        "facets": _facets(query, results.facets),
        "suggestion": _suggestion(query, results.suggestion),
        "aliases": {
            "on": query.aliases,
            "words": [{"text": one.text, "others": list(one.others)} for one in results.aliases],
            "total": results.total_aliases,
        },
    }


def document_to_json(document: Document, persons: Sequence[Person]) -> Json:
    """An article with its passages, and what was removed from it."""
    return {
        **_head(document),
        "byline": document.byline,
        "credits": list(document.credits),
        "date_lines": _removed_as(document, Reason.DATE_LINE),
        "author_notes": _removed_as(document, Reason.AUTHOR_NOTE),
        "place": document.place,
        "link": document_url(document.id),
        "persons": [_named(person) for person in persons],
        "passages": [
            {
                "id": passage.id,
                "kind": passage.kind.value,
                "text": passage.text,
                "url": permanent_url(document.id, passage),
            }
            for passage in document.passages
        ],
        "removed": [
            {"text": one.text, "reason": one.reason.value, "rule": one.rule, "after": one.after}
            for one in document.removed
        ],
    }


def similar_to_json(document: Document, found: Sequence[Similar]) -> Json:
    """The articles most like one, and what they have in common with it."""
    return {
        "id": document.id,
        "hits": [
            {
                **_head(one.document),
                "score": one.score,
                "words": list(one.words),
                "persons": [_named(person) for person in one.persons],
                "link": document_url(one.document.id),
            }
            for one in found
        ],
    }


def person_to_json(person: Person) -> Json:
    """One entry of the register."""
    return {
        **_named(person),
        "url": person_url(person.id),
        "aliases": list(person.aliases),
        "forms": [{"text": form.text, "documents": form.documents} for form in person.forms],
        "documents": person.documents,
        "mentions": person.mentions,
        "confirmed": person.confirmed,
        "hidden": person.hidden,
        "suggestions": [
            {"person": one.person, "evidence": one.evidence, "line": one.line}
            | {"signs": list(one.signs)}
            for one in person.suggestions
        ],
        "articles": search_url(Query(filters=Filters(persons=(person.id,))), "api_search"),
    }


def profile_to_json(profile: Profile) -> Json:
    """All that a person's page shows."""
    query, person = profile.query, profile.person
    return {
        **person_to_json(person),
        "roles": [{"text": one.text, "documents": one.documents} for one in profile.roles],
        "roles_from": profile.roles_from,
        "quotes": [
            {"document": one.document.id, "title": one.document.title}
            | _snippet(Query(), one.document, one.snippet)
            for one in profile.quotes
        ],
        "years": [
            _counted(year, toggle(query, "year", year.value))
            for year in sorted(profile.years, key=lambda year: year.value)
        ],
        "months": [_counted(month, in_dates(query, month.value)) for month in profile.months],
        "beside": [
            {"id": row.value, "name": row.label}
            | {"count": row.count, "url": search_url(row.query, "api_search")}
            for row in beside_rows(query, profile.beside)
        ],
        "page": query.page,
        "pages": profile.results.pages,
        "hits": [_hit(Query(), hit) for hit in profile.results.hits],
    }


def _counted(value: FacetValue, query: Query) -> Json:
    url = search_url(query, "api_search")
    return {"value": value.value, "count": value.count, "url": url}


def _hit(query: Query, hit: Hit) -> Json:
    return {
        **_head(hit.document),
        "score": hit.score,
        "matches": hit.matches,
        "persons": [_named(person) for person in hit.persons],
        "snippets": [_snippet(query, hit.document, snippet) for snippet in hit.snippets],
    }


def _removed_as(document: Document, reason: Reason) -> list[str]:
    return [removed.text for removed in document.removed if removed.reason is reason]


def _head(document: Document) -> Json:
    published = document.published
    return {
        "id": document.id,
        "title": document.title,
        "url": document.url,
        "source": document.source,
        "published": published and published.date,
        "published_from": published and published.origin.value,
        "published_sure": published and published.sure,
        "language": document.language,
    }


def _named(person: Person) -> Json:
    return {"id": person.id, "name": person.name}


def _snippet(query: Query, document: Document, snippet: Snippet) -> Json:
    return {
        "text": snippet.text,
        "highlights": [list(span) for span in snippet.highlights],
        "passage": snippet.passage,
        "url": snippet_url(query, document, snippet),
    }


def _facets(query: Query, facets: Mapping[FacetName, Sequence[FacetValue]]) -> Json:
    return {
        facet: [
            {
                "id": value.value,
                "name": facet_label(facet, value),
                "count": value.count,
                "selected": value.selected,
                "url": search_url(toggle(query, facet, value.value), "api_search"),
            }
            for value in facets.get(facet, ())
        ]
        for facet in LABELS  # each of them, empty too: there are none for removed text
    }


def _suggestion(query: Query, text: str | None) -> Json | None:
    if text is None:
        return None
    return {"text": text, "url": search_url(reworded(query, text), "api_search")}
