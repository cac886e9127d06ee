import pytest

from indexer.cleaner.html_blocks import html_blocks
from indexer.cleaner.json_ld import LinkedData
from indexer.cleaner.page_head import PageHead
from indexer.cleaner.page_title import title_of_page


def title(body, *, page=None, named=None, headline=None, site=None, **where):
    head = PageHead(title=page, named=named, site=site, url=where.get("url"))
    return title_of_page(head, LinkedData(headline=headline), html_blocks(body), where.get("host"))


@pytest.mark.parametrize("sign", ["|", " | ", " - ", " – ", " — ", " : ", " » ", " · ", " • "])
def test_the_site_s_name_is_cut_off_on_either_side(sign):
    assert title("<p>x</p>", page=f"Goat takes the tram{sign}Wave", site="Wave") == (
        "Goat takes the tram"
    )
    assert title("<p>x</p>", page=f"Wave{sign}Goat takes the tram", site="Wave") == (
        "Goat takes the tram"
    )


def test_several_names_are_cut_off():
    page = "Goat takes the tram - Daily Wave | The Daily Wave"
    assert title("<p>x</p>", page=page, site="Daily Wave") == "Goat takes the tram"


def test_the_host_tells_the_site_s_name():
    page = "Goat takes the tram - La Onda"
    assert title("<p>x</p>", page=page, host="laonda.example") == "Goat takes the tram"
    url = "https://www.laonda.example/goat"
    assert title("<p>x</p>", page=page, url=url) == "Goat takes the tram"
    assert title("<p>x</p>", page=page) == page


def test_where_nobody_tells_the_name_the_front_counts():
    assert title("<p>x</p>", page="Goat takes the tram | Wave") == "Goat takes the tram"
    assert title("<p>x</p>", page="市长登上电车_新闻频道_波浪网") == "市长登上电车"


def test_a_separator_inside_a_title_stays_where_the_site_is_known():
    page = "BUDGET 3 | Goats to pay for the tram"
    assert title("<p>x</p>", page=page, named=page, site="Wave") == page
    assert title(f"<h1>{page}</h1>", page=page) == page


def test_the_main_heading_that_a_title_speaks_of_is_the_title():
    body = "<h1>Wave</h1><h1>The goat takes the tram</h1><h1>Read on</h1>"
    assert title(body, page="Goat takes the tram") == "The goat takes the tram"


def test_a_main_heading_that_a_title_begins_with_is_the_title():
    page = "Goats on Trams – a long look at everything that they did and do there"
    assert title("<h1>News</h1><h1>Goats on Trams</h1>", page=page) == "Goats on Trams"


def test_a_title_may_be_made_of_two_headings():
    body = "<h1>Tram to the sea:</h1><h1>Goat on board</h1>"
    assert title(body, page="Tram to the sea: Goat on board") == "Tram to the sea: Goat on board"


@pytest.mark.parametrize(
    "heading",
    [
        "Of animals<br> Goat takes the tram",
        "Our animals / Goat takes the tram",
        "Our animals : Goat takes the tram",
        "1 March 2016 Goat takes the tram",
    ],
)
def test_the_words_above_a_headline_are_not_of_it(heading):
    assert title(f"<h1>{heading}</h1>", named="Goat takes the tram") == "Goat takes the tram"


def test_a_quotation_at_the_beginning_keeps_its_mark():
    heading = "<h1>Our animals „Goat takes the tram“</h1>"
    assert title(heading, named="„Goat takes the tram“") == "„Goat takes the tram“"


def test_what_a_colon_joins_is_one_headline():
    heading = "<h1>Our animals: Goat takes the tram</h1>"
    assert title(heading, named="Goat takes the tram") == "Our animals: Goat takes the tram"


def test_a_lone_main_heading_in_other_words_is_the_title_if_it_speaks_of_the_same():
    assert title("<h1>A beast boards the tram</h1>", named="Goat rides on tram four") == (
        "A beast boards the tram"
    )
    assert title("<h1>0 Comments</h1>", named="Goat rides on tram four") == (
        "Goat rides on tram four"
    )
    assert title("<h1>A beast goes to sea</h1>", page="Home") == "A beast goes to sea"


def test_a_rubric_that_a_title_ends_with_is_none():
    page = "Goat rides to the sea » Animals of tram four"
    assert title("<h1>Animals of tram four</h1>", page=page) == "Goat rides to the sea"


def test_a_lesser_heading_that_says_the_title_is_taken_as_it_is_printed():
    body = "<h1>Animals</h1><h2>GOAT TAKES THE TRAM</h2>"
    assert title(body, named="Goat takes the tram") == "GOAT TAKES THE TRAM"


def test_a_line_that_a_title_holds_is_taken_as_it_is_printed():
    page = "Wave, Goat Takes the Tram Again, page 3"
    assert title("<b>Goat Takes the Tram Again</b><p>It did.</p>", page=page) == (
        "Goat Takes the Tram Again"
    )


def test_what_is_as_long_as_a_text_is_no_heading():
    assert title(f"<h1>{'goat ' * 300}</h1>", page="Goat takes the tram") == "Goat takes the tram"
    assert len(title("<p>x</p>", page="goat " * 300)) <= 600


def test_a_page_without_any_title_has_none():
    assert title("<p>It rained.</p>") is None
    assert title("<h1> | </h1>", site="Wave") is None


def test_a_main_heading_is_the_site_s_name_where_a_lesser_one_says_the_rest_of_the_title():
    page = "Wave of Ostrel : Goat takes the tram"
    body = "<h1>Wave of Ostrel</h1><h2>Goat takes the tram</h2>"
    assert title(body, page=page) == "Goat takes the tram"
