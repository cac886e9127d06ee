"""Dates as they are printed, in English, German, French, Spanish and Arabic."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from indexer.dates import is_publication_year
from indexer.model import Span

_MONTH_NAMES = """
    january jan januar jänner janvier janv enero ene يناير كانون الثاني=1
    february feb februar feber février fevrier févr fevr fév febrero فبراير شباط=2
    march mar märz maerz mär mrz mars marzo مارس آذار اذار=3
    april apr avril avr abril abr أبريل ابريل إبريل نيسان=4
    may mai mayo مايو أيار ايار=5
    june jun juni juin junio يونيو حزيران=6
    july jul juli juillet juil julio يوليو تموز=7
    august aug août aout agosto ago أغسطس اغسطس آب=8
    september sep sept septembre septiembre set setiembre سبتمبر أيلول ايلول=9
    october oct oktober okt octobre octubre أكتوبر اكتوبر تشرين الأول=10
    november nov novembre noviembre نوفمبر تشرين الثاني=11
    december dec dezember dez décembre decembre déc diciembre dic ديسمبر كانون الأول=12
"""
# Levantine names of two words share their first; they are looked for before single words.
_DOUBLE_NAMES = {
    "كانون الثاني": 1,
    "كانون الأول": 12,
    "تشرين الأول": 10,
    "تشرين الثاني": 11,
}


def _months() -> dict[str, int]:
    months = dict(_DOUBLE_NAMES)
    for line in _MONTH_NAMES.strip().splitlines():
        names, number = line.rsplit("=", 1)
        for double in _DOUBLE_NAMES:
            names = names.replace(double, "")
        months.update(dict.fromkeys(names.split(), int(number)))
    return months


_MONTHS = _months()
_NAME = "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?"
_YEAR = r"(?P<year>\d{4})"

# Each with the groups it can fill. Quantifiers are bounded: no run of characters is read twice.
_ISO = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)")
_DAY_FIRST = re.compile(
    rf"(?<!\w){_DAY}\s{{0,2}}(?:de\s|of\s|-|\s)?\s?(?P<name>{_NAME})\b\.?,?\s{{0,2}}(?:de\s|"
    rf"del\s|-|/)?"
    rf"{_YEAR}(?!\d)",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"(?<!\w)(?P<name>{_NAME})\.?\s{{1,2}}{_DAY},?\s{{1,2}}{_YEAR}(?!\d)", re.IGNORECASE
)
_YEAR_FIRST = re.compile(r"(?<!\d)(?P<year>\d{4})[/.](?P<month>\d{1,2})[/.](?P<day>\d{1,2})(?!\d)")
_NUMERIC = re.compile(
    r"(?<![\d.,/])(?P<first>\d{1,2})(?P<sign>[./-])(?P<second>\d{1,2})(?P=sign)(?P<year>\d{4})(?![.\/-]?\d)"
)
_YEAR_IN_IT = re.compile(r"\d{4}")
_PATTERNS = (_ISO, _DAY_FIRST, _MONTH_FIRST, _YEAR_FIRST, _NUMERIC)

_URL_DATE = re.compile(
    r"[/=_-](?P<year>(?:19|20)\d{2})[/_-](?P<month>\d{1,2}|"
    r"[a-z]{3})(?:[/_-](?P<day>\d{1,2}))?(?=[/_?.-]|$)"
)
_PREFIX = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?![\d-])")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date that stands in a text."""

    date: str  # YYYY-MM-DD, or YYYY-MM where the day is not said
    span: Span
    sure: bool  # False: 03/04/2016 is a day in March or in April


def find_dates(text: str) -> tuple[FoundDate, ...]:
    """Every full date in a short text, in its order."""
    if not _YEAR_IN_IT.search(text):
        return ()
    western = _western_digits(text)
    found = [date for pattern in _PATTERNS for date in _matches(pattern, western)]
    found.sort(key=lambda each: (each.span[0], -each.span[1]))
    kept: list[FoundDate] = []
    for each in found:
        if not kept or each.span[0] >= kept[-1].span[1]:
            kept.append(each)
    return tuple(kept)


def date_of_machine(value: str) -> str | None:
    """The date of a machine-readable stamp (ISO 8601 and its relatives), as printed; None if none.

    The time and its zone are not looked at: a date is never shifted.
    """
    value = value.strip()[:80]
    if match := _PREFIX.match(value):
        return _calendar_date(match["year"], match["month"], match["day"])
    if re.fullmatch(r"\d{8}", value):
        return _calendar_date(value[:4], value[4:6], value[6:])
    found = find_dates(value)
    return found[0].date if found else None


def date_of_url(url: str) -> str | None:
    """The date in a URL's path (/2016/06/07/ or /2016-06-07-), YYYY-MM where there is no day."""
    path = url[:2000].split("://", 1)[-1].partition("/")[2].casefold()
    for match in _URL_DATE.finditer(f"/{path}"):
        month = match["month"]
        number = month if month.isdigit() else str(_MONTHS.get(month, ""))
        if number and (found := _calendar_date(match["year"], number, match["day"])):
            return found
    return None


def _western_digits(text: str) -> str:
    """The text with every digit in 0-9, as long as before."""
    if text.isascii():
        return text
    return "".join(
        str(unicodedata.digit(letter)) if letter.isdecimal() else letter for letter in text
    )


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[FoundDate]:
    for match in pattern.finditer(text):
        groups = match.groupdict()
        sure = True
        if "first" in groups:
            month, day, sure = _month_and_day(int(groups["first"]), int(groups["second"]))
        else:
            name = groups.get("name")
            month = _MONTHS[name.casefold()] if name else int(groups["month"])
            day = int(groups["day"])
        if found := _calendar_date(groups["year"], str(month), str(day)):
            yield FoundDate(found, match.span(), sure)


def _month_and_day(first: int, second: int) -> tuple[int, int, bool]:
    """Day first, as most of the world writes, unless only the other order is a date."""
    if second > 12:
        return first, second, True
    return second, first, first > 12 or first == second


def _calendar_date(year: str, month: str | None, day: str | None) -> str | None:
    if not is_publication_year(int(year)):
        return None
    if month is None:
        return year
    try:
        found = date(int(year), int(month), int(day or 1))
    except ValueError:
        return None
    return found.isoformat() if day else found.isoformat()[:7]
