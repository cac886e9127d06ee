from indexer.cleaner.features import forms_of
from indexer.cleaner.lexicon import read_words
from indexer.cleaner.traces import (
    ADDRESS,
    BARS,
    CODE,
    COOKIE,
    DIGIT,
    PICTURE,
    PROMPT,
    RIGHTS,
    SIGN,
    WORDLESS,
    find_traces,
)

_LOOKED_AT = 255 | WORDLESS  # without those of most lines


def _traces(*lines, looked_at=_LOOKED_AT):
    words = read_words([form.folded for form in forms_of(lines)])
    return [traces & looked_at for traces in find_traces(lines, words.traces_of_lines())]


def test_each_line_has_its_own_traces():
    assert _traces(
        "The goat took the tram.",
        "A goat. AP",
        "Home | News",
        "string(4)",
        "write to a@paper.example",
        "Leave a comment",
        "We set cookies",
        "All RIGHTS reserved",
        "May 4",
        "No trace of it",
    ) == [
        *(0, PICTURE, PICTURE | BARS, CODE | DIGIT, ADDRESS, PROMPT, COOKIE, RIGHTS, DIGIT),
        0,
    ]


def test_a_sign_that_stands_in_a_line_twice_is_found_in_the_next_line_too():
    assert _traces("a = b = c", "d = e", "f") == [CODE, CODE, 0]


def test_a_text_without_lines_has_no_traces():
    assert _traces() == []


def test_a_line_that_begins_with_a_dash_or_has_two_colons_may_be_a_sign():
    assert _traces("Goats: a list", "- Anna", "Post :: Goats", "Goats - all", looked_at=SIGN) == [
        0,
        SIGN,
        SIGN,
        0,
    ]


def test_a_line_without_a_word_is_known_as_one():
    assert _traces("The goat", "***") == [0, WORDLESS]
