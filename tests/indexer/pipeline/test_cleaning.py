import pickle
from pathlib import Path

from indexer.codec import document_from_bytes, text_from_bytes
from indexer.errors import InputError
from indexer.facts import Source, fact_key
from indexer.model import BlockRule, Document, Given, NoArticle, RawDocument
from indexer.pipeline.cleaning import Failure, Task, clean_one, recipe

TEXT = "A ferry sank\n\nThe ferry of Ada Merle sank on Tuesday in the old harbour.\n"


def task(content=TEXT, *, given=Given(), site="gull", rules=(), no_clean=False):  # noqa: B008
    raw = RawDocument("x", "x", "x.txt", "text", content, "hash", site, given)
    return Task(raw, "base", rules, Source(Path("/news"), "news", no_clean), 0)


def document(fact) -> Document:
    return document_from_bytes(fact.document)


def test_an_article_becomes_a_document_with_its_original():
    fact = clean_one(task())
    assert fact.outcome == "document"
    assert document(fact).title == "A ferry sank"
    assert "sank on Tuesday" in text_from_bytes(fact.original)


def test_the_outlet_is_what_is_given_else_the_site():
    assert document(clean_one(task())).source == "gull"
    given = task(given=Given(source="The Gull"))
    assert document(clean_one(given)).source == clean_one(given).outlet == "The Gull"


def test_given_persons_are_taken_instead_of_naming():
    names = document(clean_one(task(given=Given(persons=("Bo Lund",))))).names
    assert [(name.text, name.mentions) for name in names] == [("Bo Lund", ())]
    assert document(clean_one(task(given=Given(persons=())))).names == ()


def test_text_that_is_clean_keeps_every_line():
    fact = clean_one(task(TEXT + "\nShare\n", no_clean=True))
    assert document(fact).passages[-1].text == "Share"
    assert not fact.cleaned


def test_a_fact_is_kept_under_the_rules_of_its_outlet_alone():
    ours = BlockRule("remove", "the ferry", source="Gull")
    others = BlockRule("remove", "the ferry", source="Post")
    fact = clean_one(task(rules=(ours, others)))
    assert fact.key == fact_key("base", [ours])
    assert document(fact).passages == ()


def test_neither_title_nor_text_is_rejected():
    fact = clean_one(task(" \n"))
    assert (fact.outcome, fact.document) == ("rejected", None)
    assert "neither title nor text" in fact.reason


def test_a_page_without_an_article_is_no_rejection(monkeypatch):
    class Nothing:
        document = NoArticle("x", "x.txt", "a list of links")
        original = "Some links"

    monkeypatch.setattr("indexer.pipeline.cleaning.clean", lambda *_: Nothing)
    fact = clean_one(task())
    assert (fact.outcome, fact.reason) == ("not an article", "a list of links")
    assert text_from_bytes(fact.original) == "Some links"


def test_a_document_without_title_and_passages_is_rejected(monkeypatch):
    class Empty:
        document = Document("x", "x", "x.txt", "", ())
        original = "x"

    monkeypatch.setattr("indexer.pipeline.cleaning.clean", lambda *_: Empty)
    assert "neither title nor text" in clean_one(task()).reason


def test_an_input_that_cannot_be_read_is_a_fact_and_a_fault_of_the_program_is_not(monkeypatch):
    def fail(error):
        def clean(*_):
            raise error

        monkeypatch.setattr("indexer.pipeline.cleaning.clean", clean)
        return clean_one(task())

    fact = fail(InputError("not text (NUL byte at 0)"))
    assert (fact.outcome, fact.reason) == ("rejected", "not text (NUL byte at 0)")
    failure = fail(RecursionError("too deep"))
    assert isinstance(failure, Failure)
    assert "RecursionError: too deep" in failure.reason


def test_tasks_and_outcomes_walk_between_processes():
    one = task(given=Given(title="A title"), rules=(BlockRule("keep", "x"),))
    assert pickle.loads(pickle.dumps(one)) == one
    assert pickle.loads(pickle.dumps(clean_one(one))) == clean_one(one)


def test_the_way_is_a_part_of_the_recipe():
    assert recipe(no_clean=True) != recipe(no_clean=False)
