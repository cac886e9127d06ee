"""What every engine does, in sentences: matching and ranking. It goes on in test_contract_*.py."""

from itertools import pairwise
from math import log2

import pytest

from indexer.model import (
    AllTerms,
    AnyTerm,
    AnyTerms,
    Dates,
    FacetIs,
    MatchRequest,
    NoTerms,
    TermPhrase,
    Weighted,
)

# --- words --------------------------------------------------------------------------------------


def test_a_word_is_found_in_titles_and_in_passages_in_every_form(fill, article, leaf, found):
    searcher = fill(
        article("title", "Harbours of the north", "Nothing else."),
        article("body", "News", "They went to the harbour."),
        article("other", "News", "They went home."),
    )
    assert found(searcher, leaf.stem("harbour")) == ["body", "title"]


def test_an_exact_word_is_found_in_that_form_only(fill, article, leaf, found):
    searcher = fill(
        article("one", "News", "A harbour."), article("many", "Harbours", "Nothing else.")
    )
    assert found(searcher, leaf.exact("harbour")) == ["one"]
    assert found(searcher, leaf.exact("HARBOURS")) == ["many"]


def test_terms_of_a_leaf_are_alternatives(fill, article, leaf, found):
    searcher = fill(article("a", "Rain"), article("b", "Snow"), article("c", "Sun"))
    assert found(searcher, AnyTerm("exact", ("rain", "snow", "hail"))) == ["a", "b"]
    assert found(searcher, AnyTerm("exact", ())) == []


def test_a_document_is_stemmed_in_its_own_language(fill, article, found):
    searcher = fill(
        article("en", "Nation", "nationality"), article("unknown", "nationality", language=None)
    )
    assert found(searcher, AnyTerm("text", ("nationality",))) == ["unknown"]
    assert found(searcher, AnyTerm("exact", ("nationality",))) == ["en", "unknown"]


def test_the_title_field_knows_titles_only(fill, article, leaf, found):
    searcher = fill(article("a", "Storms", "Rain."), article("b", "Rain", "Storms."))
    assert found(searcher, leaf.stem("storm", "title")) == ["a"]
    assert found(searcher, leaf.exact("storms", "title_exact")) == ["a"]
    assert found(searcher, leaf.exact("storm", "title_exact")) == []


def test_bylines_and_credits_are_found_in_their_own_field_only(fill, article, leaf, found):
    searcher = fill(
        article("a", "News", "Text.", byline="By Ida Holm"),
        article("b", "News", "Text.", credits=("Photo: Ida Berg", "Holm Agency")),
    )
    assert found(searcher, leaf.exact("ida", "byline")) == ["a", "b"]
    assert found(searcher, leaf.exact("ida")) == found(searcher, leaf.stem("ida")) == []
    assert found(searcher, leaf.phrase("ida holm", field="byline")) == ["a"]
    assert found(searcher, leaf.phrase("berg holm", field="byline")) == []


def test_removed_text_is_found_in_its_own_field_only(fill, article, leaf, found):
    searcher = fill(article("a", "News", "Text.", removed=("Subscribe to our letters",)))
    assert found(searcher, leaf.stem("subscribed", "removed")) == ["a"]
    assert found(searcher, leaf.stem("subscribe")) == found(searcher, leaf.exact("letters")) == []


# --- phrases ------------------------------------------------------------------------------------


def test_a_phrase_is_its_words_in_order_and_side_by_side(fill, article, leaf, found):
    searcher = fill(
        article("yes", "News", "He saw the old harbour wall."),
        article("order", "News", "He saw the harbour old."),
        article("apart", "News", "He saw the old grey harbour."),
    )
    assert found(searcher, leaf.phrase("old harbour")) == ["yes"]
    assert found(searcher, leaf.phrase("old harbour wall")) == ["yes"]


