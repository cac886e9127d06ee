import subprocess
import sys
from itertools import pairwise
from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.cleaner.lines.words import (
    BUCKETS,
    MOST,
    WEIGHT_UNIT,
    Weights,
    features,
    hash_of,
    read_words,
    scores,
)

LINES = st.lists(st.lists(st.text("abcdé大", min_size=1, max_size=3), max_size=12), min_size=1)


def found_in(lines):
    buckets, line = features(read_words(lines))
    return sorted(zip(line.tolist(), buckets.tolist(), strict=True))


def naive(lines):
    for number, words in enumerate(lines):
        hashes = [hash_of(word) for word in words]
        yield number, min(len(words), 8) * 104_729 + 5
        for before, word in pairwise(hashes):
            yield number, word * 31 + before * 7_919
        for word in hashes:
            yield number, word
        if hashes:
            yield number, hashes[0] * 17 + 11
            yield number, hashes[-1] * 29 + 13


@pytest.mark.parametrize(
    ("word", "number"), [("goat", 4_021_318_520), ("大桥", 513_754_533), ("", 0)]
)
def test_a_word_has_the_same_number_for_ever(word, number):
    assert hash_of(word) == number


def test_a_word_has_the_same_number_in_every_process():
    program = "from indexer.cleaner.lines.words import hash_of; print(hash_of('tram'))"
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


def test_of_a_line_of_thousands_of_words_the_first_four_hundred_are_read():
    assert read_words([("goat",) * 5_000, ("tram",)]).counts.tolist() == [400, 1]


@given(LINES)
def test_features_are_words_pairs_ends_and_size(lines):
    expected = sorted((line, number & (BUCKETS - 1)) for line, number in naive(lines))
    assert found_in(lines) == expected


def test_the_order_of_two_words_matters():
    assert found_in([("tram", "goat")]) != found_in([("goat", "tram")])


@given(LINES)
def test_the_score_is_the_sum_of_the_weights_over_the_root_of_their_number(lines):
    weights = np.arange(BUCKETS, dtype=np.int64) * 7_919 % 4_001 - 2_000
    found = features(read_words(lines))
    scored = scores(found, len(lines), Weights(weights.astype(np.int16), 0.25))
    for line, score in enumerate(scored.tolist()):
        mine = found[0][found[1] == line]
        expected = weights[mine].sum() * WEIGHT_UNIT / sqrt(len(mine)) + 0.25
        assert score == pytest.approx(min(max(expected, -MOST), MOST), abs=1e-5)


def test_words_alone_are_never_quite_sure():
    lines = [("goat",), ("tram",)]
    for weight in (2**15 - 1, -(2**15)):
        weights = Weights(np.full(BUCKETS, weight, np.int16), 0.0)
        assert np.abs(scores(features(read_words(lines)), 2, weights)).tolist() == [MOST, MOST]


def test_a_line_without_a_feature_has_the_bias_alone():
    nothing = np.zeros(0, np.int64)
    weights = Weights(np.ones(BUCKETS, np.int16), -0.5)
    assert scores((nothing, nothing), 2, weights).tolist() == [-0.5, -0.5]
