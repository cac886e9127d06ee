import time

import pytest

from indexer.model import Document, NoArticle, Reason

HARBOUR = "The harbour office said on Monday that the bell can still be heard at low water."


@pytest.mark.parametrize(
    "title",
    [
        "404",
        "Error 404",
        "404 - Page not found",
        "Page Not Found | Harbour News",
        "Harbour News – Fehler 404",
        "Diese Seite existiert nicht mehr",
        "Cette page n’existe plus",
        "Página no encontrada",
        "Страница не найдена",
        "503 Service Temporarily Unavailable",
        "This content is not available in your region",
        "We’ll be back soon",
        "Just a moment...",
    ],
)
def test_a_page_whose_title_is_an_error_is_none(clean_page, title):
    found = clean_page(f"<title>{title}</title><p>This page was moved, or it does not exist.</p>")
    assert isinstance(found, NoArticle)
    assert "error" in found.reason


@pytest.mark.parametrize(
    "title",
    [
        "404 homes without water",
        "500 turn out for goat parade",
        "Page not found, says library, and fines itself",
        "Goat not found",
        "Stork nicht gefunden",
        "Login to be abolished",
        "Search for bell called off",
        "Forbidden fruit is back",
        "Subscribers of the water company",
        "Article 5 obliges members",
        "Password found under keyboard",
        "Newspaper puts up paywall",
    ],
)
def test_a_short_article_with_such_words_in_its_title_is_one(clean_page, clean_text, title):
    markup = f"<title>{title}</title><h1>{title}</h1><p>{HARBOUR}</p>"
    assert isinstance(clean_page(markup), Document)
    assert isinstance(clean_text(f"{title}\n\n{HARBOUR}"), Document)


@pytest.mark.parametrize(
    "sentence",
    [
        "The court has ruled that consent to cookies must be given anew every year.",
        "Our partners agreed with us and with you, the minister told the other side on Monday.",
        "Article 5 of the treaty obliges its members to come to each other's help at sea.",
        "The bank says that every customer has to change the password by the end of May.",
        "The library asks its readers to keep reading, whatever the weather in the harbour.",
        "The page was removed from the atlas and moved to the tower, the library has said.",
    ],
)
def test_a_sentence_about_such_things_is_an_article(clean_text, sentence):
    assert isinstance(clean_text(f"News from the harbour\n\n{sentence}"), Document)


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (
            ("Log in", "E-mail", "Password", "Have you forgotten your password? Click here."),
            Reason.PROMOTION,
        ),
        (
            ("Goat takes tram", "This article is for subscribers only. Subscribe to read on."),
            Reason.PROMOTION,
        ),
        (
            ("Your choice", "With your consent, we and our 90 partners store data on your device."),
            Reason.COOKIES,
        ),
        (("Harbour News", "403 Forbidden", "nginx"), Reason.OTHER),
        (
            ("Harbour News", "Error 404", "The page that you are looking for does not exist."),
            Reason.OTHER,
        ),
    ],
)
def test_a_wall_says_what_its_lines_are(clean_text, lines, reason):
    found = clean_text("\n".join(lines))
    assert isinstance(found, NoArticle)
    assert reason in {removed.reason for removed in found.removed}


def test_a_login_above_an_article_is_no_wall(clean_text):
    menu = "Sign in\nE-mail\nPassword\nForgotten your password? Create an account.\n\n"
    article = f"Bell rings under water\n\n{HARBOUR}\n\nIt will be rung by the tide until May.\n"
    assert isinstance(clean_text(menu + article), Document)


def test_a_long_text_is_no_wall(clean_text):
    sentence = "The page was removed from the atlas and moved to the tower. "
    assert isinstance(clean_text(f"404\n\n{sentence * 8}\n\n{sentence * 8}"), Document)


@pytest.mark.parametrize(
    "piece", ["page ", "this article ", "Страниц", "error ", " | ", "page you "]
)
def test_hostile_text_takes_no_time(clean_text, piece):
    started = time.process_time()
    clean_text(f"{piece * 20_000}\n\n{piece * 20_000}.")
    assert time.process_time() - started < 5