@pytest.mark.parametrize(("slop", "expected"), [(0, []), (1, []), (2, ["a"]), (9, ["a"])])
def test_slop_is_how_many_other_words_stand_between(fill, article, leaf, found, slop, expected):
    searcher = fill(article("a", "News", "old and grey harbour"))
    assert found(searcher, leaf.phrase("old harbour", slop)) == expected


def test_slop_is_shared_by_all_gaps_of_a_phrase(fill, article, leaf, found):
    searcher = fill(article("a", "News", "old x stone x harbour"))
    assert found(searcher, leaf.phrase("old stone harbour", 1)) == []
    assert found(searcher, leaf.phrase("old stone harbour", 2)) == ["a"]


def test_a_phrase_with_slop_keeps_the_order(fill, article, leaf, found):
    searcher = fill(article("a", "News", "harbour old"))
    assert found(searcher, leaf.phrase("old harbour", 9)) == []


def test_a_phrase_may_repeat_a_word(fill, article, leaf, found):
    searcher = fill(article("a", "News", "to be or not to be"), article("b", "News", "to be"))
    assert found(searcher, leaf.phrase("to be", 0)) == ["a", "b"]
    assert found(searcher, leaf.phrase("be to", 3)) == ["a"]
    assert found(searcher, leaf.phrase("to to", 3)) == ["a"]
    assert found(searcher, leaf.phrase("to to", 2)) == []


@pytest.mark.parametrize("slop", [0, 5, 100, 1_000_000])
def test_a_phrase_does_not_run_over_the_end_of_a_passage(fill, article, leaf, found, slop):
    searcher = fill(
        article("title", "The old", "harbour burnt."),
        article("passages", "News", "It was old", "harbour burnt."),
        article("end", "Harbour", "It was old"),
        article("empty", "old", "...", "harbour"),
    )
    assert found(searcher, leaf.phrase("old harbour", slop)) == []


def test_a_phrase_does_not_run_into_the_next_document(fill, article, leaf, found):
    searcher = fill(article("a", "", "old"), article("b", "", "harbour"))
    assert found(searcher, leaf.phrase("old harbour", 1_000_000)) == []


def test_a_phrase_is_found_in_the_title(fill, article, leaf, found):
    searcher = fill(article("a", "The old harbour", "Text."))
    assert found(searcher, leaf.phrase("old harbour")) == ["a"]
    assert found(searcher, leaf.phrase("old harbour", field="title_exact")) == ["a"]
    assert found(searcher, leaf.phrase("old harbours", field="title")) == ["a"]


def test_a_phrase_of_stems_finds_other_forms(fill, article, leaf, found):
    searcher = fill(article("a", "News", "older ships sailed"))
    assert found(searcher, leaf.phrase("ship sailing", field="text")) == ["a"]
    assert found(searcher, leaf.phrase("ship sailing")) == []


def test_a_slot_of_a_phrase_may_have_alternatives(fill, article, found):
    searcher = fill(
        article("a", "", "red ship"), article("b", "", "red boat"), article("c", "", "red car")
    )
    phrase = TermPhrase("exact", (("red",), ("ship", "boat")))
    assert found(searcher, phrase) == ["a", "b"]
    assert found(searcher, TermPhrase("exact", (("red",), ()))) == []
    assert found(searcher, TermPhrase("exact", ())) == []


# --- trees --------------------------------------------------------------------------------------


@pytest.fixture
def weather(fill, article):
    return fill(
        article("r", "Rain"), article("rs", "Rain", "and snow"), article("s", "Snow"), article("-")
    )


def test_no_tree_matches_every_document(weather, found):
    assert found(weather) == ["-", "r", "rs", "s"]


def test_all_any_and_none_combine(weather, leaf, found):
    rain, snow = leaf.stem("rain"), leaf.stem("snow")
    assert found(weather, AllTerms((rain, snow))) == ["rs"]
    assert found(weather, AnyTerms((rain, snow))) == ["r", "rs", "s"]
    assert found(weather, NoTerms(rain)) == ["-", "s"]
    assert found(weather, AllTerms((rain, NoTerms(snow)))) == ["r"]
    assert found(weather, NoTerms(AnyTerms((rain, NoTerms(snow))))) == ["s"]


