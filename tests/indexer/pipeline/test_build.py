import json
from dataclasses import replace

import pytest

from indexer.errors import DamagedIndexError, SourceError, TooMuchRemovedError
from indexer.facts import FACTS_FILE, FactsStore
from indexer.pipeline import BuildOrder, Progress, build
from indexer.pipeline.sources import absolute


def test_articles_are_added_then_unchanged_updated_and_removed(ten, counts):
    assert len(ten.ids()) == 10
    assert counts(ten.build()) == {"unchanged": 10}
    ten.write("3.txt", "Harbour story 3", "The crane fell at noon, and nobody was hurt.")
    ten.write("new.txt", "A new pier", "The new pier was opened on Friday by the old mayor.")
    (ten.folder / "4.txt").unlink()
    report = ten.build()
    assert counts(report) == {"added": 1, "updated": 1, "unchanged": 8, "removed": 1}
    assert "crane fell" in ten.document("3.txt").passages[-1].text
    assert ten.document("4.txt") is None
    assert "new.txt" in ten.ids()


def test_an_unchanged_archive_publishes_nothing(ten):
    before = ten.engine.current()
    assert ten.build().generation == before
    assert ten.engine.current() == before


def test_a_rebuild_counts_what_is_there_as_unchanged(ten, counts):
    before = ten.engine.current()
    assert counts(ten.build(rebuild=True)) == {"unchanged": 10}
    assert ten.engine.current() != before
    assert len(ten.ids()) == 10


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


def test_what_is_broken_is_named_at_every_run(archive, counts):
    archive.write("a.txt", "A title", "A paragraph that is long enough to be the article.")
    (archive.folder / "broken.txt").write_bytes(b"\x00\x01\x02")
    archive.write_text("blank.txt", "  \n\n ")
    archive.write_text("x.jsonl", '{"id": "x"}\n{"id": \n')
    first = archive.build()
    places = [rejected.place for rejected in first.rejected]
    folder = archive.folder
    assert places == [
        *(str(folder / name) for name in ("blank.txt", "broken.txt", "x.jsonl:1", "x.jsonl:2"))
    ]
    assert "neither title nor text" in first.rejected[0].reason
    again = archive.build()
    assert again.rejected == first.rejected
    assert counts(again) == {"unchanged": 1, "rejected": 4}


def test_the_same_id_twice_names_both_places(archive):
    archive.write_text(
        "x.jsonl",
        '{"id": "one", "title": "First", "text": "The first text."}\n'
        '{"id": "one", "title": "Second", "text": "The second text."}\n',
    )
    report = archive.build()
    (rejected,) = report.rejected
    assert rejected.place == str(archive.folder / "x.jsonl:2")
    assert f"{archive.folder / 'x.jsonl:1'} already" in rejected.reason
    assert archive.document("one").title == "First"
    assert len(archive.build().rejected) == 1


def test_persons_of_the_source_are_taken_as_given(archive):
    record = {"id": "x", "text": "Nobody else was there.", "persons": ["Ada Merle", "Bo Lund"]}
    archive.write_text("x.jsonl", json.dumps(record))
    archive.build()
    assert [name.text for name in archive.document("x").names] == ["Ada Merle", "Bo Lund"]


def test_the_outlet_is_the_folder_where_nothing_else_says(archive):
    archive.write("herald/a.txt", "A title", "A paragraph that is long enough to be the article.")
    archive.build()
    (id_,) = archive.ids()
    assert archive.document(id_).source == "herald"


def test_a_line_inserted_above_leaves_records_unchanged_and_their_places_right(archive, counts):
    lines = [json.dumps({"id": str(n), "title": f"T{n}", "text": f"Text {n}."}) for n in range(4)]
    archive.write_text("x.jsonl", "\n".join(lines[1:]))
    archive.build()
    archive.write_text("x.jsonl", "\n".join(lines))
    assert counts(archive.build()) == {"added": 1, "unchanged": 3}
    assert archive.document("3").place == "x.jsonl:4"


def test_clean_text_stays_as_it_is_and_the_source_is_remembered_so(ten, counts):
    line = "The harbour company thanks every reader of this page."
    records = [
        json.dumps({"id": path.stem, "source": "Gull", "text": f"{path.read_text()}\n\n{line}"})
        for path in ten.folder.glob("*.txt")
    ]
    clean = ten.write_text("../clean/x.jsonl", "\n".join(records)).parent
    assert counts(ten.build(clean, no_clean=True)) == {"added": 10, "unchanged": 10}
    assert [passage.text for passage in ten.document("3").passages][-1] == line
    again = build(BuildOrder(ten.index / FACTS_FILE), ten.engine)
    assert counts(again) == {"unchanged": 20}
    assert ten.build(clean).updated == 10  # named without the option: cleaned
    assert line not in [passage.text for passage in ten.document("3").passages]


def test_a_new_article_can_change_what_old_ones_hold_and_they_count_as_unchanged(archive, counts):
    line = "The harbour gazette is printed on paper that was made from old sails."
    stories = (
        "The mayor of the old town said on Friday that ferries would sail at seven and at nine.",
        "Four gulls were seen over the eastern dock, where salt is stored in sacks of jute.",
        "Bakers raised the price of a loaf for the third time, and blamed the millers upriver.",
    )
    for number, story in enumerate(stories[:2]):
        archive.write(f"gull/{number}.txt", f"Story {number}{'!' * number}", line, story)
    archive.build()
    old = archive.ids()[0]
    assert line in [passage.text for passage in archive.document(old).passages]
    archive.write("gull/2.txt", "Bread", line, stories[2])
    assert counts(archive.build()) == {"added": 1, "unchanged": 2}
    assert line not in [passage.text for passage in archive.document(old).passages]
    assert line in [removed.text for removed in archive.document(old).removed]
    assert line in [passage.text for passage in archive.searcher().retired(old)]


