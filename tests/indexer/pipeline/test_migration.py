import pytest

from indexer.errors import LocationError, NoIndexError
from indexer.facts import FACTS_FILE, FactsStore, check_facts
from indexer.model import MatchRequest
from indexer.pipeline import FactsPlaces, migrate, remove


def test_an_archive_is_copied_whole(ten):
    ten.write("3.txt", "The ferry", "Mayor Ada Merle said that Ada Merle would open the new pier.")
    (ten.folder / "4.txt").unlink()
    ten.build()
    copy = ten.beside("copy")
    assert migrate(ten.engine, copy.engine) == 9
    here, there = ten.searcher(), copy.searcher()
    ids = list(here.stream(MatchRequest()))
    assert there.documents(ids) == here.documents(ids)
    assert [there.original(id_) for id_ in ids] == [here.original(id_) for id_ in ids]
    assert there.tables() == here.tables()
    assert there.gone("4.txt").title == "Harbour story 4"
    with ten.engine.writer() as old, copy.engine.writer() as new:
        assert new.held() == old.held()
    assert copy.engine.check(deep=True) == ()


def test_an_archive_is_not_copied_over_another(ten, archive):
    with pytest.raises(LocationError, match="already"):
        migrate(ten.engine, ten.engine)


def test_there_has_to_be_something_to_copy(archive):
    with pytest.raises(NoIndexError):
        migrate(archive.engine, archive.beside("copy").engine)


def test_history_is_copied_with_the_archive_where_the_places_of_the_facts_are_said(ten, counts):
    remove(["3.txt"], "a court said so", ten.engine, ten.index / FACTS_FILE)
    (ten.folder / "4.txt").unlink()
    ten.build()
    copy = ten.beside("copy")
    places = FactsPlaces(ten.index / FACTS_FILE, copy.index / FACTS_FILE)
    migrate(ten.engine, copy.engine, places)
    assert check_facts(places.target, deep=True) == ()
    (ten.folder / "3.txt").rename(ten.folder / "other.txt")  # the same bytes under another name
    assert counts(copy.build()) == {"unchanged": 8}
    assert copy.searcher().tables().gone == ten.searcher().tables().gone


def test_an_archive_without_facts_is_copied_with_what_its_generation_remembers(ten):
    remove(["3.txt"], "a court said so", ten.engine, ten.index / FACTS_FILE)
    (ten.index / FACTS_FILE).unlink()
    copy = ten.beside("copy")
    places = FactsPlaces(ten.index / FACTS_FILE, copy.index / FACTS_FILE)
    assert migrate(ten.engine, copy.engine, places) == 9
    assert not places.origin.exists()
    with FactsStore(places.target) as facts:
        assert [taken.id for taken in facts.history.taken_down()] == ["3.txt"]
