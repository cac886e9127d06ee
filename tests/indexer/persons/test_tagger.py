"""The English tagger, and how it agrees with itself over a document."""

import numpy as np
import pytest

from indexer.persons.agreement import agree
from indexer.persons.decoding import B, E, I, O, S, best_tags, spans_of
from indexer.persons.features import clues
from indexer.persons.lines import Line, Tagged, read_line
from indexer.persons.model import (
    FORMAT,
    ZERO,
    Weights,
    load_weights,
    packed,
    save_weights,
    unpacked,
)
from indexer.persons.tagger import LANGUAGE, WEIGHTS, Tagger, english_tagger
from indexer.persons.words import BY_LANGUAGE

ENGLISH = BY_LANGUAGE[LANGUAGE]


def lines_of(*texts: str) -> list[Line]:
    return [read_line(text, ENGLISH) for text in texts]


def words_of(lines: list[Line], tagged: tuple[Tagged, ...]) -> list[str]:
    return [" ".join(t.text for t in lines[m.line].tokens[m.start : m.end]) for m in tagged]


def agreed(mention: str, *texts: str) -> list[str]:
    """What the document's mentions are, if the tagger found only the first place of this one."""
    lines = lines_of(*texts)
    sought = mention.split()
    texts_of = [token.text for token in lines[0].tokens]
    start = next(n for n in range(len(texts_of)) if texts_of[n : n + len(sought)] == sought)
    found = Tagged(0, start, start + len(sought), sure=True)
    return words_of(lines, agree(lines, [found], ENGLISH))


def test_the_tagger_finds_people_and_leaves_places_and_bodies():
    lines = lines_of(
        "The captain, Ilka Torvald, told the Halvoort Harbour Authority on Monday that she left.",
        "In Halvoort, Marek Oslund of the Boat Owners Association said she was right.",
    )
    assert words_of(lines, english_tagger().tag(lines)) == ["Ilka Torvald", "Marek Oslund"]


def test_the_tagger_answers_alike_whatever_it_has_read_before():
    texts = ("Minister Ilka Torvald said no.", "Marek Oslund, 45, said yes to Torvald.")
    fresh = Tagger(load_weights(WEIGHTS), ENGLISH)
    assert fresh.tag(lines_of(*texts)) == fresh.tag(lines_of(*texts))
    assert fresh.tag(lines_of(*texts)) == english_tagger().tag(lines_of(*texts))