def test_passages_that_vanish_are_retired_and_come_back(ten):
    ten.write("3.txt", "Harbour story 3", "The crane fell at noon.", "The second line stays put.")
    ten.build()
    ten.write("3.txt", "Harbour story 3", "The second line stays put.")
    ten.build()
    retired = [passage.text for passage in ten.searcher().retired("3.txt")]
    assert "The crane fell at noon." in retired
    ten.write("3.txt", "Harbour story 3", "The crane fell at noon.", "The second line stays put.")
    ten.build()
    retired = [passage.text for passage in ten.searcher().retired("3.txt")]
    assert "The crane fell at noon." not in retired
    assert retired  # the very first text


def test_a_document_that_goes_leaves_its_words_until_it_is_back(ten):
    old = ten.document("3.txt")
    path = ten.folder / "3.txt"
    text = path.read_text()
    path.unlink()
    ten.build()
    gone = ten.searcher().gone("3.txt")
    assert (gone.title, gone.why) == (old.title, "its source is gone")
    assert {passage.text for passage in gone.passages} == {p.text for p in old.passages}
    path.write_text(text)
    ten.build()
    assert ten.searcher().gone("3.txt") is None
    assert ten.searcher().retired("3.txt") == ()


def test_a_dry_run_counts_and_writes_nothing(ten, archive, counts):
    ten.write("new.txt", "A new pier", "The new pier was opened on Friday by the old mayor.")
    (ten.folder / "4.txt").unlink()
    before = {path: path.read_bytes() for path in ten.index.rglob("*") if path.is_file()}
    assert counts(ten.build(dry_run=True)) == {"added": 1, "unchanged": 9, "removed": 1}
    assert {path: path.read_bytes() for path in ten.index.rglob("*") if path.is_file()} == before
    other = archive.beside("other")
    assert counts(other.build(dry_run=True)) == {"added": 10}
    assert not other.index.exists()


def test_ctrl_c_leaves_the_old_generation_and_what_was_cleaned(ten, counts):
    for number in range(10, 15):
        ten.write(f"{number}.txt", f"Story {number}", f"The storm of the year {number} was bad.")
    seen = []

    def interrupt(progress: Progress) -> None:
        seen.append(progress)
        if len(seen) == 8:
            raise KeyboardInterrupt

    before = ten.engine.current()
    order = BuildOrder(ten.index / FACTS_FILE, (ten.folder,))
    with pytest.raises(KeyboardInterrupt):
        build(order, ten.engine, interrupt)
    assert ten.engine.current() == before
    assert len(ten.ids()) == 10
    with FactsStore(ten.index / FACTS_FILE) as facts:
        cleaned = [p for p in seen if p.place.startswith("1") and p.place != "1.txt"]
        assert facts.check(deep=True) == ()
        assert len(cleaned) >= 3
    assert counts(ten.build()) == {"added": 5, "unchanged": 10}


def test_what_was_cleaned_is_not_cleaned_again(ten, monkeypatch):
    ten.write("new.txt", "A new pier", "The new pier was opened on Friday by the old mayor.")

    def broken_off(progress: Progress) -> None:
        if progress.step == "comparing":
            raise KeyboardInterrupt

    order = BuildOrder(ten.index / FACTS_FILE, (ten.folder,))
    with pytest.raises(KeyboardInterrupt):
        build(order, ten.engine, broken_off)
    cleaned = []
    monkeypatch.setattr("indexer.pipeline.reading.clean_all", lambda t, j: cleaned.extend(t) or ())
    assert ten.build().added == 1
    assert cleaned == []


def test_a_cleaner_of_another_version_cleans_again(ten, monkeypatch, counts):
    monkeypatch.setattr("indexer.pipeline.cleaning.CLEANER_VERSION", "next")
    assert counts(ten.build()) == {"updated": 10}


def test_facts_that_are_damaged_stop_the_run_and_say_what_to_do(ten):
    (ten.index / FACTS_FILE).write_bytes(b"no database at all, " * 99)
    with pytest.raises(DamagedIndexError, match="--rebuild SOURCE"):
        ten.build()
    (ten.index / FACTS_FILE).unlink()
    assert ten.build(rebuild=True).unchanged == 10


def test_an_archive_that_moved_to_another_place_is_taken_over(ten, counts):
    new = ten.folder.parent / "elsewhere"
    ten.folder.rename(new)
    moved = replace(ten, folder=new)
    report = moved.build()
    assert counts(report) == {"unchanged": 10}
    assert "it is forgotten" in report.notes[0]
    assert build(BuildOrder(ten.index / FACTS_FILE), ten.engine).unchanged == 10


def test_progress_is_told_step_by_step(ten):
    ten.write("new.txt", "A new pier", "The new pier was opened on Friday by the old mayor.")
    told = []
    order = BuildOrder(ten.index / FACTS_FILE, (ten.folder,))
    build(order, ten.engine, told.append)
    assert list(dict.fromkeys(p.step for p in told)) == [
        "reading",
        "comparing",
        "writing",
        "publishing",
    ]
    assert told[-1] == Progress("publishing", 11, 11)
    assert told[0].place == "0.txt"


def test_the_report_says_itself_in_one_line(ten):
    report = replace(ten.build(), seconds=2.0)
    assert report.sentence() == (
        "0 added, 0 updated, 10 unchanged, 0 removed, 0 not an article, 0 rejected; "
        "2.0 s, 5 documents/s"
    )
    assert replace(report, seconds=0.0).sentence().endswith("0 documents/s")
