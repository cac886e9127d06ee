"""Lines: sentence starts, runs of capitals and what they reach over, headlines."""

import pytest

from indexer.persons.lines import LONGEST_RUN, read_line
from indexer.persons.words import BY_LANGUAGE


def runs(text: str, language: str = "en") -> list[str]:
    line = read_line(text, BY_LANGUAGE[language])
    return [text[line.tokens[start].start : line.tokens[end - 1].end] for start, end in line.runs]


def starts(text: str) -> list[str]:
    line = read_line(text, BY_LANGUAGE["en"])
    return [t.text for t, start in zip(line.tokens, line.starts, strict=True) if start]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("then Piet van der Holm left", ["Piet van der Holm"]),
        ("then Samir bin al-Tamri left", ["Samir bin al-Tamri"]),
        ("then Dr. Ilka Torvald left", ["Dr. Ilka Torvald"]),
        ("then Marek Arn, Jr. left", ["Marek Arn, Jr"]),
        ("then Marek “Tin” Arn left", ["Marek “Tin” Arn"]),
        ("then Marek “The Tin” Arn left", ["Marek “The Tin” Arn"]),
        ("then “Tin” left", ["Tin"]),
        ("then Marek “Tin” left", ["Marek", "Tin"]),
        ("then Marek, Ilka and Jon", ["Marek", "Ilka", "Jon"]),
        ("then Marek van left", ["Marek"]),
        ("then Marek van der", ["Marek"]),
    ],
)
def test_a_run_reaches_over_what_belongs_to_a_name_and_no_farther(text: str, found: list[str]):
    assert runs(text) == found


def test_a_particle_bridges_only_in_a_language_where_it_is_no_common_word():
    assert runs("dann rief Arn der Zeitung zu", "de") == ["Arn", "Zeitung"]
    assert runs("dann rief Falk von der Arn", "de") == ["Falk von der Arn"]


def test_a_very_long_run_is_read_in_pieces():
    assert [len(run.split()) for run in runs("Arn " * (LONGEST_RUN + 5))] == [LONGEST_RUN, 5]


def test_sentences_start_after_full_stops_but_not_after_titles():
    assert starts("Mr. Arn left. “Why?” he asked. (Nobody knew.)") == ["Mr", "Why", "he", "Nobody"]


def test_a_line_of_capitals_is_a_headline():
    words = BY_LANGUAGE["en"]
    assert read_line("Harbour Master Quits Over the Missing Boats", words).headline
    assert not read_line("The harbour master quits over Ilka Torvald", words).headline
    assert not read_line("Ilka Torvald", words).headline
