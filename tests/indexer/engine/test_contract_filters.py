"""What every engine does, in sentences: filters and dates."""

import pytest

from indexer.model import AllTerms, AnyTerms, Dates, FacetIs, Filters, MatchRequest, NoTerms

# --- filters ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"persons": ("ida-holm",)}, ["a", "b"]),
        ({"persons": ("ida-holm", "bo-berg")}, ["a", "b", "c"]),
        ({"all_persons": ("ida-holm", "bo-berg")}, ["a"]),
        ({"not_persons": ("ida-holm",)}, ["c", "d"]),
        ({"not_persons": ("ida-holm", "bo-berg")}, ["d"]),
        ({"persons": ("bo-berg",), "not_persons": ("ida-holm",)}, ["c"]),
        ({"persons": ("nobody",)}, []),
        ({"all_persons": ("ida-holm", "nobody")}, []),
        ({"not_persons": ("nobody",)}, ["a", "b", "c", "d"]),
        ({"sources": ("Gazette",)}, ["a", "b"]),
        ({"sources": ("Gazette", "Courier")}, ["a", "b", "c"]),
        ({"sources": ("gazette",)}, []),
        ({"languages": ("fr",)}, ["b"]),
        ({"languages": ("",)}, ["d"]),
        ({"languages": ("", "fr")}, ["b", "d"]),
        ({"years": ("2017",)}, ["b", "c"]),
        ({"years": ("2016", "2017")}, ["a", "b", "c"]),
        ({"dated": ("sure",)}, ["a", "b"]),
        ({"dated": ("doubtful",)}, ["c"]),
        ({"dated": ("none",)}, ["d"]),
        ({"dated": ("doubtful", "none")}, ["c", "d"]),
        ({"sources": ("Gazette",), "years": ("2017",)}, ["b"]),
    ],
)
def test_values_of_one_filter_are_alternatives_and_filters_combine(press, found, filters, expected):
    assert found(press, **filters) == expected


def test_filters_and_the_tree_combine(press, leaf, found):
    assert found(press, leaf.stem("rain"), years=("2017",)) == ["b"]


def test_a_document_without_a_source_has_none(press, found):
    assert found(press, sources=("Courier", "Gazette")) == ["a", "b", "c"]


# --- dates --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2016", "2016", ["day", "month", "year"]),
        ("2016-05", "2016-05", ["day", "month", "year"]),
        ("2016-05-03", "2016-05-03", ["day", "month", "year"]),
        ("2016-05-04", "2016-05-04", ["month", "year"]),
        ("2016-06", "2016-07", ["year"]),
        ("2016-04-30", "2016-05-01", ["month", "year"]),
        ("2016-12-31", None, ["later", "year"]),
        (None, "2016-01-01", ["year"]),
        (None, "2015-12-31", []),
        ("2017-02-28", "2017-02-28", ["later"]),
        (None, None, ["day", "later", "month", "year"]),
        ("0001", "9999", ["day", "later", "month", "year"]),
        ("2016-07", "2016-06", []),
    ],
)
def test_a_document_is_in_a_range_when_its_days_overlap_it(
    fill, article, found, first, last, expected
):
    # A year or a month alone covers all its days, in documents and in ranges; both ends count.
    searcher = fill(
        article("day", "x", date="2016-05-03"),
        article("month", "x", date="2016-05"),
        article("year", "x", date="2016"),
        article("later", "x", date="2017-02"),
        article("undated", "x"),
    )
    assert found(searcher, dates=Dates(first, last)) == expected
    assert found(searcher, Dates(first, last)) == expected


def test_the_first_and_the_last_year_can_be_stored(fill, article, found, values):
    searcher = fill(article("first", "x", date="0001"), article("last", "x", date="9999-12-31"))
    assert found(searcher, dates=Dates("0001-12-31", "0001-12-31")) == ["first"]
    assert found(searcher, dates=Dates("9999-12-31", None)) == ["last"]
    assert values(searcher.count_facet(MatchRequest(), "year")) == [("0001", 1), ("9999", 1)]


@pytest.mark.parametrize("date", ["2016-13", "2016-02-30", "16", "2016-5-3", " 2016", "soon", ""])
def test_what_is_no_date_is_an_error(fill, article, date):
    with pytest.raises(ValueError, match="date"):
        fill(article("a", "x")).match(MatchRequest(filters=Filters(dates=Dates(date, None))))


@pytest.mark.parametrize(
    ("tree", "filters", "expected"),
    [
        (None, {}, 0),
        (None, {"dates": Dates("2016", None)}, 2),
        (None, {"years": ("2016",)}, 2),
        (None, {"years": ("2016",), "sources": ("Gazette",)}, 1),
        (None, {"years": ("2016",), "dated": ("sure",)}, 0),
        (Dates("2016", "2016"), {}, 2),
        (FacetIs("year", "2016"), {}, 2),
        (NoTerms(Dates("2016", "2016")), {}, 0),
        (NoTerms(NoTerms(Dates("2016", "2016"))), {}, 2),
        (AllTerms((Dates("2016", None), FacetIs("source", "Gazette"))), {}, 1),
        (AnyTerms((Dates("2016", None), FacetIs("source", "Gazette"))), {}, 1),
        (AnyTerms((NoTerms(Dates("2016", None)), FacetIs("source", "Gazette"))), {}, 0),
    ],
)
def test_undated_is_how_many_more_match_all_but_the_dates(fill, article, tree, filters, expected):
    searcher = fill(
        article("dated", "x", date="2016", source="Gazette"),
        article("u1", "x", source="Gazette"),
        article("u2", "x"),
    )
    request = MatchRequest(tree=tree, filters=Filters(**filters))
    assert searcher.match(request).undated == expected
