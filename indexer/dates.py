"""Dates as the house writes them: YYYY, YYYY-MM or YYYY-MM-DD, as printed, in no time zone."""

import re
from datetime import date

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


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
