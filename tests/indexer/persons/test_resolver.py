"""The resolver: which mentions of one text are one person."""

import re
import time
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.persons.normal import ALL_TITLES
from indexer.persons.resolver import Group, group


def persons(*texts: str) -> dict[str, list[str]]:
    return _printed(group(texts, ALL_TITLES), texts)


def persons_of(marked: str) -> dict[str, list[str]]:
    """The persons of a text in which each mention stands in square brackets."""
    pieces = re.split(r"\[([^\]]*)\]", marked)
    return _printed(group(pieces[1::2], ALL_TITLES, pieces[::2]), pieces[1::2])


def _printed(groups: tuple[Group, ...], texts: Sequence[str]) -> dict[str, list[str]]:
    return {found.text: [texts[number] for number in found.mentions] for found in groups}


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


def test_titles_case_accents_and_honours_make_no_other_person():
    assert persons("Dr Zoë Arn", "ZOE ARN", "Mrs. Arn", "Zoë Arn OBE") == {
        "Zoë Arn": ["Dr Zoë Arn", "ZOE ARN", "Mrs. Arn", "Zoë Arn OBE"]
    }


def test_who_has_another_number_is_another_person():
    assert len(persons("Osmund II", "Osmund III", "Osmund I")) == 3
    assert len(persons("Jon Arn Jr", "Jon Arn Sr")) == 2
    assert persons("Osmund II", "Osmund") == {"Osmund II": ["Osmund II", "Osmund"]}


def test_a_junior_keeps_his_name_when_the_junior_is_dropped():
    assert len(persons("Jon Arn, Jr.", "Jon Arn", "Arn Jr.", "Arn")) == 1


def test_a_junior_named_after_his_namesake_or_beside_his_father_is_another():
    assert persons("Jon Arn", "Jon Arn Jr.") == {
        "Jon Arn": ["Jon Arn"],
        "Jon Arn Jr.": ["Jon Arn Jr."],
    }
    assert len(persons_of("[Jon Arn Jr.] is the son of the singer [Jon Arn].")) == 2


def test_a_junior_outside_the_mention_counts():
    assert persons_of("[Jon Arn], Jr., met his father [Jon Arn] and [Arn] Jr.") == {
        "Jon Arn, Jr.": ["Jon Arn", "Arn"],
        "Jon Arn": ["Jon Arn"],
    }


def test_the_first_of_two_surnames_is_enough_once_the_name_is_known():
    assert persons("Luz Toral Vendrix", "Toral") == {
        "Luz Toral Vendrix": ["Luz Toral Vendrix", "Toral"]
    }
    assert len(persons("Toral", "Luz Toral Vendrix")) == 2
    assert len(persons("Luz Toral Vendrix", "Ana Toral Brix", "Toral")) == 3
    assert len(persons("Samir bin Tamri", "Bin")) == 2


def test_who_is_another_by_a_middle_name_is_that_one_for_shorter_forms_too():
    assert persons("Ilka Torvald Arn", "Torvald Jr", "Jon Torvald", "Torvald") == {
        "Ilka Torvald Arn": ["Ilka Torvald Arn", "Torvald Jr"],
        "Jon Torvald": ["Jon Torvald", "Torvald"],
    }


def test_a_given_name_means_who_has_been_named_and_not_who_bears_it_as_surname_later():
    assert persons("Arn Torvald", "Arn", "Jon Arn") == {
        "Arn Torvald": ["Arn Torvald", "Arn"],
        "Jon Arn": ["Jon Arn"],
    }


def test_a_surname_means_whom_the_text_is_about_and_not_the_relative_it_mentions():
    assert persons_of(
        "[Ilka Arn] was born in Halvoort, the daughter of [Jon Arn] and [Mia Lund]. [Arn] studied."
    ) == {
        "Ilka Arn": ["Ilka Arn", "Arn"],
        "Jon Arn": ["Jon Arn"],
        "Mia Lund": ["Mia Lund"],
    }


def test_the_form_of_address_decides_between_a_man_and_a_woman():
    assert persons_of(
        "Mr. [Jon Arn] left. His wife [Ilka Arn] stayed. Mr. [Arn] came back, Mrs [Arn] did not."
    ) == {"Jon Arn": ["Jon Arn", "Arn"], "Ilka Arn": ["Ilka Arn", "Arn"]}


def test_one_who_has_been_addressed_keeps_the_gender():
    assert persons_of(
        "Le président [Jon Arn] et sa femme, [Ilka Arn]. M. [Arn] reste, Mme [Arn] part."
    ) == {"Jon Arn": ["Jon Arn", "Arn"], "Ilka Arn": ["Ilka Arn", "Arn"]}


