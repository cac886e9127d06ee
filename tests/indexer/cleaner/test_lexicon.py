import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.cleaner import lexicon
from indexer.cleaner.lexicon import hash_of, read_words
from indexer.cleaner.traces import BUTTONS, BYLINE, DIGIT, PICTURE, SIGN, WORDLESS

LINES = st.lists(st.lists(st.text("abcdé大", min_size=1, max_size=18), max_size=12))


def traces(*lines):
    return read_words([line.split() for line in lines]).traces_of_lines()


@pytest.mark.parametrize(
    ("word", "number"), [("goat", 4_021_318_520), ("大桥", 513_754_533), ("", 0)]
)
def test_a_word_has_the_same_number_for_ever(word, number):
    assert hash_of(word) == number


def test_a_word_has_the_same_number_in_every_process():
    program = "from indexer.cleaner.lexicon import hash_of; print(hash_of('tram'))"
    found = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONHASHSEED": "7", "PYTHONPATH": ":".join(sys.path)},
    )
    assert int(found.stdout) == hash_of("tram")


def test_a_word_of_a_lone_surrogate_has_a_number():
    assert 0 <= hash_of("go\ud800at") < 2**32


def test_words_know_their_line():
    words = read_words([("the", "goat"), (), ("tram",)])
    assert words.line.tolist() == [0, 0, 2]
    assert words.counts.tolist() == [2, 0, 1]
    assert words.lengths.tolist() == [3, 4, 4]
    assert words.hashes.tolist() == [hash_of("the"), hash_of("goat"), hash_of("tram")]


@given(LINES)
def test_every_word_has_its_hash_and_its_length_up_to_fifteen(lines):
    words = read_words(lines)
    every = [word for line in lines for word in line]
    assert words.hashes.tolist() == [hash_of(word) for word in every]
    assert words.lengths.tolist() == [min(len(word), 15) for word in every]


@given(LINES, st.integers(1, 13))
def test_what_is_beyond_the_first_words_of_a_line_is_left_out(lines, most):
    shortened = read_words(lines).first(most)
    expected = read_words([line[:most] for line in lines])
    assert shortened.hashes.tolist() == expected.hashes.tolist()
    assert shortened.line.tolist() == expected.line.tolist()
    assert shortened.counts.tolist() == expected.counts.tolist()
    assert shortened.lengths.tolist() == expected.lengths.tolist()


def test_a_line_has_the_traces_of_all_its_words():
    assert traces("the goat", "two photographers 4th", "") == [
        0,
        PICTURE | DIGIT,
        WORDLESS | BUTTONS,
    ]


def test_a_byline_and_a_sign_show_in_the_first_word_alone():
    assert traces("von anna", "goats von anna") == [BYLINE, 0]
    assert traces("subscribe goats", "goats subscribe", "5 goats") == [SIGN, 0, SIGN | DIGIT]


def test_buttons_are_lines_of_words_of_buttons_and_of_numbers():
    lines = ("home search", "home 5", "home goat", "5x")
    assert [bool(found & BUTTONS) for found in traces(*lines)] == [True, True, False, True]


def test_words_that_were_met_before_keep_their_traces():
    assert traces("the photographer") == traces("the photographer") == [PICTURE]


def test_words_are_forgotten_when_too_many_were_met(monkeypatch):
    monkeypatch.setattr(lexicon, "_MOST_LETTERS", 1)
    found = [traces("screenshot"), traces("goats"), traces("screenshot")]
    assert found == [[PICTURE], [0], [PICTURE]]
    assert len(lexicon._LEXICON._numbers) == 1
