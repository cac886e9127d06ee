"""The page about the query language promises what the parser does."""

import re
from pathlib import Path

import pytest

from indexer.query import lexemes, parse_query, parser, values

PAGE = (Path(__file__).parents[3] / "docs" / "query-language.md").read_text(encoding="utf8")
EXAMPLES = re.findall(
    r"^\| `(.+)` \| ((?:all articles without|articles with) .+) \|$", PAGE, re.MULTILINE
)


def test_the_page_has_examples():
    assert len(EXAMPLES) >= 15


@pytest.mark.parametrize(("typed", "sentence"), EXAMPLES)
def test_every_example_is_read_as_the_page_says(typed, sentence):
    parsed = parse_query(typed)
    assert (parsed.read_as, parsed.notes) == (sentence, ())


@pytest.mark.parametrize("field", ["title", "person", "source", "byline", "language", "date"])
def test_every_field_stands_on_the_page(field):
    assert f"| `{field}:` |" in PAGE


@pytest.mark.parametrize(
    "limit",
    [
        f"at most {lexemes.MAXIMUM_LENGTH} characters",
        f"{lexemes.MAXIMUM_CLAUSES} operators",
        f"at most {values.MAXIMUM_PHRASE} words",
        f"(at most {values.MAXIMUM_SLOP})",
        f"{values.MAXIMUM_PLAIN:,} characters",
    ],
)
def test_every_limit_stands_on_the_page_as_it_is(limit):
    assert limit in PAGE.replace("\n", " ")


def test_brackets_nest_as_deep_as_the_page_says():
    assert parser.MAXIMUM_DEPTH == 5
    assert "nest five deep" in PAGE.replace("\n", " ")
