"""The names that a byline holds."""

import time

import pytest

from indexer.engine.bylines import LONGEST_AUTHOR, MOST_AUTHORS, authors


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        (None, ()),
        ("", ()),
        (" | ", ()),
        ("Ann Aas", ("Ann Aas",)),
        ("By Ann Aas and Ben Bo", ("Ann Aas", "Ben Bo")),
        ("Ann Aas, Ben Bo & Cay Cole", ("Ann Aas", "Ben Bo", "Cay Cole")),
        ("Von Ann Aas und Ben Bo", ("Ann Aas", "Ben Bo")),
        ("Ann Aas, Political Editor", ("Ann Aas",)),
        ("Staff Reporter", ("Staff Reporter",)),
        ("Ann Aas in Port Vessin, Ben Bo", ("Ann Aas", "Ben Bo")),
        ("Ann in 't Veld", ("Ann in 't Veld",)),
        ("Ann Aas | ANN AAS", ("Ann Aas",)),
        ("Anders By", ("Anders By",)),
        ("سلمى إدريس", ("سلمى إدريس",)),
        ("x" * (LONGEST_AUTHOR + 1), ()),
    ],
)
def test_names_are_told_apart_and_offices_and_places_left_aside(byline, expected):
    assert authors(byline) == expected


@pytest.mark.parametrize("filler", ["a, ", " and ", "By ", " in A", "\u202e", "x"])
def test_a_byline_that_attacks_costs_bounded_time(filler):
    started = time.process_time()
    assert len(authors(filler * 300_000)) <= MOST_AUTHORS
    assert time.process_time() - started < 1