def test_all_of_nothing_is_every_document_and_any_of_nothing_is_none(weather, found):
    assert found(weather, AllTerms(())) == ["-", "r", "rs", "s"]
    assert found(weather, AnyTerms(())) == []


def test_dates_and_facet_values_stand_in_trees_like_words(fill, article, leaf, found):
    searcher = fill(
        article("a", "Rain", date="2016-05-03", source="Gazette", persons=("Ida Holm",)),
        article("b", "Rain", date="2017", language="fr"),
        article("c", "Rain"),
    )
    assert found(searcher, Dates("2016", "2016")) == ["a"]
    assert found(searcher, NoTerms(Dates("2016", "2016"))) == ["b", "c"]
    assert found(searcher, FacetIs("person", "ida-holm")) == ["a"]
    assert found(searcher, FacetIs("source", "Gazette")) == ["a"]
    assert found(searcher, FacetIs("language", "fr")) == ["b"]
    assert found(searcher, AnyTerms((FacetIs("year", "2017"), Dates(None, "2016")))) == ["a", "b"]
    assert found(searcher, FacetIs("source", "Nobody's")) == []


# --- ranking ------------------------------------------------------------------------------------


def test_the_score_is_in_expb2(fill, article, leaf, ranked):
    # Amati and van Rijsbergen 2002; c = 1, logarithms to base 2. The title counts twice.
    searcher = fill(
        article("a", "rain", "rain and snow today"),
        article("b", "news", "rain"),
        article("c", "news", "sun sun sun"),
    )
    lengths = {"a": 6, "b": 3, "c": 5}
    average, documents, holding, total = 14 / 3, 3, 2, 4
    expected = documents * (1 - (2 / 3) ** total)
    surprise = log2((documents + 1) / (expected + 0.5))
    for id_, frequency in (("a", 3), ("b", 1)):
        tfn = frequency * log2(1 + average / lengths[id_])
        score = tfn * surprise * (total + 1) / (holding * (tfn + 1))
        assert dict(ranked(searcher, leaf.exact("rain")))[id_] == pytest.approx(score, rel=1e-12)
        assert dict(ranked(searcher, leaf.stem("rain")))[id_] == pytest.approx(score, rel=1e-12)
    assert dict(ranked(searcher, leaf.exact("rain")))["c"] == 0


def test_weights_and_leaves_add_up(fill, article, leaf, ranked):
    searcher = fill(article("a", "rain"), article("b", "news", "snow and rain"))
    rain, snow = leaf.stem("rain"), leaf.stem("snow")
    alone = [dict(ranked(searcher, one)) for one in (rain, snow)]
    both = dict(ranked(searcher, Weighted(rain, 2.0), Weighted(snow, 0.5), rain))
    for id_ in ("a", "b"):
        assert both[id_] == pytest.approx(3 * alone[0][id_] + 0.5 * alone[1][id_], rel=1e-12)


def test_several_terms_of_a_leaf_count_as_one_term(fill, article, ranked):
    def archive(first, second):
        return (
            article("a", "news", f"{first} {second} x"),
            article("b", "news", f"{second} y z"),
            article("c", "news", "x y z"),
        )

    apart = fill(*archive("rain", "hail"))
    scores = ranked(apart, AnyTerm("exact", ("rain", "hail", "rain")))
    same = fill(*archive("rain", "rain"))
    assert scores == ranked(same, AnyTerm("exact", ("rain",)))


def test_a_phrase_scores_by_how_often_it_stands_there(fill, article, leaf, ranked):
    searcher = fill(
        article("once", "news", "old harbour and some words"),
        article("twice", "news", "old harbour and old harbour"),
        article("never", "news", "harbour old and some words"),
    )
    scores = dict(ranked(searcher, leaf.phrase("old harbour")))
    assert scores["twice"] > scores["once"] > scores["never"] == 0


