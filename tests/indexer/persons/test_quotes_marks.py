import time

import pytest

from indexer.persons.quotes.marks import quoted


def inner(text):
    return [text[slice(*one.span)] for one in quoted(text)]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ('"One," she said. "Two."', ["One,", "Two."]),
        ("“One,” she said. “Two.”", ["One,", "Two."]),
        ("„Eins“, sagte sie. „Zwei.“", ["Eins", "Zwei."]),
        ("„Eins”, sagte sie.", ["Eins"]),
        ("»Eins«, sagte sie.", ["Eins"]),
        ("« Un », dit-elle. «\u202fDeux\u202f»", ["Un", "Deux"]),
        ("قال: «نعم»", ["نعم"]),
        ("”Ett”, sade hon.", ["Ett"]),
        ("‘One,’ she said. ‘Two.’", ["One,", "Two."]),
        ("'One,' she said.", ["One,"]),
        ("‚Eins‘, sagte sie.", ["Eins"]),
    ],
)
def test_the_marks_of_every_language_are_read(text, quotes):
    assert inner(text) == quotes


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("“He said ‘no’ to me,” she said.", ["He said ‘no’ to me,"]),
        ("‘He said “no” to me,’ she said.", ["He said “no” to me,"]),
        ("«A «b» c»", ["A «b» c"]),
        ("“A “b” c”", ["A “b” c"]),
    ],
)
def test_of_quotes_in_quotes_the_outermost_counts(text, quotes):
    assert inner(text) == quotes


@pytest.mark.parametrize(
    "text",
    [
        "It’s the miners’ wives’ turn.",
        "’Tis rock ’n’ roll.",
        "It's the dogs' turn.",
        'A 5" pipe and a 6" pipe.',
        "He ran 3' and fell.",
        "",
        "No marks at all.",
    ],
)
def test_apostrophes_and_inches_are_no_quotes(text):
    assert inner(text) == []


def test_an_apostrophe_that_looks_like_a_mark_does_not_swallow_what_follows():
    assert inner("‘Yes,’ she said of the ‘tis and “no” of the rest.") == ["Yes,", "no"]


def test_a_quote_that_stays_open_ends_with_the_paragraph():
    (quote,) = quoted("She said: “We came. ")
    assert (quote.span, quote.closed) == ((11, 19), False)


def test_a_mark_that_opens_twice_makes_the_rest_no_quote():
    assert inner("“We came. “They went,” she said.") == []
    assert inner('"We came. "They went," she said.') == []


def test_the_marks_are_outside_and_spaces_are_trimmed():
    (quote,) = quoted("x «\xa0oui\xa0» y")
    assert (quote.span, quote.outer, quote.closed) == ((4, 7), (2, 9), True)


@pytest.mark.parametrize(
    "text", ['"' * 200_000, "“" * 200_000, "'a " * 70_000, "‘" * 200_000, "“" + " " * 500_000]
)
def test_hostile_marks_cost_no_more_than_their_number(text):
    began = time.process_time()
    quoted(text)
    assert time.process_time() - began < 5
