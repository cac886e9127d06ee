"""What every engine does, in sentences: matching. It goes on in test_contract_*.py."""

import pytest

from indexer.model import (
    AllTerms,
    AnyTerm,
    AnyTerms,
    Dates,
    FacetIs,
    NoTerms,
    TermPhrase,
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
