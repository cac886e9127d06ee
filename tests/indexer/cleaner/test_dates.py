import pytest

from indexer.cleaner.dates import comes_day_first, date_of_url, find_dates


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Tue Jun 7, 2016 08:33:35", "2016-06-07"),
        ("7 June 2016", "2016-06-07"),
        ("June 7th, 2016", "2016-06-07"),
        ("7th of June, 2016", "2016-06-07"),
        ("7. Juni 2016", "2016-06-07"),
        ("Dienstag, den 7. Juni 2016", "2016-06-07"),
        ("3. Mär. 2014", "2014-03-03"),
        ("1er mars 2016", "2016-03-01"),
        ("le 7 août 2016", "2016-08-07"),
        ("3 févr. 2014", "2014-02-03"),
        ("7 de junio de 2016", "2016-06-07"),
        ("7 de junio del 2016", "2016-06-07"),
        ("junio 7 de 2016", "2016-06-07"),
        ("3 ene. 2014", "2014-01-03"),
        ("04-ago-2021 5:11", "2021-08-04"),
        ("7 يونيو 2016", "2016-06-07"),
        ("٧ حزيران ٢٠١٦", "2016-06-07"),
        ("3 جويلية 2015", "2015-07-03"),
        ("12 كانون الأول 2016", "2016-12-12"),
        ("12 كانون الثاني/يناير 2016", "2016-01-12"),
        ("26 آب (أغسطس) 2015", "2015-08-26"),
        ("Dec. 22, 2023", "2023-12-22"),
        ("Dec 22,2023,01:51pm", "2023-12-22"),
        ("Fri Apr 28 19:20:36 CEST 2023", "2023-04-28"),
        ("2016-06-07T23:59:59-05:00", "2016-06-07"),
        ("2016/6/7", "2016-06-07"),
        ("2016年6月7日", "2016-06-07"),
        ("28.04.2023", "2023-04-28"),
        ("03.04.2023", "2023-04-03"),
        ("04/28/2023", "2023-04-28"),
        ("Aug 27, 2022The author", "2022-08-27"),
    ],
)
def test_a_date_is_read_in_many_forms(text, date):
    (found,) = find_dates(text)
    assert (found.date, found.sure, found.swapped) == (date, True, None)


def test_a_date_that_could_be_two_days_is_not_sure():
    (found,) = find_dates("03/04/2016")
    assert (found.date, found.sure, found.swapped) == ("2016-04-03", False, "2016-03-04")


@pytest.mark.parametrize(
    ("text", "date", "sure"),
    [
        ("Sun 03/04/2016", "2016-04-03", True),
        ("Friday, 03/04/2016", "2016-03-04", True),
        ("Monday 03/04/2016", "2016-04-03", False),
        ("Monday, 7 June 2016", "2016-06-07", False),
        ("Mardi 7 juin 2016", "2016-06-07", True),
        ("الثلاثاء 7 يونيو 2016", "2016-06-07", True),
    ],
)
def test_the_day_of_the_week_decides_or_raises_doubt(text, date, sure):
    (found,) = find_dates(text)
    assert (found.date, found.sure) == (date, sure)


def test_a_year_of_two_digits_is_never_sure():
    found = [find_dates(text)[0] for text in ("07.06.16", "25/12/99", "03/04/16")]
    assert [(each.date, each.sure) for each in found] == [
        ("2016-06-07", False),
        ("1999-12-25", False),
        ("2016-04-03", False),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "31 February 2016",
        "7 June 0016",
        "7 June 1449",
        "7 June 1799",
        "7 June 2050",
        "7 June 9999",
        "15/07/1437 هـ",
        "15 رمضان 1437 هـ",
        "version 1.2.2016.3",
        "version 10.11.12.1",
        "12.50.99 %",
        "June",
        "7/2016",
        "2016",
        "3 hours ago",
        "32/13/2016",
    ],
)
def test_what_is_no_day_of_an_article_is_no_date(text):
    assert find_dates(text) == ()


def test_the_span_of_a_date_is_where_it_stands():
    text = "Updated 7 June 2016, posted 6 June 2016"
    assert [text[start:end] for start, end in (d.span for d in find_dates(text))] == [
        "7 June 2016",
        "6 June 2016",
    ]


def test_dates_without_a_space_between_them_are_two():
    found = find_dates("May 21, 2025April 24, 2025 | Nov 12, 2023 1:00 AMNov 17, 2023")
    assert [each.date[5:] for each in found] == ["05-21", "04-24", "11-12", "11-17"]


def test_other_dates_tell_which_comes_first():
    assert comes_day_first(["Posted 25/12/2016", "no date", "1.13.2016"]) is True
    assert comes_day_first(["Posted 12/25/2016"]) is False
    assert comes_day_first(["12/25/2016", "25/12/2016"]) is None
    assert comes_day_first(["03/04/2016", "31.12.2016"]) is None


@pytest.mark.parametrize(
    ("url", "date"),
    [
        ("https://paper.example/2016/06/07/mill", "2016-06-07"),
        ("https://paper.example/news/2016/jun/07/mill", "2016-06-07"),
        ("https://paper.example/2016/06/mill", "2016-06"),
        ("https://paper.example/2016/06/mill-2016-06-07.html", "2016-06-07"),
        ("https://paper.example/2016/06/mill-2015-03-09.html", "2016-06"),
        ("https://paper.example/mill-2016-06-07.html", "2016-06-07"),
        ("https://paper.example/mill-20160607.html", "2016-06-07"),
        ("https://paper.example/mill-20161307.html", None),
        ("https://paper.example/2016/99/mill", None),
        ("https://paper.example/2016/xyz/mill", None),
        ("https://paper.example", None),
    ],
)
def test_a_url_tells_its_date_in_folders_or_a_name(url, date):
    assert date_of_url(url) == date
