import json
from dataclasses import replace

from indexer.facts import FACTS_FILE
from indexer.pipeline import BuildOrder, Progress, build


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
