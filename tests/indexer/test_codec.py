import dataclasses
import json
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.codec import (
    document_from_bytes,
    document_from_json,
    document_to_bytes,
    document_to_json,
    holds_any,
    text_from_bytes,
    text_to_bytes,
)
from indexer.errors import DamagedIndexError, IndexVersionError
from indexer.model import (
    DateOrigin,
    Document,
    Mention,
    MentionKind,
    Name,
    Passage,
    PassageKind,
    Published,
    Reason,
    Removed,
)

texts = st.text(st.characters(codec=None), max_size=30)  # lone surrogates too
maybe = st.none() | texts
documents = st.builds(
    Document,
    id=texts,
    source_id=texts,
    place=texts,
    title=texts,
    passages=st.lists(st.builds(Passage, texts, texts, st.sampled_from(PassageKind))).map(tuple),
    removed=st.lists(
        st.builds(Removed, texts, st.sampled_from(Reason), st.integers(0, 9), texts)
    ).map(tuple),
    url=maybe,
    source=maybe,
    published=st.none() | st.builds(Published, texts, st.sampled_from(DateOrigin), st.booleans()),
    language=maybe,
    byline=maybe,
    credits=st.lists(texts).map(tuple),
    names=st.lists(
        st.builds(
            Name,
            texts,
            texts,
            st.lists(
                st.builds(Mention, texts, st.tuples(st.integers(0, 99), st.integers(0, 99)))
            ).map(tuple),
            st.sampled_from(MentionKind),
        )
    ).map(tuple),
)

PLAIN = Document("a", "a", "a.txt", "A title", (Passage("p1", "A text"),))


@given(documents)
def test_a_document_comes_back_as_it_was(document):
    back = document_from_bytes(document_to_bytes(document))
    assert back == document
    assert hash(back) == hash(document)  # tuples all the way down
    assert all(
        type(new) is type(old) for new, old in zip(back.passages, document.passages, strict=True)
    )


def test_kinds_and_reasons_come_back_as_members_not_as_strings():
    document = dataclasses.replace(
        PLAIN,
        passages=(Passage("p1", "A boat", PassageKind.CAPTION),),
        removed=(Removed("Share", Reason.SHARING, 0),),
    )
    back = document_from_bytes(document_to_bytes(document))
    assert back.passages[0].kind is PassageKind.CAPTION
    assert back.removed[0].reason is Reason.SHARING


def test_two_surrogates_beside_each_other_stay_two():
    document = dataclasses.replace(PLAIN, title="\ud83d" + "\ude00")
    assert len(document_from_bytes(document_to_bytes(document)).title) == 2


def test_equal_documents_have_equal_bytes():
    assert document_to_json(PLAIN) == document_to_json(dataclasses.replace(PLAIN))
    assert document_to_json(PLAIN) != document_to_json(dataclasses.replace(PLAIN, place="b.txt"))


def test_every_field_of_a_document_is_stored():
    document = dataclasses.replace(
        PLAIN,
        removed=(Removed("Share", Reason.SHARING, 0),),
        published=Published("2001", DateOrigin.META, sure=True),
        names=(Name("ana ruiz", "Ana Ruiz"),),
    )
    array = json.loads(document_to_json(document))[1:]
    fields = [field.name for field in dataclasses.fields(Document)]
    stored = dict(zip(fields, array, strict=True))
    assert len(stored["passages"][0]) == len(dataclasses.fields(Passage))
    assert len(stored["removed"][0]) == len(dataclasses.fields(Removed))
    assert len(stored["published"]) == len(dataclasses.fields(Published))
    assert len(stored["names"][0]) == len(dataclasses.fields(Name))


@pytest.mark.parametrize(
    "stored",
    [
        b"",
        b"not zlib",
        zlib.compress(b"not json"),
        zlib.compress(b"\xff\xfe"),
        zlib.compress(b"[]"),
        zlib.compress(b"{}"),
        zlib.compress(b"17"),
        zlib.compress(b"[1]"),
        zlib.compress(b"[1" + b",null" * 13 + b"]"),
        zlib.compress(b"[" * 100_000),
        zlib.compress(document_to_json(PLAIN).replace(b"paragraph", b"pamphlet.")),
        document_to_bytes(PLAIN)[:-3],
    ],
)
def test_bytes_that_are_no_document_are_named_damaged(stored):
    with pytest.raises(DamagedIndexError, match="pressmark index --rebuild"):
        document_from_bytes(stored)


def test_a_document_of_another_version_is_named_so():
    later = document_to_json(PLAIN).replace(b"[1,", b"[2,", 1)
    with pytest.raises(IndexVersionError, match="format 2"):
        document_from_json(later)


@given(texts)
def test_a_text_comes_back_as_it_was(text):
    assert text_from_bytes(text_to_bytes(text)) == text


@pytest.mark.parametrize("stored", [b"x", zlib.compress(b"\xff")])
def test_bytes_that_are_no_text_are_named_damaged(stored):
    with pytest.raises(DamagedIndexError, match="cannot be read"):
        text_from_bytes(stored)


@pytest.mark.parametrize(
    "text", ["said", 'a "quoted" word', "back\\slash", "Zoë", "\udc80", "tab\t."]
)
def test_a_text_that_stands_in_a_stored_document_is_found_without_reading_it(text):
    document = Document("d", "d", "d.txt", "Title", (Passage("p", f"It is {text} here."),))
    stored = document_to_bytes(document)
    assert holds_any(stored, ["nowhere to be seen", text])
    assert not holds_any(stored, ["nowhere to be seen"])
    assert not holds_any(stored, [])


def test_bytes_that_are_no_document_are_said_to_be_damaged():
    with pytest.raises(DamagedIndexError):
        holds_any(b"no document", ["x"])
