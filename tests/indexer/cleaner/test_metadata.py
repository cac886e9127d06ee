import pytest

from indexer.cleaner import clean
from indexer.model import DateOrigin, Given, Published, RawDocument

GERMAN = "Die Ziege stieg am Markt in die Bahn. Der Fahrer sagte nichts dazu, und sie fuhr mit."
ENGLISH = "The goat boarded the tram at the market. The driver said nothing, and so it rode along."


def published(*lines, body=ENGLISH, **given):
    text = "\n".join([*lines, "", body, "", body.replace("goat", "beast").replace("Ziege", "Geiß")])
    raw = RawDocument("d", "d", "d", "text", text, "0", given=Given(**given))
    return clean(raw).document.published


def test_what_a_record_says_goes_before_all():
    found = published("Goat Takes the Tram", "3 March 2016", published="2016-03")
    assert found == Published("2016-03", DateOrigin.GIVEN, sure=True)
    assert published("Goat Takes the Tram", published="1605-03-04").date == "1605-03-04"


def test_a_date_line_and_an_address_that_agree_are_sure():
    url = "https://wave.example/2016/03/03/goat"
    assert published("Goat Takes the Tram", "3 March 2016", url=url) == Published(
        "2016-03-03", DateOrigin.DATE_LINE, sure=True
    )
    assert published("Goat Takes the Tram", url=url) == Published(
        "2016-03-03", DateOrigin.URL, sure=False
    )


@pytest.mark.parametrize(
    ("body", "dates", "date", "sure"),
    [
        (ENGLISH, ["03/04/2016"], "2016-04-03", False),
        (ENGLISH, ["03/04/2016", "Read also", "03/25/2016"], "2016-03-04", False),
        (GERMAN, ["03/04/2016"], "2016-04-03", True),
    ],
)
def test_language_or_other_dates_tell_the_day_from_the_month(body, dates, date, sure):
    found = published("Goat Takes the Tram", *dates, body=body)
    assert (found.date, found.sure) == (date, sure)


def test_dates_of_captions_related_articles_and_sentences_are_not_the_article_s():
    lines = ("Goat Takes the Tram", "Photo: The goat at sea on 3 March 2016. WIRE/Ann Lee")
    body = f"{ENGLISH} It happened on 5 March 2016, when it rained and nobody wished to walk."
    assert published(*lines, body=body) is None


def test_an_agency_s_dateline_dates_a_text_but_not_for_sure():
    body = f"OSTREL, March 3, 2016 (Wire) - {ENGLISH}"
    assert published("Goat Takes the Tram", body=body) == Published(
        "2016-03-03", DateOrigin.TEXT, sure=False
    )


def test_a_page_s_title_above_a_text_may_end_with_its_date():
    found = published("Goat Takes the Tram – Wave – 03.04.2016", "Goat Takes the Tram")
    assert found == Published("2016-04-03", DateOrigin.TEXT, sure=False)
    assert published("Goat Takes the Tram on 03.04.2016 to the Sea") is None


def test_a_date_below_the_title_counts_where_a_notice_stands_above_both():
    notice = "We use cookies to make this site better. We do so since long ago, as others do."
    lines = ["Wave", notice, notice[::-1].swapcase(), *["Menu"] * 20, "Goat Takes the Tram"]
    assert published(*lines, "3 March 2016").date == "2016-03-03"
