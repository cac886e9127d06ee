"""Tokens: names stay whole, hostile text stays cheap."""

import time

import pytest

from indexer.persons.tokens import (
    LONGEST_NAME_TOKEN,
    PlacedTokens,
    clean_name,
    folded,
    is_capitalised,
    is_initial,
    read_tokens,
    reading,
    texts_of_tokens,
    tokenise,
)


def words(text: str, *, elisions: bool = False) -> list[str]:
    return [token.text for token in tokenise(text, elisions=elisions)]


def test_names_with_prefixes_hyphens_and_apostrophes_stay_whole():
    assert words("al-Tamri, Seo-jun and O'Keel") == ["al-Tamri", ",", "Seo-jun", "and", "O'Keel"]


def test_a_possessive_s_stands_alone_and_other_apostrophes_do_not_part():
    assert words("Torvald's, TORVALD’S") == ["Torvald", "'s", ",", "TORVALD", "’S"]
    assert words("the Torvalds' boat") == ["the", "Torvalds", "'", "boat"]


def test_initials_keep_their_full_stops():
    assert words("J. K. Marn, J.K. Marn, J.-P. Marn, J.K.Marn") == [
        *("J.", "K.", "Marn", ",", "J.K.", "Marn", ",", "J.-P.", "Marn", ","),
        *("J.K.", "Marn"),
    ]


def test_a_letter_and_a_number_are_no_initials():
    assert words("point A.9") == ["point", "A", ".", "9"]


def test_elisions_are_tokens_of_their_own_where_the_language_has_them():
    assert words("l’Ouest d'Anne, qu'Odile", elisions=True) == [
        *("l’", "Ouest", "d'", "Anne", ",", "qu'", "Odile"),
    ]
    assert words("d'Anne") == ["d'Anne"]


def test_spans_are_offsets_in_code_points():
    text = "“Zoë” – Ilka"
    assert [text[t.start : t.end] for t in tokenise(text)] == ["“", "Zoë", "”", "–", "Ilka"]


@pytest.mark.parametrize(
    "text",
    [
        "“Zoë” – Ilka, a\u2028 \ta. J.-P. Marn's l'a a a",
        " \u200bIl\u202eka  \u0301 e\u0301!! \x00 ",
        "",
        "  \n ",
    ],
)
@pytest.mark.parametrize("elisions", [False, True])
def test_tokens_that_are_placed_late_are_where_they_always_were(text: str, elisions: bool):
    expected = tokenise(text, elisions=elisions)
    tokens = PlacedTokens(text, texts_of_tokens(text, elisions=elisions))
    assert list(tokens) == expected
    assert tokens[1:3] == expected[1:3]
    assert len(tokens) == len(expected)


def test_readings_are_the_same_when_their_memory_is_full(monkeypatch: pytest.MonkeyPatch):
    texts = ["Ilka", "said", ".", "A" * (LONGEST_NAME_TOKEN + 1), "Ilka", "never-read"]
    monkeypatch.setattr("indexer.persons.tokens._MOST_READINGS", 1)
    assert read_tokens(texts) == (
        ("ilka", "said", "", "", "ilka", "never-read"),
        (True, False, False, False, True, False),
    )
    assert read_tokens([]) == ((), ())


@pytest.mark.parametrize(
    "word", ["Ilka", "O'Keel", "al-Tamri", "d’Arn", "J.", "Ökten", "\u200bIlka"]
)
def test_these_words_begin_as_a_name_does(word: str):
    assert is_capitalised(word)


@pytest.mark.parametrize("word", ["ilka", "well-known", "9th", "-", "’s", "و", "mother-in-Law"])
def test_these_words_do_not_begin_as_a_name_does(word: str):
    assert not is_capitalised(word)


def test_what_is_longer_than_any_name_is_read_as_nothing():
    assert reading("A" * (LONGEST_NAME_TOKEN + 1)) == ("", False)
    assert reading("A" * LONGEST_NAME_TOKEN) == ("a" * LONGEST_NAME_TOKEN, True)


def test_words_are_folded_with_accents_case_and_unseen_marks():
    assert folded("ZOË") == folded("Zo\u200bë") == "zoe"
    assert folded("O’Keel") == folded("O'KEEL") == "okeel"
    assert folded("J.") == "j"


def test_initials_are_told_from_words():
    assert is_initial("J.")
    assert is_initial("J.-P.")
    assert is_initial("W")
    assert not is_initial("Wu")


def test_a_cleaned_name_has_no_line_breaks_and_no_unseen_marks():
    assert clean_name(" Ilka\n\u202a Tor\u200bvald\u202c") == "Ilka Torvald"


@pytest.mark.parametrize(
    "text",
    [
        *("A" * 300_000, "A." * 150_000, "A.-" * 100_000, "A'" * 150_000, "al-" * 100_000),
        *("A." * 150_000 + "9", "\u200b" * 300_000, "e\u0301" * 150_000, "l'" * 150_000),
    ],
)
@pytest.mark.parametrize("elisions", [False, True])
def test_hostile_text_costs_no_more_than_its_length(text: str, elisions: bool):
    began = time.process_time()
    tokens = tokenise(text, elisions=elisions)
    assert time.process_time() - began < 5
    assert sum(token.end - token.start for token in tokens) == len(text)