def test_the_title_counts_more_and_a_short_document_more(fill, article, leaf, ranked):
    filler = "some other words that are here"
    searcher = fill(
        article("title", "rain today", filler),
        article("body", "news today", f"{filler} rain"),
        article("long", "news today", f"{filler} rain {filler} {filler}"),
    )
    order = [id_ for id_, _ in ranked(searcher, leaf.stem("rain"))]
    assert order == ["title", "body", "long"]


def test_only_what_matches_is_ranked(fill, article, leaf, ranked):
    searcher = fill(article("a", "rain"), article("b", "rain snow"))
    assert [id_ for id_, _ in ranked(searcher, leaf.stem("rain"), tree=leaf.stem("snow"))] == ["b"]


def test_ties_are_broken_by_id(fill, article, leaf, ranked):
    searcher = fill(*(article(id_, "rain") for id_ in ("c", "B", "10", "9", "a")))
    assert [id_ for id_, _ in ranked(searcher, leaf.stem("rain"))] == ["10", "9", "B", "a", "c"]


def test_pages_follow_each_other_without_a_gap(fill, article, leaf):
    searcher = fill(*(article(f"d{n}", "rain " * (n % 3 + 1)) for n in range(25)))
    rain = leaf.stem("rain")
    request = MatchRequest(tree=rain, ranking=(Weighted(rain),), limit=25)
    whole = searcher.match(request).matches
    for offset in range(0, 30, 7):
        page = MatchRequest(tree=rain, ranking=(Weighted(rain),), offset=offset, limit=7)
        assert searcher.match(page).matches == whole[offset : offset + 7]
        assert searcher.match(page).total == 25
    assert tuple(searcher.stream(request)) == tuple(match.document for match in whole)
    assert all(one.score >= other.score for one, other in pairwise(whole))


def test_a_page_of_nothing_still_has_its_total(weather, leaf):
    assert weather.match(MatchRequest(tree=leaf.stem("rain"), limit=0)).matches == ()
    assert weather.match(MatchRequest(tree=leaf.stem("rain"), limit=0)).total == 2
    assert weather.match(MatchRequest(offset=100)).matches == ()


def test_newest_and_oldest_go_by_date_then_by_score_and_the_undated_come_last(
    fill, article, leaf, ranked
):
    searcher = fill(
        article("may", "rain", date="2016-05-02"),
        article("march", "rain", date="2016-03"),
        article("year", "rain", date="2016"),
        article("same-better", "rain rain", date="2016-05-02"),
        article("undated", "rain rain rain"),
    )
    newest = [id_ for id_, _ in ranked(searcher, leaf.stem("rain"), sort="newest")]
    oldest = [id_ for id_, _ in ranked(searcher, leaf.stem("rain"), sort="oldest")]
    # A month or a year alone stands where its first day stands.
    assert newest == ["same-better", "may", "march", "year", "undated"]
    assert oldest == ["year", "march", "same-better", "may", "undated"]


def test_statistics_are_of_the_live_documents(engine, article, leaf, ranked):
    def put(writer, *documents):
        for document in documents:
            writer.put(document, "", "print")

    kept = [article(f"k{n}", "news", f"rain {'snow ' * n}") for n in range(5)]
    with engine.writer() as writer:
        put(writer, *kept, *(article(f"x{n}", "rain rain rain") for n in range(3)))
        writer.publish()
    with engine.writer() as writer:
        for n in range(3):
            writer.delete(f"x{n}")
        writer.publish()
    after = ranked(engine.searcher(), leaf.stem("rain"), leaf.stem("snow"))
    with engine.writer(from_scratch=True) as writer:
        put(writer, *kept)
        writer.publish()
    assert after == ranked(engine.searcher(), leaf.stem("rain"), leaf.stem("snow"))
