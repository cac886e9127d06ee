import json

from indexer.cleaner.html_page import read_page
from indexer.model import DateOrigin

PROSE = "The goat boarded the tram at the market, and the driver said nothing. " * 5


def page(head="", body="", script=None):
    data = f'<script type="application/ld+json">{json.dumps(script)}</script>' if script else ""
    return read_page(f"<html><head>{head}</head><body>{body}<p>{PROSE}</p>{data}</body></html>")


def test_the_heading_that_the_page_speaks_of_is_the_title():
    head = "<title>Goat takes the tram - Wave</title>"
    assert (
        page(head, "<h1>Wave</h1><h1>The goat takes the tram</h1>").clues.title
        == "The goat takes the tram"
    )


def test_without_a_heading_the_metas_give_the_title_without_the_site():
    head = '<meta property="og:title" content="Goat takes tram | Wave"><meta property="og:site_name" content="Wave">'
    assert page(head).clues.title == "Goat takes tram"
    assert page(head).clues.site == "Wave"


def test_a_title_is_taken_as_the_page_prints_it():
    head = "<title>The Wave: Goat Takes the Tram Again</title>"
    assert (
        page(head, "<b>Goat Takes the Tram Again</b><br><br>").clues.title
        == "Goat Takes the Tram Again"
    )


def test_a_lone_heading_is_the_title_where_nothing_else_is():
    assert page(body="<h1>Goat</h1>").clues.title == "Goat"
    assert page().clues.title is None


def test_json_ld_goes_before_metas_and_metas_before_times():
    head = '<meta name="date" content="2016-06-08">'
    body = "<h1>Goat</h1><p><time datetime='2016-06-09'>x</time></p>"
    script = {"@type": "Article", "datePublished": "2016-06-07"}
    assert page(head, body, script).clues.published.origin is DateOrigin.JSON_LD
    assert page(head, body).clues.published.origin is DateOrigin.META
    found = page("", body).clues.published
    assert (found.date, found.origin, found.sure) == ("2016-06-09", DateOrigin.DATE_LINE, False)


def test_a_time_far_from_the_heading_is_not_the_article_s():
    body = "<h1>Goat</h1>" + "<p>x</p>" * 30 + "<time datetime='2016-06-09'>x</time>"
    assert page("", body).clues.published is None


def test_authors_come_from_json_ld_or_a_meta_that_is_no_address():
    assert (
        page(script={"@type": "Article", "author": [{"name": "Ann"}, {"name": "Bo"}]}).clues.byline
        == "Ann, Bo"
    )
    assert page('<meta name="author" content="By Ann Lee">').clues.byline == "Ann Lee"
    assert page('<meta name="author" content="https://x.example/ann">').clues.byline is None


def test_a_relative_address_is_none():
    assert page('<link rel="canonical" href="/goat">').clues.url is None
    assert (
        page('<link rel="canonical" href="https://w.example/goat">').clues.url
        == "https://w.example/goat"
    )


def test_the_text_in_json_ld_stands_in_for_a_page_that_prints_none():
    body = "<p>The goat took the tram.</p>\n<p>Nobody minded.</p>" * 9
    script = {"@type": "Article", "articleBody": body}
    markup = f'<script type="application/ld+json">{json.dumps(script)}</script><div id="app"></div>'
    assert [block.text for block in read_page(markup).blocks][:2] == [
        "The goat took the tram.",
        "Nobody minded.",
    ]
    assert all("tram." not in block.text for block in page(script=script).blocks[1:])
