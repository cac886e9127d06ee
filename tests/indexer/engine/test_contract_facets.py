"""What every engine does, in sentences: facets."""

import random
from itertools import product

import pytest

from indexer.model import Dates, FacetCount, FacetIs, Filters, MatchRequest, Person

FACETS = ("person", "source", "language", "byline", "year")


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
                byline=chance.choice((None, "Ann Aas", "ANN AAS and Ben Bø", "Ben Bø")),
            )
            for n in range(120)
        )
    )
    filters = [
        Filters(
            persons=persons,
            not_persons=banned,
            sources=sources,
            bylines=bylines,
            years=years,
            dates=dates,
        )
        for persons, banned, sources, bylines, years, dates in product(
            ((), ("ida-holm", "bo-berg")),
            ((), ("cy-dahl",)),
            ((), ("Gazette",)),
            ((), ("Ann Aas",)),
            ((), ("2016", "2015")),
            (None, Dates("2016-02", "2017")),
        )
    ]
    own = {facet: f"{facet}s" for facet in FACETS}
    for one, tree in product(filters, (None, leaf.stem("rain"))):
        facets = searcher.match(MatchRequest(tree=tree, filters=one, facets=FACETS)).facets
        for facet, counts in facets.items():
            assert counts
            for count in counts:
                alone = {field: getattr(one, field) for field in one.__slots__}
                alone[own[facet]] = (count.value,)
                request = MatchRequest(tree=tree, filters=Filters(**alone))
                assert searcher.match(request).total == count.count


def test_each_name_of_a_byline_is_a_value_and_capitals_and_accents_make_no_difference(
    fill, article, values, found
):
    searcher = fill(
        article("a", "x", byline="By Ann Åås and Ben Bo", credits=("Photo: Cay Cole",)),
        article("b", "x", byline="ANN AAS, staff reporter"),
        article("c", "x", byline="Ann Åås in Port Vessin"),
        article("d", "x"),
    )
    assert values(searcher.count_facet(MatchRequest(), "byline")) == [("Ann Åås", 3), ("Ben Bo", 1)]
    assert found(searcher, bylines=("ann aas",)) == ["a", "b", "c"]
    assert found(searcher, bylines=("Ben Bo", "nobody")) == ["a"]
    assert found(searcher, bylines=("Cay Cole",)) == []
    assert found(searcher, FacetIs("byline", "ben bo")) == ["a"]
    chosen = MatchRequest(filters=Filters(bylines=("ben bo",)), facets=("byline",), facet_size=1)
    assert searcher.match(chosen).facets["byline"] == (
        FacetCount("Ann Åås", 3),
        FacetCount("Ben Bo", 1, selected=True),
    )


def test_which_spelling_of_a_byline_is_shown_does_not_depend_on_history(engine, article, values):
    documents = [article(f"d{n}", "x", byline=text) for n, text in enumerate(("ANN", "Ann", "Ann"))]
    for document in documents:
        with engine.writer() as writer:
            writer.put(document, "", document.id)
            writer.publish()
    assert values(engine.searcher().count_facet(MatchRequest(), "byline")) == [("Ann", 3)]
    with engine.writer() as writer:
        writer.delete("d1")
        writer.delete("d2")
        writer.publish()
    assert values(engine.searcher().count_facet(MatchRequest(), "byline")) == [("ANN", 1)]
