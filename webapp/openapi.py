"""/api/v1/openapi.json: the API described for programs (OpenAPI 3.1), docs/api.md for readers."""

from typing import Any, TypeAlias

from flask import Response, json
from flask.typing import ResponseReturnValue

from webapp.request_query import API_SEARCH_NAMES, MAXIMUM_SIZE

Json: TypeAlias = dict[str, Any]  # a schema: JSON nests at will

_TEXT: Json = {"type": "string"}
_WHOLE: Json = {"type": "integer", "minimum": 1}
_DATE: Json = {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"}


def _list_of(schema: Json) -> Json:
    return {"type": "array", "items": schema}


def _one_of(*values: str) -> Json:
    return {"type": "string", "enum": list(values)}


def _object(**fields: Json) -> Json:
    return {"type": "object", "properties": fields, "required": list(fields)}


def _or_null(kind: str) -> Json:
    return {"type": [kind, "null"]}


# Name → what it is for, and its schema.
_SEARCH: dict[str, tuple[str, Json]] = {
    "q": ("The query, in the query language. Of a repeated q the first counts.", _TEXT),
    "person": ("Any of these persons: id, name or alias.", _list_of(_TEXT)),
    "all-person": ("Each of these persons.", _list_of(_TEXT)),
    "not-person": ("None of these persons.", _list_of(_TEXT)),
    "source": ("Any of these outlets.", _list_of(_TEXT)),
    "byline": (
        "Any of these names in the byline; what is none: words of byline or credits.",
        _list_of(_TEXT),
    ),
    "language": (
        "Any of these languages (ISO 639-1); none: not known.",
        _list_of({"type": "string", "pattern": "^([a-z]{2,3}|none)$"}),
    ),
    "year": (
        "Any of these years of publication.",
        _list_of({"type": "string", "pattern": "^[0-9]{4}$"}),
    ),
    "dated": (
        "How sure the date is: any of these.",
        _list_of(_one_of("sure", "doubtful", "none")),
    ),
    "from": ("Published on this day or later; a year or month alone covers all its days.", _DATE),
    "to": ("Published on this day or earlier.", _DATE),
    "match": ("Documents with all the words, or with some.", _one_of("all", "some")),
    "in": (
        "Where the words are looked for: articles, or what the cleaner removed.",
        _one_of("article", "removed"),
    ),
    "aliases": (
        "1: a word is found under its aliases too, the alias: lines of corrections.txt.",
        _one_of("0", "1"),
    ),
    "sort": ("The order.", _one_of("relevance", "newest", "oldest")),
    "page": ("The page, from 1; page × size is at most 1,000.", _WHOLE),
    "size": ("Hits a page.", {**_WHOLE, "maximum": MAXIMUM_SIZE}),
}
_REGISTER: dict[str, tuple[str, Json]] = {
    "q": ("What the names, or their other forms, are to hold.", _TEXT),
    "sort": ("By number of articles, or by name.", _one_of("count", "name")),
    "page": ("The page, from 1.", _WHOLE),
}
_PERSON_PAGE: dict[str, tuple[str, Json]] = {
    "page": ("The page of the articles, from 1; ten a page, a hundred pages.", _WHOLE)
}
_SIMILAR: dict[str, tuple[str, Json]] = {"size": ("How many articles at most.", _SEARCH["size"][1])}
_SUGGEST: dict[str, tuple[str, Json]] = {"q": ("What has been typed so far.", _TEXT)}

_PERSON = _object(id=_TEXT, name=_TEXT)
_SPAN: Json = {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2}
_HEAD: dict[str, Json] = {
    "id": _TEXT,
    "title": _TEXT,
    **{name: _or_null("string") for name in ("url", "source", "published", "published_from")},
    "published_sure": _or_null("boolean"),
    "language": _or_null("string"),
}
_FACET = _list_of(
    _object(
        id=_TEXT,
        name=_TEXT,
        count={"type": "integer"},
        selected={"type": "boolean"},
        url=_TEXT,
    )
)
_NUMBER: Json = {"type": "integer"}
_HIT = _object(
    **_HEAD,
    score={"type": "number"},
    matches=_NUMBER,
    persons=_list_of(_PERSON),
    snippets=_list_of(_object(text=_TEXT, highlights=_list_of(_SPAN), passage=_TEXT, url=_TEXT)),
)
_REGISTERED_FIELDS: dict[str, Json] = {
    **{"id": _TEXT, "name": _TEXT, "url": _TEXT, "aliases": _list_of(_TEXT)},
    "forms": _list_of(_object(text=_TEXT, documents=_NUMBER)),
    **{"documents": _NUMBER, "mentions": _NUMBER},
    **{"confirmed": {"type": "boolean"}, "hidden": {"type": "boolean"}, "articles": _TEXT},
    "suggestions": _list_of(
        _object(person=_TEXT, evidence=_TEXT, line=_TEXT, signs=_list_of(_TEXT))
    ),
}
_REGISTERED = _object(**_REGISTERED_FIELDS)
_COUNTED = _list_of(_object(value=_TEXT, count=_NUMBER, url=_TEXT))
_PROFILE = _object(
    **_REGISTERED_FIELDS,
    roles=_list_of(_object(text=_TEXT, documents=_NUMBER)),
    roles_from=_NUMBER,
    quotes=_list_of(
        _object(
            **{"document": _TEXT, "title": _TEXT, "text": _TEXT, "passage": _TEXT, "url": _TEXT},
            highlights=_list_of(_SPAN),
        )
    ),
    years=_COUNTED,
    months=_COUNTED,
    beside=_list_of(_object(id=_TEXT, name=_TEXT, count=_NUMBER, url=_TEXT)),
    page=_NUMBER,
    pages=_NUMBER,
    hits=_list_of(_HIT),
)
_SCHEMAS: dict[str, Json] = {
    "Problem": _object(type=_TEXT, title=_TEXT, status={"type": "integer"}, detail=_TEXT),
    "Person": _PROFILE,
    "Persons": _object(
        **{name: {"type": "integer"} for name in ("total", "page", "pages")},
        persons=_list_of(_REGISTERED),
    ),
    "Suggestions": _object(
        q=_TEXT,
        words=_list_of(_object(word=_TEXT, documents={"type": "integer"})),
        persons=_list_of(_object(id=_TEXT, name=_TEXT, documents={"type": "integer"}, url=_TEXT)),
    ),
    "Document": _object(
        **_HEAD,
        byline=_or_null("string"),
        credits=_list_of(_TEXT),
        date_lines=_list_of(_TEXT),
        author_notes=_list_of(_TEXT),
        place=_TEXT,
        link=_TEXT,
        persons=_list_of(_PERSON),
        passages=_list_of(_object(id=_TEXT, kind=_TEXT, text=_TEXT, url=_TEXT)),
        removed=_list_of(_object(text=_TEXT, reason=_TEXT, rule=_TEXT, after={"type": "integer"})),
    ),
    "Similar": _object(
        id=_TEXT,
        hits=_list_of(
            _object(
                **_HEAD,
                score={"type": "number"},
                words=_list_of(_TEXT),
                persons=_list_of(_PERSON),
                link=_TEXT,
            )
        ),
    ),
    "Results": _object(
        query=_object(
            text=_TEXT, read_as=_TEXT, match=_one_of("all", "some"), notes=_list_of(_TEXT)
        ),
        **{
            name: {"type": "integer"}
            for name in ("total", "total_some", "total_removed", "undated", "page", "pages")
        },
        took_ms={"type": "number"},
        hits=_list_of(_HIT),
        facets={
            "type": "object",
            "properties": {
                name: _FACET for name in ("person", "source", "language", "byline", "year")
            },
        },
        suggestion={"oneOf": [_object(text=_TEXT, url=_TEXT), {"type": "null"}]},
        aliases=_object(
            on={"type": "boolean"},
            words=_list_of(_object(text=_TEXT, others=_list_of(_TEXT))),
            total=_or_null("integer"),
        ),
    ),
}


def send_openapi() -> ResponseReturnValue:
    """The description."""
    return Response(json.dumps(describe_api()), content_type="application/json")


def describe_api() -> Json:
    """The description as plain values."""
    search = {name: _SEARCH[name] for name in API_SEARCH_NAMES}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Pressmark",
            "version": "1",
            "description": "Search for a news archive. Read only; every call is a GET.",
        },
        "paths": {
            "/api/v1/search": _path("A page of results", "Results", search),
            "/api/v1/documents/{document_id}": _path("An article", "Document", {}, "document_id"),
            "/api/v1/documents/{document_id}/similar": _path(
                "The articles most like one", "Similar", _SIMILAR, "document_id"
            ),
            "/api/v1/persons": _path("A page of the register", "Persons", _REGISTER),
            "/api/v1/persons/{person_id}": _path("A person", "Person", _PERSON_PAGE, "person_id"),
            "/api/v1/suggest": _path("Words and persons to go on with", "Suggestions", _SUGGEST),
        },
        "components": {"schemas": _SCHEMAS},
    }


def _path(
    summary: str, schema: str, queried: dict[str, tuple[str, Json]], in_path: str | None = None
) -> Json:
    parameters: list[Json] = [
        {"name": name, "in": "query", "description": words, "schema": form, "explode": True}
        for name, (words, form) in queried.items()
    ]
    if in_path:
        parameters.append({"name": in_path, "in": "path", "required": True, "schema": _TEXT})
    problems = {
        code: _response(words, "Problem", "application/problem+json")
        for code, words in (
            ("400", "A parameter that cannot be used"),
            ("404", "There is no such thing"),
            ("503", "There is no index, or it took too long"),
        )
    }
    answered = {"200": _response(summary, schema, "application/json"), **problems}
    return {"get": {"summary": summary, "parameters": parameters, "responses": answered}}


def _response(description: str, schema: str, media_type: str) -> Json:
    content = {media_type: {"schema": {"$ref": f"#/components/schemas/{schema}"}}}
    return {"description": description, "content": content}
