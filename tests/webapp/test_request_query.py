"""A URL is read leniently and written so that it reads back the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from indexer.model import Dates, Filters, Query
from webapp.request_query import (
    API_SEARCH_NAMES,
    DocumentArguments,
    ListArguments,
    document_to_arguments,
    facet_list_to_arguments,
    hidden_fields,
    list_to_arguments,
    quote_to_arguments,
    read_document,
    read_facet_list,
    read_list,
    read_search,
    read_suggest,
    search_to_arguments,
)


def read(*pairs):
    return read_search(MultiDict(pairs))


def test_an_empty_url_asks_for_every_document():
    assert read() == read_search(MultiDict(), ("q",))
    assert read().query == Query()
    assert read().faults == ()


def test_every_parameter_is_read():
    found = read_search(
        MultiDict(
            [
                ("q", " harbour  fire "),
                ("person", "ida-lund"),
                ("person", "Per Holm"),
                ("all-person", "a"),
                ("not-person", "b"),
                ("source", "The Quay"),
                ("byline", "desk"),
                ("language", "fr"),
                ("language", "none"),
                ("year", "2016"),
                ("dated", "doubtful"),
                ("from", "2015"),
                ("to", "2016-05-31"),
                ("match", "some"),
                ("in", "removed"),
                ("aliases", "1"),
                ("sort", "oldest"),
                ("page", "3"),
                ("size", "20"),
            ]
        ),
        API_SEARCH_NAMES,
    )
    assert found.faults == ()
    assert found.query == Query(
        text="harbour  fire",
        filters=Filters(
            persons=("ida-lund", "Per Holm"),
            all_persons=("a",),
            not_persons=("b",),
            sources=("The Quay",),
            languages=("fr", ""),
            years=("2016",),
            dates=Dates("2015", "2016-05-31"),
            dated=("doubtful",),
        ),
        bylines=("desk",),
        match="some",
        within="removed",
        sort="oldest",
        page=3,
        size=20,
        aliases=True,
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(
            ("page", bad)
            for bad in ("0", "-1", "1e3", "1000000000", "9" * 5000, "٣", "３", "", " 1")
        ),
        ("sort", "__class__"),
        ("match", "any"),
        ("in", "everything"),
        *(("aliases", bad) for bad in ("yes", "2", "true", "")),
        ("dated", "maybe"),
        *(("year", bad) for bad in ("16", "20x6", "２０１６", "-200", "20166")),
        *(("language", bad) for bad in ("english", "e", "EN", "../")),
        *(
            ("from", bad)
            for bad in ("2019-02-30", "0000", "today", "2019-13", "2019-1-1", "20190101")
        ),
        *(("to", bad) for bad in ("2019-04-31", "10000")),
        ("source", "x" * 201),
        ("size", "5"),
        ("q[]", "x"),
        ("colour", "red"),
        ('"><script>', "x"),
    ],
)
def test_a_parameter_that_cannot_be_used_is_left_out_and_named(name, value):
    found = read(("q", "x"), (name, value))
    assert found.query == Query(text="x")
    assert len(found.faults) == 1
    assert name in found.faults[0]
    assert len(found.faults[0]) < 300


def test_a_range_whose_ends_are_crossed_is_left_out():
    found = read(("from", "2017"), ("to", "2016-12"))
    assert found.query.filters.dates is None
    assert found.faults == ("from 2017 is later than to 2016-12; both were ignored.",)


@pytest.mark.parametrize(
    ("first", "last"), [("2016-05", "2016"), ("2016", "2016-01"), ("2016", "2016")]
)
def test_a_month_inside_its_year_is_no_crossed_range(first, last):
    assert read(("from", first), ("to", last)).query.filters.dates == Dates(first, last)


def test_of_a_repeated_query_the_first_counts():
    found = read(("q", "one"), ("q", "two"))
    assert found.query.text == "one"
    assert found.faults == ()


def test_a_query_is_cut_to_five_hundred_characters_and_says_so():
    found = read(("q", "w" * 40_000))
    assert len(found.query.text) == 500
    assert "40,000" in found.faults[0]


def test_five_hundred_filters_are_cut_to_fifty():
    found = read(*(("source", f"paper {n}") for n in range(500)))
    assert len(found.query.filters.sources) == 50
    assert "500" in found.faults[0]


def test_many_unknown_parameters_do_not_make_many_notes():
    found = read(*((f"x{n}", "1") for n in range(40)))
    assert len(found.faults) == 6
    assert found.faults[5] == "35 more unknown parameters were ignored."


def test_control_characters_are_no_part_of_a_query():
    assert read(("q", "a\x00b\r\nc\x1b")).query.text == "a b  c"


def test_empty_filters_are_no_filters():
    assert read(("person", ""), ("source", "  "), ("from", "")) == read()


def test_the_reach_of_pages_ends_at_a_thousand_hits():
    assert read(("page", "100")).query.page == 100
    assert read(("page", "101")).faults
    big = read_search(MultiDict([("page", "11"), ("size", "100")]), API_SEARCH_NAMES)
    assert big.query.page == 1
    assert "from 1 to 10" in big.faults[0]


words = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40).map(str.strip)
values = st.lists(words.filter(bool), max_size=3, unique=True).map(tuple)
dates = st.sampled_from(["2014", "2014-02", "2014-02-28"])
filters = st.builds(
    Filters,
    persons=values,
    all_persons=values,
    not_persons=values,
    sources=values,
    languages=st.lists(st.sampled_from(["", "en", "ar"]), unique=True).map(tuple),
    years=st.lists(st.from_regex(r"[0-9]{4}", fullmatch=True), max_size=3, unique=True).map(tuple),
    dates=st.none() | st.builds(Dates, st.none(), dates) | st.builds(Dates, dates, st.none()),
    dated=st.lists(st.sampled_from(["sure", "doubtful", "none"]), unique=True).map(tuple),
)
queries = st.builds(
    Query,
    text=words,
    filters=filters,
    bylines=values,
    match=st.sampled_from(["all", "some"]),
    within=st.sampled_from(["article", "removed"]),
    sort=st.sampled_from(["relevance", "newest", "oldest"]),
    page=st.integers(1, 10),
    size=st.integers(1, 100),
)


def pairs_of(arguments):
    return MultiDict(
        (name, value)
        for name, given_values in arguments.items()
        for value in (given_values if isinstance(given_values, list) else [given_values])
    )


@given(queries)
def test_what_is_written_reads_back_the_same(query):
    found = read_search(pairs_of(search_to_arguments(query)), API_SEARCH_NAMES)
    assert found.query == query
    assert found.faults == ()
    assert read_search(MultiDict(hidden_fields(query)), API_SEARCH_NAMES).query == query


@given(st.lists(st.tuples(st.sampled_from(API_SEARCH_NAMES), st.text(max_size=30)), max_size=8))
def test_no_url_is_too_odd_to_read(pairs):
    found = read_search(MultiDict(pairs), API_SEARCH_NAMES)
    again = read_search(pairs_of(search_to_arguments(found.query)), API_SEARCH_NAMES)
    assert again.query == found.query


def test_the_arguments_of_a_list_read_back():
    wanted = ListArguments("holm", "name", 3)
    assert read_list(pairs_of(list_to_arguments(wanted))) == (wanted, ())
    assert list_to_arguments(ListArguments()) == {}


def test_the_arguments_of_a_facets_list_read_back_beside_the_searchs():
    query, wanted = Query(text="fire", page=2), ListArguments("holm", "name", 3)
    found, list_found = read_facet_list(pairs_of(facet_list_to_arguments(query, wanted)))
    assert (found.query, found.faults, list_found) == (query, (), wanted)


def test_the_arguments_of_a_document_read_back():
    sent = DocumentArguments(Query(text="fire", match="some"), "removed", "p1", "p2", "first words")
    assert read_document(pairs_of(document_to_arguments(sent))) == sent
    assert document_to_arguments(DocumentArguments(Query())) == {}


def test_what_was_typed_so_far_is_read_and_nothing_else():
    assert read_suggest(MultiDict([("q", "hol")])) == (ListArguments("hol"), ())
    assert read_suggest(MultiDict([("x", "hol")]))[1]


def test_a_link_without_a_quote_has_no_parameter():
    assert quote_to_arguments("") == {}
    assert quote_to_arguments("first words") == {"quote": "first words"}
