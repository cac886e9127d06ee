from math import log1p

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.cleaner.block import Verdict
from indexer.cleaner.classify import densest, rules_say
from indexer.cleaner.lines.columns import read_lines, shifted, window
from indexer.model import PassageKind, Reason

GOAT = "The goat boarded the tram at the market."
LEFT = "The goat left the tram, and nobody said a word."
SEA = "It went to the sea, where the milk is cheap and the wind is cold."

NUMBERS = st.lists(st.integers(-9, 9), min_size=1, max_size=9).map(
    lambda numbers: np.array(numbers, np.float32)
)


def lines_of(reading, verdicts):
    return read_lines(reading, verdicts, densest(reading, verdicts))


@pytest.fixture
def columns_of(reading_of):
    """columns_of(line, …, title="", verdicts=None) → the columns, as lists of numbers"""

    def make(*lines, title="", verdicts=None):
        found = lines_of(reading_of(*lines, title=title), verdicts or [None] * len(lines))
        return {name: column.tolist() for name, column in found.columns.items()}

    return make


@given(NUMBERS, st.integers(1, 12), st.sampled_from((-1, 1)), st.integers(-2, 2))
def test_a_shifted_column_holds_what_stands_so_many_lines_away(numbers, distance, way, fill):
    by = distance * way
    expected = [
        numbers[line + by] if 0 <= line + by < len(numbers) else fill
        for line in range(len(numbers))
    ]
    assert shifted(numbers, by, fill).tolist() == expected


@given(NUMBERS, st.integers(0, 12))
def test_a_window_is_the_sum_of_a_line_and_those_around_it(numbers, reach):
    expected = [
        sum(numbers[max(0, line - reach) : line + reach + 1].tolist())
        for line in range(len(numbers))
    ]
    assert window(numbers, reach).tolist() == expected


@given(NUMBERS, st.integers(1, 4))
def test_several_columns_at_once_are_moved_and_summed_as_each_alone(numbers, reach):
    both = np.stack([numbers, numbers[::-1] * 2])
    for change in (lambda rows: shifted(rows, reach, -1), lambda rows: window(rows, reach)):
        assert change(both).tolist() == [change(row).tolist() for row in both]


def test_a_line_is_told_by_its_words_and_signs(columns_of):
    found = columns_of("In 2016, the goat (a kid) rose!", "Home | News", "“Milk: cheap”")
    assert found["words"] == pytest.approx([log1p(7), log1p(2), log1p(2)])
    assert found["chars"] == pytest.approx([log1p(31), log1p(11), log1p(13)])
    assert found["capital_share"] == pytest.approx([1 / 7, 1, 1 / 2])
    assert found["number_share"] == pytest.approx([1 / 7, 0, 0])
    assert found["lower_share"] == pytest.approx([5 / 7, 0, 1 / 2])
    assert found["digits"] == pytest.approx([4 / 31, 0, 0])
    assert found["bars"] == pytest.approx([0, 1 / 11, 1 / 13])
    assert found["quotes"] == pytest.approx([0, 0, 2 / 13])
    assert found["commas"] == [1, 0, 0]
    assert found["sentences"] == [1, 0, 0]
    assert found["begins_quote"] == [0, 0, 1]
    assert found["prose"] == [1, 0, 0]


def test_running_text_is_known_by_its_end_or_its_length(columns_of):
    long = " ".join(["The", *["goat"] * 14])
    found = columns_of(GOAT, "The goat boarded the tram", "Home.", long, long.upper())
    assert found["prose"] == [1, 0, 0, 1, 0]


def test_the_company_of_a_line_is_the_running_text_of_others(columns_of):
    # Words of four letters: goat boarded tram market / goat market / goat left tram nobody said word.
    found = columns_of(GOAT, "Goat market", LEFT)
    assert found["shared"] == pytest.approx([2 / 4, 1, 2 / 6])
    assert found["alone"] == pytest.approx([1 / 4, 0, 4 / 6])
    assert found["density"] == pytest.approx([2 / 4, 3 / 2, 2 / 6])
    assert found["content"] == pytest.approx([log1p(4), log1p(2), log1p(6)])


def test_a_line_is_no_company_to_itself(columns_of):
    found = columns_of(GOAT, SEA)
    assert found["shared"] == [0, 0]
    assert found["alone"] == [1, 1]


def test_lines_without_a_word_of_four_letters_have_no_company(columns_of):
    found = columns_of("A cat. * * *", "12")
    assert [found[name] for name in ("shared", "alone", "density", "content")] == [[0, 0]] * 4


def test_in_a_script_without_spaces_shorter_words_count(columns_of):
    found = columns_of("大桥 在 星期一 关闭 了", "大桥")
    # A clause is read as its pairs of signs, which are words more often than not: 星期, 期一.
    assert found["content"] == pytest.approx([log1p(4), log1p(1)])
    assert found["wide"] == pytest.approx([9 / 13, 1])
    assert found["alone"] == pytest.approx([3 / 4, 0])


def test_a_title_s_words_are_known_beside_quotation_marks_and_commas(columns_of):
    found = columns_of("Goat on tram", GOAT, title="“Goat”, on: tram!")
    assert found["of_title"][0] == 1


def test_a_line_shares_words_with_the_title(columns_of):
    # Words of three letters are looked for: goat, the, tram.
    found = columns_of("The tram", "Home", GOAT, "* * *", title="Goat on the Tram")
    assert found["in_title"] == pytest.approx([1, 0, 5 / 8, 0])
    assert found["of_title"] == pytest.approx([2 / 3, 0, 5 / 3, 0])


