from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.engine.days import date_of, days_of


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2016", date(2016, 1, 1), date(2016, 12, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2015-02", date(2015, 2, 1), date(2015, 2, 28)),
        ("2016-05-03", date(2016, 5, 3), date(2016, 5, 3)),
        ("9999", date(9999, 1, 1), date(9999, 12, 31)),
    ],
)
def test_a_date_covers_its_days(text, first, last):
    assert days_of(text) == (first.toordinal(), last.toordinal())


@given(st.dates(), st.sampled_from((4, 7, 10)))
def test_days_give_the_date_back_as_it_was_printed(day, length):
    text = day.isoformat()[:length]
    assert date_of(*days_of(text)) == text


@pytest.mark.parametrize("text", ["", "0000", "2016-13", "2016-02-30", "16-05-03", "2016 ", "٢٠١٦"])
def test_what_is_no_date_is_an_error(text):
    with pytest.raises(ValueError, match="is no date"):
        days_of(text)
