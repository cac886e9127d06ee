"""What a search answers: which articles, in which order, counted how, and what it says of itself."""

from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.model import Dates, Filters, Query
from indexer.search import names_in, rank_words, read_query, search, stream_hits


def ids(results):
    return [hit.document.id for hit in results.hits]


def found(searcher, text, **fields):
    return set(ids(search(searcher, Query(text=text, **fields))))


def test_a_plain_query_finds_the_articles_with_all_its_words(searcher):
    results = search(searcher, Query(text="harbour strike"))
    assert set(ids(results)) == {"a1", "a2"}
    assert (results.total, results.match) == (2, "all")


def test_the_number_of_articles_with_some_of_the_words_is_said(searcher):
    results = search(searcher, Query(text="harbour strike"))
    assert results.total_some == search(searcher, Query(text="harbour strike", match="some")).total
    assert results.total_some == 4


def test_articles_with_some_of_the_words_stand_in_where_none_has_all(searcher):
    results = search(searcher, Query(text="mine boats"))
    assert results.match == "some"
    assert set(ids(results)) == {"a2", "a5"}
    assert any("some of them" in note for note in results.notes)
    assert "some of the words" in results.read_as
    assert "some of the words" not in search(searcher, Query(text="harbour strike")).read_as


def test_articles_with_all_the_words_come_first_on_demand_of_some(searcher):
    results = search(searcher, Query(text="harbour mine", match="some"))
    assert ids(results)[0] == "a2"
    assert results.total == 4


def test_nothing_is_found_for_words_that_no_article_has(searcher):
    results = search(searcher, Query(text="qqqq wwww"))
    assert (results.total, results.hits, results.match) == (0, (), "all")


def test_an_empty_query_finds_every_article(searcher):
    assert search(searcher, Query()).total == 6


def test_a_phrase_is_found_only_in_its_order(searcher):
    assert found(searcher, '"foreign fighters"') == {"a2"}


def test_a_word_after_a_minus_excludes(searcher):
    assert found(searcher, "harbour -strike") == {"a5", "a6"}
    assert found(searcher, "NOT harbour") == {"a3", "a4"}


def test_or_finds_either(searcher):
    assert found(searcher, "boats OR miners") == {"a2", "a5"}


def test_a_prefix_is_matched_in_full(searcher):
    assert found(searcher, "fight*") == {"a2", "a3"}


def test_a_word_in_one_language_finds_its_other_forms(searcher):
    assert found(searcher, "grève") == {"a4"}
    assert found(searcher, "striking") == {"a1", "a2"}


def test_the_title_field_looks_in_titles_alone(searcher):
    assert found(searcher, "title:fighters") == {"a3"}
    assert found(searcher, 'title:"comes home"') == set()
    assert found(searcher, 'title:"come home"') == {"a3"}


def test_bylines_are_searched_with_their_field_alone(searcher):
    assert found(searcher, "Odile") == set()
    assert found(searcher, "byline:Odile") == {"a1"}
    assert set(ids(search(searcher, Query(bylines=("odile marn",))))) == {"a1"}


def test_a_byline_of_the_facet_is_that_writer_and_any_other_words_are_looked_for(searcher):
    whole = search(searcher, Query(bylines=("odile marn",)))
    assert whole.query.bylines == ("Odile Marn",)  # as the facet prints it
    assert whole.query.filters.bylines == ()
    chosen = [value.value for value in whole.facets["byline"] if value.selected]
    assert chosen == ["Odile Marn"]
    some = search(searcher, Query(bylines=("odile",)))
    assert (ids(some), some.query.bylines) == (["a1"], ("odile",))
    # A value and words beside each other are alternatives.
    assert set(ids(search(searcher, Query(bylines=("Odile Marn", "zzz"))))) == {"a1"}
    assert search(searcher, Query(bylines=("zzz", "yyy"))).total == 0


