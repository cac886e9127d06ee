"""Damage is seen, named, and never executed."""

import json
import random
import shutil

import pytest

from indexer import analyzer
from indexer.engine.manifest import (
    manifest_from_bytes,
    manifest_to_bytes,
)
from indexer.errors import DamagedIndexError, IndexVersionError
from indexer.model import MatchRequest


def test_what_is_whole_is_whole(filled, current_folder):
    assert filled.check() == filled.check(deep=True) == ()
    names = {path.suffix for path in current_folder().iterdir()}
    assert names == {".toc", ".trm", ".pst", ".columns", ".records", ".dead", ".json", ""}


def test_every_flipped_bit_is_found(filled, current_folder, renew):
    chance = random.Random(3)
    for path in [*current_folder().iterdir(), filled.folder / "CURRENT"]:
        content = path.read_bytes()
        for place in {0, len(content) - 1, *chance.sample(range(len(content)), 5)}:
            flipped = bytearray(content)
            flipped[place] ^= 1 << chance.randrange(8)
            renew(path, bytes(flipped))
            assert filled.check(), (path.name, place)
        renew(path, content)
    assert filled.check(deep=True) == ()


def test_every_truncation_and_every_missing_file_is_found_and_named(filled, current_folder, renew):
    for path in current_folder().iterdir():
        content = path.read_bytes()
        for part in (content[:-1], content + b"\0", b""):
            if part != content:
                renew(path, part)
                found = filled.check()
                assert [path.name in damage.place for damage in found] == [True] * len(found)
                assert "pressmark index --rebuild" in found[0].remedy
                with pytest.raises(DamagedIndexError, match="pressmark index --rebuild"):
                    filled.searcher()
        path.unlink()
        assert path.name in filled.check()[0].place
        with pytest.raises(DamagedIndexError, match="pressmark index --rebuild"):
            filled.searcher()
        renew(path, content)


def test_damage_in_a_shared_file_is_told_for_every_generation_that_shares_it(
    filled, current_folder
):
    shared = next(current_folder().glob("*.records"))
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


def test_a_generation_that_is_gone_is_damage(filled, current_folder):
    shutil.rmtree(current_folder())
    with pytest.raises(DamagedIndexError, match=r"g000002.+No such file"):
        filled.searcher()
    assert any("g000002" in damage.place for damage in filled.check())


def test_a_generation_under_another_name_is_damage(filled, current_folder):
    one, two = filled.folder / "g000001", current_folder()
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


def test_building_again_leaves_nothing_damaged_behind(filled, current_folder, article):
    largest = max(current_folder().iterdir(), key=lambda file: file.stat().st_size)
    largest.write_bytes(largest.read_bytes()[:-1])
    assert filled.check() != ()
    with filled.writer(from_scratch=True) as writer:
        writer.put(article("new", "x"), "", "print")
        writer.publish()
    assert filled.check(deep=True) == ()


@pytest.mark.parametrize(
    "change",
    [
        {"analyzer": "0-other"},
        {"schema": "99"},
        {"documents": "0"},
    ],
)
def test_an_index_of_another_version_says_how_to_get_on(filled, current_folder, article, change):
    folder = current_folder()
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


def test_the_manifest_says_what_it_was_made_by_and_what_it_holds(current_folder):
    manifest = json.loads((current_folder() / "MANIFEST.json").read_text())
    assert manifest["engine"] == "whoosh"
    assert manifest["versions"]["analyzer"] == str(analyzer.VERSION)
    assert manifest["made_with"]["whoosh"][0].isdigit()
    assert manifest["counts"] == {"documents": 5, "dead": 1, "segments": 2}
