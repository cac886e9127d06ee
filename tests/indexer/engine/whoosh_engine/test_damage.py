"""Damage is seen, named, and never executed."""

import json
import os
import pickle
import random
import shutil
from contextlib import suppress

import numpy as np
import pytest

from indexer import analyzer
from indexer.engine.durable import sha256_of
from indexer.engine.generations import Generations
from indexer.engine.manifest import (
    StoredFile,
    current_to_bytes,
    manifest_from_bytes,
    manifest_to_bytes,
)
from indexer.engine.whoosh_engine import stored
from indexer.errors import DamagedIndexError, IndexVersionError
from indexer.model import ArchiveTables, MatchRequest, Person


@pytest.fixture
def filled(engine, article):
    """A generation with every kind of file, dead words included."""
    for ids in (("a", "b", "c", "d", "e"), ("f",)):
        with engine.writer() as writer:
            for id_ in ids:
                document = article(
                    id_, f"rain {id_}", "harbour", persons=("Ida Holm",), date="2016"
                )
                writer.put(document, f"<p>{id_}</p>", f"print {id_}")
            writer.set_tables(ArchiveTables(persons=(Person("p", "P"),)))
            writer.delete("b")
            writer.publish()
    return engine


def current_folder(engine):
    return engine.folder / engine.current()


def test_what_is_whole_is_whole(filled):
    assert filled.check() == filled.check(deep=True) == ()
    names = {path.suffix for path in current_folder(filled).iterdir()}
    assert names == {".toc", ".trm", ".pst", ".columns", ".records", ".dead", ".json", ""}


def test_every_flipped_bit_is_found(filled):
    chance = random.Random(3)
    for path in [*current_folder(filled).iterdir(), filled.folder / "CURRENT"]:
        content = path.read_bytes()
        for place in {0, len(content) - 1, *chance.sample(range(len(content)), 5)}:
            flipped = bytearray(content)
            flipped[place] ^= 1 << chance.randrange(8)
            replace(path, bytes(flipped))
            assert filled.check(), (path.name, place)
        replace(path, content)
    assert filled.check(deep=True) == ()


def test_every_truncation_and_every_missing_file_is_found_and_named(filled):
    for path in current_folder(filled).iterdir():
        content = path.read_bytes()
        for part in (content[:-1], content + b"\0", b""):
            if part != content:
                replace(path, part)
                found = filled.check()
                assert [path.name in damage.place for damage in found] == [True] * len(found)
                assert "pressmark index --rebuild" in found[0].remedy
                with pytest.raises(DamagedIndexError, match="pressmark index --rebuild"):
                    filled.searcher()
        path.unlink()
        assert path.name in filled.check()[0].place
        with pytest.raises(DamagedIndexError, match="pressmark index --rebuild"):
            filled.searcher()
        replace(path, content)


def replace(path, content):
    """Writes a new file, so that another generation that shares the old one keeps it."""
    path.unlink(missing_ok=True)
    path.write_bytes(content)


def test_damage_in_a_shared_file_is_told_for_every_generation_that_shares_it(filled):
    shared = next(current_folder(filled).glob("*.records"))
    if not (filled.folder / "g000001" / shared.name).exists():
        shared = next((filled.folder / "g000001").glob("*.records"))
    content = bytearray(shared.read_bytes())
    content[5] ^= 1
    shared.write_bytes(content)
    places = [damage.place for damage in filled.check()]
    assert [
        generation in place
        for generation, place in zip(("g000001", "g000002"), places, strict=True)
    ]
    assert all(shared.name in place for place in places)


