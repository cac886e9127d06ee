"""Dates as the house writes them: YYYY, YYYY-MM or YYYY-MM-DD, as printed, in no time zone."""

import re
from datetime import date

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")

FIRST_YEAR = 1450  # of printing with movable type in Europe; an earlier year is a filler or a slip
# No clock is asked: what is a date must be one when the archive is built again years later.
LAST_YEAR = 2099


def is_publication_year(year: int) -> bool:
    """Whether an article can have been published in that year. The calendar goes further."""
    return FIRST_YEAR <= year <= LAST_YEAR


def calendar_date(text: str) -> str | None:
    """The date if it is one of the three forms and in the calendar (years 0001 to 9999)."""
    matched = _DATE.fullmatch(text.strip())
    if matched is None:
        return None
    year, month, day = (int(part) if part else 1 for part in matched.groups())
    try:
        date(year, month, day)
    except ValueError:
        return None
    return matched.group()