def test_removed_text_is_searched_on_demand_alone(searcher):
    assert search(searcher, Query(text="zeppelin")).total == 0
    assert search(searcher, Query(text="zeppelin")).total_removed == 1
    results = search(searcher, Query(text="zeppelin", within="removed"))
    assert ids(results) == ["a1"]
    assert results.hits[0].snippets[0].passage == ""
    assert dict(results.facets) == {}


@pytest.mark.parametrize("text", ["", "date:2016", "title:harbour", "byline:Odile", "-zeppelin"])
def test_nothing_is_found_in_removed_text_without_a_word(searcher, text):
    assert search(searcher, Query(text=text, within="removed")).total == 0
    assert search(searcher, Query(text=text)).total_removed == 0


def test_that_a_star_means_nothing_in_removed_text_is_said(searcher):
    assert any("*" in note for note in search(searcher, Query("zepp*", within="removed")).notes)
    assert not any("*" in note for note in search(searcher, Query("zepp*")).notes)


@pytest.mark.parametrize("value", ["ilka-torvald", "Ilka Torvald", "torvald", "ILKA  TORVALD"])
def test_a_person_is_chosen_by_id_name_or_alias(searcher, value):
    assert found(searcher, "", filters=Filters(persons=(value,))) == {"a1", "a3"}


def test_persons_are_any_of_all_of_or_none_of(searcher):
    both = ("ilka-torvald", "omar-vosk")
    assert found(searcher, "", filters=Filters(persons=both)) == {"a1", "a3"}
    assert found(searcher, "", filters=Filters(all_persons=both)) == {"a3"}
    assert found(searcher, "", filters=Filters(not_persons=both)) == {"a2", "a4", "a5", "a6"}


def test_a_surname_in_the_person_field_finds_all_who_bear_it(searcher):
    assert found(searcher, "person:vosk") == {"a2", "a3"}


def test_a_person_whom_no_article_names_is_said(searcher):
    results = search(searcher, Query(filters=Filters(persons=("Nobody Here",))))
    assert results.total == 0
    assert any("Nobody Here" in note for note in results.notes)


def test_of_two_whom_a_surname_may_mean_the_first_is_demanded_and_said(searcher):
    results = search(searcher, Query(filters=Filters(all_persons=("vosk",))))
    assert any("may be 2 persons" in note for note in results.notes)


def test_sources_are_found_by_a_part_of_their_name(searcher):
    assert found(searcher, "source:garn") == {"a2"}
    assert found(searcher, 'source:"garn post"') == {"a2"}


def test_the_language_field_takes_a_code(searcher):
    assert found(searcher, "language:FR") == {"a4"}


def test_dates_are_inclusive_and_a_year_alone_works(searcher):
    assert found(searcher, "date:2017") == {"a2", "a3"}
    assert found(searcher, "", filters=Filters(dates=Dates("2016-05-03", "2017-01"))) == {
        "a1",
        "a2",
    }


def test_the_best_passage_is_the_snippet_and_is_marked(searcher):
    (hit,) = search(searcher, Query(text="dockers")).hits
    (snippet,) = hit.snippets
    assert snippet.passage == hit.document.passages[1].id
    assert [snippet.text[start:end] for start, end in snippet.highlights] == ["dockers"]
    assert snippet.number == 2


def test_the_title_is_marked(searcher):
    hits = search(searcher, Query(text="mine closes")).hits
    (hit,) = [hit for hit in hits if hit.document.id == "a2"]
    marks = [hit.document.title[start:end] for start, end in hit.title_highlights]
    assert marks == ["mine", "closes"]


def test_newest_and_oldest_put_the_undated_last(searcher):
    newest = ids(search(searcher, Query(sort="newest")))
    oldest = ids(search(searcher, Query(sort="oldest")))
    assert newest == ["a3", "a2", "a1", "a6", "a5", "a4"]
    assert oldest == ["a5", "a6", "a1", "a2", "a3", "a4"]


def test_a_misspelt_word_gets_a_suggestion(searcher):
    assert search(searcher, Query(text="habrour")).suggestion == "harbour"
    assert search(searcher, Query(text='"the end" habrour')).suggestion == '"the end" harbour'


