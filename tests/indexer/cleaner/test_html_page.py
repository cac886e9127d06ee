import json

from indexer.cleaner.html_page import read_page
from indexer.cleaner.publication import Trust
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


def test_every_part_of_a_page_says_its_date():
    head = """<meta name="date" content="2016-06-08"><meta name="pubdate" content="2016-06-07">
    <meta property="article:modified_time" content="2016-06-10">"""
    body = "<h1>Goat</h1><p><time datetime='2016-06-09'>2 hours ago</time></p>"
    script = [
        {"@type": "Article", "datePublished": "2016-06-06"},
        {"@type": "WebPage", "datePublished": "2016-06-05"},
    ]
    found = page(head, body, script).clues.dates
    assert [(each.date[-2:], each.origin, each.trust) for each in found] == [
        ("06", DateOrigin.JSON_LD, Trust.ARTICLE),
        ("07", DateOrigin.META, Trust.META),
        ("05", DateOrigin.JSON_LD, Trust.PAGE),
        ("08", DateOrigin.META, Trust.UNSAID),
        ("10", DateOrigin.META, Trust.CHANGED),
        ("09", DateOrigin.DATE_LINE, Trust.PRINTED),
    ]


def dates(body):
    return [(each.date, each.trust) for each in page("", body).clues.dates]


def test_a_time_is_read_as_it_is_shown():
    shown = "<p>Updated <time datetime='2016-06-09T03:00:00Z'>8 June 2016</time></p>"
    assert dates("<h1>Goat</h1>" + shown) == [("2016-06-08", Trust.CHANGED)]


def test_a_time_beside_the_title_counts_where_a_rubric_is_a_main_heading_too():
    body = "<h1>Wave</h1>" + "<p>x</p>" * 30 + "<h2>Goat takes the tram</h2>"
    head = "<title>Goat takes the tram</title>"
    found = page(head, body + "<time datetime='2016-06-09'>x</time>").clues
    assert (found.title, found.dates[0].date) == ("Goat takes the tram", "2016-06-09")


def test_a_time_that_is_marked_says_that_it_is_of_publication():
    marked = "<p><time pubdate datetime='2016-06-09'>today</time></p>"
    assert dates("<h1>Goat</h1>" + marked) == [("2016-06-09", Trust.SAID)]


def test_tags_that_disagree_are_not_trusted():
    tags = "".join(f'<b itemprop="datePublished" content="2016-06-0{day}">x</b>' for day in (1, 2))
    assert [each.trust for each in page("", tags).clues.dates] == [Trust.STRAY] * 2


def test_a_time_far_from_the_heading_is_not_the_article_s():
    body = "<h1>Goat</h1>" + "<p>x</p>" * 30 + "<time datetime='2016-06-09'>x</time>"
    assert dates(body) == []
    assert dates("<p><time datetime='2016-06-09'>x</time></p>") == []


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
