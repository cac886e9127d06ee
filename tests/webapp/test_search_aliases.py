"""Aliases on the pages: offered with what they add, kept in every link, seen and taken back."""

import html
import re
from urllib.parse import parse_qs, urlsplit

import pytest

from indexer.model import Query
from webapp import choices

ON = "/search?q=lighthouse&aliases=1"


def text_of(response):
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", response.text)))


def links_of(page, *paths):
    found = [urlsplit(html.unescape(link)) for link in re.findall(r'href="([^"]*)"', page.text)]
    return [parse_qs(link.query) for link in found if link.path.startswith(paths) and link.query]


def test_a_word_with_aliases_offers_them_and_says_what_they_add(client, marks_of):
    page = client.get("/search?q=lighthouse")
    assert "Also search for beacon, old harbour burned: 1 more article" in text_of(page)
    assert "Read as" not in text_of(page)
    offered = re.search(r'<p class="offer aliases"><a href="([^"]*)"', page.text)[1]
    assert html.unescape(offered) == ON
    there = client.get(ON)
    assert "2 articles for lighthouse" in text_of(there)
    assert set(marks_of(there.text)) == {"lighthouse", "old harbour burned"}


def test_what_is_on_is_said_and_can_be_taken_back(client):
    page = client.get(ON)
    assert "articles with “lighthouse” (also beacon, old harbour burned)" in text_of(page)
    assert 'href="/search?q=lighthouse">Search without aliases</a>' in page.text
    assert "Also search for" not in text_of(page)


def test_where_nothing_was_found_the_aliases_still_are_on_offer(client):
    page = text_of(client.get("/search?q=beacon"))
    assert "Nothing found for beacon" in page
    assert "Also search for lighthouse, old harbour burned: 2 more articles" in page


def test_a_query_without_aliases_offers_none(client):
    for address in ("/search?q=harbour", "/search", "/search?q=harbour&aliases=1"):
        assert "aliases</a>" not in client.get(address).text
        assert "Also search for" not in client.get(address).text


def test_every_link_to_a_search_an_article_and_a_download_keeps_them(client):
    page = client.get(ON)
    paths = ("/search", "/documents/")
    kept = [one.get("aliases") for one in links_of(page, *paths) if one.get("q") == ["lighthouse"]]
    assert len(kept) > 10
    assert kept.count(None) == 1  # the link that takes them back
    assert page.text.count('<input type="hidden" name="aliases" value="1">') >= 2


def test_the_article_marks_what_the_search_matched(client, marks_of):
    fire = client.get("/documents/fire?q=lighthouse&aliases=1")
    assert "old harbour burned" in marks_of(fire.text)
    assert marks_of(client.get("/documents/fire?q=lighthouse").text) == []
    assert "/documents/fire?q=lighthouse&amp;aliases=1&amp;view=removed" in fire.text


@pytest.mark.parametrize("suffix", ["csv", "jsonl", "bib", "ris", "csl.json"])
def test_exports_and_the_feed_find_the_same(client, suffix):
    for form in (suffix, "atom"):
        off = client.get(f"/search.{form}?q=beacon").text
        on = client.get(f"/search.{form}?q=beacon&aliases=1").text
        assert "lighthouse" not in off
        assert "/documents/fire" in on
        assert "/documents/long" in on
    assert "aliases=1" in client.get("/search.atom?q=beacon&aliases=1").text


def test_facets_count_the_same(client):
    page = text_of(client.get("/search/source?q=beacon&aliases=1"))
    assert "Northern Herald" in page
    assert "Northern Herald" not in text_of(client.get("/search/source?q=beacon"))


def test_the_api_says_what_is_on_and_what_could_be(client):
    off = client.get("/api/v1/search?q=lighthouse").get_json()
    words = [{"text": "lighthouse", "others": ["beacon", "old harbour burned"]}]
    assert (off["total"], off["aliases"]) == (1, {"on": False, "words": words, "total": 2})
    on = client.get("/api/v1/search?q=lighthouse&aliases=1").get_json()
    assert (on["total"], on["aliases"]) == (2, {"on": True, "words": words, "total": None})
    assert all("aliases=1" in one["url"] for one in on["facets"]["source"])
    assert client.get("/api/v1/search?q=x&aliases=yes").status_code == 400


def test_switching_begins_at_the_first_page():
    on = choices.with_aliases(Query("x", page=3))
    assert on == Query("x", aliases=True)
    assert choices.without_aliases(Query("x", page=3, aliases=True)) == Query("x")
