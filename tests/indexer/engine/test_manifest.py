import pytest

from indexer.engine.manifest import (
    Manifest,
    StoredFile,
    current_from_bytes,
    current_to_bytes,
    generation_name,
    generation_number,
    manifest_from_bytes,
    manifest_to_bytes,
)
from indexer.errors import DamagedIndexError, IndexVersionError

MANIFEST = Manifest(
    generation="g000007",
    engine="whoosh",
    versions={"schema": "1"},
    made_with={"whoosh": "3.54.0"},
    counts={"documents": 3},
    files={"b": StoredFile(7, "0" * 64), "a": StoredFile(8, "f" * 64, eager=True)},
)


def test_a_manifest_comes_back():
    assert manifest_from_bytes(manifest_to_bytes(MANIFEST)) == MANIFEST


def test_every_flipped_bit_of_a_manifest_is_seen():
    text = manifest_to_bytes(MANIFEST)
    for place in range(len(text)):
        for bit in range(8):
            flipped = bytearray(text)
            flipped[place] ^= 1 << bit
            with pytest.raises((DamagedIndexError, IndexVersionError)):
                manifest_from_bytes(bytes(flipped))


@pytest.mark.parametrize(
    "text", [b"", b"[]", b"{}", b"null", b"[" * 100_000, manifest_to_bytes(MANIFEST)[:-1]]
)
def test_what_is_no_manifest_is_damage(text):
    with pytest.raises(DamagedIndexError):
        manifest_from_bytes(text)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"files": {', b'"files": [], "x": {'),
        (b'"a": [', b'"../../a": ['),
        (b"  8,\n", b'  "many",\n'),
        (b'"generation": "g000007"', b'"generation": "/tmp"'),
        (b'"b": [\n   7', b'"b": [7], "c": [\n   7'),
        (b'"versions": {', b'"versions": 3, "x": {'),
        (b'"a": [', b'"a": 5, "c": ['),
    ],
)
def test_a_manifest_that_says_strange_things_is_damage(old, new):
    with pytest.raises(DamagedIndexError):
        manifest_from_bytes(manifest_to_bytes(MANIFEST).replace(old, new) + b" ")


def test_a_manifest_of_another_format_says_so():
    text = manifest_to_bytes(MANIFEST).replace(b"generation-1", b"generation-2")
    with pytest.raises(IndexVersionError, match="pressmark index --rebuild"):
        manifest_from_bytes(text)


def test_current_names_the_generation_and_goes_with_its_manifest():
    text = current_to_bytes(MANIFEST)
    assert text.split()[0] == b"g000007"
    assert current_from_bytes(text) == "g000007"


@pytest.mark.parametrize("text", [b"", b"g000007", b"g000007\n", b"../etc 0123456789abcdef\n"])
def test_what_names_no_generation_is_damage(text):
    with pytest.raises(DamagedIndexError, match="CURRENT names no generation"):
        current_from_bytes(text)


def test_names_and_numbers_of_generations():
    assert generation_name(12) == "g000012"
    assert generation_number("g1234567") == 1234567
    assert generation_number("g12") is generation_number("g000001.tmp") is None
