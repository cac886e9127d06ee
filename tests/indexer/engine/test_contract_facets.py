"""What every engine does, in sentences: filters, dates and facets."""

import random
from itertools import product

import pytest

from indexer.model import (
    AllTerms,
    AnyTerms,
    Dates,
    FacetCount,
    FacetIs,
    Filters,
    MatchRequest,
    NoTerms,
    Person,
)

FACETS = ("person", "source", "language", "year")

# --- filters ------------------------------------------------------------------------------------


@pytest.fixture
def press(fill, article):
    return fill(
        article("a", "Rain", source="Gazette", date="2016-05-03", persons=("Ida Holm", "Bo Berg")),
        article("b", "Rain", source="Gazette", date="2017", persons=("Ida Holm",), language="fr"),
        article("c", "Snow", source="Courier", date="2017-02", sure=False, persons=("Bo Berg",)),
        article("d", "Snow", language=None),
    )


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


# --- facets -------------------------------------------------------------------------------------


def test_facets_count_documents_most_first_then_by_value(press, values):
    facets = press.match(MatchRequest(facets=FACETS)).facets
    assert values(facets["person"]) == [("bo-berg", 2), ("ida-holm", 2)]
    assert values(facets["source"]) == [("Gazette", 2), ("Courier", 1)]
    assert values(facets["language"]) == [("en", 2), ("", 1), ("fr", 1)]
    assert values(facets["year"]) == [("2017", 2), ("2016", 1)]


def test_only_the_facets_that_were_asked_for_are_counted(press):
    assert press.match(MatchRequest()).facets == {}
    assert list(press.match(MatchRequest(facets=("year",))).facets) == ["year"]


def test_a_facet_leaves_out_its_own_choice_and_keeps_every_other(press, values):
    request = MatchRequest(
        filters=Filters(sources=("Courier",), persons=("bo-berg",)), facets=FACETS
    )
    facets = press.match(request).facets
    assert values(facets["source"]) == [("Courier", 1), ("Gazette", 1)]
    assert values(facets["person"]) == [("bo-berg", 1)]
    assert values(facets["year"]) == [("2017", 1)]


def test_all_and_not_persons_are_other_restrictions(press, values):
    request = MatchRequest(filters=Filters(all_persons=("ida-holm",)), facets=("person",))
    assert values(press.match(request).facets["person"]) == [("ida-holm", 2), ("bo-berg", 1)]
    request = MatchRequest(filters=Filters(not_persons=("ida-holm",)), facets=("person",))
    assert values(press.match(request).facets["person"]) == [("bo-berg", 1)]


def test_the_year_facet_leaves_out_years_but_not_dates(press, values):
    request = MatchRequest(
        filters=Filters(years=("2016",), dates=Dates("2017", None)), facets=("year",)
    )
    assert press.match(request).total == 0
    assert values(press.match(request).facets["year"]) == [("2017", 2), ("2016", 0)]


def test_a_chosen_value_never_vanishes(press):
    request = MatchRequest(
        filters=Filters(sources=("Nobody's", "Courier"), years=("2016",)),
        facets=("source", "year"),
        facet_size=1,
    )
    facets = press.match(request).facets
    assert facets["source"] == (
        FacetCount("Gazette", 1),
        FacetCount("Courier", 0, selected=True),
        FacetCount("Nobody's", 0, selected=True),
    )
    assert facets["year"] == (FacetCount("2017", 1), FacetCount("2016", 0, selected=True))


@pytest.mark.parametrize("size", [0, 1, 2, 3, 50])
def test_a_facet_has_the_first_values_and_the_chosen_ones_besides(fill, article, values, size):
    sources = "aaaabbbccdde"
    searcher = fill(*(article(f"{n}", "x", source=one) for n, one in enumerate(sources)))
    every = [("a", 4), ("b", 3), ("c", 2), ("d", 2), ("e", 1)]
    request = MatchRequest(facets=("source",), facet_size=size)
    assert values(searcher.match(request).facets["source"]) == every[:size]
    request = MatchRequest(filters=Filters(sources=("e",)), facets=("source",), facet_size=size)
    expected = sorted({*every[:size], ("e", 1)}, key=every.index)
    assert values(searcher.match(request).facets["source"]) == expected
    assert values(searcher.count_facet(request, "source")) == every


