import json
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.engine.records import tables_from_bytes, tables_to_bytes
from indexer.errors import DamagedIndexError, IndexVersionError
from indexer.model import ArchiveTables, GoneDocument, Person, RetiredPassage, Suggestion

# Lone surrogates too: a hostile text may have them.
texts = st.text(st.characters(codec=None), max_size=5)
mappings = st.dictionaries(texts, texts, max_size=3)
retired = st.lists(st.builds(RetiredPassage, texts, texts, texts), max_size=2).map(tuple)
persons = st.builds(
    Person,
    id=texts,
    name=texts,
    aliases=st.lists(texts, max_size=2).map(tuple),
    documents=st.integers(0, 10**12),
    mentions=st.integers(0, 10**12),
    confirmed=st.booleans(),
    hidden=st.booleans(),
    suggestions=st.lists(st.builds(Suggestion, texts, texts, texts), max_size=2).map(tuple),
)
tables = st.builds(
    ArchiveTables,
    persons=st.lists(persons, max_size=3).map(tuple),
    person_of=mappings,
    person_here=st.dictionaries(st.tuples(texts, texts), texts, max_size=3),
    person_redirects=mappings,
    document_redirects=mappings,
    retired=st.dictionaries(texts, retired, max_size=2),
    gone=st.dictionaries(
        texts, st.builds(GoneDocument, texts, texts, texts, texts, retired), max_size=2
    ),
    aliases=st.dictionaries(texts, st.lists(texts, max_size=2).map(tuple), max_size=2),
)


@given(tables)
def test_tables_come_back_exactly(value):
    assert tables_from_bytes(tables_to_bytes(value)) == value


def test_equal_tables_give_equal_bytes():
    one = ArchiveTables(person_of={"a": "x", "b": "y"})
    assert tables_to_bytes(one) == tables_to_bytes(ArchiveTables(person_of={"b": "y", "a": "x"}))
    assert tables_to_bytes(one) != tables_to_bytes(ArchiveTables(person_of={"a": "x"}))


def test_tables_of_a_build_that_knew_no_aliases_have_none():
    *array, aliases = json.loads(zlib.decompress(tables_to_bytes(ArchiveTables())))
    assert aliases == []
    assert tables_from_bytes(zlib.compress(json.dumps(array).encode())) == ArchiveTables()


@pytest.mark.parametrize(
    "stored",
    [
        b"",
        b"nothing compressed",
        zlib.compress(b"{"),
        zlib.compress(b"[]"),
        zlib.compress(b"[1, 2]"),
        zlib.compress(b"[1,[],{},[],{},{},{},7]"),
        zlib.compress(b"[" * 100_000),
        zlib.compress(b"\xff"),
        tables_to_bytes(ArchiveTables())[:-3],
    ],
)
def test_bytes_that_are_no_tables_are_damage(stored):
    with pytest.raises(DamagedIndexError, match="pressmark index --rebuild"):
        tables_from_bytes(stored)


def test_tables_of_another_version_say_so():
    stored = zlib.compress(json.dumps([99, []]).encode())
    with pytest.raises(IndexVersionError, match=r"format 99.+--rebuild"):
        tables_from_bytes(stored)
