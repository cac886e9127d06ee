import json

import pytest

from indexer.errors import UnknownDocumentError
from indexer.facts import FACTS_FILE, FactsStore
from indexer.pipeline import remove


def take_down(archive, *ids, why="a court said so"):
    remove(ids, why, archive.engine, archive.index / FACTS_FILE)


def stored(archive):
    return b"".join(path.read_bytes() for path in archive.index.rglob("*") if path.is_file())


def test_a_document_that_is_taken_down_leaves_and_its_reason_stays(ten):
    take_down(ten, "3.txt", "4.txt")
    assert len(ten.ids()) == 8
    gone = ten.searcher().gone("3.txt")
    assert (gone.why, gone.title, gone.passages) == ("a court said so", "", ())


def test_its_text_leaves_facts_index_and_older_generations(ten):
    secret = "Zyxquill the informer lives in Lantern Street."
    ten.write("3.txt", "The ferry", secret)
    ten.build()
    ten.write("5.txt", "The rope", "Rope has become dear, said the merchants of the harbour.")
    ten.build()
    take_down(ten, "3.txt")
    with FactsStore(ten.index / FACTS_FILE) as facts:
        assert facts.check(deep=True) == ()
        assert not facts.presence.was_present("3.txt")
    assert b"zyxquill" not in stored(ten).lower()
    for generation in ten.index.glob("g*"):
        assert generation.name == ten.engine.current()
    assert ten.engine.check(deep=True) == ()


def test_indexing_it_again_does_not_bring_it_back(ten, counts):
    take_down(ten, "3.txt")
    assert counts(ten.build()) == {"unchanged": 9}
    assert counts(ten.build(rebuild=True)) == {"unchanged": 9}
    ten.write("3.txt", "The ferry", "The ferry is back with other words.")
    assert counts(ten.build()) == {"unchanged": 9}
    assert ten.searcher().gone("3.txt").why == "a court said so"


def test_the_same_bytes_under_another_name_do_not_bring_it_back(ten):
    take_down(ten, "3.txt")
    (ten.folder / "3.txt").rename(ten.folder / "other.txt")
    report = ten.build()
    assert report.added == 0
    assert report.notes == (
        f"{ten.folder / 'other.txt'} is what was taken down as 3.txt: it is not indexed",
    )


def test_ids_that_are_not_known_are_named_and_nothing_is_removed(ten):
    with pytest.raises(UnknownDocumentError, match=r"no document 33\.txt, x; nothing"):
        take_down(ten, "3.txt", "33.txt", "x")
    assert len(ten.ids()) == 10


def test_what_is_gone_already_can_be_taken_down_with_its_retired_words(ten):
    ten.write("3.txt", "The ferry", "Zyxquill the informer lives in Lantern Street.")
    ten.build()
    (ten.folder / "3.txt").unlink()
    ten.build()
    assert b"Zyxquill" in (ten.index / FACTS_FILE).read_bytes()
    take_down(ten, "3.txt")
    assert b"Zyxquill" not in (ten.index / FACTS_FILE).read_bytes()
    gone = ten.searcher().gone("3.txt")
    assert (gone.why, gone.passages) == ("a court said so", ())


def test_persons_that_only_it_named_leave_the_register(ten):
    record = {"id": "x", "text": "The pier was opened.", "persons": ["Ada Merle"]}
    ten.write_text("x.jsonl", json.dumps(record))
    ten.build()
    assert "Ada Merle" in [person.name for person in ten.searcher().persons()]
    take_down(ten, "x")
    assert "Ada Merle" not in [person.name for person in ten.searcher().persons()]


def test_a_removal_that_was_broken_off_is_completed_by_the_next_build(ten, monkeypatch):
    monkeypatch.setattr(
        "indexer.pipeline.removal._publish", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt)
    )
    with pytest.raises(KeyboardInterrupt):
        take_down(ten, "3.txt")
    monkeypatch.undo()
    assert len(ten.ids()) == 10
    ten.build()
    assert len(ten.ids()) == 9
    assert ten.searcher().gone("3.txt").why == "a court said so"
    with FactsStore(ten.index / FACTS_FILE) as facts:
        assert facts.history.not_yet_forgotten() == ()
