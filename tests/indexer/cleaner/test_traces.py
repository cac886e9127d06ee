from indexer.cleaner import traces
from indexer.cleaner.features import forms_of
from indexer.cleaner.traces import (
    ADDRESS,
    BARS,
    CODE,
    COOKIE,
    DIGIT,
    PICTURE,
    PROMPT,
    RIGHTS,
    find_traces,
)


def _traces(*lines):
    return find_traces(lines, forms_of(lines))


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


def test_words_that_were_met_before_keep_their_traces():
    assert _traces("The photographer") == _traces("The photographer") == [PICTURE]


def test_words_are_forgotten_when_too_many_were_met(monkeypatch):
    monkeypatch.setattr(traces, "_MOST_WORDS", 1)
    assert [_traces("A screenshot"), _traces("A goat"), _traces("The screenshot")] == [
        [PICTURE],
        [0],
        [PICTURE],
    ]
