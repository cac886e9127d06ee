"""Spellings: which full names of a document are one name, written in two ways."""

import pytest

from indexer.persons.forms import Form
from indexer.persons.spellings import is_respelled, same_names


def joined(*names: str) -> list[tuple[str, str]]:
    pairs = same_names([Form(tuple(name.split())) for name in names])
    return [(" ".join(one.words), " ".join(other.words)) for one, other in pairs]


def test_a_name_may_be_written_as_one_word():
    assert joined("abd el arn", "abdel arn") == [("abd el arn", "abdel arn")]
    assert joined("jon le gros", "legros") == [("jon le gros", "legros")]
    assert joined("jon le gros", "mia le gros", "legros") == []


def test_one_letter_in_a_long_word_may_differ():
    assert joined("kristin arn", "kristen arn") == [("kristin arn", "kristen arn")]
    assert joined("jon torvald", "jon torwald") == [("jon torvald", "jon torwald")]
    assert joined("jon arn torvald", "jon torwald") == []
    assert joined("torvald", "torwald") == []
    assert joined("jon torvald", "mia torwald") == []


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("kristin", "kristen"),
        ("philips", "phillips"),
        ("torvald", "torvalds"),
        ("tinkov", "tinkow"),
    ],
)
def test_words_one_letter_apart_are_respelled(word: str, other: str):
    assert is_respelled(word, other)
    assert is_respelled(other, word)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("mariano", "mariana"),
        ("martin", "martina"),
        ("hassan", "hussein"),
        ("arnold", "brnold"),
        ("jon", "jan"),
        ("torvald", "torwalt"),
        ("torvald", "torvaldson"),
        ("abcdefg", "abgdefc"),
    ],
)
def test_other_words_are_other_names(word: str, other: str):
    assert not is_respelled(word, other)
    assert not is_respelled(other, word)
