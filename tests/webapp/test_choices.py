"""A click changes one thing and begins at page 1."""

import pytest

from indexer.model import Dates, Filters, Query
from webapp import choices

BUSY = Query(
    text="fire",
    filters=Filters(
        persons=("ida", "per"), all_persons=("kai",), not_persons=("jon",), sources=("Quay",)
    ),
    bylines=("desk",),
    page=4,
)


@pytest.mark.parametrize("facet", ["person", "source", "language", "year"])
def test_a_second_click_takes_a_choice_back(facet):
    once = choices.toggle(Query(), facet, "2016")
    assert choices.selected_values(once, facet) == ("2016",)
    assert choices.toggle(once, facet, "2016") == Query()


def test_choosing_begins_at_page_one_and_keeps_everything_else():
    chosen = choices.toggle(BUSY, "source", "Herald")
    assert chosen.page == 1
    assert chosen.filters.sources == ("Quay", "Herald")
    assert chosen.filters.persons == BUSY.filters.persons
    assert chosen.text == "fire"


def test_a_person_stands_in_one_list_at_a_time():
    required = choices.require(BUSY, "jon")
    assert required.filters.all_persons == ("kai", "jon")
    assert required.filters.not_persons == ()
    left_out = choices.exclude(BUSY, "ida")
    assert left_out.filters.persons == ("per",)
    assert left_out.filters.not_persons == ("jon", "ida")
    assert choices.readmit(left_out, "ida").filters.not_persons == ("jon",)
    assert choices.choose(BUSY, "person", "kai").filters.all_persons == ()


def test_a_required_person_is_let_go_by_a_click():
    assert choices.toggle(BUSY, "person", "kai").filters.all_persons == ()


def test_any_and_all_hold_the_same_persons():
    everybody = choices.name_all(BUSY)
    assert everybody.filters.all_persons == ("kai", "ida", "per")
    assert everybody.filters.persons == ()
    assert set(choices.name_any(everybody).filters.persons) == {"kai", "ida", "per"}


def test_without_filters_the_words_are_kept():
    assert choices.without_filters(BUSY) == Query(text="fire")


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (None, Dates("1990", "1999")),
        (Dates("1995-06", None), Dates("1995-06", "1999")),
        (Dates("1985", "1992-03-01"), Dates("1990", "1992-03-01")),
        (Dates(None, "2004"), Dates("1990", "1999")),
    ],
)
def test_years_narrow_the_range_that_is_set(dates, expected):
    query = Query(filters=Filters(dates=dates, years=("1991",)))
    narrowed = choices.between_years(query, "1990", "1999")
    assert narrowed.filters.dates == expected
    assert narrowed.filters.years == ()


def test_each_restriction_of_dates_can_be_taken_back():
    query = Query(
        filters=Filters(dates=Dates("2015", None), dated=("sure", "none"), years=("2015",))
    )
    assert choices.without_dates(query).filters.dates is None
    assert choices.without_dated(query, "none").filters.dated == ("sure",)
    assert choices.toggle_dated(query, "none").filters.dated == ("sure",)
    assert choices.toggle_dated(query, "doubtful").filters.dated == ("sure", "none", "doubtful")
    undated = choices.undated_only(query).filters
    assert (undated.dates, undated.years, undated.dated) == (None, (), ("none",))


def test_where_how_and_in_which_order_are_changed_alone():
    assert choices.toggle(BUSY, "byline", "desk").bylines == ()
    assert choices.reworded(BUSY, "flood").text == "flood"
    assert choices.tolerant(BUSY).match == "some"
    removed = choices.in_removed(BUSY)
    assert removed.within == "removed"
    assert choices.in_articles(removed).within == "article"
    assert choices.sorted_by(BUSY, "newest").sort == "newest"
    assert choices.at_page(BUSY, 9).page == 9
