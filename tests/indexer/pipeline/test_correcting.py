"""Corrections of persons without reading a SOURCE: what they do, and that it equals a rebuild."""

import itertools
import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.engine import open_engine
from indexer.errors import NoIndexError, SettingsError
from indexer.facts import FACTS_FILE, FactsStore
from indexer.model import MatchRequest, Person
from indexer.pipeline import BuildOrder, BuildReport, build, correct, remove
from indexer.pipeline.correcting import LATER
from indexer.pipeline.entries_file import ENTRIES_FILE

ARTICLES = (
    ("Jon Marsden", "Kari Holm"),
    ("Jon Marsten", "Kari Holm", "Port Vessin"),
    ("J. Marsden", "Abu Tarek"),
    ("Ivan Kovač", "Ivan Kovać"),
    ("Kari Holm",),
)
PRINTED = "Salt Marn spoke of the tide {}, of rope and of the lamp that {} had lit at the quay."


def write_articles(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    records = [
        {
            "id": f"a{number}",
            "title": f"Story {number}",
            "text": PRINTED.format(number * 7, " and ".join(names)) + f"\n\nNo {number} more.",
            "persons": names,
            "source": ("Gull", "Wren")[number % 2],
            "published": f"201{number}-05-02",
        }
        for number, names in enumerate(ARTICLES)
    ]
    (folder / "z.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf8")


def persons(engine) -> dict[str, Person]:
    searcher = engine.searcher()
    found = {person.id: person for person in searcher.persons()}
    searcher.close()
    return found


@pytest.fixture
def corrected(archive):
    """Writes corrections.txt and applies it without reading the articles, which are gone by now."""
    write_articles(archive.folder)
    archive.build()
    (archive.folder / "z.jsonl").unlink()

    def apply(*lines: str, **options) -> BuildReport:
        (archive.folder / "corrections.txt").write_text("\n".join(lines), encoding="utf8")
        return correct(BuildOrder(archive.index / FACTS_FILE, **options), archive.engine)

    return apply


def test_a_correction_of_persons_changes_no_document_and_reads_no_source(archive, corrected):
    before = archive.document("a1")
    report = corrected("same: Jon Marsten = Jon Marsden", "drop: Port Vessin")
    assert (report.unchanged, report.updated, report.removed, report.notes) == (5, 0, 0, ())
    found = persons(archive.engine)
    assert found["jon-marsden"].documents == 2
    assert not {"jon-marsten", "port-vessin"} & found.keys()
    assert archive.document("a1") == before


def test_aliases_are_applied_without_a_source_and_equal_those_of_a_build(archive, corrected):
    report = corrected("alias: Marn = Salt Marn, Marne", "alias: Marn = A, B, *")
    assert (report.unchanged, report.updated) == (5, 0)
    assert [note.split(":", 2)[2] for note in report.notes] == [
        " '*' is no name; one with a letter is expected"
    ]
    found = archive.searcher()
    assert found.tables().aliases == {"Marn": ("Salt Marn", "Marne")}
    found.close()
    generation = archive.engine.current()
    write_articles(archive.folder)
    assert archive.build().generation == generation  # there is nothing left to do
    archive.build(rebuild=True)
    again = archive.searcher()
    assert again.tables().aliases == {"Marn": ("Salt Marn", "Marne")}
    again.close()
    corrected("")
    assert archive.searcher().tables().aliases == {}


def test_aliases_stay_where_an_article_is_taken_down(archive, corrected):
    corrected("alias: Marn = Marne")
    remove(["a1"], "asked for", archive.engine, archive.index / FACTS_FILE)
    assert archive.searcher().tables().aliases == {"Marn": ("Marne",)}


def test_what_is_taken_out_of_the_file_is_undone(archive, corrected):
    before = persons(archive.engine)
    corrected("drop: Kari Holm", "rename: Jon Marsten = Jon Marsh", "add: Salt Marn")
    assert persons(archive.engine) != before
    corrected()
    assert persons(archive.engine) == before


def test_an_added_name_changes_only_the_articles_that_hold_it(archive, corrected):
    report = corrected("add: Salt Marn")
    assert (report.updated, report.unchanged) == (5, 0)
    assert persons(archive.engine)["salt-marn"].documents == 5
    report = corrected("add: Salt Marn", "add: Abu Tar")  # part of a word: it stands nowhere
    assert (report.updated, report.unchanged) == (0, 5)
    assert report.notes == (f"{archive.folder}/corrections.txt:2: add: no article names 'Abu Tar'",)


def test_nothing_new_publishes_nothing(archive, corrected):
    first = corrected("hide: Kari Holm").generation
    assert corrected("# said again", "hide: Kari Holm").generation == first


def test_a_dry_run_writes_nothing(archive, corrected):
    before = persons(archive.engine)
    assert corrected("add: Salt Marn", dry_run=True).updated == 5
    assert persons(archive.engine) == before


def test_lines_about_blocks_wait_for_the_run_that_reads_and_are_applied_by_it(archive, corrected):
    before = archive.document("a2")
    report = corrected("remove: everywhere | No 2 more", "hide: Kari Holm")
    assert report.notes == (LATER,)
    assert persons(archive.engine)["kari-holm"].hidden
    assert archive.document("a2") == before
    assert corrected("remove: everywhere | No 2 more", "drop: Kari Holm").notes == (LATER,)
    write_articles(archive.folder)
    archive.build()
    assert [p.text[:4] for p in archive.document("a2").passages] == ["Salt"]
    assert corrected("remove: everywhere | No 2 more").notes == ()


@pytest.mark.parametrize("damage", [b"", b"no digest\n123", None])
def test_without_the_entries_all_documents_are_looked_at(archive, corrected, damage):
    path = archive.index / ENTRIES_FILE
    path.unlink() if damage is None else path.write_bytes(damage)
    assert corrected("drop: Kari Holm").unchanged == 5
    assert "kari-holm" not in persons(archive.engine)
    assert path.stat().st_size > 100
    assert corrected("drop: Jon Marsden").unchanged == 5


def test_what_was_taken_down_is_in_no_file_of_the_index(archive, corrected):
    from_disk = (archive.index / ENTRIES_FILE).read_bytes()
    remove(["a2"], "a judge said so", archive.engine, archive.index / FACTS_FILE)
    assert (archive.index / ENTRIES_FILE).read_bytes() != from_disk
    corrected("hide: Kari Holm")
    assert "abu-tarek" not in persons(archive.engine)


def test_an_index_that_is_not_there_is_said(archive, tmp_path):
    with pytest.raises(NoIndexError, match="pressmark index"):
        correct(BuildOrder(tmp_path / "none" / FACTS_FILE), archive.engine)
    assert not (tmp_path / "none").exists()


def test_facts_that_made_no_generation_are_not_corrected(archive):
    archive.index.mkdir()
    with FactsStore(archive.index / FACTS_FILE) as facts:
        facts.commit()
    with pytest.raises(NoIndexError, match="nothing is indexed yet"):
        correct(BuildOrder(archive.index / FACTS_FILE), archive.engine)


def test_a_file_of_corrections_that_is_not_there_is_said(archive, corrected, tmp_path):
    with pytest.raises(SettingsError, match="no such file"):
        corrected(corrections=(tmp_path / "none.txt",))


def test_a_run_that_crashed_after_remembering_does_not_retire_what_is_there(archive):
    write_articles(archive.folder)
    archive.build()
    whole = (archive.folder / "z.jsonl").read_text(encoding="utf8")
    (archive.folder / "z.jsonl").write_text(whole.replace("No 2 more", "Other words"), "utf8")
    told = itertools.count()

    class StopError(Exception):
        pass

    def stop(progress) -> None:
        next(told)
        if progress.step == "publishing":
            raise StopError

    order = BuildOrder(archive.index / FACTS_FILE, (archive.folder,))
    with pytest.raises(StopError):
        build(order, archive.engine, stop)
    (archive.folder / "z.jsonl").write_text(whole, "utf8")
    (archive.folder / "corrections.txt").write_text("hide: Kari Holm", "utf8")
    archive.build()
    searcher = archive.searcher()
    assert searcher.retired("a2") == ()
    assert searcher.person("kari-holm").hidden
    searcher.close()


# --- equal to a rebuild

LINES = (
    "same: Jon Marsten = Jon Marsden",
    "same: J. Marsden = Jon Marsden",
    "same: Ivan Kovac = Ivan Kovać",
    "same: Ivan Kovač = Ivan Kovać",
    "not-same: Jon Marsten | Jon Marsden",
    "split: Kari Holm | source Gull",
    "split: Kari Holm | from 2013",
    "split: Kari Holm | document a1",
    "drop: Port Vessin",
    "drop: Kari Holm",
    "add: Salt Marn",
    "add: Salt",
    "add: Holm",
    "rename: Abu Tarek = Abu Tarek al-Vessini",
    "hide: Jon Marsden",
    "confirm: Kari Holm",
    "moved: a9 = a1",
    "no correction",
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.lists(st.sampled_from(LINES), max_size=6, unique=True), min_size=1, max_size=4))
def test_any_corrections_one_after_the_other_equal_a_rebuild_under_the_last(steps):
    with tempfile.TemporaryDirectory() as root:
        news = Path(root) / "news"
        write_articles(news)
        index, rebuilt = (open_engine(f"{root}/{name}") for name in ("index", "rebuilt"))
        build(BuildOrder(Path(root) / "index" / FACTS_FILE, (news,)), index)
        for lines in steps:
            (news / "corrections.txt").write_text("\n".join(lines), encoding="utf8")
            correct(BuildOrder(Path(root) / "index" / FACTS_FILE), index)
        build(BuildOrder(Path(root) / "rebuilt" / FACTS_FILE, (news,)), rebuilt)
        assert seen(index) == seen(rebuilt)
        assert index.check(deep=True) == ()


def seen(engine) -> list[object]:
    searcher = engine.searcher()
    documents = searcher.documents(sorted(searcher.stream(MatchRequest())))
    tables = searcher.tables()
    found = [
        documents,
        [searcher.persons_in(document) for document in documents],
        tables.persons,
        tables.person_of,
        tables.person_here,
        tables.person_redirects,
        tables.document_redirects,
        searcher.count_facet(MatchRequest(), "person"),
    ]
    searcher.close()
    return found