def test_a_document_counts_once_for_a_person_of_two_names(fill, article, values):
    searcher = fill(
        article("a", "x", persons=("Ida Holm", "Ida M. Holm")),
        person_of={"ida holm": "ida-holm", "ida m holm": "ida-holm"},
    )
    assert values(searcher.count_facet(MatchRequest(), "person")) == [("ida-holm", 1)]


def test_one_document_may_mean_another_person_or_nobody_by_a_name(fill, article, values, found):
    searcher = fill(
        *(article(id_, "x", persons=("Ida Holm",)) for id_ in "abc"),
        person_here={("b", "ida holm"): "ida-holm-2", ("c", "ida holm"): "", ("z", "no"): "x"},
    )
    assert found(searcher, persons=("ida-holm",)) == ["a"]
    assert found(searcher, persons=("ida-holm-2",)) == ["b"]
    counts = searcher.count_facet(MatchRequest(), "person")
    assert values(counts) == [("ida-holm", 1), ("ida-holm-2", 1)]


def test_a_hidden_person_is_not_in_the_facet_and_can_be_chosen(fill, article, found):
    searcher = fill(
        article("a", "x", persons=("Ida Holm",)),
        persons=(Person("ida-holm", "Ida Holm", hidden=True),),
    )
    assert searcher.count_facet(MatchRequest(), "person") == ()
    assert found(searcher, persons=("ida-holm",)) == ["a"]
    request = MatchRequest(filters=Filters(persons=("ida-holm",)))
    assert searcher.count_facet(request, "person") == (FacetCount("ida-holm", 1, selected=True),)


def test_an_id_that_a_person_had_chooses_the_person(fill, article, found):
    searcher = fill(
        article("a", "x", persons=("Ida Holm",)),
        person_redirects={"idas-old-id": "middle", "middle": "ida-holm"},
    )
    assert found(searcher, persons=("idas-old-id",)) == ["a"]
    assert found(searcher, FacetIs("person", "middle")) == ["a"]
    request = MatchRequest(filters=Filters(persons=("idas-old-id",)))
    assert searcher.count_facet(request, "person") == (FacetCount("ida-holm", 1, selected=True),)


def test_tables_are_replaced_without_touching_documents(engine, article, register, found):
    document = article("a", "x", persons=("Ida Holm",))
    with engine.writer() as writer:
        writer.put(document, "", "print")
        writer.set_tables(register([document]))
        writer.publish()
    with engine.writer() as writer:
        writer.set_tables(register([document], person_of={"ida holm": "somebody-else"}))
        writer.publish()
    assert found(engine.searcher(), persons=("ida-holm",)) == []
    assert found(engine.searcher(), persons=("somebody-else",)) == ["a"]


def test_a_facets_count_is_the_total_if_the_value_alone_were_chosen(fill, article, leaf):
    chance = random.Random(5)
    people = ("Ida Holm", "Bo Berg", "Cy Dahl", "Di Ek")
    searcher = fill(
        *(
            article(
                f"d{n}",
                chance.choice(("Rain", "Snow", "Rain and snow")),
                source=chance.choice((None, "Gazette", "Courier", "Post")),
                date=chance.choice((None, "2015", "2016-03", "2016-11-30", "2017")),
                language=chance.choice((None, "en", "fr")),
                persons=chance.sample(people, chance.randrange(4)),
            )
            for n in range(120)
        )
    )
    filters = [
        Filters(persons=persons, not_persons=banned, sources=sources, years=years, dates=dates)
        for persons, banned, sources, years, dates in product(
            ((), ("ida-holm", "bo-berg")),
            ((), ("cy-dahl",)),
            ((), ("Gazette",)),
            ((), ("2016", "2015")),
            (None, Dates("2016-02", "2017")),
        )
    ]
    own = {"person": "persons", "source": "sources", "language": "languages", "year": "years"}
    for one, tree in product(filters, (None, leaf.stem("rain"))):
        facets = searcher.match(MatchRequest(tree=tree, filters=one, facets=FACETS)).facets
        for facet, counts in facets.items():
            assert counts
            for count in counts:
                alone = {field: getattr(one, field) for field in one.__slots__}
                alone[own[facet]] = (count.value,)
                request = MatchRequest(tree=tree, filters=Filters(**alone))
                assert searcher.match(request).total == count.count
