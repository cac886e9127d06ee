import pytest

from indexer.cleaner.dates import date_of_machine, date_of_url, find_dates


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Tue Jun 7, 2016 08:33:35", "2016-06-07"),
        ("7 June 2016", "2016-06-07"),
        ("June 7th, 2016", "2016-06-07"),
        ("7. Juni 2016", "2016-06-07"),
        ("1er mars 2016", "2016-03-01"),
        ("le 7 août 2016", "2016-08-07"),
        ("7 de junio de 2016", "2016-06-07"),
        ("7 يونيو 2016", "2016-06-07"),
        ("٧ حزيران ٢٠١٦", "2016-06-07"),
        ("12 كانون الأول 2016", "2016-12-12"),
        ("Dec. 22, 2023", "2023-12-22"),
        ("2016-06-07T23:59:59-05:00", "2016-06-07"),
        ("2016/6/7", "2016-06-07"),
        ("28.04.2023", "2023-04-28"),
        ("04/28/2023", "2023-04-28"),
    ],
)
def test_a_date_is_read_in_five_languages(text, date):
    (found,) = find_dates(text)
    assert (found.date, found.sure) == (date, True)


def test_a_date_that_could_be_two_days_is_not_sure():
    (found,) = find_dates("03/04/2016")
    assert (found.date, found.sure) == ("2016-04-03", False)


@pytest.mark.parametrize(
    "text",
    [
        "31 February 2016",
        "7 June 0016",
        "7 June 1449",
        "7 June 9999",
        "version 1.2.2016.3",
        "June",
        "7/2016",
        "2016",
    ],
)
def test_what_is_no_day_of_the_calendar_is_no_date(text):
    assert find_dates(text) == ()


def test_the_span_of_a_date_is_where_it_stands():
    text = "Updated 7 June 2016, posted 6 June 2016"
    assert [text[start:end] for start, end in (d.span for d in find_dates(text))] == [
        "7 June 2016",
        "6 June 2016",
    ]


@pytest.mark.parametrize(
    ("stamp", "date"),
    [
        ("2016-06-07T23:00:00-08:00", "2016-06-07"),
        ("2016-06", "2016-06"),
        ("2016", "2016"),
        ("20160607", "2016-06-07"),
        ("Tue, 07 Jun 2016 08:00:00 GMT", "2016-06-07"),
        ("2016-13-01", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_a_stamp_is_never_shifted_to_another_day(stamp, date):
    assert date_of_machine(stamp) == date


@pytest.mark.parametrize(
    ("url", "date"),
    [
        ("https://paper.example/2016/06/07/mill", "2016-06-07"),
        ("https://paper.example/news/2016/jun/07/mill", "2016-06-07"),
        ("https://paper.example/2016/06/mill", "2016-06"),
        ("https://paper.example/mill-2016-06-07.html", "2016-06-07"),
        ("https://paper.example/2016/99/mill", None),
        ("https://paper.example", None),
    ],
)
def test_a_url_tells_its_date_in_folders_or_a_name(url, date):
    assert date_of_url(url) == date
