"""What every engine does, in sentences: ranking, sorting, pages."""

from itertools import pairwise
from math import log2

import pytest

from indexer.model import AnyTerm, MatchRequest, OneOf, Weighted


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


def test_several_leaves_that_are_one_count_as_one_term(fill, article, leaf, ranked):
    # What aliases are: each a leaf of its own, a word, a stem or a phrase.
    def archive(first, second):
        return (
            article("a", "news", f"{first} {second} x"),
            article("b", "news", f"{second} y z z"),
            article("c", "news", "x y z"),
        )

    apart = fill(*archive("rain", "hail storm"))
    alike = OneOf((leaf.stem("rain"), leaf.phrase("hail storm"), leaf.stem("rain")))
    found = dict(ranked(apart, Weighted(alike, 2.0)))
    # As long, and the term as often: hail alone stands where hail storm stands.
    same = fill(*archive("rain", "rain storm"))
    expected = dict(ranked(same, Weighted(leaf.stem("rain"), 2.0)))
    assert found == pytest.approx(expected, rel=1e-12)
    assert found["c"] == 0


def test_of_one_leaf_it_is_that_leaf_and_of_none_nothing(fill, article, leaf, ranked):
    searcher = fill(article("a", "rain today"), article("b", "news", "snow and rain"))
    rain = leaf.stem("rain", "title")
    assert ranked(searcher, Weighted(OneOf((rain,)))) == ranked(searcher, rain)
    nowhere = OneOf((leaf.exact("hail"), leaf.exact("fog")))
    assert {score for _, score in ranked(searcher, Weighted(nowhere))} == {0}


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


def test_a_page_of_nothing_still_has_its_total(fill, article, leaf):
    searcher = fill(article("a", "rain"), article("b", "rain"), article("c", "snow"))
    assert searcher.match(MatchRequest(tree=leaf.stem("rain"), limit=0)).matches == ()
    assert searcher.match(MatchRequest(tree=leaf.stem("rain"), limit=0)).total == 2
    assert searcher.match(MatchRequest(offset=100)).matches == ()


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
