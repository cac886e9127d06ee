import pytest

from indexer.cleaner.tidy import tidy, tidy_lines


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("  two\t words \n", "two words"),
        ("cafe\u0301", "caf\u00e9"),
        ("\ufeff\u200eالنهر\u200f ", "النهر"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("a\x00b\x07c", "abc"),
        ("lone \ud800 half", "lone \ufffd half"),
        ("no\xa0break", "no break"),
        ("\u200b\u200b", ""),
    ],
)
def test_a_text_is_printed_without_what_no_reader_sees(printed, expected):
    assert tidy(printed) == expected


def test_tidying_twice_changes_nothing():
    once = tidy(" \u200b A\u030a ship\x0b sails \ufeff")
    assert tidy(once) == once == "Å ship sails"


def test_an_empty_line_stays_as_an_empty_string():
    assert tuple(tidy_lines("one\n \ntwo\u2028three")) == ("one", "", "two", "three")


def test_a_mark_composes_over_what_prints_nothing_and_thirty_marks_are_enough():
    assert tidy("e\x00\u0301") == "é"
    assert tidy("o" + "\u0323\u0301" * 5000) == tidy("o" + "\u0323\u0301" * 15)
    assert tidy("—" * 500) == "—" * 500
