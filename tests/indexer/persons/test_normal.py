"""The normalised name: what two spellings of it share, and what keeps two people apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.persons import normalised_name


@pytest.mark.parametrize(
    ("name", "normal"),
    [
        ("Dr. Zoë M. Arn, Jr.", "zoe m arn jr"),
        ("ZOE ARN", "zoe arn"),
        ("Prof. Dr. Jon Arn", "jon arn"),
        ("J. R. Arn", "j r arn"),
        ("J. K. Arn", "jk arn"),
        ("JK Arn", "jk arn"),
        ("George H. W. Holm", "george hw holm"),
        ("Jon Arn Junior", "jon arn jr"),
        ("Jon Arn sen.", "jon arn sr"),
        ("Jon Emil Arn", "jon emil arn"),
        ("Prince", "prince"),
        ("", ""),
    ],
)
def test_a_normalised_name_has_no_titles_and_one_spelling_of_initials_and_suffixes(
    name: str, normal: str
):
    assert normalised_name(name) == normal
    assert normalised_name(normal) == normal


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("King Arn", "Prince Arn"),
        ("King Arn II", "Prince Arn II"),
        ("Mrs Jon Arn", "Mr Jon Arn"),
        ("A. L. Arn", "Al Arn"),
        ("M. R. Kari Holm", "Mr Kari Holm"),
        ("M. Kari Holm", "Kari Holm"),
        ("Jon Arn Jr", "Jon Arn"),
        ("Jon Arn II", "Jon Arn III"),
        ("Jon P. Arn", "Jon Arn"),
        ("Junior", "Jr"),
    ],
)
def test_what_may_tell_two_people_apart_stays(one: str, other: str):
    assert normalised_name(one) != normalised_name(other)


@given(st.text("abc jrsM.'é مŁ", max_size=20))
def test_a_normalised_name_is_normalised(name: str):
    assert normalised_name(normalised_name(name)) == normalised_name(name)
