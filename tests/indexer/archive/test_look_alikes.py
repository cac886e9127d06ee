"""Pairs of look-alikes, judged by hand before the code: none of them is joined wrongly."""

from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from indexer.archive import Entry, NamedHere, PersonRules, build_register
from indexer.identity import name_key

TABLE = Path(__file__).with_name("look_alikes.tsv")


class Pair(NamedTuple):
    one: str
    other: str
    verdict: str  # same, open, two
    kind: str


def read_pairs() -> list[Pair]:
    lines = TABLE.read_text(encoding="utf8").split("\n")
    return [Pair(*line.split("\t")) for line in lines if line and not line.startswith("#")]


@cache
def outcome(pair: Pair) -> str:
    """What the register of two articles makes of a pair: joined, suggested or apart."""
    entries = [
        Entry(id_, None, None, (NamedHere(name_key(name), name, 1, (name,)),))
        for id_, name in (("a", pair.one), ("b", pair.other))
    ]
    persons = build_register(entries, PersonRules()).persons
    if len(persons) == 1:
        return "joined"
    return "suggested" if persons[0].suggestions else "apart"


PAIRS = read_pairs()


def test_there_are_more_than_two_hundred_pairs_each_once_and_of_every_verdict():
    assert len({frozenset(pair[:2]) for pair in PAIRS}) == len(PAIRS) == 267
    assert Counter(pair.verdict for pair in PAIRS) == {"two": 109, "open": 81, "same": 77}


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.one} | {pair.other}")
def test_no_two_names_are_joined_that_may_be_two_people(pair: Pair):
    assert pair.verdict == "same" or outcome(pair) != "joined"


def test_what_is_or_may_be_one_person_is_joined_or_suggested_as_measured():
    """Of 158 pairs all but 18: other alphabets, nicknames, initials alone, Mehmet for Mohammed."""
    likely = [pair for pair in PAIRS if pair.verdict != "two"]
    found = Counter(outcome(pair) for pair in likely)
    assert found["joined"] >= 36
    assert found["apart"] <= 18


@pytest.mark.parametrize(
    ("kind", "missed"),
    [
        ("father and son", 0),
        ("middle initial", 0),
        ("middle name", 0),
        ("hyphen", 0),
        ("order", 0),
        ("accents", 0),
        ("apostrophe, capitals, spaces", 0),
        ("transliteration", 4),
    ],
)
def test_of_these_kinds_no_pair_that_may_be_one_is_missed_but_for_so_many(kind: str, missed: int):
    likely = [pair for pair in PAIRS if pair.kind == kind and pair.verdict != "two"]
    assert likely
    assert sum(outcome(pair) == "apart" for pair in likely) <= missed


@pytest.mark.parametrize("verdict", ["same", "open"])
def test_a_suggested_pair_comes_with_the_line_that_joins_it(verdict: str):
    """The line is copied into corrections.txt as it is: both names stand in it as printed."""
    for pair in PAIRS:
        if pair.verdict == verdict and outcome(pair) == "suggested":
            names = {pair.one, pair.other}
            entries = [
                Entry(name, None, None, (NamedHere(name_key(name), name, 1, (name,)),))
                for name in names
            ]
            (one, other) = build_register(entries, PersonRules()).persons
            line = one.suggestions[0].line
            assert line == other.suggestions[0].line
            left, right = line.removeprefix("same: ").split(" = ")
            assert {left, right} == names
            assert len(build_register(entries, PersonRules(same=[(left, right)])).persons) == 1
