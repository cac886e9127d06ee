import pytest

from indexer.archive import Register
from indexer.facts import FactsStore, TakenDown
from indexer.model import Document, Passage
from indexer.pipeline.tables import archive_tables, document_redirects

DAY = "2024-05-01"


@pytest.fixture
def history(tmp_path):
    with FactsStore(tmp_path / "facts.sqlite") as store:
        yield store.history


def document(id_, *texts):
    return Document(id_, id_, id_, id_, tuple(Passage(f"p{text}", text) for text in texts))


def tables(history, *, moved=(), present=(), aliases=None):
    return archive_tables(Register(), history, moved, present, aliases or {})


def test_aliases_stand_in_the_tables(history):
    assert tables(history, aliases={"FRL": ("League",)}).aliases == {"FRL": ("League",)}


@pytest.mark.parametrize(
    ("moved", "present", "redirects"),
    [
        ([("a", "b")], ["b"], {"a": "b"}),
        ([("a", "b"), ("b", "c")], ["c"], {"a": "c", "b": "c"}),
        ([("a", "b"), ("b", "c")], ["b", "c"], {"a": "b"}),  # b came back
        ([("a", "b")], ["a", "b"], {}),
        ([("a", "b")], [], {}),
        ([("a", "b"), ("b", "a")], [], {}),
        ([("a", "b"), ("b", "a")], ["a"], {"b": "a"}),
        ([("a", "b"), ("b", "c"), ("c", "b")], [], {}),
        ([("a", "a")], ["a"], {}),
        ([("old/x.txt", "x.txt")], ["x.txt"], {"old-x.txt-ee2ff3a2a2": "x.txt"}),
    ],
)
def test_an_old_id_leads_to_the_document_at_the_end_of_its_chain(moved, present, redirects):
    found = document_redirects(moved, present)
    assert set(found.values()) == set(redirects.values())
    assert {key[:4] for key in found} == {key[:4] for key in redirects}


def test_retired_passages_of_documents_that_are_there_and_of_those_that_are_gone(history):
    history.retire("here", document("here", "one").passages, DAY)
    history.bury(document("gone", "two", "three"), "its source is gone", DAY)
    made = tables(history, present=["here"])
    assert [p.text for p in made.retired["here"]] == ["one"]
    assert set(made.retired) == {"here"}
    assert {p.text for p in made.gone["gone"].passages} == {"two", "three"}


def test_what_was_taken_down_has_a_reason_and_no_words(history):
    history.take_down(TakenDown("x", "a court said so", DAY, ""))
    gone = tables(history).gone["x"]
    assert (gone.why, gone.title, gone.passages) == ("a court said so", "", ())


def test_a_document_that_moved_is_not_gone_and_its_passages_are_looked_up_at_the_new_id(history):
    history.bury(document("old", "one", "two"), "its source is gone", DAY)
    history.retire("new", document("new", "two").passages, DAY)
    made = tables(history, moved=[("old", "new")], present=["new"])
    assert made.gone == {}
    assert made.document_redirects == {"old": "new"}
    assert [p.text for p in made.retired["new"]] == ["two", "one"]
