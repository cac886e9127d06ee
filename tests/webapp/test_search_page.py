"""The results page: counts that hold, chips that come off, help where nothing is found."""

import html
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.model import Filters, Query
from indexer.search import list_facet, search
from webapp import choices
from webapp.facets import chips, facet_groups, facet_rows
from webapp.search_page import is_plain
from webapp.timeline import draw_timeline


def text_of(response):
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", response.text)))


def test_results_say_how_many_and_mark_what_matched(client, marks_of):
    page = client.get("/search?q=lighthouse")
    assert page.status_code == 200
    assert "1 article for lighthouse" in text_of(page)
    assert marks_of(page.text) == ["lighthouse"]


def test_a_hit_deep_in_a_long_article_links_to_its_passage(client, documents):
    page = client.get("/search?q=lighthouse")
    deep = next(one for one in documents if one.id == "long").passages[59]
    assert f'/documents/long?q=lighthouse&amp;passage={deep.id}#{deep.id}"' in page.text
    assert "paragraph 60" in text_of(page)


def test_more_matches_than_are_shown_are_announced(client):
    page = text_of(client.get("/search?q=history"))
    assert re.search(r"\d+ more match(es)? in this article", page)


def test_the_query_string_is_the_whole_state(client):
    address = "/search?q=harbour&person=ida-lund&source=The+Quay&from=2016&to=2016-05&sort=newest"
    page = client.get(address)
    for chip in ("Person Ida Lund", "Source The Quay", "Date 2016 to May 2016"):
        assert chip in text_of(page)
    assert page.text == client.get(address).text
    assert "newest" in re.findall(r'<a href="[^"]*" aria-current="true">(\w+)</a>', page.text)


def test_every_filter_has_a_chip_and_each_comes_off_alone(searcher):
    query = Query(
        text="harbour",
        filters=Filters(
            persons=("ida-lund",),
            all_persons=("per-holm",),
            not_persons=("ada-berg", "unknown-id"),
            sources=("The Quay",),
            languages=("en", ""),
            years=("2016",),
            dates=choices.between_years(Query(), "2016", "2016").filters.dates,
            dated=("sure",),
        ),
        bylines=("olga",),
    )
    found = chips(searcher, query)
    assert [(chip.label, chip.value) for chip in found] == [
        ("Person", "Ida Lund"),
        ("Also names", "Per Holm"),
        ("Without", "Ada Berg"),
        ("Without", "unknown-id"),
        ("Source", "The Quay"),
        ("Language", "English"),
        ("Language", "language not known"),
        ("Byline", "olga"),
        ("Year", "2016"),
        ("Date", "2016"),
        ("Date", "sure"),
    ]
    for chip in found:
        left = [one.value for one in chips(searcher, chip.query)]
        assert len(left) == len(found) - 1
        assert chip.query.text == "harbour"


@pytest.mark.parametrize(
    ("address", "chip"),
    [
        ("from=2016-05-01", "Date since 1 May 2016"),
        ("to=2016", "Date until 2016"),
        ("dated=none", "Date no date"),
    ],
)
def test_open_ranges_are_put_in_words(client, address, chip):
    assert chip in text_of(client.get(f"/search?{address}"))


def test_a_person_is_found_by_name_and_by_alias_and_links_write_the_id(client):
    for value in ("ida-lund", "Ida Lund", "mrs lund", "mrs-lund"):
        page = client.get("/search", query_string={"person": value})
        assert "16 articles" in text_of(page), value
        assert "person=ida-lund" in page.text
        assert "Person Ida Lund" in text_of(page)


def test_a_name_that_nobody_bears_is_said_to_be_so(client):
    assert "No article names a person “Nobody Here”" in text_of(
        client.get("/search?person=Nobody+Here")
    )


def test_two_persons_can_be_asked_for_together(client):
    page = client.get("/search?person=ida-lund&person=per-holm")
    assert "17 articles" in text_of(page)
    assert "all-person=ida-lund&amp;all-person=per-holm" in page.text
    together = client.get("/search?all-person=ida-lund&all-person=per-holm")
    assert "1 article" in text_of(together)
    assert "/search?person=ida-lund&amp;person=per-holm" in together.text


def test_the_tenth_value_is_not_the_last(client):
    page = client.get("/search?q=harbour")
    assert "Show more values of Person" in text_of(page)
    assert 'href="/search/person?q=harbour"' in page.text


def test_a_chosen_value_never_vanishes(client):
    page = text_of(client.get("/search?q=lighthouse&person=per-holm&source=Le+Phare"))
    assert "Nothing found" in page
    assert "Person Per Holm" in page
    assert "Chosen: Per Holm" in page


