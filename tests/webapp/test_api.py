"""The JSON API: the forms of the contract, problems as RFC 9457, and the description of itself."""

import json

import pytest

from webapp.app import PAGES
from webapp.openapi import describe_api
from webapp.request_query import API_SEARCH_NAMES


def get(client, address, **parameters):
    answer = client.get(address, query_string=parameters)
    assert answer.mimetype == "application/json"
    return answer.get_json()


def test_a_search_has_the_form_of_the_contract(client):
    found = get(client, "/api/v1/search", q="ferry fire", size=5)
    assert set(found) >= {
        "query",
        "total",
        "total_some",
        "total_removed",
        "took_ms",
        "page",
        "pages",
        "hits",
        "facets",
        "suggestion",
    }
    assert set(found["query"]) == {"text", "read_as", "match", "notes"}
    assert found["query"]["match"] == "all"
    assert found["total"] == 1
    assert found["page"] == found["pages"] == 1
    hit = found["hits"][0]
    assert (hit["id"], hit["source"], hit["published"], hit["language"]) == (
        "fire",
        "The Quay",
        "2016-05-11",
        "en",
    )
    assert hit["persons"] == [
        {"id": "ida-lund", "name": "Ida Lund"},
        {"id": "per-holm", "name": "Per Holm"},
    ]
    assert set(found["facets"]) == {"person", "source", "language", "byline", "year"}
    value = found["facets"]["year"][0]
    assert value == {
        "id": "2016",
        "name": "2016",
        "count": 1,
        "selected": False,
        "url": "/api/v1/search?q=ferry+fire&year=2016&size=5",
    }
    assert found["suggestion"] is None or set(found["suggestion"]) == {"text", "url"}


def test_highlights_are_the_words_that_matched_and_snippets_link_to_their_passage(client):
    hits = get(client, "/api/v1/search", q="harbour")["hits"]
    snippets = [snippet for hit in hits for snippet in hit["snippets"]]
    assert snippets
    for snippet in snippets:
        marked = [snippet["text"][start:end].lower() for start, end in snippet["highlights"]]
        assert set(marked) <= {"harbour"}
        assert snippet["url"].endswith(f"#{snippet['passage']}")
        assert f'id="{snippet["passage"]}"' in client.get(snippet["url"]).text


def test_the_url_of_every_facet_value_gives_its_count(client):
    for values in get(client, "/api/v1/search", q="harbour")["facets"].values():
        for value in values:
            assert client.get(value["url"]).get_json()["total"] == value["count"]


