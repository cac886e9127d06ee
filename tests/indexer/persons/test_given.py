"""Persons that the source gives: taken as they are, found where they stand literally."""

from indexer.model import Document, Mention, Name, Passage, PassageKind
from indexer.persons import given_persons
from indexer.persons.given import MOST_NAMES_SOUGHT


def document(*texts: str, title: str = "Boats") -> Document:
    passages = tuple(Passage(f"p{n}", text) for n, text in enumerate(texts))
    return Document("d", "d", "d.txt", title, passages)


def test_each_given_name_is_a_person_with_its_mentions():
    found = given_persons(
        document("Then Ilka Arn spoke. Ilka Arn left.", "No: Ilka Arn.", title="Ilka Arn quits"),
        ["Ilka Arn"],
    )
    assert found.names == (
        Name(
            "ilka arn",
            "Ilka Arn",
            (
                Mention("title", (0, 8)),
                Mention("p0", (5, 13)),
                Mention("p0", (21, 29)),
                Mention("p1", (4, 12)),
            ),
        ),
    )


def test_captions_count():
    caption = Passage("c", "Ilka Arn", PassageKind.CAPTION)
    found = given_persons(Document("d", "d", "d", "", (caption,)), ["Ilka Arn"])
    assert found.names[0].mentions == (Mention("c", (0, 8)),)


def test_a_name_that_stands_nowhere_is_still_a_person():
    assert given_persons(document("Nobody."), ["Ilka Arn"]).names == (Name("ilka arn", "Ilka Arn"),)


def test_names_are_found_as_whole_words_only():
    assert given_persons(document("Arnold, Arn, Barn"), ["Arn"]).names[0].mentions == (
        Mention("p0", (8, 11)),
    )


def test_the_longer_of_two_names_has_the_place():
    names = given_persons(document("Jon Arn Lee and Jon Arn"), ["Jon Arn", "Jon Arn Lee"]).names
    assert [(n.text, [m.span for m in n.mentions]) for n in names] == [
        ("Jon Arn", [(16, 23)]),
        ("Jon Arn Lee", [(0, 11)]),
    ]


def test_two_spellings_of_one_key_are_one_person_and_names_of_nothing_are_none():
    names = given_persons(document("Zoë Arn"), ["Zoë Arn", "ZOE ARN", "  ", "—"]).names
    assert [name.text for name in names] == ["Zoë Arn"]


def test_no_name_reaches_over_the_end_of_a_passage():
    assert given_persons(document("with Jon", "Arn"), ["Jon Arn"]).names[0].mentions == ()


def test_beyond_a_number_of_names_all_are_persons_and_none_is_sought():
    names = [f"Name{number:04d}" for number in range(MOST_NAMES_SOUGHT + 1)]
    found = given_persons(document(" ".join(names)), names).names
    assert len(found) == len(names)
    assert [name.text for name in found if not name.mentions] == [names[-1]]


def test_no_names_given_leaves_nobody():
    assert given_persons(document("Ilka Arn"), []).names == ()
