import pytest

from indexer.cleaner.date_lines import (
    date_in,
    is_date_line,
    published_in_dateline,
    published_in_lines,
)
from indexer.model import DateOrigin


@pytest.mark.parametrize(
    "line",
    [
        "Tue Jun 7, 2016 08:33:35",
        "Published 12:40 GMT, 3 March 2016",
        "15 Dec, 2025",
        "Veröffentlicht am 3. März 2016 um 14:20 Uhr",
        "Publié le 30 août 2023 à 14h52, modifié le 31 août 2023 à 15h54",
        "نشر في 3 مارس 2016",
        "Ostrel, 3 March 2016",
        "By Ann Lee 8:41 PM on December 20, 2023",
    ],
)
def test_a_date_with_little_beside_it_is_a_date_line(line):
    assert is_date_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "Smoke over the old mill, 4 May 2016",
        "The treaty was signed on 3 March 2016 by both ministers in Ostrel.",
        "Media ID: 553727",
        "In 2016",
        "3 March 2016 " + "and on " * 30,
    ],
)
def test_a_caption_or_a_sentence_with_a_date_is_none(line):
    assert not is_date_line(line)


def test_of_two_dates_the_one_of_publication_counts():
    assert date_in("Updated: 4 March 2016. Published: 3 March 2016").date == "2016-03-03"
    assert date_in("Published 3 March 2016, updated 4 March 2016").date == "2016-03-03"
    assert date_in("Updated 4 March 2016").date == "2016-03-04"
    assert date_in("no date") is None


def test_a_head_s_date_goes_before_a_foot_s():
    texts = ["Title", "3 March 2016", "It rained.", "It snowed.", "9 March 2016"]
    assert published_in_lines(texts, [1, 4], 0, [2, 3]).date == "2016-03-03"
    assert published_in_lines(texts, [4], 0, [2, 3]).date == "2016-03-09"


def test_a_date_line_in_the_middle_is_not_the_article_s():
    texts = ["Title", "It rained.", "It rained.", "It rained.", "9 March 2016", *["It snowed."] * 8]
    assert published_in_lines(texts, [4], 0, [1, 2, 3, *range(5, 13)]) is None


def test_a_marked_date_goes_before_a_nearer_one():
    texts = ["Title", "4 March 2016", "Published 3 March 2016", "It rained."]
    assert published_in_lines(texts, [1, 2], 0, [3]).date == "2016-03-03"


def test_an_agency_s_dateline_dates_a_text():
    found = published_in_dateline("OSTREL, March 3, 2016 (Wire) - The bridge was closed.")
    assert (found.date, found.origin) == ("2016-03-03", DateOrigin.TEXT)


@pytest.mark.parametrize(
    "paragraph",
    [
        "The bridge was closed on March 3, 2016 - and never opened again.",
        "OSTREL (Wire) - The bridge was closed on March 3, 2016.",
        "Ostrel, which was flooded in spring, on March 3, 2016 - so it is said - saw the sun.",
    ],
)
def test_a_date_in_running_text_is_no_dateline(paragraph):
    assert published_in_dateline(paragraph) is None