def test_pages_and_sizes(client):
    first = get(client, "/api/v1/search", q="harbour", size=3)
    second = get(client, "/api/v1/search", q="harbour", size=3, page=2)
    assert len(first["hits"]) == len(second["hits"]) == 3
    assert not {hit["id"] for hit in first["hits"]} & {hit["id"] for hit in second["hits"]}
    assert first["pages"] == -(-first["total"] // 3)


@pytest.mark.parametrize(
    "bad",
    [
        "page=0",
        "page=x",
        "size=101",
        "size=0",
        "page=11&size=100",
        "sort=best",
        "match=any",
        "in=all",
        "year=16",
        "from=2019-02-30",
        "from=2019&to=2018",
        "language=english",
        "dated=x",
        "colour=red",
        "q[]=x",
        "q=" + "w" * 501,
    ],
)
def test_a_bad_parameter_is_a_problem_that_names_it(client, bad):
    answer = client.get(f"/api/v1/search?{bad}")
    assert answer.status_code == 400
    assert answer.mimetype == "application/problem+json"
    problem = json.loads(answer.text)
    assert set(problem) == {"type", "title", "status", "detail"}
    assert problem["status"] == 400
    assert bad.split("=")[0].split("&")[0] in problem["detail"] or "size" in bad


def test_for_removed_text_every_facet_is_there_and_empty(client):
    facets = get(client, "/api/v1/search", q="newsletter", **{"in": "removed"})["facets"]
    assert facets == {"person": [], "source": [], "language": [], "byline": [], "year": []}


def test_of_a_repeated_query_the_first_counts(client):
    assert client.get("/api/v1/search?q=lighthouse&q=harbour").get_json()["total"] == 1


def test_a_hit_says_where_its_date_comes_from_and_whether_it_is_sure(client):
    hits = get(client, "/api/v1/search", size="50")["hits"]
    dated = {hit["id"]: (hit["published_from"], hit["published_sure"]) for hit in hits}
    assert dated["fire"] == ("date line", True)
    assert dated["mina"] == ("text", False)
    assert dated["undated"] == (None, None)


def test_date_lines_and_notes_on_the_author_are_returned_apart(client):
    found = get(client, "/api/v1/documents/vote")
    assert found["date_lines"] == ["Published 11 June 2016 | 10:04"]
    assert found["author_notes"] == ["Olga Writer covers the council."]
    assert get(client, "/api/v1/documents/fire")["author_notes"] == []


def test_a_document_comes_with_its_passages_and_what_was_removed(client, documents):
    found = get(client, "/api/v1/documents/fire")
    fire = next(one for one in documents if one.id == "fire")
    assert [one["id"] for one in found["passages"]] == [one.id for one in fire.passages]
    assert [one["kind"] for one in found["passages"]][:2] == ["paragraph", "heading"]
    assert (found["published_from"], found["published_sure"]) == ("date line", True)
    assert found["removed"][0]["reason"] == "promotion"
    assert found["link"] == "/documents/fire"
    link = found["passages"][0]["url"]
    assert client.get(link, follow_redirects=True).status_code == 200
    undated = get(client, "/api/v1/documents/undated")
    assert undated["published"] is undated["published_from"] is undated["published_sure"] is None


def test_persons_are_listed_found_and_shown(client):
    everybody = get(client, "/api/v1/persons")
    assert everybody["total"] == len(everybody["persons"]) == 17
    assert everybody["persons"][0]["name"] == "Ida Lund"
    assert get(client, "/api/v1/persons", q="mrs lund")["total"] == 1
    assert get(client, "/api/v1/persons", sort="name")["persons"][0]["name"] != "Ida Lund"
    person = get(client, "/api/v1/persons/ida-lund")
    assert person["aliases"] == ["Lund", "Mrs Lund"]
    assert person["suggestions"][0]["line"] == "same: Ida Lund = Ada Berg"
    assert client.get(person["articles"]).get_json()["total"] == person["documents"] == 16
    assert client.get(person["url"]).status_code == 200


@pytest.mark.parametrize("address", ["/api/v1/documents/old-fire", "/api/v1/persons/mrs-lund"])
def test_other_ids_redirect(client, address):
    answer = client.get(address)
    assert answer.status_code == 302
    assert client.get(answer.location).status_code == 200


@pytest.mark.parametrize(
    "address",
    ["/api/v1/documents/nope", "/api/v1/persons/nobody", "/api/v1/nothing", "/api/v2/search"],
)
def test_what_is_not_there_is_a_problem(client, address):
    answer = client.get(address)
    assert answer.status_code == 404
    assert answer.mimetype == "application/problem+json"
    assert answer.get_json()["status"] == 404


def test_the_articles_most_like_one_say_why(client):
    found = get(client, "/api/v1/documents/vote/similar", size=3)
    assert found["id"] == "vote"
    assert len(found["hits"]) == 3
    fire = next(hit for hit in found["hits"] if hit["id"] == "fire")
    assert fire["persons"] == [{"id": "ida-lund", "name": "Ida Lund"}]
    assert {"quay", "fire"} <= set(fire["words"])
    assert (fire["link"], fire["published"]) == ("/documents/fire", "2016-05-11")
    scores = [hit["score"] for hit in found["hits"]]
    assert scores == sorted(scores, reverse=True)


def test_ten_articles_are_like_one_where_nobody_says_how_many(client):
    found = get(client, "/api/v1/documents/crowd-0/similar")
    assert len(found["hits"]) == 10
    assert "crowd-0" not in [hit["id"] for hit in found["hits"]]


def test_what_is_like_an_article_that_moved_is_asked_under_its_new_id(client):
    answer = client.get("/api/v1/documents/old-fire/similar?size=2")
    assert answer.status_code == 302
    assert answer.location == "/api/v1/documents/fire/similar?size=2"


@pytest.mark.parametrize("id", ["nothing", "lost"])
def test_nothing_is_said_to_be_like_an_article_that_is_not_there(client, id):
    answer = client.get(f"/api/v1/documents/{id}/similar")
    assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")


@pytest.mark.parametrize("bad", ["size=0", "size=101", "size=x", "q=fire", "_external=1"])
def test_for_similar_articles_a_bad_parameter_is_named(client, bad):
    answer = client.get(f"/api/v1/documents/old-fire/similar?{bad}")
    assert answer.status_code == 400
    assert bad.split("=")[0] in answer.get_json()["detail"]


def test_suggestions_are_words_and_persons(client):
    found = get(client, "/api/v1/suggest", q="the harb")
    assert found["words"][0]["word"] == "harbour"
    assert get(client, "/api/v1/suggest", q="ida")["persons"][0]["id"] == "ida-lund"
    assert get(client, "/api/v1/suggest", q=" ") == {"q": "", "words": [], "persons": []}
    assert client.get("/api/v1/suggest?x=1").status_code == 400


def test_the_description_names_every_call_and_every_parameter(client):
    described = get(client, "/api/v1/openapi.json")
    assert described == json.loads(json.dumps(describe_api()))
    calls = {
        path.replace("<", "{").replace(">", "}") for path in PAGES if path.startswith("/api/v1/")
    }
    assert set(described["paths"]) | {"/api/v1/openapi.json"} == calls
    parameters = described["paths"]["/api/v1/search"]["get"]["parameters"]
    assert tuple(one["name"] for one in parameters) == API_SEARCH_NAMES
    assert all(one["description"] for one in parameters)


def conforms(schemas, schema, value):
    """The little of JSON Schema that the description uses."""
    if "$ref" in schema:
        return conforms(schemas, schemas[schema["$ref"].rsplit("/", 1)[1]], value)
    if "oneOf" in schema:
        return any(conforms(schemas, one, value) for one in schema["oneOf"])
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    python = {
        "string": str,
        "integer": int,
        "number": (int, float),
        "boolean": bool,
        "null": type(None),
        "array": list,
        "object": dict,
    }
    if not any(isinstance(value, python[kind]) for kind in kinds):
        return False
    if isinstance(value, list):
        return all(conforms(schemas, schema["items"], one) for one in value)
    if isinstance(value, dict):
        known = schema["properties"]
        return set(schema.get("required", ())) <= set(value) <= set(known) and all(
            conforms(schemas, known[name], one) for name, one in value.items()
        )
    return "enum" not in schema or value in schema["enum"]


@pytest.mark.parametrize(
    ("address", "schema"),
    [
        ("/api/v1/search?q=harbour", "Results"),
        ("/api/v1/search?q=nonesuch", "Results"),
        ("/api/v1/search?q=newsletter&in=removed", "Results"),
        ("/api/v1/documents/fire", "Document"),
        ("/api/v1/documents/hostile", "Document"),
        ("/api/v1/documents/undated", "Document"),
        ("/api/v1/documents/fire/similar", "Similar"),
        ("/api/v1/documents/hostile/similar", "Similar"),
        ("/api/v1/documents/bare.bib/similar", "Similar"),
        ("/api/v1/persons", "Persons"),
        ("/api/v1/persons/ida-lund", "Person"),
        ("/api/v1/suggest?q=har", "Suggestions"),
        ("/api/v1/persons/nobody", "Problem"),
        ("/api/v1/documents/nothing/similar", "Problem"),
    ],
)
def test_every_answer_is_as_described(client, address, schema):
    schemas = describe_api()["components"]["schemas"]
    assert conforms(schemas, schemas[schema], client.get(address).get_json())