def test_a_sentence_that_begins_with_another_bearer_is_about_them_unless_they_are_only_kin():
    about = "President [Jon Arn] spoke. [Ilka Arn]{} stayed. [Arn] said so."
    assert persons_of(about.format(""))["Ilka Arn"] == ["Ilka Arn", "Arn"]
    assert persons_of(about.format(", his sister,"))["Jon Arn"] == ["Jon Arn", "Arn"]


def test_a_title_means_whoever_was_called_by_it():
    assert persons_of(
        "President [Jon Arn] spoke. [Ilka Arn] disagreed. But President [Arn] went on."
    ) == {"Jon Arn": ["Jon Arn", "Arn"], "Ilka Arn": ["Ilka Arn"]}


def test_another_name_joins_with_all_its_mentions_and_the_best_known_is_shown():
    assert persons_of(
        "[Zeva], born [Ilka Arn Torvald], sings. [Zeva] tours, [Zeva] rests. So [Torvald] said."
    ) == {"Ilka Arn Torvald": ["Zeva", "Ilka Arn Torvald", "Zeva", "Zeva", "Torvald"]}
    assert persons_of("[Zeva], born [Ilka Arn], sings. [Zeva] tours, [Zeva] rests.") == {
        "Zeva": ["Zeva", "Ilka Arn", "Zeva", "Zeva"]
    }


def test_spellings_of_one_full_name_are_one_person():
    assert persons("Jon Torvald", "Jon Torwald", "Torwald") == {
        "Jon Torwald": ["Jon Torvald", "Jon Torwald", "Torwald"]
    }


def test_a_name_at_birth_leaves_her_father_alone():
    assert persons_of(
        "[Ilka Torvald] (née [Arn]) is the daughter of [Jon Arn]. [Arn] was a smith."
    )["Ilka Torvald"] == ["Ilka Torvald", "Arn"]


def test_initials_stand_for_names_and_middle_names_may_lack():
    assert len(persons("Jon Peter Arn", "J. Arn", "Jon P. Arn", "Jon Arn", "J. P. Arn")) == 1


def test_particles_belong_to_a_short_form_or_do_not():
    assert len(persons("Samir bin Tamri", "bin Tamri", "Tamri")) == 1


def test_other_given_names_are_other_persons():
    assert len(persons("Jon Arn", "Ilka Arn")) == 2
    assert len(persons("Jon Peter Arn", "Jon Emil Arn")) == 2


def test_words_in_another_order_are_another_person():
    assert len(persons("Jon Arn Lee", "Lee Jon")) == 2


def test_a_title_before_different_names_is_no_name():
    assert len(persons("Sheikh Arn", "Sheikh Torvald", "Sheikh")) == 3


def test_mentions_without_a_letter_are_grouped_too():
    assert persons("…", "—", "…") == {"…": ["…", "…"], "—": ["—"]}


@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                ["Jon Arn", "Arn", "J. Arn", "Ilka Arn", "Ilka", "", "Dr", "Arn Jr", "Jon II", "«"]
            ),
            st.sampled_from(
                [", known as ", " or ", " (", ".\n", " ", ", Duke of ", "", " his wife "]
            ),
        )
    )
)
def test_every_mention_is_in_exactly_one_person(mentions: list[tuple[str, str]]):
    texts = [text for text, _ in mentions]
    groups = group(texts, ALL_TITLES, ["", *(gap for _, gap in mentions)])
    assert sorted(number for found in groups for number in found.mentions) == list(
        range(len(texts))
    )
    assert [found.mentions for found in groups] == sorted(found.mentions for found in groups)


MANY = 10_000


@pytest.mark.parametrize(
    ("texts", "gap", "count"),
    [
        ([f"A{n} Arn" for n in range(MANY)] + ["Arn"] * MANY, ". ", MANY),
        ([f"Arn A{n}" for n in range(MANY)] + ["Arn"] * MANY, ". ", MANY),
        ([f"A{n}" for n in range(MANY)], ", also known as ", 1),
        ([f"A{n} Arn" for n in range(MANY)], "(" * 250, MANY),
        ([f"A{n} Arn" for n in range(MANY)], "real name " * 25, MANY),
        ([f"A{n} Arn" for n in range(MANY)], "(a)" * 60 + " born in as ", 1),
        ([" ".join(["Arn"] * MANY)] * 3, " or ", 1),
        (["Arn " + "I " * MANY + "II"], "", 1),
        ([f"Jon Arn {'I' * (n % 2)}" for n in range(MANY)], " father of ", 2),
    ],
    ids=lambda value: str(value)[:20],
)
def test_text_that_attacks_is_resolved_at_once(texts: list[str], gap: str, count: int):
    began = time.process_time()
    assert len(group(texts, ALL_TITLES, ["", *[gap] * len(texts)])) == count
    assert time.process_time() - began < 5
