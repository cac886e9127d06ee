"""The file of who is named where: what is written comes back, and what is not whole does not."""

import hashlib
import json
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.archive import Entry, NamedHere
from indexer.pipeline.entries_file import ENTRIES_FILE, EntriesFile, Kept, shared

ARN = NamedHere("jon arn", "Jon Arn", 2, ("Arn", "Jon Arn"))
KEPT = Kept(
    "texts", ("Salt",), [Entry("a", "Gull", "2016-05", (ARN,)), Entry("b", None, None, (ARN,))]
)


def test_what_is_written_comes_back_with_equal_names_as_one_object(tmp_path):
    file = EntriesFile(tmp_path)
    assert file.read("texts") is None
    file.write(KEPT)
    found = file.read("texts")
    assert found == KEPT
    assert found.entries[0].names[0] is found.entries[1].names[0]


def test_of_other_texts_nothing_comes_back(tmp_path):
    EntriesFile(tmp_path).write(KEPT)
    assert EntriesFile(tmp_path).read("other texts") is None


def test_what_is_forgotten_is_gone_and_forgetting_nothing_is_no_error(tmp_path):
    file = EntriesFile(tmp_path)
    file.write(KEPT)
    file.forget()
    file.forget()
    assert file.read("texts") is None
    assert list(tmp_path.iterdir()) == []


@given(st.integers(0, 400), st.integers(1, 255))
def test_damage_anywhere_is_seen(tmp_path_factory, place, bits):
    folder = tmp_path_factory.mktemp("entries")
    EntriesFile(folder).write(KEPT)
    path = folder / ENTRIES_FILE
    content = bytearray(path.read_bytes())
    content[place % len(content)] ^= bits
    path.write_bytes(content)
    assert EntriesFile(folder).read("texts") is None


@pytest.mark.parametrize(
    "body", [b"no zlib", zlib.compress(b"no json"), zlib.compress(json.dumps([1, 2]).encode())]
)
def test_a_file_of_another_kind_holds_nothing(tmp_path, body):
    digest = hashlib.sha256(body).hexdigest().encode()
    (tmp_path / ENTRIES_FILE).write_bytes(digest + b"\n" + body)
    assert EntriesFile(tmp_path).read("texts") is None


def test_lone_surrogates_come_back(tmp_path):
    name = NamedHere("\udc80 x", "\udc80 X", 1, ())
    EntriesFile(tmp_path).write(Kept("t", (), [Entry("a", None, None, (name,))]))
    assert EntriesFile(tmp_path).read("t").entries[0].names == (name,)


def test_shared_entries_are_equal_to_what_they_were():
    entries = [Entry("a", None, None, (ARN,)), Entry("b", None, None, (ARN._replace(),))]
    found = shared(iter(entries))
    assert found == entries
    assert found[0].names[0] is found[1].names[0]
