"""Copies of one story: articles that share most of their text."""

import random

from hypothesis import given
from hypothesis import strategies as st

from indexer.archive import find_copies, story
from indexer.archive.copies import MOST_HOLDERS
from indexer.identity import passage_ids
from indexer.model import Document, Passage

LONG = [
    f"Paragraph {n} says at some length what happened at the harbour on that day." for n in range(9)
]


def document(name: str, *texts: str) -> Document:
    passages = tuple(map(Passage, passage_ids(texts), texts))
    return Document(name, name, name, name, passages)


def groups(*documents: Document) -> dict[str, str]:
    copies = find_copies(map(story, documents))
    return {d.id: copies.group(d.id) for d in documents}


def test_articles_that_share_most_of_their_text_are_one_story():
    assert groups(
        document("a", *LONG[:5]), document("b", *LONG[1:5], "Short."), document("c", LONG[8])
    ) == {"a": "a", "b": "a", "c": "c"}


def test_sharing_less_than_most_does_not_make_one_story():
    assert groups(document("a", *LONG[:4]), document("b", *LONG[2:6])) == {"a": "a", "b": "b"}


def test_short_passages_and_twins_say_nothing():
    assert groups(document("a", "Yes.", LONG[0]), document("b", "Yes.", LONG[1])) == {
        "a": "a",
        "b": "b",
    }
    twins = document("a", LONG[0], LONG[0], LONG[0], LONG[1])
    assert groups(twins, document("b", LONG[0], LONG[2])) == {"a": "a", "b": "b"}


def test_a_passage_of_very_many_articles_says_nothing():
    many = [document(f"d{n:03d}", LONG[0]) for n in range(MOST_HOLDERS + 1)]
    assert len(set(groups(*many).values())) == len(many)
    assert set(groups(*many[1:]).values()) == {"d001"}


@given(
    st.lists(st.lists(st.sampled_from(LONG), unique=True, max_size=4), max_size=7),
    st.randoms(use_true_random=False),
)
def test_the_order_of_the_articles_does_not_matter(texts: list[list[str]], chance: random.Random):
    documents = [document(f"d{n}", *those) for n, those in enumerate(texts)]
    before = groups(*documents)
    chance.shuffle(documents)
    assert groups(*documents) == before
