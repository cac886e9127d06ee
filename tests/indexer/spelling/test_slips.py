"""Which slips are likelier than others."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from indexer.spelling.slips import IMPOSSIBLE, cost_of_slips


def cost(typed, meant, slips=2):
    return cost_of_slips(typed, meant, slips)


@pytest.mark.parametrize(
    ("likelier", "other"),
    [
        (("hrabour", "harbour"), ("harbxur", "harbour")),  # a swap before a wrong letter
        (("harbor", "harbour"), ("harboqur", "harbour")),  # one left out before one too many
        (("harbbour", "harbour"), ("harbqour", "harbour")),  # a doubled letter before another
        (("comitee", "committee"), ("commitqe", "committee")),  # doubles that were single
        (("harnour", "harbour"), ("harzour", "harbour")),  # a neighbouring key
        (("harbnour", "harbour"), ("harbzour", "harbour")),  # a key hit with its neighbour
        (("marko", "marco"), ("marpo", "marco")),  # what sounds alike
        (("hxrbour", "harbour"), ("xarbour", "harbour")),  # inside before the first letter
        (("mueller", "muller"), ("muqller", "muller")),  # ue for ü, which is folded to u
        (("muller", "mueller"), ("muller", "muqller")),
        (("harbxur", "harbour"), ("hxrbxur", "harbour")),  # one before two
        (("hrabour", "harbour"), ("hrabuor", "harbour")),
    ],
)
def test_one_slip_is_likelier_than_another(likelier, other):
    assert cost(*likelier) < cost(*other)


def test_two_slips_cost_what_each_costs_and_more():
    assert cost("hrabxur", "harbour") > cost("hrabour", "harbour") + cost("harbxur", "harbour")


def test_the_likeliest_way_counts():
    # b twice for once, not b for o and o for u and so on
    assert cost("harbbour", "harbour") == cost("harbourr", "harbour")


WORDS = st.text(alphabet="abce", max_size=6)


@given(WORDS, WORDS, st.integers(0, 3))
def test_so_few_slips_do_where_the_distance_is_as_small(typed, meant, slips):
    is_possible = cost(typed, meant, slips) < IMPOSSIBLE
    assert is_possible == (OSA.distance(typed, meant) <= slips)


@given(WORDS, WORDS)
def test_nothing_costs_nothing_and_more_slips_never_cost_more(typed, meant):
    assert (cost(typed, meant) == 0) == (typed == meant)
    costs = [cost(typed, meant, slips) for slips in (1, 2, 3)]
    assert all(fewer >= more for fewer, more in pairwise(costs))
