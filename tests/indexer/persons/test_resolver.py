"""The resolver: which mentions of one text are one person."""

import time

from hypothesis import given
from hypothesis import strategies as st

from indexer.persons.normal import ALL_TITLES
from indexer.persons.resolver import group, without_titles


def persons(*texts: str) -> dict[str, list[str]]:
    return {
        found.text: [texts[number] for number in found.mentions]
        for found in group(texts, ALL_TITLES)
    }


def test_a_surname_joins_the_full_name_wherever_that_stands():
    assert persons("Torvald", "Ilka Torvald", "Torvald") == {
        "Ilka Torvald": ["Torvald", "Ilka Torvald", "Torvald"]
    }


def test_a_given_name_joins_where_no_surname_is_alike():
    assert persons("Ilka Torvald", "Ilka") == {"Ilka Torvald": ["Ilka Torvald", "Ilka"]}


def test_a_lone_name_prefers_whoever_bears_it_as_surname():
    assert persons("Arn Torvald", "Jon Arn", "Arn") == {
        "Arn Torvald": ["Arn Torvald"],
        "Jon Arn": ["Jon Arn", "Arn"],
    }


def test_of_two_bearers_the_one_named_in_full_nearest_before_is_meant():
    assert persons("Ilka Arn", "Arn", "Jon Arn", "Arn") == {
        "Ilka Arn": ["Ilka Arn", "Arn"],
        "Jon Arn": ["Jon Arn", "Arn"],
    }


def test_before_any_full_name_the_first_bearer_is_meant():
    assert persons("Arn", "Ilka Arn", "Jon Arn") == {
        "Ilka Arn": ["Arn", "Ilka Arn"],
        "Jon Arn": ["Jon Arn"],
    }


def test_titles_case_accents_and_suffixes_make_no_other_person():
    assert persons("Dr Zoë Arn", "ZOE ARN", "Mrs. Arn", "Zoë Arn Jr") == {
        "Zoë Arn": ["Dr Zoë Arn", "ZOE ARN", "Mrs. Arn", "Zoë Arn Jr"]
    }


def test_initials_stand_for_names_and_middle_names_may_lack():
    assert len(persons("Jon Peter Arn", "J. Arn", "Jon P. Arn", "Jon Arn", "J. P. Arn")) == 1


def test_particles_belong_to_a_short_form_or_do_not():
    assert len(persons("Samir bin Tamri", "bin Tamri", "Tamri")) == 1


def test_other_given_names_are_other_persons():
    assert len(persons("Jon Arn", "Ilka Arn")) == 2
    assert len(persons("Jon Peter Arn", "Jon Emil Arn")) == 2


def test_words_in_another_order_are_another_person():
    assert len(persons("Jon Arn Lee", "Lee Jon")) == 2


def test_a_name_that_is_all_titles_stays_as_it_is():
    assert without_titles("Dr Prince", ALL_TITLES) == "Prince"
    assert without_titles("Prince", ALL_TITLES) == "Prince"


def test_mentions_without_a_letter_are_grouped_too():
    assert persons("…", "—", "…") == {"…": ["…", "…"], "—": ["—"]}


@given(
    st.lists(st.sampled_from(["Jon Arn", "Arn", "J. Arn", "Ilka Arn", "Ilka", "", "Dr", "Arn Jr"]))
)
def test_every_mention_is_in_exactly_one_person(texts: list[str]):
    groups = group(texts, ALL_TITLES)
    assert sorted(number for found in groups for number in found.mentions) == list(
        range(len(texts))
    )
    assert [found.mentions for found in groups] == sorted(found.mentions for found in groups)


def test_ten_thousand_of_one_family_are_resolved_at_once():
    texts = [f"A{number} Arn" for number in range(10_000)] + ["Arn"] * 10_000
    began = time.process_time()
    assert len(group(texts, ALL_TITLES)) == 10_000
    assert time.process_time() - began < 5
