"""Words that are names of people or of places, as a file of checksums."""

import numpy as np
import pytest

from indexer.persons.lexicon import Lexicon, lexicon, load_lexicon, save_lexicon


@pytest.fixture
def small(tmp_path) -> Lexicon:
    names = {"brandt": 1, "ilka": 2, "torvald": 5, "ann": 40}
    save_lexicon(names, ["arnland", "brandt"], tmp_path / "small.npz")
    return load_lexicon(tmp_path / "small.npz")


def test_a_word_is_as_common_as_there_are_names_written_so(small):
    words = ("brandt", "ilka", "torvald", "ann", "ferry", "")
    assert [small.bearing(word) for word in words] == [1, 2, 3, 4, 0, 0]


def test_a_place_is_a_place_whoever_is_named_so(small):
    assert [small.is_place(word) for word in ("arnland", "brandt", "ilka")] == [True, True, False]


def test_the_same_words_in_another_order_give_the_same_file(tmp_path):
    save_lexicon({"a": 1, "b": 2}, ["c", "d"], tmp_path / "one.npz")
    save_lexicon({"b": 2, "a": 1}, ["d", "c", "d"], tmp_path / "other.npz")
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "other.npz").read_bytes()


def test_an_empty_lexicon_knows_nobody(tmp_path):
    save_lexicon({}, [], tmp_path / "empty.npz")
    empty = load_lexicon(tmp_path / "empty.npz")
    assert empty.bearing("ann") == 0
    assert not empty.is_place("arnland")


def test_a_file_of_another_format_is_refused(tmp_path):
    np.savez(tmp_path / "later.npz", format=np.int64(99))
    with pytest.raises(ValueError, match="format 99"):
        load_lexicon(tmp_path / "later.npz")


@pytest.mark.parametrize("word", ["maria", "khan", "kowalski", "محمد"])
def test_the_lexicon_that_is_shipped_knows_common_names(word):
    assert lexicon().bearing(word) > 0


def test_the_lexicon_that_is_shipped_knows_countries_and_what_is_of_them():
    assert lexicon().is_place("norway")
    assert lexicon().is_place("norwegian")
    assert not lexicon().is_place("table")


def test_a_word_that_cannot_be_written_is_nobody_s_name():
    assert lexicon().bearing("\ud800") == 0