def test_a_file_that_cannot_be_read_is_damage(filled, monkeypatch):
    def unreadable(path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("indexer.engine.generations.sha256_of", unreadable)
    assert "it cannot be read (Permission denied)" in filled.check()[0].what


def test_a_generation_that_is_gone_is_damage(filled):
    shutil.rmtree(current_folder(filled))
    with pytest.raises(DamagedIndexError, match=r"g000002.+No such file"):
        filled.searcher()
    assert any("g000002" in damage.place for damage in filled.check())


def test_a_generation_under_another_name_is_damage(filled):
    one, two = filled.folder / "g000001", current_folder(filled)
    shutil.rmtree(two)
    one.rename(two)
    with pytest.raises(DamagedIndexError, match="is that of g000001"):
        filled.searcher()


def test_current_that_names_an_older_generation_is_damage(filled):
    text = (filled.folder / "CURRENT").read_bytes()
    (filled.folder / "CURRENT").write_bytes(text.replace(b"g000002", b"g000001"))
    assert "does not go with the manifest" in filled.check()[0].what


def test_a_damaged_index_is_not_written_to_but_can_be_built_again(filled, article):
    (filled.folder / "CURRENT").write_bytes(b"nonsense")
    assert "CURRENT names no generation" in filled.check()[0].what
    for use in (filled.current, filled.searcher, filled.writer):
        with pytest.raises(DamagedIndexError, match="CURRENT names no generation"):
            use()
    with filled.writer(from_scratch=True) as writer:
        writer.put(article("new", "x"), "", "print")
        writer.publish()
    assert list(filled.searcher().stream(MatchRequest())) == ["new"]
    assert filled.check(deep=True) == ()


# --- what no checksum shows: wrong content with a right checksum ---------------------------------


def forge(engine, name, content):
    """Puts other content into a file of the current generation and makes the checksums right."""
    folder = current_folder(engine)
    files = [path for path in folder.iterdir() if path.name.endswith(name)]
    path = max(files, key=lambda path: path.stat().st_size)
    replace(path, content if isinstance(content, bytes) else content(path.read_bytes()))
    manifest = manifest_from_bytes((folder / "MANIFEST.json").read_bytes())
    eager = manifest.files[path.name].eager
    manifest.files[path.name] = StoredFile(path.stat().st_size, sha256_of(path), eager)
    replace(folder / "MANIFEST.json", manifest_to_bytes(manifest))
    replace(engine.folder / "CURRENT", current_to_bytes(manifest))
    return path


class Hostile:
    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return os.mkdir, (str(self.path),)


@pytest.fixture
def trap(tmp_path):
    """A pickle that makes a folder when it is read as pickles usually are."""
    folder = tmp_path / "executed"
    return folder, pickle.dumps(Hostile(folder), 2)


def test_the_trap_works(trap):
    folder, hostile = trap
    pickle.loads(hostile)
    assert folder.exists()


def test_a_hostile_table_of_contents_is_not_executed(filled, trap):
    folder, hostile = trap
    # The table is: head, length of the schema, schema, two numbers, segments.
    for place in ("schema", "segments"):
        original = next(current_folder(filled).glob("*.toc")).read_bytes()

        def poisoned(content, place=place):
            start = content.index(b"\x80\x02")
            if place == "segments":
                return content[: content.index(b"\x80", start + 2)] + hostile
            length = len(hostile)
            return content[: start - 2] + bytes([length & 127 | 128, length >> 7]) + hostile

        forge(filled, ".toc", poisoned)
        with pytest.raises(DamagedIndexError, match="mkdir is not allowed"):
            filled.searcher()
        assert "mkdir is not allowed" in filled.check(deep=True)[0].what
        assert not folder.exists()
        forge(filled, ".toc", original)
    assert filled.searcher()


def test_a_hostile_lexicon_is_not_executed(filled, trap):
    folder, hostile = trap

    def poisoned(content):
        start = content.rindex(b"\x80", 0, content.rindex(b"fieldmap"))
        return content[:start] + hostile + len(hostile).to_bytes(4, "big")

    forge(filled, ".trm", poisoned)
    with pytest.raises(DamagedIndexError, match="mkdir is not allowed"):
        filled.searcher()
    assert not folder.exists()


def test_hostile_postings_are_not_executed(filled, trap):
    folder, hostile = trap
    block = b"W3Bl" + (-len(hostile)).to_bytes(4, "big", signed=True) + hostile
    forge(filled, ".pst", lambda content: block + content[len(block) :])
    assert any("mkdir is not allowed" in damage.what for damage in filled.check(deep=True))
    segments = stored.open_segments(Generations(filled.folder).open_current())
    for segment in segments:
        for term, _ in segment.terms("text")[:1]:
            with suppress(DamagedIndexError):
                segment.postings("text", term)
    assert not folder.exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (".columns", b""),
        (".columns", b"PMARRAY1" + bytes(8)),
        (".columns", b"something else, and long enough to have a head"),
        (".columns", lambda content: content[: len(content) // 2]),
        (".columns", lambda content: content.replace(b'"ids": ["|S', b'"ids": ["|O')),
        (".columns", lambda content: content.replace(b'"dated": ["<i4", ', b'"dated": ["<i4",9')),
        (".columns", lambda content: content.replace(b'"dated"', b'"dates"')),
        (".records", b"too short"),
        (".trm", b"nothing of whoosh"),
        (".toc", b"nothing of whoosh"),
        (".toc", b""),
        ("tables", b"nothing compressed"),
    ],
)
def test_what_is_not_what_it_should_be_cannot_be_opened(filled, name, content):
    forge(filled, name, content)
    with pytest.raises(DamagedIndexError):
        filled.searcher()
    assert filled.check(deep=True)


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        (".dead", b"nothing compressed", "cannot be read"),
        (".records", lambda content: bytes(len(content)), "cannot be read"),
        (".records", lambda content: content[20:] + content[:20], "cannot be read"),
        (".pst", lambda content: bytes(len(content)), "cannot be read"),
        (".pst", lambda content: content[:-1], "cannot be read"),
    ],
)
def test_the_deep_check_finds_what_opening_does_not(filled, name, content, what):
    forge(filled, name, content)
    assert filled.searcher()
    assert filled.check() == ()
    found = filled.check(deep=True)
    assert found
    assert all(what in damage.what for damage in found)


