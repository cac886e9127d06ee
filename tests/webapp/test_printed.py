"""Values in words."""

import pytest
from markupsafe import Markup

from indexer.model import DateOrigin, Published, Reason
from webapp.printed import (
    date_origin,
    language_name,
    plural,
    printable,
    printed_date,
    reason_words,
)


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2016", "2016"),
        ("2016-05", "May 2016"),
        ("2016-05-01", "1 May 2016"),
        ("0001-12-31", "31 December 0001"),
    ],
)
def test_a_date_is_printed_as_exactly_as_it_is_known(date, words):
    assert printed_date(date) == words


@pytest.mark.parametrize("origin", list(DateOrigin))
def test_where_a_date_comes_from_has_words(origin):
    assert date_origin(Published("2016", origin, sure=True)) != origin.value


def test_languages_have_names_and_unknown_codes_stand_for_themselves():
    assert language_name("ar") == "Arabic"
    assert language_name("xx") == "xx"
    assert language_name(None) == language_name("") == "language not known"


def test_numbers_agree_with_their_nouns():
    assert plural(1, "article") == "1 article"
    assert plural(1204, "article") == "1,204 articles"
    assert plural(2, "match", "matches") == "2 matches"


def test_a_reason_begins_with_a_capital():
    assert reason_words(Reason.COOKIES) == "Cookie notice"


def test_text_loses_what_breaks_markup_and_markup_stays_markup():
    assert printable("a\x00b\ud800c\td\ne") == "a\ufffdb\ufffdc\td\ne"
    assert printable(Markup("<b>")) == Markup("<b>")
    assert type(printable(Markup("<b>"))) is Markup
    assert printable(7) == 7
