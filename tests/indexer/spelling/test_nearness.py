"""Which words are a slip or two away: exactly those that a comparison with every word finds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from indexer.spelling.nearness import NearWords

WORDS = st.text(alphabet="abcxyzéмж中\U0001f600", min_size=1, max_size=9)


@given(st.dictionaries(WORDS, st.integers(1, 99), max_size=40), WORDS, st.sampled_from([1, 2]))
def test_no_near_word_is_missed_and_none_is_farther(vocabulary, typed, slips):
    found = sorted(NearWords(tuple(vocabulary.items())).near(typed, slips))
    distances = ((word, OSA.distance(typed, word)) for word in vocabulary)
    assert found == sorted(
        (word, vocabulary[word], distance) for word, distance in distances if 0 < distance <= slips
    )


@given(st.dictionaries(WORDS, st.integers(1, 99), max_size=40), WORDS)
def test_the_documents_of_a_word_are_known(vocabulary, typed):
    words = NearWords(tuple(vocabulary.items()))
    assert words.documents(typed) == vocabulary.get(typed, 0)
    assert all(words.documents(word) == number for word, number in vocabulary.items())


@pytest.mark.parametrize("typed", ["a", "harbour", "x" * 40_000])
def test_an_empty_vocabulary_has_no_near_words(typed):
    assert list(NearWords(()).near(typed, 2)) == []
    assert NearWords(()).documents(typed) == 0


def test_letters_are_counted_in_parts_of_a_large_vocabulary(monkeypatch):
    monkeypatch.setattr("indexer.spelling.nearness._AT_ONCE", 3)
    words = [
        ("harbour", 1),
        ("harbours", 2),
        ("ship", 3),
        ("shop", 4),
        ("bridge", 5),
        ("fridge", 6),
    ]
    near = NearWords(words)
    assert sorted(near.near("shap", 1)) == [("ship", 3, 1), ("shop", 4, 1)]
    assert sorted(near.near("ridge", 1)) == [("bridge", 5, 1), ("fridge", 6, 1)]
    assert sorted(near.near("harbourz", 1)) == [("harbour", 1, 1), ("harbours", 2, 1)]
