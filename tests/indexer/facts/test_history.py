from dataclasses import replace
from pathlib import Path

from indexer.codec import text_to_bytes
from indexer.facts import SOURCE_GONE, FactsStore, Move, TakenDown
from indexer.model import ArchiveTables, GoneDocument, RawDocument, RetiredPassage

RAW = RawDocument("x", "x", "x", "text", "", "hash")
A = Path("/archive/a")
DAY = "2024-05-01"


def test_a_retired_passage_keeps_its_words_and_its_first_date(store, document):
    old = document("a.txt", "One.", "Two.")
    store.history.retire("a.txt", old.passages[1:], DAY)
    store.history.retire("a.txt", old.passages[1:], "2024-06-01")
    two = old.passages[1]
    assert store.history.retired() == {"a.txt": (RetiredPassage(two.id, "Two.", DAY),)}
    assert store.history.remembered() == {"a.txt"}


def test_a_passage_that_is_back_is_not_retired(store, document):
    old = document("a.txt", "One.", "Two.", "Three.")
    store.history.retire("a.txt", old.passages[1:], DAY)
    store.history.is_back(document("a.txt", "One.", "Two."))
    assert [passage.text for passage in store.history.retired()["a.txt"]] == ["Three."]


def test_a_document_that_is_buried_leaves_title_reason_and_passages(store, document):
    store.history.bury(document("a.txt", "One."), "its source is gone", DAY)
    title = "Title of a.txt"
    assert store.history.gone() == {
        "a.txt": GoneDocument("a.txt", title, "its source is gone", DAY)
    }
    assert [passage.text for passage in store.history.retired()["a.txt"]] == ["One."]
    store.history.is_back(document("a.txt", "One."))
    assert store.history.gone() == store.history.retired() == {}


def test_a_document_of_which_nothing_is_left_is_buried_by_its_id(store):
    store.history.bury_unknown("a.txt", "its source is gone", DAY)
    assert store.history.gone()["a.txt"].title == ""


def test_taking_down_takes_every_text_and_leaves_the_reason(path, document, fact):
    paragraphs = [f"A sentence of its own, number {number}." for number in range(300)]
    taken, other = fact("a.txt", *paragraphs), fact("b.txt", "Another.")
    with FactsStore(path) as store:
        for each in (taken, other, fact("a.txt", "An older text.", key="old key")):
            store.keep(each)
        store.history.bury(document("a.txt", "One retired sentence."), "gone", DAY)
        store.commit()
    stored = path.read_bytes()
    assert b"One retired sentence." in stored
    assert taken.original[:40] in stored
    with FactsStore(path) as store:
        store.history.take_down(TakenDown("a.txt", "a court said so", DAY, "hash of a.txt"))
        store.commit()
        assert store.find(RAW, "base of a.txt", []) is None
        assert store.find(RAW, "base of b.txt", []) is not None
        assert store.history.gone() == {"a.txt": GoneDocument("a.txt", "", "a court said so", DAY)}
        assert store.history.retired() == {}
    stored = path.read_bytes()
    for text in (taken.original[:40], taken.original[-40:], taken.document[:40]):
        assert text not in stored
    assert b"One retired sentence." not in stored
    assert text_to_bytes("An older text.") not in stored
    assert other.original in stored


def test_what_is_taken_down_belongs_in_the_index_no_more(store, read, one):
    read(A, one("x", bytes_="1"), one("twin", bytes_="1"), one("y"))
    store.presence.settle()
    store.history.take_down(TakenDown("x", "why", DAY, store.history.hash_of("x")))
    read(A, one("x", bytes_="1"), one("twin", bytes_="1"), one("y"))
    assert [wanted.id for wanted in store.presence.wanted()] == ["y"]


def test_the_hash_of_a_document_is_known_while_it_is_present(store, read, one):
    read(A, one("x", bytes_="1"))
    store.presence.settle()
    assert store.history.hash_of("x") == "1"
    assert store.history.hash_of("y") == ""


def test_what_has_to_leave_older_generations_is_remembered_until_it_has(store):
    store.history.take_down(TakenDown("x", "why", DAY, "1"))
    assert store.history.not_yet_forgotten() == ("x",)
    store.history.forgotten(["x"])
    assert store.history.not_yet_forgotten() == ()
    assert store.history.taken_down() == (TakenDown("x", "why", DAY, "1"),)


def test_a_move_is_untold_until_a_run_came_to_its_end(store):
    store.history.expect([Move("b", "c"), Move("a", "d")])
    assert store.history.untold() == (Move("a", "d"), Move("b", "c"))
    store.history.told()
    store.history.expect([Move("e", "f")])
    assert store.history.untold() == (Move("e", "f"),)


def test_what_a_generation_remembers_is_recalled_and_a_taken_down_document_stays_down(store):
    words = (RetiredPassage("p1", "One.", DAY),)
    tables = ArchiveTables(
        retired={"here": words},
        gone={
            "taken": GoneDocument("taken", "", "a court said so", DAY),
            "gone": GoneDocument("gone", "A title", SOURCE_GONE, DAY, words),
            "wordless": GoneDocument("wordless", "", SOURCE_GONE, DAY),
            "menu": GoneDocument("menu", "A menu", "no article in it", DAY),
        },
    )
    store.history.recall(tables)
    store.history.recall(tables)
    assert store.history.taken_down() == (TakenDown("taken", "a court said so", DAY, ""),)
    assert store.history.retired() == {"here": words, "gone": words}
    assert store.history.gone() == {
        id_: replace(gone, passages=()) for id_, gone in tables.gone.items()
    }
