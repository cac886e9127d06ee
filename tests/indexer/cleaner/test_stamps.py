import pytest

from indexer.cleaner.stamps import Stamp, read_stamp


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2016-06-07T23:00:00-08:00", "2016-06-07"),
        ("2016-06", "2016-06"),
        ("2016", "2016"),
        ("20160607", "2016-06-07"),
        ("20160607T080000Z", "2016-06-07"),
        ("2016 06 07 22:20:00", "2016-06-07"),
        ("2016 Jun 7", "2016-06-07"),
        ("Tue, 07 Jun 2016 08:00:00 GMT", "2016-06-07"),
        ("Fri Apr 28 19:20:36 CEST 2023", "2023-04-28"),
    ],
)
def test_a_stamp_is_never_shifted_to_another_day(text, date):
    assert read_stamp(text).date == date


@pytest.mark.parametrize("text", ["2016-13-01", "yesterday", "PT140S", "20161399", "", "1016"])
def test_what_holds_no_date_is_no_stamp(text):
    assert read_stamp(text) is None


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("2016-06-07T03:00:00Z", True, False),
        ("2016-06-07T23:00:00.000+00:00", False, True),
        ("2016-06-07 23:00", False, True),
        ("2016-06-07T10:30:00Z", True, True),
        ("7 June 2016, 11:10 PM", False, True),
        ("2016-06-07T03:00:00-05:00", False, False),
        ("2016-06-07T03:00 EST", False, False),
        ("2016-06-07", False, False),
    ],
)
def test_only_a_time_of_greenwich_may_be_another_day_where_it_is_read(text, before, after):
    stamp = read_stamp(text)
    assert (stamp.is_before, stamp.is_after) == (before, after)


def test_a_stamp_may_be_two_days():
    assert read_stamp("11/01/2023") == Stamp("2023-01-11", "2023-11-01")
