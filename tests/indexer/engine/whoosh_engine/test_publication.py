"""A publication that fails at any of its steps leaves exactly the archive before or after it."""

import errno
import os
import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from indexer.engine.whoosh_engine import WhooshEngine, merging
from indexer.model import ArchiveTables, MatchRequest, Person

# A segment that stays, with a document that goes; and two that are merged with the new one.
FIRST = ["a0", "a1", "a2", "a3"]
BEFORE = [*FIRST, "d0", "d1"]
AFTER = [*BEFORE[1:], "new"]


@pytest.fixture(autouse=True)
def _small_and_quick(monkeypatch):
    monkeypatch.setattr(merging, "FACTOR", 3)
    monkeypatch.setattr(merging, "SMALLEST", 3)
    # Nobody cuts the power here; syncing takes longer than all the rest.
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)


@pytest.fixture
def change(article):
    """The change that is failed: a put, a deletion, new tables; some segments are merged."""

    def change(engine):
        with engine.writer() as writer:
            writer.put(article("new", "rain"), "original", "print")
            writer.delete("a0")
            writer.set_tables(ArchiveTables(persons=(Person("p", "P"),)))
            writer.publish()

    return change


@pytest.fixture
def template(tmp_path, article):
    """An index of several generations and segments."""
    engine = WhooshEngine(tmp_path / "template")
    for ids in (FIRST, *([id_] for id_ in BEFORE[len(FIRST) :])):
        with engine.writer() as writer:
            for id_ in ids:
                writer.put(article(id_, f"rain {id_}"), "", "print")
            writer.publish()
    return engine.folder


@pytest.fixture
def restored(template, folder):
    """Puts the index back to where it was."""

    def restored():
        shutil.rmtree(folder, ignore_errors=True)
        # Linked, which is enough: what a publication changes it replaces.
        shutil.copytree(template, folder, copy_function=os.link)
        return WhooshEngine(folder)

    return restored


def ids_in(engine):
    return sorted(engine.searcher().stream(MatchRequest()))


def check_before_or_after(engine, change):
    """What is there is whole and one of the two; and the next writer gets to the same end."""
    assert ids_in(engine) in (BEFORE, AFTER)
    assert engine.check() == ()
    change(engine)
    assert ids_in(engine) == AFTER
    assert engine.check() == ()
    rest = {path.name for path in engine.folder.iterdir()} - {"CURRENT", "LOCK"}
    assert len(rest) == 2, rest
    assert all(name.startswith("g") and "." not in name for name in rest)


@pytest.fixture
def steps(restored, change, disks):
    """Every step of the change: what, and the path."""
    engine = restored()
    with disks.watched().between() as disk:
        change(engine)
    return disk.steps


def test_a_publication_takes_many_steps(steps):
    kinds = {what for what, _ in steps}
    assert kinds >= {"create", "write", "fsync", "rename", "replace", "link", "mkdir", "unlink"}


def test_killed_at_any_step_the_archive_is_the_one_before_or_after(restored, change, disks, steps):
    seen = set()
    for step in range(1, len(steps) + 1):
        engine = restored()
        child = os.fork()
        if child == 0:
            with disks.killed_at(step).between():
                change(engine)
            os._exit(0)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
        seen.add(tuple(ids_in(engine)))
        check_before_or_after(engine, change)
    assert seen == {tuple(BEFORE), tuple(AFTER)}


@pytest.mark.parametrize("kind", ["full_from", "broken_at"])
def test_where_a_step_fails_the_archive_is_the_one_before_or_after(
    restored, change, disks, steps, kind
):
    for step in range(1, len(steps) + 1):
        engine = restored()
        before = engine.searcher()
        # Some steps may fail unseen: a link becomes a copy, an old generation is removed later.
        with getattr(disks, kind)(step).between(), suppress(OSError):
            change(engine)
        assert list(before.stream(MatchRequest())) == BEFORE
        check_before_or_after(engine, change)


