import pytest

from indexer.cleaner.features import form_of
from indexer.cleaner.line_signs import (
    comment_head,
    key_value_sign,
    line_sign,
    related_head,
    slug_sign,
)
from indexer.model import Reason


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Select Page", Reason.NAVIGATION),
        ("Show Buttons", Reason.NAVIGATION),
        ("Comments 0", Reason.COMMENTS),
        ("3 Comments", Reason.COMMENTS),
        ("Leave a Reply", Reason.COMMENTS),
        ("Commentaires (0)", Reason.COMMENTS),
        ("Mehr zum Thema", Reason.RELATED),
        ("اقرأ أيضًا", Reason.RELATED),
        ("Facebook Twitter Email LinkedIn", Reason.SHARING),
        ("Share this: Facebook Twitter", Reason.SHARING),
        ("Partager sur Facebook", Reason.SHARING),
        ("Advertisement", Reason.PROMOTION),
        ("Home | News | Sport | Weather", Reason.NAVIGATION),
        ("Click to print", Reason.NAVIGATION),
        ("Also read: Goat takes the tram to the sea", Reason.RELATED),
        ("[Related: Goat takes the tram]", Reason.RELATED),
        ("Daily Wave :: World Feed", Reason.SOURCE_LINE),
        ("Source: Daily Wave", Reason.SOURCE_LINE),
        ("© 2019 Daily Wave. All rights reserved.", Reason.SOURCE_LINE),
        ("(Reporting by Ann Lee; editing by Bo Rask)", Reason.CREDIT),
        ("Sign up for our newsletter and never miss a story.", Reason.PROMOTION),
        ("Follow us on Facebook and Instagram.", Reason.PROMOTION),
        ("Abonnez-vous à notre newsletter.", Reason.PROMOTION),
        ("We use cookies to count readers; you may accept or refuse.", Reason.COOKIES),
        ("Wir verwenden Cookies. Stimmen Sie zu?", Reason.COOKIES),
        ("Your email address will not be published.", Reason.COMMENTS),
        ("5 hours ago", Reason.DATE_LINE),
        ("https://paper.example/goat", Reason.NAVIGATION),
        ("#goat #tram", Reason.NAVIGATION),
        ("— Ann Lee (@annlee) December 20, 2023", Reason.CREDIT),
        ("* * *", Reason.OTHER),
        ("17", Reason.OTHER),
    ],
)
def test_a_line_of_the_page_says_what_it_is(line, reason):
    verdict = line_sign(line, form_of(line))
    assert verdict.reason is reason
    assert verdict.rule


@pytest.mark.parametrize(
    "line",
    [
        "Representatives of Google, Microsoft, Facebook and Twitter will also be taking part.",
        "Readers were asked to print the page and share it.",
        "The court ruled that the copyright in the songs belongs to the heirs of the composer.",
        "He said that cookies were his favourite, with raisins.",
        "The newsletter of the guild is read by nine people.",
        "Subscribe to reason, wrote the philosopher, and sleep well.",
        "The River Rises Again",
        "- Catching the night boat -",
    ],
)
def test_a_sentence_is_not_removed_for_a_word_that_buttons_use(line):
    assert line_sign(line, form_of(line)) is None


def test_a_key_and_its_value_are_known():
    assert key_value_sign("Media ID: 5537", form_of("Media ID: 5537")).reason is Reason.NAVIGATION
    assert key_value_sign("Note: it rained", form_of("Note: it rained")) is None


@pytest.mark.parametrize("line", ["S/SH 11", "R/TK 09", "jh/msh"])
def test_an_agency_s_slug_is_known(line):
    assert slug_sign(line, form_of(line)).reason is Reason.CREDIT


def test_a_word_is_no_slug():
    assert slug_sign("Goodbye.", form_of("Goodbye.")) is None


def test_heads_of_sections_are_known_with_and_without_a_number():
    assert comment_head(form_of("12 Comments"))
    assert not comment_head(form_of("Comments were many"))
    assert related_head("Related articles", form_of("Related articles"))
    assert not related_head("A related article", form_of("A related article"))
