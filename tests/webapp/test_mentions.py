"""A person's page shows the very words that name them."""

from hypothesis import given
from hypothesis import strategies as st

from indexer.identity import name_key
from indexer.model import Document, Mention, Name, Passage, Person
from webapp.mentions import BEFORE, LONGEST, mention_snippets

IDA = Person("ida-lund", "Ida Lund", aliases=("Mrs Lund",))


def document(*texts, name="Ida Lund"):
    passages = tuple(Passage(f"p{place}", text) for place, text in enumerate(texts))
    mentions = tuple(
        Mention(one.id, (one.text.find(name), one.text.find(name) + len(name)))
        for one in passages
        if name in one.text
    )
    return Document("d", "d", "d", "T", passages, names=(Name(name_key(name), name, mentions),))


def marked(snippet):
    return [snippet.text[start:end] for start, end in snippet.highlights]


def test_the_first_passages_that_name_a_person_are_shown_with_the_name_marked():
    found = mention_snippets(
        document("Nobody.", "So said Ida Lund.", "No.", "Ida Lund left.", "Ida Lund?"), IDA
    )
    assert [(one.passage, one.number, marked(one)) for one in found] == [
        ("p1", 2, ["Ida Lund"]),
        ("p3", 4, ["Ida Lund"]),
    ]
    assert not found[0].cut_before
    assert not found[0].cut_after


def test_other_forms_of_the_name_count_and_other_persons_do_not():
    assert marked(mention_snippets(document("It was Mrs Lund.", name="Mrs Lund"), IDA)[0]) == [
        "Mrs Lund"
    ]
    assert mention_snippets(document("It was Per Holm.", name="Per Holm"), IDA) == ()


def test_a_long_passage_is_cut_round_the_name_at_words():
    found = mention_snippets(document("word " * 300 + "then Ida Lund spoke " + "word " * 300), IDA)[
        0
    ]
    assert len(found.text) <= LONGEST
    assert marked(found) == ["Ida Lund"]
    assert found.cut_before
    assert found.cut_after
    assert set(found.text.split()) == {"word", "then", "Ida", "Lund", "spoke"}


@given(st.integers(0, 600), st.integers(0, 600), st.sampled_from([" ", "x"]))
def test_wherever_the_name_stands_it_is_in_the_cut(before, after, filling):
    found = mention_snippets(document(filling * before + "Ida Lund" + filling * after), IDA)[0]
    assert marked(found) == ["Ida Lund"]
    assert len(found.text) <= LONGEST + BEFORE