def test_the_deep_check_compares_records_with_their_rows(filled):
    def swapped(content):
        # Two documents of one length that differ in their ids.
        sizes = np.diff(first._starts).tolist()
        assert sizes[:2] == sizes[2:4]
        end = sizes[0] + sizes[1]
        return content[end : 2 * end] + content[:end] + content[2 * end :]

    segments = stored.open_segments(Generations(filled.folder).open_current())
    first = max(segments, key=lambda segment: segment.entry.documents)
    sizes = np.diff(first._starts).tolist()
    if sizes[:2] != sizes[2:4]:
        pytest.skip("the two records have different lengths once compressed")
    forge(filled, f"{first.entry.id}.records", swapped)
    assert "is not that of document" in filled.check(deep=True)[0].what


@pytest.mark.parametrize(
    "change",
    [
        {"analyzer": "0-other"},
        {"schema": "99"},
        {"documents": "0"},
    ],
)
def test_an_index_of_another_version_says_how_to_get_on(filled, article, change):
    folder = current_folder(filled)
    manifest = manifest_from_bytes((folder / "MANIFEST.json").read_bytes())
    manifest.versions.update(change)
    (folder / "MANIFEST.json").write_bytes(manifest_to_bytes(manifest))
    message = r"was built by whoosh .+ build it again with: pressmark index --rebuild"
    for use in (filled.searcher, filled.writer):
        with pytest.raises(IndexVersionError, match=message):
            use()
    with filled.writer(from_scratch=True) as writer:
        writer.put(article("new", "x"), "", "print")
        writer.publish()
    assert list(filled.searcher().stream(MatchRequest())) == ["new"]


def test_the_manifest_says_what_it_was_made_by_and_what_it_holds(filled):
    manifest = json.loads((current_folder(filled) / "MANIFEST.json").read_text())
    assert manifest["engine"] == "whoosh"
    assert manifest["versions"]["analyzer"] == str(analyzer.VERSION)
    assert manifest["made_with"]["whoosh"][0].isdigit()
    assert manifest["counts"] == {"documents": 5, "dead": 1, "segments": 2}
