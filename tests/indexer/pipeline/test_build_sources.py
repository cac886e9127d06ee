import json
from dataclasses import replace

import pytest

from indexer.errors import SourceError, TooMuchRemovedError
from indexer.facts import FACTS_FILE, FactsStore
from indexer.pipeline import BuildOrder, build
from indexer.pipeline.sources import absolute


def test_without_a_source_all_that_are_remembered_are_read(ten, tmp_path, counts):
    other = ten.write_text("../other/x.jsonl", json.dumps({"id": "x", "text": "A line of text."}))
    ten.build(other.parent)
    assert len(ten.ids()) == 11
    ten.write("new.txt", "A new pier", "The new pier was opened on Friday by the old mayor.")
    order = BuildOrder(ten.index / FACTS_FILE)
    assert counts(build(order, ten.engine)) == {"added": 1, "unchanged": 11}


def test_without_any_source_ever_seeds_is_read(archive, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    order = BuildOrder(archive.index / FACTS_FILE)
    with pytest.raises(SourceError, match="seeds: there is no such file"):
        build(order, archive.engine)
    assert not archive.index.exists()
    archive.write("../seeds/a.txt", "A title", "A paragraph of a seed that is long enough.")
    assert build(order, archive.engine).added == 1


def test_only_what_was_read_under_a_source_named_now_is_removed(ten, counts):
    other = ten.write("../other/x.txt", "Another town", "The market of the other town is closed.")
    ten.build(other.parent)
    for number in range(10):
        (ten.folder / f"{number}.txt").unlink()
    other.write_text("Another town\n\nThe market of the other town is open again.\n")
    assert counts(ten.build(other.parent)) == {"updated": 1, "unchanged": 10}
    assert len(ten.ids()) == 11


@pytest.mark.parametrize("missing", ["gone", "empty"])
def test_a_source_that_is_missing_or_empty_is_an_error_and_removes_nothing(ten, missing):
    for path in ten.folder.iterdir():
        path.unlink()
    if missing == "gone":
        ten.folder.rmdir()
    with pytest.raises(SourceError):
        ten.build(prune=True)
    assert len(ten.ids()) == 10


def test_one_missing_source_of_several_stops_the_run_before_anything_is_done(ten, tmp_path):
    ten.write("new.txt", "A new pier", "The new pier was opened on Friday by the old mayor.")
    with pytest.raises(SourceError, match="nowhere"):
        ten.build(ten.folder, tmp_path / "nowhere")
    assert len(ten.ids()) == 10


def test_a_source_without_a_single_record_is_empty(archive):
    archive.write_text("a.jsonl", "")
    with pytest.raises(SourceError, match="nothing in it"):
        archive.build()


def test_a_source_inside_another_is_refused(ten):
    ten.write("inner/x.txt", "Inner", "A text that lies further inside than all of the others.")
    with pytest.raises(SourceError, match="lies inside"):
        ten.build(ten.folder / "inner")
    with pytest.raises(SourceError, match="lies inside"):
        ten.build(ten.folder / "1.txt")
    assert ten.build().added == 1


def test_a_source_may_be_replaced_by_the_folder_it_lies_in(archive, counts):
    archive.write("inner/x.txt", "Inner", "A text that lies further inside than all of the others.")
    archive.build(archive.folder / "inner")
    archive.write("y.txt", "Outer", "A text that lies outside, where the other texts lie as well.")
    report = archive.build()
    assert counts(report) == {"added": 2, "removed": 1}
    assert report.notes == ("moved: x.txt = inner/x.txt",)
    with FactsStore(archive.index / FACTS_FILE) as facts:
        assert [each.path for each in facts.presence.sources()] == [absolute(archive.folder)]


def test_more_than_a_tenth_is_removed_only_when_told_to(ten, counts):
    for number in (1, 2):
        (ten.folder / f"{number}.txt").unlink()
    with pytest.raises(TooMuchRemovedError, match=r"remove 2 of 10 .*1\.txt.*--prune"):
        ten.build()
    assert len(ten.ids()) == 10
    assert counts(ten.build(prune=True)) == {"unchanged": 8, "removed": 2}


def test_a_rebuild_does_not_remove_more_than_a_tenth_either(ten):
    for number in (1, 2):
        (ten.folder / f"{number}.txt").unlink()
    with pytest.raises(TooMuchRemovedError):
        ten.build(rebuild=True)


def test_documents_that_the_facts_do_not_know_are_not_removed_untold(ten, counts):
    other = ten.write("../other/x.txt", "Another town", "The market of the other town is closed.")
    ten.build(other.parent)
    (ten.index / FACTS_FILE).unlink()
    with pytest.raises(TooMuchRemovedError, match=r"1 documents .*x\.txt.*SOURCE"):
        ten.build()
    assert counts(ten.build(ten.folder, other.parent)) == {"unchanged": 11}


def test_a_file_that_moved_is_told_once_and_is_not_more_than_a_tenth(ten):
    for number in (1, 2, 3):
        (ten.folder / f"{number}.txt").rename(ten.folder / f"moved-{number}.txt")
    report = ten.build()
    assert report.notes == tuple(f"moved: {n}.txt = moved-{n}.txt" for n in (1, 2, 3))
    assert (report.added, report.removed) == (3, 3)
    assert ten.build().notes == ()


def test_an_archive_that_moved_to_another_place_is_taken_over(ten, counts):
    new = ten.folder.parent / "elsewhere"
    ten.folder.rename(new)
    moved = replace(ten, folder=new)
    report = moved.build()
    assert counts(report) == {"unchanged": 10}
    assert "it is forgotten" in report.notes[0]
    assert build(BuildOrder(ten.index / FACTS_FILE), ten.engine).unchanged == 10
