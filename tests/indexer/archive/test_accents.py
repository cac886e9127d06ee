"""Accents that tell two names apart, and those that only one of two spellings bears."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.archive.accents import spelled, told_apart
from indexer.persons import normalised_name


@pytest.mark.parametrize(
    "names",
    [
        ("Ivan Kovač", "Ivan Kovać"),
        ("Nguyễn Văn Hùng", "Nguyễn Văn Hưng"),
        ("Peter Läng", "Peter Lång"),
        ("Sören Holm", "Søren Holm"),
        ("Dr. Ivan Kovač", "IVAN KOVAĆ"),
    ],
)
def test_unlike_accents_on_one_letter_tell_names_apart(names: tuple[str, str]):
    assert told_apart(names) == {spelled(name) for name in names}
    assert len(told_apart((*names, normalised_name(names[0])))) == 2


@pytest.mark.parametrize(
    "names",
    [
        ("Zoë Arn", "Zoe Arn", "ZOE ARN"),
        ("José Maria Vell", "Jose María Vell"),
        ("Ivan Kovač", "Ivan Kovač", "Ivan Kovac\u030c"),
        ("Jürgen Möller", "Jürgen Müller"),
        ("محمود درويش", "مَحمود درويش", "مُحمود درويش"),
        ("Jon Arn", "Jon Orn"),
        (),
    ],
)
def test_accents_that_do_not_contradict_each_other_tell_nobody_apart(names: tuple[str, ...]):
    assert told_apart(names) == frozenset()


def test_of_three_forms_those_that_contradict_none_stay_with_the_bare_one():
    found = told_apart(("Zoë Kovac", "Zoe Kovač", "Zoe Kovać"))
    assert found == {"zoe kovač", "zoe kovać"}


@given(st.lists(st.text("aáàäbčć đ.", max_size=8), max_size=6))
def test_what_is_told_apart_are_spellings_of_the_names_given(names: list[str]):
    found = told_apart(names)
    assert found <= {spelled(name) for name in names}
    assert told_apart(reversed(names)) == found
    assert len(found) != 1
