"""Wrong content under a right checksum: found where it is read, and never executed."""

import os
import pickle
from contextlib import suppress

import numpy as np
import pytest

from indexer.engine.generations import Generations
from indexer.engine.whoosh_engine import stored
from indexer.errors import DamagedIndexError


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


def test_a_hostile_table_of_contents_is_not_executed(filled, forge, current_folder, trap):
    folder, hostile = trap
    # The table is: head, length of the schema, schema, two numbers, segments.
    for place in ("schema", "segments"):
        original = next(current_folder().glob("*.toc")).read_bytes()

        def poisoned(content, place=place):
            start = content.index(b"\x80\x02")
            if place == "segments":
                return content[: content.index(b"\x80", start + 2)] + hostile
            length = len(hostile)
            return content[: start - 2] + bytes([length & 127 | 128, length >> 7]) + hostile

        forge(".toc", poisoned)
        with pytest.raises(DamagedIndexError, match="mkdir is not allowed"):
            filled.searcher()
        assert "mkdir is not allowed" in filled.check(deep=True)[0].what
        assert not folder.exists()
        forge(".toc", original)
    assert filled.searcher()


def test_a_hostile_lexicon_is_not_executed(filled, forge, trap):
    folder, hostile = trap

    def poisoned(content):
        start = content.rindex(b"\x80", 0, content.rindex(b"fieldmap"))
        return content[:start] + hostile + len(hostile).to_bytes(4, "big")

    forge(".trm", poisoned)
    with pytest.raises(DamagedIndexError, match="mkdir is not allowed"):
        filled.searcher()
    assert not folder.exists()


def test_hostile_postings_are_not_executed(filled, forge, trap):
    folder, hostile = trap
    block = b"W3Bl" + (-len(hostile)).to_bytes(4, "big", signed=True) + hostile
    forge(".pst", lambda content: block + content[len(block) :])
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
def test_what_is_not_what_it_should_be_cannot_be_opened(filled, forge, name, content):
    forge(name, content)
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
def test_the_deep_check_finds_what_opening_does_not(filled, forge, name, content, what):
    forge(name, content)
    assert filled.searcher()
    assert filled.check() == ()
    found = filled.check(deep=True)
    assert found
    assert all(what in damage.what for damage in found)


def test_the_deep_check_compares_records_with_their_rows(filled, forge):
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
    forge(f"{first.entry.id}.records", swapped)
    assert "is not that of document" in filled.check(deep=True)[0].what
