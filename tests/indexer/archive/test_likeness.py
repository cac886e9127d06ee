"""Likenesses: which names are suggested to be one person, and which are not."""

import pytest

from indexer.archive.alike import LARGEST_BLOCK, is_one_edit_apart
from indexer.archive.company import Company
from indexer.archive.likeness import MOST_SUGGESTIONS, Known, suggest
from indexer.archive.skeleton import skeletons
from indexer.identity import person_id
from indexer.model import Person


def persons_of(*names: str) -> tuple[Person, ...]:
    """Persons so named, in no article; the first name is the most important."""
    known = [Known(name, Person(person_id(name), name)) for name in names]
    return suggest(known, lambda *_: False, Company((), {name: () for name in names}, ()))


def suggested(*names: str) -> set[tuple[str, str]]:
    """The correction lines suggested, with their evidence."""
    return {(s.line, s.evidence) for person in persons_of(*names) for s in person.suggestions}


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
        (("Abdul Rahman Qadhafi", "Abdurrahman Gaddafi"), "the same consonants"),
        (("Michail Gorbeltschow", "Mikhail Gorbelchev"), "the same consonants"),
        (("Tor Jae-in", "Tor Jaein"), "alike but for spaces"),
        (("Ivan Torvač", "Ivan Torvać"), "alike but for accents"),
        (("Chen Arn", "Arn Chen"), "the same words in another order"),
        (("Anton Brandl", "Anton B."), "the same first name and initial"),
        (("Kari A. Holm", "Kari Ann Holm"), "the same first and last name"),
        (("Kari Holm Vessi", "Kari Holm"), "the same first words"),
        (("Kari Holm Jr", "Kari Holm"), "the same first words"),
        (("Karl de Vessi", "de Vessi"), "the same last words"),
        (("Sadun Hamri", "Sadun"), "the first name alone"),
    ],
)
def test_names_that_look_alike_are_suggested(names: tuple[str, str], evidence: str):
    ((line, found),) = suggested(*names)
    assert found == evidence
    assert set(line.removeprefix("same: ").split(" = ")) == set(names)


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


def test_words_before_a_full_name_do_not_become_part_of_it_unless_more_articles_print_them():
    long, short = "Democratic Senator Kari Holm", "Kari Holm"
    line = "same: Democratic Senator Kari Holm = Kari Holm"
    assert {found for found, _ in suggested(short, long)} == {line}
    assert {found for found, _ in suggested(long, short)} == {f"same: {short} = {long}"}
    assert {found for found, _ in suggested("de Vessi", "Karl de Vessi")} == {
        "same: de Vessi = Karl de Vessi"
    }


@pytest.mark.parametrize(
    "names",
    [
        ("Kari Holm I", "Kari Holm II"),
        ("Prince V", "Prince VI"),
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
    persons = persons_of(*names)
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
    assert persons_of() == ()


def test_a_first_name_that_many_bear_says_nothing():
    assert suggested("Kari", "Kari Arn", "Kari Boe", "Kari Claes", "Kari Duun") == set()


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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("khalid al tharwat", "kaled el tarwat"),
        ("muammar gaddafi", "moammar qadhafi"),
        ("nikita khrushchev", "nikita chruschtschow"),
        ("abdel fattah", "abd al fattah"),
        ("boris yeltsin", "boris jelzin"),
        ("abdulaziz holm", "abdul aziz holm"),
    ],
)
def test_a_skeleton_is_what_transliterations_share(one: str, other: str):
    assert set(skeletons(one.split())) & set(skeletons(other.split()))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("karin holm", "marin holm"),
        ("ivan holm", "van holm"),
        ("mahdi ali", "hamid ali"),
        ("jon arn", "jon orm"),
    ],
)
def test_other_consonants_and_beginnings_make_another_skeleton(one: str, other: str):
    assert not set(skeletons(one.split())) & set(skeletons(other.split()))


def test_a_name_of_very_many_words_has_few_and_short_skeletons():
    found = list(skeletons(["chacha"] * 5_000))
    assert len(found) <= 4
    assert all(len(skeleton) < 100 for skeleton in found)
