from itertools import combinations
from math import exp, log1p

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.cleaner.lines.second_look import second_look, spread

ODDS = st.lists(st.integers(-20, 20).filter(bool), min_size=1, max_size=7)


def column(numbers):
    return np.array(numbers, np.float32)


def looked(odds, weight=None, prose=None):
    even = [1.0] * len(odds)
    return second_look(column(odds), column(weight or even), column(prose or even))


def test_a_score_is_spread_over_the_neighbours():
    found = spread(column([2, -1, 4, 0]), column([1, 3, 1, 0]), "said")
    assert found["said"].tolist() == [2, -1, 4, 0]
    assert found["said+1"].tolist() == [-1, 4, 0, 0]
    assert found["said-2"].tolist() == [0, 0, 2, -1]
    assert found["said_near_3"].tolist() == pytest.approx([3 / 5] * 4)  # of 2 - 3 + 4, over 5 words
    assert found["said_whole"].tolist() == pytest.approx([3 / 5] * 4)
    assert found["said_positive"].tolist() == [2, 2, 2, 2]


def test_far_lines_are_not_near():
    found = spread(column([1, *[0] * 8]), column([1] * 9), "said")
    assert found["said_near_3"].tolist() == pytest.approx([1 / 4, 1 / 5, 1 / 6, 1 / 7, *[0] * 5])
    assert found["said_near_8"].tolist() == pytest.approx([1 / 9] * 9)


def test_lines_without_words_spread_nothing():
    found = spread(column([5, 5]), column([0, 0]), "said")
    assert found["said_near_3"].tolist() == found["said_whole"].tolist() == [0, 0]


def test_beyond_the_ends_of_a_text_nothing_is_the_article_s():
    found = looked([3, 1])
    assert found["odds-1"].tolist() == [-9, 3]
    assert found["odds+1"].tolist() == [1, -9]
    assert found["odds+4"].tolist() == [-9, -9]


def test_odds_are_no_surer_than_nine():
    found = looked([50, -50])
    assert found["odds"].tolist() == [9, -9]


def test_kept_lines_are_counted_around_a_line_and_by_what_they_are():
    share = [1 / (1 + exp(-odds)) for odds in (2, -2, 3)]
    found = looked([2, -2, 3], weight=[10, 1, 5], prose=[1, 0, 1])
    words = (10 * share[0] + share[1] + 5 * share[2]) / 16
    assert found["kept_words_2"].tolist() == pytest.approx([words] * 3)
    assert found["kept_lines_12"].tolist() == pytest.approx([sum(share) / 3] * 3)
    assert found["kept_bare"].tolist() == pytest.approx([share[1]] * 3)
    assert found["kept_prose"].tolist() == pytest.approx([(share[0] + share[2]) / 2] * 3)


@given(ODDS)
def test_the_stretch_is_the_one_with_the_greatest_sum(odds):
    found = looked(odds)
    inside = np.flatnonzero(found["in_stretch"])
    heavy = np.clip(odds, -9, 9) * log1p(1)
    best = max(heavy[a:b].sum() for a, b in combinations(range(len(odds) + 1), 2))
    assert inside.tolist() == list(range(inside[0], inside[-1] + 1))
    assert heavy[inside].sum() == pytest.approx(best)
    at = np.arange(len(odds))
    assert found["from_stretch"].tolist() == (at - inside[0]).tolist()
    assert found["past_stretch"].tolist() == (at - inside[-1]).tolist()


def test_a_stretch_goes_through_a_short_line_that_is_doubted():
    found = looked([-3, 2, -1, 4, -5, 1])
    assert found["in_stretch"].tolist() == [0, 1, 1, 1, 0, 0]
    assert found["from_first_kept"].tolist() == [-1, 0, 1, 2, 3, 4]
    assert found["past_last_kept"].tolist() == [-5, -4, -3, -2, -1, 0]


def test_where_nothing_is_kept_every_line_stands_outside():
    found = looked([-3, -1, -2])
    assert found["from_first_kept"].tolist() == [-3, -2, -1]
    assert found["past_last_kept"].tolist() == [1, 2, 3]


def test_distances_end_at_thirty_lines():
    found = looked([*[-1] * 50, 5, *[-1] * 50])
    assert found["from_stretch"].min() == -30
    assert found["past_stretch"].max() == 30
