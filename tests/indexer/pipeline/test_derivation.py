from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.archive import repeated_lines
from indexer.codec import document_to_bytes
from indexer.facts import Wanted
from indexer.identity import name_key, passage_ids
from indexer.model import Document, Mention, Name, Passage
from indexer.pipeline.derivation import Derivation, counts_as_unchanged, derive, with_added_names

LINE = "Follow the harbour page"


def document(id_="a", *, paragraphs=("Ada Merle met Bo Lund.", LINE), title="A title", names=()):
    ids = passage_ids(paragraphs)
    passages = tuple(Passage(*pair) for pair in zip(ids, paragraphs, strict=True))
    return Document(id_, id_, f"{id_}.txt", title, passages, source="Herald", names=names)


def wanted(key="key", *, place="a.txt", cleaned=True, base="base"):
    return Wanted("a", key, place, "/news", cleaned, base)


def repeated():
    others = [
        document(f"{n}", title=f"Title {n}", paragraphs=(f"The text of story number {n}.", LINE))
        for n in "bcdefgh"
    ]
    return repeated_lines([document(), *others])


NOTHING = Derivation(repeated_lines(()))


def test_a_document_loses_the_lines_that_its_outlet_repeats():
    derived = derive(wanted(), document_to_bytes(document()), Derivation(repeated()))
    assert [p.text for p in derived.document.passages] == ["Ada Merle met Bo Lund."]
    assert [removed.text for removed in derived.document.removed] == [LINE]


def test_a_document_whose_text_was_clean_loses_nothing():
    stored = document_to_bytes(document())
    derived = derive(wanted(cleaned=False), stored, Derivation(repeated()))
    assert derived.document == document()


def test_a_document_says_where_it_stands_now():
    stored = document_to_bytes(document())
    assert derive(wanted(place="x.jsonl:3"), stored, NOTHING).document.place == "x.jsonl:3"


def test_equal_documents_have_equal_fingerprints_and_others_have_not():
    def fingerprint(what=None, how=NOTHING):
        return derive(what or wanted(), document_to_bytes(document()), how).fingerprint

    assert fingerprint() == fingerprint()
    place = fingerprint(wanted(place="b.txt"))
    lines = fingerprint(how=Derivation(repeated()))
    source = fingerprint(wanted("other key", base="other base"))
    rule = fingerprint(wanted("other key"))
    names = fingerprint(how=replace(NOTHING, added=("Ada Merle",)))
    assert len({fingerprint(), place, lines, source, names}) == 5
    for other in (place, lines, rule):  # nothing that the reader changed in this document
        assert counts_as_unchanged(other, fingerprint())
    for other in (source, names):
        assert not counts_as_unchanged(other, fingerprint())
    assert fingerprint(how=replace(NOTHING, added=("Nobody Here",))) == fingerprint()


def test_a_name_that_was_missed_is_added_wherever_it_stands():
    before = document(title="Bo Lund", paragraphs=("Bo Lund, said Bo Lund.", "Bob Lundy"))
    (name,) = with_added_names(before, ["Bo Lund"]).names
    assert (name.key, name.text) == ("bo lund", "Bo Lund")
    place = before.passages[0].id
    assert name.mentions == (
        Mention("title", (0, 7)),
        Mention(place, (0, 7)),
        Mention(place, (14, 21)),
    )


def test_a_name_that_stands_nowhere_is_not_added():
    assert with_added_names(document(), ["Cy Norn"]) == document()


def test_a_missed_name_inside_a_longer_one_is_not_added_there():
    passages = document(paragraphs=("Ada Merle Norn spoke.", "Ada Merle did not."))
    first, second = passages.passages
    long = Name("ada merle norn", "Ada Merle Norn", (Mention(first.id, (0, 14)),))
    names = with_added_names(replace(passages, names=(long,)), ["Ada Merle"]).names
    assert names == (long, Name("ada merle", "Ada Merle", (Mention(second.id, (0, 9)),)))


def test_mentions_that_were_missed_join_those_that_were_found_in_the_order_of_the_text():
    before = document(paragraphs=("Bo Lund came.", "Bo Lund went."))
    first, second = (passage.id for passage in before.passages)
    found = Name("bo lund", "Bo Lund", (Mention(second, (0, 7)),))
    (name,) = with_added_names(replace(before, names=(found,)), ["Bo Lund"]).names
    assert name.mentions == (Mention(first, (0, 7)), Mention(second, (0, 7)))
    complete = replace(before, names=(name,))
    assert with_added_names(complete, ["Bo Lund"]) == complete


@given(st.lists(st.text("ab ", min_size=1, max_size=8), max_size=5), st.text("ab ", max_size=40))
def test_every_added_mention_is_the_name_itself(names, text):
    before = document(paragraphs=(text,), title="ab")
    for name in with_added_names(before, names).names:
        assert name.mentions
        for mention in name.mentions:
            place = before.title if mention.passage == "title" else text
            assert name_key(place[slice(*mention.span)]) == name.key


@pytest.mark.parametrize("one", ["a.b", "a.c"])
def test_the_second_part_of_a_fingerprint_is_not_of_the_reader(one):
    assert counts_as_unchanged("a.b", one)
