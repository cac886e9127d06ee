"""/persons/<id>: what the reader sees of one person."""

import re
import time

import pytest
from markupsafe import escape

from indexer.engine import open_engine
from indexer.identity import name_key, passage_ids
from indexer.model import ArchiveTables, Document, Form, Mention, Name, Passage, Person, Suggestion
from indexer.settings import Settings
from webapp.app import create_app


def text_of(response):
    """The words of a page, as they stand between its tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", response.text).split()).replace("&#39;", "'")


@pytest.fixture
def page_of(tmp_path):
    """(text, name, …of the person) → a client of an archive with one article that says it."""

    def client(text, name, **person):
        passage = Passage(passage_ids([text])[0], text)
        at = text.index(name)
        named = Name(name_key(name), name, (Mention(passage.id, (at, at + len(name))),))
        document = Document("a", "a", "a.txt", "T", (passage,), names=(named,), language="en")
        known = Person("x", name, documents=1, mentions=1, **person)
        engine = open_engine(str(tmp_path / "index"))
        with engine.writer() as writer:
            writer.put(document, "", "a")
            persons = (known, Person("y", "Ida Lunde", documents=1))
            writer.set_tables(ArchiveTables(persons=persons, person_of={named.key: "x"}))
            writer.publish()
        return create_app(engine, Settings(index="unused")).test_client()

    return client


def test_forms_roles_and_quotes_are_shown_with_their_links(page_of):
    text = "“We will build again,” said Mayor Ida Lund."
    client = page_of(text, "Ida Lund", forms=(Form("Ida Lund", 1), Form("Lund", 1_200)))
    page = client.get("/persons/x")
    words = text_of(page)
    assert "Name Ida Lund Named in 1 article" in words
    assert "Printed as Ida Lund (1 article ) , Lund (1,200 articles )" in words
    assert "Beside the name stands Mayor (1 article )" in words
    assert "found by rule" in words
    passage = passage_ids([text])[0]
    assert page.text.count(f"/documents/a?passage={passage}#{passage}") == 2  # quote and mention
    found = client.get("/api/v1/persons/x").get_json()
    assert found["forms"] == [
        {"text": "Ida Lund", "documents": 1},
        {"text": "Lund", "documents": 1200},
    ]
    assert found["roles"] == [{"text": "Mayor", "documents": 1}]
    assert found["roles_from"] == 1
    assert [quote["document"] for quote in found["quotes"]] == ["a"]
    assert found["hits"][0]["snippets"][0]["highlights"] == [[34, 42]]


def test_a_confirmed_name_is_called_a_person(page_of):
    words = text_of(page_of("Ida Lund left.", "Ida Lund", confirmed=True).get("/persons/x"))
    assert "Person Ida Lund Named in" in words
    assert "two people" not in words
    assert "confirm: Ida Lund" not in words
    assert "drop: Ida Lund" in words


def test_a_suggestion_says_why_and_has_both_answers(page_of):
    other = Suggestion("y", "one letter apart", "same: Ida Lund = Ida Lunde", ("both in 2016",))
    words = text_of(page_of("Ida Lund left.", "Ida Lund", suggestions=(other,)).get("/persons/x"))
    assert "one letter apart" in words
    assert "both in 2016" in words
    assert "Ida Lunde , 1 article: one letter apart" in words
    assert "same: Ida Lund = Ida Lunde" in words
    assert "not-same: Ida Lund | Ida Lunde" in words


def test_the_page_of_a_person_answers_a_parameter_that_it_does_not_know(page_of):
    client = page_of("Ida Lund left.", "Ida Lund")
    assert "There is no parameter “colour”" in text_of(client.get("/persons/x?colour=red"))
    assert client.get("/api/v1/persons/x?page=0").status_code == 400
    assert client.get("/api/v1/persons/x?page=2").get_json()["hits"] == []


@pytest.mark.parametrize(
    "name",
    [
        '<script>alert(1)</script>"><img src=x onerror=alert(1)>',
        "\u202eIda\u2066 Lund\u200b",
        "Ida" * 3_000 + " Lund",
        "عبد الله الحسن",
        "{{7*7}} Ida = Lund | #",
    ],
)
def test_hostile_names_are_shown_as_text_in_bounded_time(page_of, name):
    client = page_of(f"They met {name} there.", name, aliases=(name[::-1],), forms=(Form(name, 1),))
    for address in ("/persons/x", "/persons", "/search/person?find=ida", "/search"):
        started = time.process_time()
        page = client.get(address)
        assert time.process_time() - started < 1
        assert page.status_code == 200
        assert "<script>alert" not in page.text
        assert "<img" not in page.text
        assert "49" not in text_of(page)
        begins = str(escape(name[:5]))
        if begins in page.text:
            assert f"<bdi>{begins}" in page.text  # its direction stays its own
