"""Dates as machines write them: in JSON-LD, metas, <time> and records."""

import re
from dataclasses import dataclass

from indexer.cleaner.dates import calendar_day, find_dates

_LONGEST = 80  # characters of a stamp that are read
_DAY = re.compile(
    r"(?P<year>\d{4})(?:[- /](?P<month>\d{1,2})(?:[- /](?P<day>\d{1,2}))?)?(?![\d/-])"
    r"|(?P<joined>\d{8})(?=$|[T ]?\d{6}|\D)"
)
_TIME = re.compile(
    r"(?:^|[T\s,.])(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::\d{2}(?:[.,]\d{1,9})?)?"
    r"\s?(?P<half>[AaPp]\.?\s?[Mm]\b)?\s?(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2}|[A-Z]{3,4})?"
)
_NAMED_YEAR_FIRST = re.compile(r"(\d{4})[ -]([^\W\d_]{3,10})[ -](\d{1,2})$")
_UNIVERSAL = frozenset(["Z", "UTC", "GMT", "+00:00", "+0000", "-00:00"])
# Of an hour of Greenwich: up to here it may still be the day before (Hawaii), from here on it may
# be the next day already (Auckland).
_LAST_BEFORE, _FIRST_AFTER = 11, 10


@dataclass(frozen=True, slots=True)
class Stamp:
    """The date of a machine-readable stamp as it is written; never shifted by a zone."""

    date: str  # YYYY, YYYY-MM or YYYY-MM-DD
    swapped: str | None = None  # the other day that 03/04/2016 can be
    is_before: bool = False  # may it be the day before, where the article was printed?
    is_after: bool = False  # may it be the day after?


def read_stamp(value: str) -> Stamp | None:
    """The stamp in ISO 8601 or one of its relatives; None where there is no date."""
    value = " ".join(value[:_LONGEST].split())
    if match := _NAMED_YEAR_FIRST.fullmatch(value):
        value = f"{match[3]} {match[2]} {match[1]}"
    elif match := _DAY.match(value):
        day = _day_of(match)
        return _zoned(Stamp(day), value[match.end() :]) if day else None
    found = find_dates(value)
    if not found:
        return None
    return _zoned(Stamp(found[0].date, found[0].swapped), value)


def _day_of(match: re.Match[str]) -> str | None:
    if joined := match["joined"]:
        return calendar_day(joined[:4], joined[4:6], joined[6:])
    return calendar_day(match["year"], match["month"], match["day"])


def _zoned(stamp: Stamp, value: str) -> Stamp:
    """The stamp, and on which other day it may have been where the article was printed.

    A time of Greenwich, or of no zone, need not be the one that the page prints; one of another
    zone was set by people who live there.
    """
    time = _TIME.search(value)
    if time is None or (time["zone"] or "Z") not in _UNIVERSAL:
        return stamp
    hour = int(time["hour"]) % 24
    if time["half"]:
        hour = hour % 12 + 12 * (time["half"][0] in "Pp")
    return Stamp(stamp.date, stamp.swapped, hour <= _LAST_BEFORE, hour >= _FIRST_AFTER)