def test_a_full_disk_is_an_error_and_leaves_no_litter(restored, change, disks):
    engine = restored()
    before = {path.name for path in engine.folder.iterdir()}
    with disks.full_from(1).between(), pytest.raises(OSError, match="No space left"):
        change(engine)
    assert {path.name for path in engine.folder.iterdir()} == before


def test_after_an_error_a_writer_is_not_used_again(restored, article, disks):
    engine = restored()
    with engine.writer() as writer:
        with disks.full_from(1).between(), pytest.raises(OSError, match="No space left"):
            writer.put(article("new", "rain"), "", "print")
        with pytest.raises(RuntimeError, match="not used again: it failed"):
            writer.publish()
    assert ids_in(engine) == BEFORE


def test_everything_is_on_the_disk_before_it_is_named(steps, folder):
    # A power cut may undo what was not synced: so nothing that CURRENT leads to may be that.
    new, current = folder / "g000004.tmp", folder / "CURRENT.tmp"
    last = {(what, path): place for place, (what, path) in enumerate(steps)}
    named, replaced = last["rename", str(new)], last["replace", str(current)]
    synced = {path: place for (what, path), place in last.items() if what == "fsync"}
    for file in (folder / "g000004").iterdir():
        written = last.get(("write", str(new / file.name)), -1)
        is_linked = ("link", str(new / file.name)) in last or file.stat().st_nlink > 1
        assert is_linked or written < synced[str(new / file.name)] < named, file
    assert max(place for place, step in enumerate(steps) if step[0] == "link") < synced[str(new)]
    assert synced[str(new)] < named < replaced
    assert last["write", str(current)] < synced[str(current)] < replaced
    folder_synced = [place for place, step in enumerate(steps) if step == ("fsync", str(folder))]
    assert any(named < place < replaced for place in folder_synced)
    assert any(replaced < place for place in folder_synced)


def test_what_no_hard_link_can_share_is_copied_and_synced(restored, change, disks, monkeypatch):
    def no_links(*_):
        raise OSError(errno.EPERM, "not on this disk")

    engine = restored()
    with disks.watched().between() as disk:
        monkeypatch.setattr(os, "link", no_links)
        change(engine)
    assert ids_in(engine) == AFTER
    assert engine.check(deep=True) == ()
    kept = {path.name for path in (engine.folder / "g000004").iterdir()}
    assert kept <= {Path(path).name for what, path in disk.steps if what == "fsync"}


def test_unchanged_files_are_shared_and_keep_their_checksums(engine, article):
    for n in range(2):
        with engine.writer() as writer:
            writer.put(article(f"d{n}", "rain"), "", "print")
            writer.publish()
    one, two = (engine.folder / name for name in ("g000001", "g000002"))
    shared = [path.name for path in one.iterdir() if (two / path.name).exists()]
    same = [name for name in shared if (one / name).samefile(two / name)]
    assert len([name for name in same if name.startswith("MAIN_")]) == 4
    assert "tables" in same
    assert "MANIFEST.json" not in same


def test_the_last_two_generations_are_kept(engine, article):
    for n in range(5):
        with engine.writer() as writer:
            writer.put(article(f"d{n}", "rain"), "", "print")
            writer.publish()
    folders = sorted(path.name for path in engine.folder.iterdir() if path.is_dir())
    assert folders == ["g000004", "g000005"]


def test_a_writer_removes_what_a_killed_one_left(engine, article):
    with engine.writer() as writer:
        writer.put(article("a", "x"), "", "print")
        writer.publish()
    for name in ("g000002.tmp", "g000007", "g000004.tmp"):
        (engine.folder / name).mkdir()
        (engine.folder / name / "litter").write_text("x")
    (engine.folder / "facts.sqlite").write_text("not ours")
    with engine.writer():
        names = {path.name for path in engine.folder.iterdir()}
    assert names == {"CURRENT", "LOCK", "g000001", "facts.sqlite"}