def test_without_a_title_nothing_is_shared_with_it(columns_of):
    found = columns_of(GOAT, "Home")
    assert found["in_title"] == found["of_title"] == [0, 0]


def test_a_line_knows_how_often_it_is_printed(columns_of):
    assert columns_of("Home", GOAT, "HOME", "Home!")["copies"] == [3, 1, 3, 3]
    assert columns_of(*["Home"] * 9)["copies"] == [6] * 9


def test_a_line_knows_its_neighbours(columns_of):
    found = columns_of("One", "Two words", "Now three words", "Now there are four")
    assert found["words+1"] == pytest.approx([log1p(2), log1p(3), log1p(4), -1])
    assert found["words-2"] == pytest.approx([-1, -1, log1p(1), log1p(2)])
    assert found["words+3"] == pytest.approx([log1p(4), -1, -1, -1])
    assert found["begins_lower+1"] == [0, 0, 0, -1]
    assert "begins_lower+3" not in found  # of the third line away only its rough look


def test_a_line_knows_where_the_running_text_is(columns_of):
    found = columns_of("Home", GOAT, "Milk", LEFT, "Share")  # sentences of 8 and of 10 words
    assert found["from_text"] == [60, 60, 1, 2, 1]
    assert found["to_text"] == [1, 2, 1, 60, 60]
    assert found["from_first"] == [-1, 0, 1, 2, 3]
    assert found["from_last"] == [-3, -2, -1, 0, 1]
    assert found["from_longest"] == [-3, -2, -1, 0, 1]
    assert found["share_above"] == pytest.approx([0, 8 / 18, 8 / 18, 1, 1])
    assert found["text_above"] == pytest.approx([log1p(n) for n in (0, 0, 8, 8, 18)])
    assert found["text_below"] == pytest.approx([log1p(n) for n in (18, 10, 10, 0, 0)])
    assert found["text_near_2"] == pytest.approx([log1p(n) for n in (8, 18, 18, 18, 10)])
    assert found["texts_near"] == pytest.approx([n / 7 for n in (2, 2, 2, 2, 2)])
    assert found["text"] == pytest.approx([log1p(18)] * 5)
    assert found["text_share"] == pytest.approx([2 / 5] * 5)
    assert found["place"] == pytest.approx([0, 0.2, 0.4, 0.6, 0.8])
    assert found["lines_left"] == pytest.approx([log1p(n) for n in (4, 3, 2, 1, 0)])


def test_without_running_text_all_lines_are_far_from_it(columns_of):
    found = columns_of("Home", "News")
    assert found["from_text"] == found["to_text"] == [60, 60]
    assert found["share_above"] == found["text_share"] == [0, 0]
    assert found["in_core"] == [0, 0]


def test_a_line_knows_what_the_rules_say_of_it_and_around_it(columns_of):
    verdicts = [
        Verdict(Reason.DATE_LINE),
        None,
        Verdict(None, kind=PassageKind.CAPTION),
        Verdict(None),
        Verdict(Reason.COMMENTS),
    ]
    found = columns_of("5 May", GOAT, "A goat.", LEFT, "Comments", verdicts=verdicts)
    assert found["rule_date line"] == [1, 0, 0, 0, 0]
    assert found["rule_caption"] == [0, 0, 1, 0, 0]
    assert found["rule_text"] == [0, 0, 0, 1, 0]
    assert found["rule_comments"] == [0, 0, 0, 0, 1]
    assert found["rule"] == [1, 0, 1, 1, 1]
    assert found["rule+1"] == [0, 1, 1, 1, 0]
    assert found["rules_above"] == pytest.approx([log1p(n) for n in (0, 1, 1, 2, 3)])
    assert found["rules_near_3"] == [3, 4, 4, 4, 3]
    assert found["date line_near"] == [1] * 5
    assert found["date line_above"] == pytest.approx([0, *[log1p(1)] * 4])
    assert found["from_date line"] == [0, 1, 2, 3, 4]
    assert found["from_comments"] == [60, 60, 60, 60, 0]


def test_every_reason_has_a_column(columns_of):
    reasons = list(Reason)
    found = columns_of(*["Home"] * len(reasons), verdicts=[Verdict(reason) for reason in reasons])
    for line, reason in enumerate(reasons):
        assert np.flatnonzero(found[f"rule_{reason}"]).tolist() == [line]


def test_a_line_knows_the_densest_stretch_of_running_text(columns_of):
    found = columns_of("Home", GOAT, LEFT, "Milk", SEA, GOAT, "News", "Sport", "Tides", LEFT)
    assert found["in_core"] == [0, 1, 1, 1, 1, 1, 0, 0, 0, 0]
    assert found["from_core"] == [-1, 0, 1, 2, 3, 4, 5, 6, 7, 8]
    assert found["past_core"] == [-6, -5, -4, -3, -2, -1, 0, 1, 2, 3]
    assert found["core_share"] == pytest.approx([41 / 51] * 10)


def test_a_line_weighs_its_words_though_no_more_than_forty(reading_of):
    found = lines_of(reading_of("Home", GOAT, "goat " * 99 + "goat."), [None] * 3)
    assert found.weight.tolist() == [1, 8, 40]


@given(st.lists(st.text("aB1. :'|大\u0301\U0001f410", min_size=1), min_size=1, max_size=8))
def test_every_text_has_the_same_columns_all_finite_and_of_its_length(reading_of, lines):
    reading = reading_of(*lines)
    found = lines_of(reading, rules_say(reading)).columns
    names = list(lines_of(reading_of(GOAT), [None]).columns)
    assert list(found) == names
    for name, column in found.items():
        assert column.shape == (len(lines),), name
        assert column.dtype == np.float32, name
        assert np.isfinite(column).all(), name
