"""Printed dates as spans of days: what filters, sorting and facets of dates compare.

A day is the proleptic Gregorian ordinal of datetime.date; day 0 stands for: no date.
"""

from calendar import monthrange
from datetime import date

from indexer.dates import calendar_date
from indexer.model import Dates

NO_DAY = 0
FIRST_DAY = date.min.toordinal()
LAST_DAY = date.max.toordinal()


def days_of(text: str) -> tuple[int, int]:
    """First and last day of YYYY, YYYY-MM or YYYY-MM-DD. Raises ValueError."""
    if calendar_date(text) != text:
        raise ValueError(f"{text!r} is no date: expected YYYY, YYYY-MM or YYYY-MM-DD")
    year, *rest = map(int, text.split("-"))
    months = (rest[0], rest[0]) if rest else (1, 12)
    last_of_month = monthrange(year, months[1])[1]
    days = (rest[1], rest[1]) if len(rest) > 1 else (1, last_of_month)
    return (
        date(year, months[0], days[0]).toordinal(),
        date(year, months[1], days[1]).toordinal(),
    )


def days_between(dates: Dates) -> tuple[int, int]:
    """First and last day of a range, an open end being the calendar's. Raises ValueError."""
    first = FIRST_DAY if dates.first is None else days_of(dates.first)[0]
    last = LAST_DAY if dates.last is None else days_of(dates.last)[1]
    return first, last


def date_of(first: int, last: int) -> str:
    """The date, as short as it was printed, that covers exactly these days."""
    start, end = date.fromordinal(first), date.fromordinal(last)
    if start == end:
        return start.isoformat()
    return start.isoformat()[:7] if start.month == end.month else start.isoformat()[:4]
