"""docs/api.md tells of every address and every parameter that there is."""

from pathlib import Path

import pytest

from indexer.search.profile import ROLE_ARTICLES
from indexer.search.telling import MOST_WORDS, READ
from webapp.app import PAGES
from webapp.json_forms import document_to_json
from webapp.request_query import API_SEARCH_NAMES, FACET_NAMES, MAXIMUM_REACH, MAXIMUM_SIZE

TEXT = (Path(__file__).parents[2] / "docs" / "api.md").read_text("utf8")


@pytest.mark.parametrize(
    "name", sorted({*API_SEARCH_NAMES, *FACET_NAMES, "view", "passage", "quote"})
)
def test_every_parameter_is_told_of(name):
    assert f"`{name}`" in TEXT or f"?{name}=" in TEXT


@pytest.mark.parametrize("path", [path for path in PAGES if "<any" not in path])
def test_every_address_is_told_of(path):
    readable = (
        path.replace("<document_id>", "<id>")
        .replace("<person_id>", "<id>")
        .replace("<passage_id>", "<passage id>")
    )
    assert f"`{readable}`" in TEXT or f"`{readable}" in TEXT


def test_every_key_of_an_article_is_told_of(app, documents):
    with app.test_request_context():
        keys = document_to_json(documents[0], ())
    assert all(f'"{key}"' in TEXT for key in keys)


def test_every_key_of_a_person_is_told_of(client):
    keys = client.get("/api/v1/persons/ida-lund").get_json()
    assert all(f'"{key}"' in TEXT for key in keys)


def test_every_key_of_a_similar_article_is_told_of(client):
    (hit, *_) = client.get("/api/v1/documents/fire/similar").get_json()["hits"]
    assert all(f'"{key}"' in TEXT for key in hit)


def test_the_figures_are_those_of_the_code():
    assert f"{MAXIMUM_REACH:,} hits" in TEXT
    assert f"1 to {MAXIMUM_SIZE}" in TEXT
    assert f"(at most {ROLE_ARTICLES})" in TEXT
    assert f"at most {MOST_WORDS}, of its first {READ:,} characters" in TEXT
