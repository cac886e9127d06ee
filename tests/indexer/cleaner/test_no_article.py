import pytest

from indexer.model import Document, NoArticle

PROSE = "<p>The goat boarded the tram at the market on Monday, and the driver said nothing.</p>"


def section(number):
    return f"<div><h3><a href=x>Goat number {number} takes the tram</a></h3><p>It was seen at stop {number}, they say.</p></div>"


@pytest.mark.parametrize(
    "markup",
    [
        "",
        "<ul>"
        + "".join(f"<li><a href=x>Goat number {n} takes the tram</a></li>" for n in range(20))
        + "</ul>",
        "<h1>Goats</h1>" + "".join(map(section, range(12))),
        "<title>404 Not Found</title><h1>404 Not Found</h1><p>The page you asked for is not here, we are sorry.</p>",
        "<title>Page not found</title><p>The page you asked for is not here, we are sorry.</p>",
        "<p>We use cookies and need your consent to show this page.</p><button>Accept</button>",
        "<title>Wave</title><p>Please enable JavaScript to read this page, thank you.</p>",
    ],
)
def test_a_page_without_an_article_says_why(clean_page, markup):
    document = clean_page(markup)
    assert isinstance(document, NoArticle)
    assert document.reason


def test_nothing_of_it_vanishes(clean_page):
    document = clean_page("<h1>Goats</h1>" + "".join(map(section, range(12))))
    assert sum("seen at stop" in block.text for block in document.removed) == 12


@pytest.mark.parametrize(
    "text",
    [
        "Goat found\n\nThe goat is back.",
        "Goat found",
        "Goat found\n3 May 2016\nBy Ann Lee",
        "The goat that took the tram on Monday is back at home, the police said.",
    ],
)
def test_a_short_article_is_one(clean_text, text):
    assert isinstance(clean_text(text), Document)


def test_a_title_without_a_text_is_an_article_without_passages(clean_text):
    document = clean_text("", title="Goat found")
    assert (document.title, document.passages) == ("Goat found", ())


def test_headlines_and_teasers_as_text_are_no_article(clean_text):
    lines = [
        f"Goat Number {n} Takes Tram\nIt was seen at the stop near the sea, they say."
        for n in range(15)
    ]
    assert isinstance(clean_text("\n".join(lines)), NoArticle)


def test_an_article_with_sub_headings_is_one(clean_page):
    body = "".join(f"<h2>Stop {n}</h2>{PROSE}{PROSE}" for n in range(12))
    assert isinstance(clean_page(f"<h1>Goat</h1>{body}"), Document)


def test_a_long_article_about_an_error_is_one(clean_text):
    body = "The error was seen on every screen of the town, and nobody knew what it meant. " * 10
    assert isinstance(clean_text(f"Page not found\n\n{body}\n\n{body}"), Document)