@pytest.mark.parametrize("form", ["boat", "mines", "finie"])
def test_another_form_of_a_word_is_no_misspelling(searcher, form):
    assert search(searcher, Query(text=form)).suggestion is None


def test_a_query_with_hits_enough_gets_none(searcher):
    assert search(searcher, Query(text="harbour")).suggestion is None


def test_a_facet_counts_what_choosing_a_value_alone_would_give(searcher):
    query = Query(text="harbour OR fighters", filters=Filters(sources=("Garn Post",)))
    results = search(searcher, query)
    for value in results.facets["source"]:
        chosen = replace(query, filters=replace(query.filters, sources=(value.value,)))
        assert search(searcher, chosen).total == value.count
    for value in results.facets["person"]:
        chosen = replace(query, filters=replace(query.filters, persons=(value.value,)))
        assert search(searcher, chosen).total == value.count


def test_a_facet_shows_persons_by_name(searcher):
    labels = {value.value: value.label for value in search(searcher, Query()).facets["person"]}
    assert labels["ilka-torvald"] == "Ilka Torvald"


def test_pages_follow_each_other_without_gaps(searcher):
    pages = [ids(search(searcher, Query(page=page, size=2))) for page in (1, 2, 3, 4)]
    assert [*chain(*pages)] == ids(search(searcher, Query()))
    assert pages[3] == []
    assert search(searcher, Query(size=2)).pages == 3


def test_hits_can_be_passed_over(searcher):
    assert ids(search(searcher, Query(skip=4))) == ids(search(searcher, Query()))[4:]


def test_a_batch_ranks_articles_with_all_words_before_those_with_some(searcher):
    ranked = [one.document.id for one in rank_words(searcher, "mine harbour", 10)]
    assert ranked[0] == "a2"
    assert set(ranked) == {"a1", "a2", "a5", "a6"}


def test_a_batch_knows_no_syntax(searcher):
    ranked = {one.document.id for one in rank_words(searcher, 'NOT "harbour" OR -strike', 10)}
    assert {"a1", "a2"} <= ranked


def test_a_batch_says_the_best_passage_on_demand(searcher):
    (first, *_) = rank_words(searcher, "dockers", 1, passages=True)
    assert first.snippet is not None
    assert first.snippet.number == 2
    (first, *_) = rank_words(searcher, "dockers", 1)
    assert first.snippet is None


def test_a_batch_finds_nothing_for_no_words(searcher):
    assert list(rank_words(searcher, " \u200b ", 10)) == []


@pytest.mark.parametrize(
    "query",
    [
        Query(),
        Query(text="harbour"),
        Query(text="mine boats"),
        Query(text="zeppelin", within="removed"),
        Query(text="harbour strike", match="some"),
    ],
)
def test_an_export_streams_what_the_total_counts(searcher, query):
    streamed = [document.id for document in stream_hits(searcher, query)]
    assert len(streamed) == len(set(streamed)) == search(searcher, query).total


def test_a_list_of_names_gets_articles_for_each(searcher):
    answers = dict(names_in(searcher, ["Ilka Torvald", "Torvald", "Nobody Here"], 10))
    # Both that name her, one of them not in these words.
    assert (
        answers["Ilka Torvald"].total == search(searcher, Query(text="person:Torvald")).total == 2
    )
    assert ids(answers["Torvald"]) == ids(answers["Ilka Torvald"])
    assert answers["Nobody Here"].total == 0


def test_a_query_without_words_has_no_weaker_reading(searcher):
    assert read_query(searcher, Query(text="date:2017 source:garn")).some is None


def test_small_words_do_not_rank_unless_they_are_all(searcher):
    assert len(read_query(searcher, Query(text="the harbour")).ranking) == 2
    assert len(read_query(searcher, Query(text="the of")).ranking) == 4


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_no_text_breaks_the_search_and_what_is_marked_lies_in_the_snippet(searcher, text):
    results = search(searcher, Query(text=text))
    for hit in results.hits:
        for snippet in hit.snippets:
            for start, end in snippet.highlights:
                assert 0 <= start < end <= len(snippet.text)
