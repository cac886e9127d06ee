import pytest

from indexer.errors import LocationError, NoIndexError
from indexer.model import MatchRequest
from indexer.pipeline import migrate


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
