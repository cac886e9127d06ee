import pytest

from indexer.cleaner.byline import byline_in, names_in_byline
from indexer.cleaner.features import form_of


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Lee", "Ann Lee"),
        (
            "By Ann Lee and Bo Rask, Senior Correspondent",
            "Ann Lee and Bo Rask, Senior Correspondent",
        ),
        ("Par Anne Lefèvre", "Anne Lefèvre"),
        ("Von Karl Möll", "Karl Möll"),
        ("Por Ana Ruiz", "Ana Ruiz"),
        ("بقلم سمير غزون", "سمير غزون"),
        ("bySauli Gard", "Sauli Gard"),
        ("By Ann Lee | Published Nov 16, 2023", "Ann Lee"),
        ("Written by Ann van der Lee", "Ann van der Lee"),
        ("Autor: Karl Möll", "Karl Möll"),
    ],
)
def test_a_byline_is_the_names_behind_by(line, names):
    assert byline_in(line, form_of(line)) == names


@pytest.mark.parametrize(
    "line",
    [
        "By the river",
        "By",
        "By Monday the water had gone down, and people went home.",
        "Ann Lee",
        "By " + "Ann " * 30,
    ],
)
def test_a_sentence_that_begins_with_by_is_none(line):
    assert byline_in(line, form_of(line)) is None


def test_a_line_that_a_page_marks_needs_no_by():
    assert (
        names_in_byline("سمير غزون – 6 نوفمبر 2020", form_of("سمير غزون – 6 نوفمبر 2020"))
        == "سمير غزون"
    )
    assert names_in_byline("Ann Lee", form_of("Ann Lee")) == "Ann Lee"
