from itertools import pairwise
from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.cleaner.lexicon import hash_of, read_words
from indexer.cleaner.lines.words import (
    BUCKETS,
    MOST,
    WEIGHT_UNIT,
    Weights,
    features,
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