def test_a_tagger_whose_memory_is_full_starts_anew(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("indexer.persons.tagger._MOST_KEPT", 2)
    lines = lines_of("Minister Ilka Torvald said no.", "Marek Oslund, 45, said yes to Torvald.")
    assert Tagger(load_weights(WEIGHTS), ENGLISH).tag(lines) == english_tagger().tag(lines)


@pytest.mark.parametrize(
    "text", ["People like Maria, Ilka Torvald left.", "Ilka Torvald and Maria left."]
)
def test_a_given_name_in_a_list_with_a_person_is_a_person(text):
    assert "Maria" in agreed("Ilka Torvald", text)


@pytest.mark.parametrize("word", ["Kenya", "NATO", "Thursday", "Halvoort"])
def test_what_is_no_given_name_is_no_person_beside_one(word):
    assert agreed("Ilka Torvald", f"He saw Ilka Torvald and {word}.") == ["Ilka Torvald"]


def test_a_country_is_not_whoever_bears_its_name():
    texts = ("Kenya Torvald left on Monday.", "They asked Kenya Torvald, who left Kenya.")
    assert agreed("Kenya Torvald", *texts) == ["Kenya Torvald"]


@pytest.mark.parametrize("ship", ["USS", "HMS Queen", "the ferry", "the cruise ship"])
def test_a_ship_is_not_whom_it_is_named_after(ship):
    lines = lines_of(f"On Monday {ship} Ilka Torvald left the port.")
    places = [token.text for token in lines[0].tokens]
    start = places.index("Ilka")
    assert agree(lines, [Tagged(0, start, start + 2, sure=True)], ENGLISH) == ()


def test_the_captain_of_a_ship_is_a_person():
    assert agreed("Ilka Torvald", "She left the ferry, Ilka Torvald said.") == ["Ilka Torvald"]


def test_a_given_name_far_from_any_person_is_left_to_the_tagger():
    assert agreed("Ilka Torvald", "He told Ilka Torvald of Maria.") == ["Ilka Torvald"]


def test_of_a_word_of_a_megabyte_little_is_remembered():
    (line,) = lines_of(f"then {'a' * 1_000_000} Ilka {'9' * 1_000_000} left.")
    ((_, before, after, *_),) = clues(line, line.runs[0], {}, ENGLISH)
    assert (before[:5], after[:5]) == ("aaaaa", "99999")
    assert len(before) == len(after) < 100


def test_a_surname_passed_over_becomes_a_mention_of_whom_it_names():
    assert agreed("Ilka Torvald", "Then Ilka Torvald left.", "He asked Torvald again.") == [
        "Ilka Torvald",
        "Torvald",
    ]


@pytest.mark.parametrize("place", ["It is in Torvald now.", "He saw the Torvald again."])
def test_a_word_that_stands_like_a_place_or_a_thing_does_not(place: str):
    assert agreed("Ilka Torvald", "Then Ilka Torvald left.", place) == ["Ilka Torvald"]


def test_a_word_passed_over_more_often_than_named_stays_passed_over():
    assert agreed("Torvald", "He asked Torvald.", "Oh Torvald, or Torvald!", "No, Torvald.") == [
        "Torvald"
    ]


def test_a_name_reaches_back_over_its_particle():
    assert agreed("Tamri", "Later bin Tamri left.") == ["bin Tamri"]


@pytest.mark.parametrize(
    ("tagged", "left"),
    [
        ("Minister Ilka Torvald", "Ilka Torvald"),
        ("Chief Inspector Ilka Torvald", "Ilka Torvald"),
        ("Ilka King", "Ilka King"),
        ("Ilka King Torvald", "Ilka King Torvald"),
        ("King Jr", "King Jr"),
    ],
)
def test_a_name_does_not_begin_with_what_the_person_is(tagged: str, left: str):
    assert agreed(tagged, f"Later {tagged} left.") == [left]


def test_a_headline_names_only_whom_the_text_names():
    assert agreed("Runaway Goat", "Runaway Goat Stops Town Tram", "The tram stood still.") == []
    assert agreed("Runaway Goat", "Runaway Goat Stops Town Tram") == ["Runaway Goat"]
    assert agreed("Jon Arn", "Jon Arn, Emil Arn, Marek Oslund", "The tram stood.") == ["Jon Arn"]
    lines = lines_of("Harbour Master Torvald Quits Over Boats", "Then Ilka Torvald left.")
    tagged = (Tagged(0, 2, 3, sure=True), Tagged(1, 1, 3, sure=True))
    assert agree(lines, tagged, ENGLISH) == tagged


def test_the_best_tags_follow_each_other_as_they_can():
    transitions = [[0] * 5] * 6
    inside = [[9, 9, 0, 0, 1], [0, 9, 0, 0, 1], [0, 9, 8, 0, 1]]
    assert best_tags(inside, transitions) == [B, I, E]
    assert best_tags([[9, 9, 0, 0, 1]], transitions) == [O]
    assert best_tags([[0, 0, 0, 5, 1], [0, 0, 0, 0, 1]], transitions) == [S, O]
    assert spans_of([B, I, E, O, S, B, E]) == [(0, 3), (4, 5), (5, 7)]


def test_weights_are_read_as_they_were_written_and_written_alike(tmp_path):
    weights = Weights(
        {"w=b": packed((1, -2, 3, 127)), "w=ä": packed((0, 0, 0, -127))},
        [[1] * 5] * 6,
        frozenset("xy"),
    )
    for name in ("one", "other"):
        save_weights(weights, tmp_path / name)
    assert load_weights(tmp_path / "one") == weights
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


def test_packed_weights_add_up_column_by_column():
    total = sum(
        [packed((1, -2, 3, -127)), packed((-5, 2, 0, -127)), *[packed((127, 0, -1, 0))] * 60]
    )
    assert [weight - ZERO for weight in unpacked(total)] == [7616, 0, -57, -254]


def test_weights_of_another_format_are_refused(tmp_path):
    with (tmp_path / "old.npz").open("wb") as file:
        np.savez(file, format=np.int64(FORMAT + 1))
    with pytest.raises(ValueError, match=r"old\.npz: weights of format 2, expected 1; train"):
        load_weights(tmp_path / "old.npz")


def test_the_weights_of_the_house_are_small():
    assert WEIGHTS.stat().st_size < 1_000_000
