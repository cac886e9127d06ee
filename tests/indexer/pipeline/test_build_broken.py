import sqlite3

import pytest

from indexer.engine.whoosh_engine.stored import VERSIONS
from indexer.errors import DamagedIndexError, IndexVersionError
from indexer.facts import FACTS_FILE, FactsStore
from indexer.pipeline import BuildOrder, Progress, build


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


def test_a_page_without_an_article_is_counted_apart_at_every_run(archive, counts):
    archive.write("a.txt", "A title", "A paragraph that is long enough to be the article.")
    links = "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(30))
    archive.write_text("index.html", f"<html><body><nav><ul>{links}</ul></nav></body></html>")
    assert counts(archive.build()) == {"added": 1, "not_an_article": 1}
    assert counts(archive.build()) == {"unchanged": 1, "not_an_article": 1}


def test_an_article_that_became_a_page_without_one_says_so(archive):
    archive.write("a.txt", "A title", "A paragraph that is long enough to be the article.")
    page = "<html><head><title>Tides</title></head><body><article><p>{}</p></article></body></html>"
    archive.write_text("b.html", page.format("The tide was higher than in any year before. " * 9))
    assert archive.build().added == 2
    links = "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(30))
    archive.write_text("b.html", f"<html><body><nav><ul>{links}</ul></nav></body></html>")
    assert archive.build().removed == 1
    assert archive.searcher().gone("b.html").why not in ("", "its source is gone")


def test_what_breaks_the_cleaner_is_named_and_tried_again(ten, monkeypatch, counts):
    def fail(*_):
        raise RecursionError("too deep")

    ten.write("new.txt", "A new pier", "The new pier was opened on Friday by the old mayor.")
    monkeypatch.setattr("indexer.pipeline.cleaning.clean", fail)
    report = ten.build()
    assert counts(report) == {"unchanged": 10, "rejected": 1}
    assert "too deep" in report.rejected[0].reason
    monkeypatch.undo()
    assert counts(ten.build()) == {"added": 1, "unchanged": 10}


def test_facts_are_durable_while_a_build_still_reads(ten, monkeypatch):
    monkeypatch.setattr("indexer.pipeline.reading._DOCUMENTS_A_COMMIT", 2)
    for number in range(10, 15):
        ten.write(f"{number}.txt", f"Story {number}", f"The storm of the year {number} was bad.")
    kept = []

    def look(progress: Progress) -> None:
        with sqlite3.connect(ten.index / FACTS_FILE) as facts:
            kept.append(facts.execute("SELECT count(*) FROM fact").fetchone()[0])
        facts.close()

    build(BuildOrder(ten.index / FACTS_FILE, (ten.folder,)), ten.engine, look)
    assert kept[0] == 10
    assert {12, 14} <= set(kept)


def test_a_damaged_index_stops_the_run_and_a_rebuild_mends_it_from_the_facts(ten, counts):
    manifest = ten.index / ten.engine.current() / "MANIFEST.json"
    manifest.write_text("{}")
    with pytest.raises(DamagedIndexError):
        ten.build()
    assert counts(ten.build(rebuild=True)) == {"added": 10}
    assert len(ten.ids()) == 10


def test_an_index_of_an_older_format_is_built_anew_from_the_facts(ten, monkeypatch, counts):
    monkeypatch.setitem(VERSIONS, "analyzer", "next")
    with pytest.raises(IndexVersionError):
        ten.searcher()
    report = ten.build()
    assert counts(report) == {"added": 10}
    assert "from the facts" in report.notes[0]
    assert len(ten.ids()) == 10


def test_an_index_of_an_older_format_whose_facts_are_lost_is_not_replaced_untold(ten, monkeypatch):
    monkeypatch.setitem(VERSIONS, "analyzer", "next")
    (ten.index / FACTS_FILE).unlink()
    with pytest.raises(IndexVersionError):
        ten.build()
    assert ten.build(rebuild=True).added == 10
