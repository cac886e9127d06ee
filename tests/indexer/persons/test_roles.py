"""What an article says a person is, read from the words beside the name."""

import time

import pytest

from indexer.identity import name_key
from indexer.model import Document, Mention, Name, Passage
from indexer.persons.roles import LONGEST, roles_in


def roles(text, name, *others, language="en"):
    """The roles of `name` in an article of one passage that names the others too."""
    passage = Passage("p1", text)
    names = tuple(_name(one, text) for one in (name, *others))
    document = Document("a", "a", "a.txt", "", (passage,), names=names, language=language)
    return roles_in(document, names[0])


def _name(name, text):
    starts = [at for at in range(len(text)) if text.startswith(name, at)]
    mentions = tuple(Mention("p1", (start, start + len(name))) for start in starts)
    return Name(name_key(name), name, mentions)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Interior Minister Jan Falk said so.", "Interior Minister"),
        ("It was former deputy finance minister Jan Falk.", "former deputy finance minister"),
        ("Norway's Prime Minister Jan Falk left.", "Norway's Prime Minister"),
        ("They met police chief Jan Falk.", "police chief"),
        ("Then Gen. Jan Falk spoke.", "Gen."),
        ("Jan Falk, a spokesman for the river board, said so.", "spokesman for the river board"),
        ("Jan Falk, 45, the club's manager, said so.", "club's manager"),
        ("Jan Falk, chairman of the board.", "chairman of the board"),
        ("Jan Falk, a teacher who was hurt, said so.", "teacher"),
        ("Jan Falk, spokesman for the police said so.", "spokesman for the police"),
        ("The prime minister, Jan Falk, said so.", "prime minister"),
        ("EU commissioner for migration Jan Falk left.", "EU commissioner for migration"),
        ("U.S. Secretary of State Jan Falk left.", "U.S. Secretary of State"),
        ("Jan Falk, President Odile Marn's adviser, left.", "President Odile Marn's adviser"),
        (
            "Jan Falk, research fellow at the Vessin Institute said.",
            "research fellow at the Vessin Institute",
        ),
        ("Talks with the head of the river board, Jan Falk, failed.", "head of the river board"),
    ],
)
def test_a_role_is_read_before_the_name_and_between_commas(text, expected):
    assert roles(text, "Jan Falk") == (expected,)


@pytest.mark.parametrize(
    "text",
    [
        "Mr Jan Falk said so.",
        "The minister said that Jan Falk had left.",
        "Jan Falk, ministers said, had left.",
        "Jan Falk, who met the minister, left.",
        "Jan Falk, the minister said, had left.",
        "Jan Falk, Minister Odile Marn and others left.",
        "He met his brother Jan Falk.",
        "Yesterday Jan Falk left.",
        "The minister. Jan Falk left.",
        "The minister of Vessin told Jan Falk to leave.",
        "The friend of Odile Marn Jan Falk left.",
        "A minister of state: Jan Falk left.",
        "The minister of Jan Falk left.",
        "Jan Falk, Odile Marn's, left.",
        "The town, Jan Falk, and the minister.",
        "Jan Falk, 45, left the minister.",
        "Jan Falk, the minister " + "of the very long river " * 20 + ", left.",
    ],
)
def test_what_is_not_said_of_the_person_is_no_role(text):
    assert roles(text, "Jan Falk", "Odile Marn") == ()


def test_a_name_before_is_no_part_of_the_role_but_whose_it_is():
    assert roles("Odile Marn lawyer Jan Falk left.", "Jan Falk", "Odile Marn") == ("lawyer",)
    owned = roles("Odile Marn's lawyer Jan Falk left.", "Jan Falk", "Odile Marn")
    assert owned == ("Odile Marn's lawyer",)
    both = "Jan Falk, head of the board and Odile Marn, left."
    assert roles(both, "Jan Falk", "Odile Marn") == ("head of the board",)


def test_each_role_is_told_once_in_the_order_of_the_mentions():
    text = "Minister Jan Falk left. Jan Falk, the mayor, left. MINISTER Jan Falk left."
    assert roles(text, "Jan Falk") == ("Minister", "mayor")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Le ministre de l'Intérieur Jan Falk a parlé.", "ministre de l'Intérieur"),
        ("fr", "Jan Falk, porte-parole de la mairie, a parlé.", "porte-parole de la mairie"),
        ("de", "Gestern sprach Außenminister Jan Falk.", "Außenminister"),
        ("de", "Jan Falk, Sprecher der Stadt, schwieg.", "Sprecher der Stadt"),
        ("es", "Habló el ministro de Interior Jan Falk.", "ministro de Interior"),
    ],
)
def test_other_languages_have_their_own_words(language, text, expected):
    assert roles(text, "Jan Falk", language=language) == (expected,)


def test_a_language_without_words_has_no_roles_and_an_unknown_one_is_guessed():
    assert roles("Interior Minister Jan Falk said so.", "Jan Falk", language="sv") == ()
    text = "It was said that the minister was there and that he had been with Mayor Jan Falk."
    assert roles(text, "Jan Falk", language=None) == ("Mayor",)


def test_the_title_of_the_article_is_read_too():
    name = Name("jan falk", "Jan Falk", (Mention("title", (6, 14)),))
    document = Document(
        "a", "a", "a.txt", "Mayor Jan Falk leaves", (), names=(name,), language="en"
    )
    assert roles_in(document, name) == ("Mayor",)


def test_a_mention_of_a_passage_that_is_not_there_says_nothing():
    name = Name("jan falk", "Jan Falk", (Mention("gone", (0, 8)),))
    document = Document("a", "a", "a.txt", "", (), names=(name,), language="en")
    assert roles_in(document, name) == ()


@pytest.mark.parametrize("filler", ["minister ", "of the ", "Minister's ", ", ", "\u202e", "x"])
def test_text_that_attacks_costs_bounded_time(filler):
    text = filler * 200_000 + "Jan Falk, " + filler * 200_000
    started = time.process_time()
    found = roles(text, "Jan Falk")
    assert time.process_time() - started < 2
    assert all(len(role) <= LONGEST for role in found)


def test_an_article_of_very_many_mentions_costs_bounded_time():
    text = "Mayor Jan Falk met Odile Marn. " * 20_000
    started = time.process_time()
    assert roles(text, "Jan Falk", "Odile Marn") == ("Mayor",)
    assert time.process_time() - started < 5
