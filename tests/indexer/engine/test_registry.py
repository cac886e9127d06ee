import pytest

from indexer.engine import open_engine
from indexer.errors import LocationError, NoIndexError


def test_a_folder_is_a_whoosh_index_and_need_not_be_there_yet(tmp_path):
    engine = open_engine(str(tmp_path / "deep" / "index"))
    assert engine.current() is None
    with pytest.raises(NoIndexError):
        engine.searcher()
    assert not (tmp_path / "deep").exists()
    with engine.writer() as writer:
        assert writer.publish() == "g000001"
    assert (tmp_path / "deep" / "index" / "CURRENT").exists()


def test_opensearch_comes_later():
    with pytest.raises(LocationError, match="OpenSearch comes later; expected a folder"):
        open_engine("opensearch+http://localhost:9200/news")


@pytest.mark.parametrize("location", ["", "  ", "http://a.example/x", "s3://bucket", "a\0b"])
def test_what_no_engine_knows_is_an_error(location):
    with pytest.raises(LocationError, match="expected a folder"):
        open_engine(location)


def test_a_file_is_no_folder(tmp_path):
    file = tmp_path / "file"
    file.write_text("x")
    with pytest.raises(LocationError, match="is not a folder"):
        open_engine(str(file))
