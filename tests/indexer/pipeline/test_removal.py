import json

import pytest

from indexer.errors import UnknownDocumentError
from indexer.facts import FACTS_FILE, FactsStore
from indexer.pipeline import migrate, remove


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
        assert facts.presence.not_present(["3.txt"]) == ["3.txt"]
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


def without_facts(archive):
    (archive.index / FACTS_FILE).unlink()
    return archive


def copied(archive):
    copy = archive.beside("copy")
    migrate(archive.engine, copy.engine)
    return copy


@pytest.mark.parametrize("beside", [copied, without_facts])
def test_documents_that_the_facts_do_not_know_stay_when_others_are_taken_down(ten, beside):
    archive = beside(ten)
    take_down(archive, "3.txt")
    take_down(archive, "4.txt")
    assert archive.ids() == [f"{number}.txt" for number in range(10) if number not in (3, 4)]
    assert archive.searcher().gone("3.txt").why == "a court said so"
    assert archive.engine.check(deep=True) == ()


def test_the_facts_of_an_older_day_do_not_take_the_newer_documents_with_them(ten):
    older = (ten.index / FACTS_FILE).read_bytes()
    ten.write("new.txt", "The new pier", "A pier of steel was opened on Monday by nobody at all.")
    ten.build()
    (ten.index / FACTS_FILE).write_bytes(older)
    take_down(ten, "3.txt")
    assert "new.txt" in ten.ids()
    assert len(ten.ids()) == 10


def test_without_facts_the_register_loses_only_whom_the_document_alone_named(ten):
    for id_, persons in (("x", ["Ada Merle", "Cy Brandt"]), ("y", ["Cy Brandt"])):
        record = {"id": id_, "text": f"The pier {id_} was opened.", "persons": persons}
        ten.write_text(f"{id_}.jsonl", json.dumps(record))
    ten.write_text("corrections.txt", "confirm: Cy Brandt\nrename: Cy Brandt = Cyril Brandt\n")
    ten.build()
    before = ten.searcher().tables()
    without_facts(ten)
    take_down(ten, "x")
    persons = {person.name: person for person in ten.searcher().persons()}
    assert "Ada Merle" not in persons
    assert (persons["Cyril Brandt"].documents, persons["Cyril Brandt"].confirmed) == (1, True)
    after = ten.searcher().tables()
    assert set(before.person_of) - set(after.person_of) == {"ada merle"}
    assert [each.name for each in ten.searcher().persons_in(ten.document("y"))] == ["Cyril Brandt"]


def test_without_facts_retired_passages_and_gone_documents_are_still_remembered(ten):
    ten.write("3.txt", "The ferry", "The ferry has other words now than it had in the morning.")
    (ten.folder / "4.txt").unlink()
    ten.build()
    before = ten.searcher().tables()
    without_facts(ten)
    take_down(ten, "5.txt")
    after = ten.searcher().tables()
    assert after.retired == before.retired != {}
    assert {id_: after.gone[id_] for id_ in before.gone} == before.gone != {}
