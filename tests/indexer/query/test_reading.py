import pytest

from indexer.query import parse_query


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", ""),
        ("alpha", "articles with “alpha”"),
        (
            'alpha "beta gamma" -delta',
            "articles with “alpha” and the phrase “beta gamma”, but not “delta”",
        ),
        ("alpha beta gamma", "articles with “alpha”, “beta” and “gamma”"),
        ("alpha OR beta", "articles with “alpha” or “beta”"),
        ("alpha (beta OR gamma)", "articles with “alpha” and (“beta” or “gamma”)"),
        (
            "(alpha -beta) OR gamma",
            "articles with (“alpha”, but not “beta”) or “gamma”",
        ),
        ("alpha OR NOT beta", "articles with “alpha” or (not “beta”)"),
        ("-alpha", "all articles without “alpha”"),
        ("-alpha -beta", "all articles without “alpha” or “beta”"),
        ("-(alpha beta)", "all articles without (“alpha” and “beta”)"),
        ("alpha -(beta OR gamma)", "articles with “alpha”, but not “beta” or “gamma”"),
        ("gov*", "articles with a word beginning with “gov”"),
        ("title:alpha", "articles with “alpha” in the title"),
        ('byline:"alpha beta"', "articles with the phrase “alpha beta” in the byline"),
        (
            '"alpha beta"~3',
            "articles with the phrase “alpha beta” (up to 3 other words between them)",
        ),
        ("person:Jan source:herald", "articles with the person “Jan” and the source “herald”"),
        ("date:2016", "articles with the date 2016"),
        ("date:2016..2017", "articles with a date from 2016 to 2017"),
        ("date:2016..", "articles with a date from 2016 on"),
        ("date:..2017", "articles with a date up to 2017"),
    ],
)
def test_a_query_is_read_back_in_words(typed, sentence):
    assert parse_query(typed).read_as == sentence
