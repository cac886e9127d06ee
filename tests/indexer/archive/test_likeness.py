"""Likenesses: which names are suggested to be one person, and which are not."""

import pytest

from indexer.archive.likeness import (
    LARGEST_BLOCK,
    MOST_SUGGESTIONS,
    is_one_edit_apart,
    skeleton,
    suggest,
)
from indexer.identity import person_id
from indexer.model import Person


def suggested(*names: str) -> set[tuple[str, str]]:
    """The correction lines suggested, with their evidence; the first name is the most important."""
    persons = suggest([Person(person_id(name), name) for name in names], lambda *_: False)
    return {(s.line, s.evidence) for person in persons for s in person.suggestions}


@pytest.mark.parametrize(
    ("names", "evidence"),
    [
        (("Ilka Torvald", "Torvald"), "the surname alone"),
        (("Jon Arn", "J. Arn"), "the same initial and surname"),
        (("Kari Ann Holm", "Kari Holm"), "the same first and last name"),
        (("Jon Marsden", "Jon Marsten"), "one letter apart"),
        (("Jon Marsden", "Jon Masrden"), "one letter apart"),
        (("Muhammad Qassem", "Mohamed Kassim"), "the same consonants"),
        (("Yusuf al-Tamrani", "Youssef Tamrany"), "the same consonants"),
    ],
)
def test_names_that_look_alike_are_suggested(names: tuple[str, str], evidence: str):
    assert suggested(*names) == {(f"same: {names[1]} = {names[0]}", evidence)}


@pytest.mark.parametrize(
    ("shorter", "longer"),
    [
        ("Torvald", "Ilka Kari Torvald"),
        ("J. Arn", "Jon Arn"),
        ("J. P. Arn", "Jon Arn"),
        ("Kari Holm", "Kari Ann Holm"),
    ],
)
def test_a_suggestion_leads_to_the_longer_form_whichever_is_in_more_articles(
    shorter: str, longer: str
):
    line = f"same: {shorter} = {longer}"
    for names in ((shorter, longer), (longer, shorter)):
        assert {found for found, _ in suggested(*names)} == {line}


@pytest.mark.parametrize(
    "names",
    [
        ("Ilka Torvald", "Ilka"),
        ("Jon Arn", "I. Arn"),
        ("Kari Ann Holm", "Kari Siv Holm"),
        ("Jon Lee", "Jan Lee"),
        ("Ilka Torvald", "Marek Oslund"),
    ],
)
def test_names_that_are_merely_related_are_not(names: tuple[str, str]):
    assert suggested(*names) == set()


def test_a_person_has_a_few_suggestions_the_most_important_first():
    names = ["Torvald", *(f"{chr(65 + n)}ilka Torvald" for n in range(9))]
    persons = suggest([Person(person_id(name), name) for name in names], lambda *_: False)
    assert [s.person for s in persons[0].suggestions] == [
        person_id(name) for name in names[1 : MOST_SUGGESTIONS + 1]
    ]


def test_a_likeness_that_very_many_share_is_compared_among_the_most_important_only():
    names = [f"Kari {'Abcdefghijklmnopqrstuvw'[n]}xx Holm" for n in range(20)] + ["Kari Holm"]
    assert not any(
        "= Kari Holm" in line or "same: Kari Holm" in line for line, _ in suggested(*names)
    )
    assert len(names) > LARGEST_BLOCK


def test_nobody_is_like_nobody():
    assert suggest([], lambda *_: False) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("arn", "arm"),
        ("arn", "ar"),
        ("arn", "aarn"),
        ("arn", "anr"),
        ("arn", "rn"),
        ("arn", "xarn"),
    ],
)
def test_one_edit_makes_these_alike(one: str, other: str):
    assert is_one_edit_apart(one, other)
    assert is_one_edit_apart(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("arn", "arn"), ("arn", "a"), ("arn", "nra"), ("arn", "armm")]
)
def test_one_edit_does_not_make_these_alike(one: str, other: str):
    assert not is_one_edit_apart(one, other)


def test_a_skeleton_is_what_transliterations_share():
    assert skeleton(("khalid", "al", "tharwat")) == skeleton(("kaled", "el", "sarvat")).replace(
        "s", "t", 1
    )
    assert skeleton(("aa", "ee")) == ""