def test_counts_and_values_are_read_together(client):
    assert "Northern Herald 2 articles" in text_of(client.get("/search?q=harbour"))


def test_undated_articles_are_offered(client):
    page = client.get("/search?q=harbour&from=2016")
    assert "1 more matching article has no date" in text_of(page)
    assert "dated=none" in page.text
    assert "1 article" in text_of(client.get("/search?q=harbour&dated=none"))


def test_documents_with_some_of_the_words_are_offered_with_their_number(client):
    page = client.get("/search?q=lighthouse+meeting+harbour")
    assert "No article has all the words" in text_of(page)
    offered = client.get("/search?q=history+harbour")
    assert "with some of these words" in text_of(offered)
    assert "match=some" in offered.text
    assert "with some of the words" in text_of(client.get("/search?q=history+harbour&match=some"))


def test_matches_in_removed_text_are_offered_and_marked(client, marks_of):
    offered = client.get("/search?q=newsletter")
    assert "1 article matches in text that was removed" in text_of(offered)
    removed = client.get("/search?q=newsletter&in=removed")
    assert "1 article with newsletter in removed text" in text_of(removed)
    assert marks_of(removed.text) == ["newsletter"]
    assert "/documents/fire?q=newsletter&amp;in=removed&amp;view=removed" in removed.text
    assert 'class="facet"' not in removed.text


def test_nothing_found_counts_each_word_and_each_filter(client):
    page = text_of(client.get("/search?q=harbour+lighthouse&source=The+Quay&year=2016&match=all"))
    assert "harbour" in page
    nothing = client.get("/search?q=nonesuch+lighthouse+-harbour")
    assert "Nothing found" in text_of(nothing)
    filtered = text_of(client.get("/search?q=lighthouse&source=The+Quay&year=2014"))
    assert "Search without filters (1)" in filtered
    assert "without Source: The Quay: 1 article" in filtered


def test_each_word_alone_is_counted(client):
    page = text_of(client.get('/search?q="harbour+lighthouse"+trade*+meeting&source=The+Quay'))
    assert "Each word alone" in page
    assert "trade*: 0 articles" in page


def test_nothing_at_all_still_gives_advice(client):
    assert "Try fewer or other words" in text_of(client.get("/search?q=nonesuch"))


def test_pages_lead_to_each_other(client):
    first = client.get("/search?q=harbour")
    assert "Page 1 of 2" in text_of(first)
    assert "page=2" in first.text
    second = client.get("/search?q=harbour&page=2")
    assert "Page 2 of 2" in text_of(second)
    assert 'start="11"' in second.text
    beyond = client.get("/search?q=harbour&page=50")
    assert "These results have only 2 pages" in text_of(beyond)


def test_a_bad_parameter_is_ignored_with_a_note(client):
    page = client.get("/search?q=harbour&page=0&sort=__class__&colour=red")
    assert page.status_code == 200
    for words in ("page: “0” is not", "sort: “__class__” is not", "no parameter “colour”"):
        assert words in text_of(page)


def test_a_search_can_be_taken_away(client):
    page = client.get("/search?q=harbour")
    for suffix in ("csv", "jsonl", "bib", "ris", "csl.json", "atom"):
        assert f'href="/search.{suffix}?q=harbour"' in page.text


def test_the_form_keeps_the_filters(client):
    page = client.get("/search?q=harbour&person=ida-lund&page=2")
    form = page.text[page.text.index("<form") : page.text.index("</form>")]
    assert '<input type="hidden" name="person" value="ida-lund">' in form
    assert 'name="page"' not in form


def totals_promised(searcher, query):
    """(what the link says, what its click gives) for every value of every facet and bar."""
    results = search(searcher, query)
    rows = [row for group in facet_groups(query, results) for row in group.rows]
    for facet in ("person", "source", "language", "year"):
        rows += facet_rows(query, facet, list_facet(searcher, query, facet))
    bars = [bar for bar in draw_timeline(query, list_facet(searcher, query, "year")) if bar.query]
    for one in (*rows, *bars):
        if not one.selected:
            yield one.label, one.count, one.query


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    text=st.sampled_from(
        ["", "harbour", "harbour fire", "meeting number", "wrecked", "-fire", "nonesuch harbour"]
    ),
    required=st.sampled_from([(), ("ida-lund",), ("ida-lund", "per-holm")]),
    left_out=st.sampled_from([(), ("per-holm",)]),
    dated=st.sampled_from([(), ("sure",), ("none", "doubtful")]),
)
def test_the_link_of_every_value_gives_the_total_its_count_promises(
    searcher, text, required, left_out, dated
):
    filters = Filters(all_persons=required, not_persons=left_out, dated=dated)
    query = Query(text=text, filters=filters)
    for label, promised, target in totals_promised(searcher, query):
        assert search(searcher, target).total == promised, label


