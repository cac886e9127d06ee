import pytest

from indexer.cleaner.date_lines import (
    Place,
    date_in_dateline,
    dates_of_line,
    dates_of_lines,
    is_date_line,
)
from indexer.cleaner.publication import Trust


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
        "07.06.16",
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


def trusts(line):
    return [(each.date[-2:], each.trust) for each in dates_of_line(line)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("3 March 2016", [("03", Trust.PRINTED)]),
        ("Published 3 March 2016", [("03", Trust.SAID)]),
        ("By Ann LeePublished: Mar 3, 2016 8:00 AM", [("03", Trust.SAID)]),
        ("Updated 3 March 2016", [("03", Trust.CHANGED)]),
        ("3 March 2016 | Originally published", [("03", Trust.SAID)]),
        (
            "Updated: 4 March 2016. Published: 3 March 2016",
            [("04", Trust.CHANGED), ("03", Trust.SAID)],
        ),
        (
            "Publié le 3 mars 2016, mis à jour le 4 mars 2016",
            [("03", Trust.SAID), ("04", Trust.CHANGED)],
        ),
        ("نشر: 3 مارس 2016 آخر تحديث: 4 مارس 2016", [("03", Trust.SAID), ("04", Trust.CHANGED)]),
        (
            "Publisert 03.03.2016, kl. 13.05 Oppdatert 04.03.2016, kl. 13.52",
            [("03", Trust.SAID), ("04", Trust.CHANGED)],
        ),
        ("March 4, 2016March 3, 2016", [("04", Trust.CHANGED), ("03", Trust.PRINTED)]),
        ("hacking Mar. 3, 2016", [("03", Trust.PRINTED)]),
        ("3 March 2016 • Ann Lee in Life and Goats", [("03", Trust.PRINTED)]),
        ("Smoke over the old mill, 4 May 2016", []),
        ("3 hours ago", []),
    ],
)
def test_words_say_what_a_date_is_of(line, expected):
    assert trusts(line) == expected


def test_a_date_with_its_hour_is_firm():
    lines = ("3 March 2016, 14:20", "3 March 2016 2 pm", "03.03.2016, 14.20 Uhr", "03.03.2016")
    assert [dates_of_line(line)[0].is_firm for line in lines] == [True, True, True, False]


def found(texts, lines, place):
    return [(each.date, each.trust) for each in dates_of_lines(texts, lines, place)]


def test_the_nearest_date_below_the_title_comes_first():
    texts = ["1 March 2016", "Title", "2 March 2016", "Ostrel", "3 March 2016", "It rained."]
    assert found(texts, [0, 2, 3, 4], Place((1,), 5, 5)) == [
        ("2016-03-02", Trust.PRINTED),
        ("2016-03-03", Trust.PRINTED),
        ("2016-03-01", Trust.STRAY),
    ]


def test_a_date_close_above_the_text_is_firm():
    texts = ["Title", "2 March 2016", *["Ostrel"] * 6, "3 March 2016", "It rained."]
    dates = dates_of_lines(texts, [1, 8], Place((0,), 9, 9))
    assert {each.date: each.is_firm for each in dates} == {"2016-03-02": False, "2016-03-03": True}
    assert dates_of_lines(texts[1:2], [0], Place((), 1, 1))[0].is_firm


def test_a_date_far_below_the_beginning_is_not_trusted():
    texts = ["Title", *["It rained."] * 10, "9 March 2016", *["It snowed."] * 8]
    assert found(texts, [11], Place((), 1, 19)) == [("2016-03-09", Trust.STRAY)]
    assert found(["It rained."] * 18 + texts[11:], [18], Place((), 1, 19)) == []


def test_a_foot_s_date_counts_where_it_is_the_only_one_or_says_what_it_is():
    texts = ["Title", *["It rained."] * 20, "9 March 2016", "Published 8 March 2016"]
    place = Place((0,), 1, 20)
    assert found(texts, [21], place) == [("2016-03-09", Trust.STRAY)]
    assert found(texts, [21, 22], place) == [("2016-03-08", Trust.STRAY)]
    assert found([*texts[:22], "8 March 2016"], [21, 22], place) == []


def test_an_agency_s_dateline_dates_a_text():
    assert (
        date_in_dateline("OSTREL, March 3, 2016 (Wire) - The bridge was closed.").date
        == "2016-03-03"
    )


@pytest.mark.parametrize(
    "paragraph",
    [
        "The bridge was closed on March 3, 2016 - and never opened again.",
        "OSTREL (Wire) - The bridge was closed on March 3, 2016.",
        "Ostrel, which was flooded in spring, on March 3, 2016 - so it is said - saw the sun.",
    ],
)
def test_a_date_in_running_text_is_no_dateline(paragraph):
    assert date_in_dateline(paragraph) is None
