from pathlib import Path

import pytest

from indexer.errors import SourceError
from indexer.facts import Source
from indexer.pipeline import BuildOrder
from indexer.pipeline.sources import absolute, place_shown, plan_sources


@pytest.fixture
def folders(tmp_path, monkeypatch):
    for name in ("a", "a/in", "b", "seeds"):
        (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path.resolve()


def plan(*sources, remembered=(), no_clean=False):
    order = BuildOrder(Path("facts.sqlite"), tuple(map(Path, sources)), no_clean=no_clean)
    return plan_sources(order, remembered)


def test_the_sources_named_are_read_each_once_in_order_of_path(folders):
    named = plan("b", "./a", "a").named
    assert [source.path for source in named] == [folders / "a", folders / "b"]
    assert not named[0].no_clean


def test_those_not_named_stay_and_say_whether_they_are_there(folders):
    others = (Source(folders / "b", "b"), Source(folders / "gone", "gone"))
    found = plan("a", remembered=others)
    assert found.others == others
    assert found.missing == (folders / "gone",)


def test_a_source_is_read_again_as_it_was_read_before(folders):
    clean, other = Source(folders / "a", "./a", no_clean=True), Source(folders / "b", "b")
    assert plan(remembered=(clean, other)).named == (clean, other)
    assert all(source.no_clean for source in plan(remembered=(clean, other), no_clean=True).named)
    assert not plan("a", remembered=(clean, other)).named[0].no_clean


def test_seeds_is_read_where_there_is_nothing_to_remember(folders):
    assert [source.path for source in plan().named] == [folders / "seeds"]


@pytest.mark.parametrize("sources", [("nowhere",), ("a", "nowhere")])
def test_a_missing_source_is_named_with_what_to_do(folders, sources):
    with pytest.raises(SourceError, match=r"nowhere: there is no such .* removed"):
        plan(*sources)


def test_a_source_inside_another_is_refused(folders):
    with pytest.raises(SourceError, match="a/in lies inside"):
        plan("a", "a/in")
    with pytest.raises(SourceError, match="a/in lies inside"):
        plan("a/in", remembered=(Source(folders / "a", "a"),))


def test_a_source_inside_one_that_is_gone_is_not_refused(folders):
    (folders / "a" / "in").rmdir()
    (folders / "a").rmdir()
    (folders / "a").symlink_to(folders / "b")
    found = plan("b", remembered=(Source(folders / "old", "old"),))
    assert found.inner == ()


def test_a_remembered_source_inside_one_that_is_named_is_read_as_its_part(folders):
    inner = Source(folders / "a" / "in", "a/in")
    found = plan("a", remembered=(inner,))
    assert (found.inner, found.others) == ((inner,), ())


def test_corrections_of_every_source_apply(folders):
    for name in ("a", "b"):
        (folders / name / "corrections.txt").write_text("")
    found = plan("b", "seeds", remembered=(Source(folders / "a", "a"),))
    assert found.corrections == (
        folders / "a" / "corrections.txt",
        folders / "b" / "corrections.txt",
    )


@pytest.mark.parametrize("named", ["a", "b"])
def test_corrections_that_are_there_no_more_are_told_whichever_source_is_read(folders, named):
    before = (Source(folders / "a", "a", corrected=True), Source(folders / "b", "b"))
    (note,) = plan(named, remembered=before).notes
    assert note.startswith("a/corrections.txt is not there any more")
    (folders / "a" / "corrections.txt").write_text("")
    assert plan(named, remembered=before).notes == ()


def test_corrections_of_a_source_that_is_read_as_a_part_of_another_are_told(folders):
    (folders / "a" / "in" / "corrections.txt").write_text("")
    inner = Source(folders / "a" / "in", "a/in", corrected=True)
    (note,) = plan("a", remembered=(inner,)).notes
    assert note.startswith("a/in/corrections.txt does not apply any more")
    assert f"{folders / 'a'}/corrections.txt" in note


def test_a_link_stays_a_link_and_its_folder_is_resolved(folders):
    (folders / "link").symlink_to("a")
    assert absolute(Path("link")) == folders / "link"
    assert absolute(Path("link/in")) == folders / "a" / "in"
    assert absolute(Path("a/in/..")) == folders / "a"
    assert absolute(Path()) == folders


def test_a_place_is_shown_as_the_reader_would_type_it(folders):
    (folders / "b" / "x.jsonl").write_text("")
    assert place_shown(Source(folders / "a", "./a"), "in/x.html") == "a/in/x.html"
    assert place_shown(Source(folders / "b" / "x.jsonl", "b/x.jsonl"), "x.jsonl:3") == "b/x.jsonl:3"
