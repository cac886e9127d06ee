"""A date is one of three forms and in the calendar, or it is none."""

import pytest

from indexer.dates import calendar_date, is_publication_year


@pytest.mark.parametrize("text", ["2016", "2016-02", "2016-02-29", "0001", "9999-12-31"])
def test_a_year_a_month_and_a_day_are_dates(text):
    assert calendar_date(f" {text} ") == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "16",
        "2016-2",
        "2016-13",
        "2015-02-29",
        "2016-02-30",
        "0000",
        "２０１６",
        "2016-01-01T00",
    ],
)
def test_what_is_not_in_the_calendar_is_no_date(text):
    assert calendar_date(text) is None


def test_articles_are_published_from_the_first_print_on_whatever_the_clock_says():
    years = (1, 1449, 1450, 1605, 2026, 2099, 2100, 9999)
    assert [is_publication_year(year) for year in years] == [
        *(False, False, True, True),
        *(True, True, False, False),
    ]
