"""Years are drawn as few enough bars, and a bar's link gives what its height says."""

import pytest

from indexer.model import Dates, FacetValue, Filters, Query
from webapp.timeline import MAXIMUM_BARS, draw_months, draw_timeline


def years(*counts):
    return [FacetValue(str(year), str(year), count, False) for year, count in counts]


def test_each_year_between_the_first_and_the_last_has_a_bar():
    bars = draw_timeline(Query(), years((2014, 5), (2017, 10)))
    assert [bar.label for bar in bars] == ["2014", "2015", "2016", "2017"]
    assert [bar.count for bar in bars] == [5, 0, 0, 10]
    assert [bar.height for bar in bars] == [50, 0, 0, 100]
    assert bars[1].query is None
    assert bars[3].query == Query(filters=Filters(years=("2017",)))


def test_a_chosen_year_is_let_go_by_its_bar():
    query = Query(filters=Filters(years=("2014",)))
    bars = draw_timeline(query, [FacetValue("2014", "2014", 5, True)])
    assert bars[0].selected
    assert bars[0].query == Query()


@pytest.mark.parametrize(("first", "last"), [(1900, 2020), (1, 9999), (1990, 2016), (1999, 2000)])
def test_there_are_never_too_many_bars(first, last):
    bars = draw_timeline(Query(), years((first, 1), (last, 3)))
    assert 2 <= len(bars) <= MAXIMUM_BARS
    assert sum(bar.count for bar in bars) == 4
    assert max(bar.height for bar in bars) == 100


def test_a_bar_of_many_years_leads_to_them_inside_the_range_that_is_set():
    query = Query(filters=Filters(dates=Dates("1933", None)))
    bars = draw_timeline(query, years((1933, 1), (1934, 2), (2016, 3)))
    assert bars[0].label == "1930–1934"
    assert bars[0].count == 3
    assert bars[0].query == Query(filters=Filters(dates=Dates("1933", "1934")))


def test_little_is_still_seen_beside_much():
    bars = draw_timeline(Query(), years((2014, 1), (2015, 10_000)))
    assert bars[0].height == 2


def test_no_years_no_bars():
    assert draw_timeline(Query(), [FacetValue("", "", 4, False)]) == ()


def test_each_month_between_the_first_and_the_last_has_a_bar():
    months = [FacetValue("2016-11", "", 5, False), FacetValue("2017-02", "", 10, False)]
    bars = draw_months(Query(), months)
    assert [bar.label for bar in bars] == [
        "November 2016",
        "December 2016",
        "January 2017",
        "February 2017",
    ]
    assert [(bar.count, bar.height) for bar in bars] == [(5, 50), (0, 0), (0, 0), (10, 100)]
    assert bars[1].query is None
    assert bars[3].query == Query(filters=Filters(dates=Dates("2017-02", "2017-02")))


def test_a_single_month_is_no_histogram():
    assert draw_months(Query(), [FacetValue("2016-11", "", 5, False)]) == ()