@pytest.mark.parametrize(
    "chosen",
    [
        {"sources": ("The Quay",)},
        {"years": ("2016",)},
        {"languages": ("en",)},
        {"persons": ("ida-lund",)},
    ],
)
def test_a_choice_in_one_facet_leaves_its_siblings_alone_and_the_promises_of_others_true(
    searcher, chosen
):
    facet = {"sources": "source", "years": "year", "languages": "language", "persons": "person"}[
        next(iter(chosen))
    ]
    before = {one.value: one.count for one in list_facet(searcher, Query(text="harbour"), facet)}
    query = Query(text="harbour", filters=Filters(**chosen))
    after = {one.value: one.count for one in list_facet(searcher, query, facet)}
    assert after == before
    for other in {"source", "year", "language", "person"} - {facet}:
        for row in facet_rows(query, other, list_facet(searcher, query, other)):
            assert search(searcher, row.query).total == row.count, row.label


@pytest.mark.parametrize("text", ["", "harbour", "the old harbour", "حريق الميناء", "café 1984"])
def test_how_plain_words_were_read_needs_no_telling(client, text):
    assert is_plain(text)
    assert "Read as" not in text_of(client.get("/search", query_string={"q": text}))


@pytest.mark.parametrize(
    "text", ['"old harbour"', "harbour -fire", "harbour OR fire", "title:harbour", "harb*"]
)
def test_how_a_query_with_signs_was_read_is_told(client, text):
    assert not is_plain(text)
    assert "Read as" in text_of(client.get("/search", query_string={"q": text}))


def test_another_spelling_is_offered(client):
    page = client.get("/search?q=habrour&source=The+Quay")
    assert "Did you mean harbour?" in text_of(page)
    assert 'href="/search?q=harbour&amp;source=The+Quay"' in page.text
    suggestion = client.get("/api/v1/search?q=habrour").get_json()["suggestion"]
    assert suggestion == {"text": "harbour", "url": "/api/v1/search?q=harbour"}


def test_another_spelling_is_offered_where_articles_with_the_other_words_are_shown(client):
    page = client.get("/search?q=fire+habrour")
    assert "Did you mean fire harbour?" in text_of(page)
    assert "No article has all the words" in text_of(page)


def test_a_facet_can_be_searched_where_it_stands_and_keeps_the_search(client):
    page = client.get("/search?q=harbour&person=ida-lund")
    assert '<form class="find" method="get" action="/search/person">' in page.text
    assert '<label class="unseen" for="find-person">Find in Person</label>' in page.text
    found = client.get("/search/person?q=harbour&person=ida-lund&find=mrs")
    assert "Ida Lund" in found.text


def test_a_facet_whose_first_values_are_chosen_still_leads_to_the_others(client):
    page = client.get("/search?q=harbour&person=ida-lund")
    assert "Show more" in page.text


@pytest.mark.parametrize("person", ["nils-prag", "mia-olsen", "ida-lund"])
def test_a_person_whom_every_article_has_to_name_never_vanishes_from_the_facet(client, person):
    # More than ten are named as often: the first ten would be others.
    page = client.get(f"/api/v1/search?q=wrecked&all-person={person}").get_json()
    chosen = [one["id"] for one in page["facets"]["person"] if one["selected"]]
    assert chosen == [person]
    nothing = client.get(f"/api/v1/search?q=zzzzz&all-person={person}").get_json()
    assert [(one["id"], one["count"]) for one in nothing["facets"]["person"]] == [(person, 0)]


def test_a_byline_is_chosen_and_let_go_in_its_facet(client):
    facet = client.get("/api/v1/search?q=fire").get_json()["facets"]["byline"]
    assert [(one["id"], one["count"], one["selected"]) for one in facet] == [
        ("Olga Writer", 1, False)
    ]
    page = client.get("/search?q=fire&byline=olga+writer")
    assert ">Byline</span> <bdi>Olga Writer</bdi>" in page.text
    assert "1 article" in page.text
    chosen = client.get(facet[0]["url"]).get_json()
    assert chosen["total"] == 1
    let_go = next(one for one in chosen["facets"]["byline"] if one["selected"])["url"]
    assert "byline" not in let_go
    assert "Olga Writer" in client.get("/search/byline?q=fire&find=OLGA").text
    # Of a name in the credits the words are found, and it is no value of the facet.
    credited = client.get("/api/v1/search?byline=harbour+press").get_json()
    assert (credited["total"], credited["facets"]["byline"][0]["selected"]) == (1, False)
