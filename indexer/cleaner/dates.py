"""Dates as they are printed, in English, German, French, Spanish and Arabic."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from indexer.cleaner.months import month_number, weekday_number
from indexer.dates import is_publication_year
from indexer.model import Span

# The years of what is found, not given, are narrower: an earlier one is of what an article tells,
# a year 14xx of the Hijra is none of ours, and a later one is a deadline or a warranty. No clock
# is asked, so that an archive built again in ten years has the same dates.
_FIRST_YEAR, _LAST_YEAR = 1800, 2049
_MONTHS = 12
_CENTURY_TURN = 50  # of two digits: 49 is 2049, 50 is 1950

_WORD = r"[^\W\d_]{2,12}"
# Levantine names have two words, and Arab papers give a month two names: "كانون الثاني/يناير".
_NAME = rf"(?P<name>(?:كانون|تشرين)\s{_WORD}|{_WORD})"
_OTHER_NAME = rf"(?:\s?[/(]\s?(?:(?:كانون|تشرين)\s)?{_WORD}\)?)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|[º°ª.])?"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_CLOCK = r"(?:\s\d{1,2}:\d{2}(?::\d{2})?(?:\s[A-Z]{2,5})?)?"

# Each with the groups it can fill. Quantifiers are bounded: no run of characters is read twice.
_ISO = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)")
_DAY_FIRST = re.compile(
    rf"(?<!\w){_DAY}\s{{0,2}}(?:de\s|of\s|-|/|\s)?\s?{_NAME}\.?{_OTHER_NAME},?\s{{0,2}}"
    rf"(?:de\s|del\s|-|/)?{_YEAR}",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"(?:(?<![^\W\d_])|(?<=[ap]m))(?!(?-i:[AP]M[A-Z])){_NAME}\.?\s{{1,2}}{_DAY}{_CLOCK}(?:,\s{{0,2}}|\s{{1,2}})(?:de\s|del\s)?{_YEAR}",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(r"(?<!\d)(?P<year>\d{4})[/.](?P<month>\d{1,2})[/.](?P<day>\d{1,2})(?!\d)")
_EAST_ASIAN = re.compile(
    r"(?P<year>\d{4})\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]"
)
_NUMERIC = re.compile(
    r"(?<![\d.,/])(?P<first>\d{1,2})(?P<sign>[./-])\s?(?P<second>\d{1,2})(?P=sign)\s?"
    r"(?P<year>\d{4})(?![.\/-]?\d)"
)
_SHORT = re.compile(
    r"(?<![\d.,/:-])(?P<first>\d{2})(?P<sign>[./])(?P<second>\d{2})(?P=sign)(?P<year>\d{2})"
    r"(?![.,/:-]?\d|\s?[%€$£])"
)
_YEAR_IN_IT = re.compile(r"\d{4}")
# Each with signs of which a text must have one; most dates are written with a name and none.
_PATTERNS = (
    (_ISO, "-"),
    (_DAY_FIRST, ""),
    (_MONTH_FIRST, ""),
    (_YEAR_FIRST, "/."),
    (_EAST_ASIAN, "年년"),
    (_NUMERIC, "./-"),
)

# "Montag, den 3. März", "Mon 03/04"
_WEEKDAY = re.compile(
    rf"(?<!\w)(?P<name>(?:ال)?{_WORD})[.,]{{0,2}}\s?(?:(?:den|dem|the|le|el)\s)?$"
)
_WEEKDAY_REACH = 20  # characters before a date

_URL_DATE = re.compile(
    r"[/=_-](?P<year>(?:19|20)\d{2})[/_-](?P<month>\d{1,2}|"
    r"[a-z]{3})(?:[/_-](?P<day>\d{1,2}))?(?=[/_?.-]|$)"
)
_URL_NUMBER = re.compile(r"[/_-](?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})(?=[/_.-]|$)")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date that stands in a text."""

    date: str  # YYYY-MM-DD, or YYYY-MM where the day is not said
    span: Span
    sure: bool  # False: 03/04/2016 is a day in March or in April
    swapped: str | None = None  # the other day that it can be


@lru_cache(maxsize=512)  # title, verdicts and publication ask about the same lines of a text
def find_dates(text: str) -> tuple[FoundDate, ...]:
    """Every full date in a short text, in its order."""
    if not _YEAR_IN_IT.search(text):
        return _short_dates(text)
    western = _western_digits(text)
    found = [
        date
        for pattern, signs in _PATTERNS
        if not signs or any(sign in western for sign in signs)
        for date in _matches(pattern, western)
    ]
    found.sort(key=lambda each: (each.span[0], -each.span[1]))
    kept: list[FoundDate] = []
    for each in found:
        if not kept or each.span[0] >= kept[-1].span[1]:
            kept.append(each)
    return tuple(kept)


def comes_day_first(texts: Iterable[str]) -> bool | None:
    """Whether the texts write 25/12/2016 or 12/25/2016; None where they tell nothing or both."""
    orders = set()
    for text in texts:
        for match in _NUMERIC.finditer(text) if _YEAR_IN_IT.search(text) else ():
            if match["sign"] != "." and max(int(match["first"]), int(match["second"])) > _MONTHS:
                orders.add(int(match["first"]) > _MONTHS)
    return orders.pop() if len(orders) == 1 else None


def date_of_url(url: str) -> str | None:
    """The date in a URL's path (/2016/06/07/ or /2016-06-07-), YYYY-MM where there is no day."""
    path = "/" + url[:2000].split("://", 1)[-1].partition("/")[2].casefold()
    found: str | None = None
    for match in (*_URL_DATE.finditer(path), *_URL_NUMBER.finditer(path)):
        month = match["month"]
        number = month if month.isdigit() else str(month_number(month) or "")
        date = calendar_day(match["year"], number, match["day"]) if number else None
        if date and (found is None or (len(date) > len(found) and date.startswith(found))):
            found = date
    return found


def calendar_day(year: str, month: str | None, day: str | None) -> str | None:
    """The date as the house writes it; None where it is not in the calendar or of no article."""
    number = int(year)
    if not _FIRST_YEAR <= number <= _LAST_YEAR or not is_publication_year(number):
        return None
    if month is None:
        return year
    try:
        found = date(number, int(month), int(day or 1))
    except ValueError:
        return None
    return found.isoformat() if day else found.isoformat()[:7]


def _short_dates(text: str) -> tuple[FoundDate, ...]:
    """Dates with two digits for the year, which are never sure."""
    if text.count("/") < 2 and text.count(".") < 2:
        return ()
    return tuple(replace(found, sure=False) for found in _matches(_SHORT, _western_digits(text)))


def _western_digits(text: str) -> str:
    """The text with every digit in 0-9, as long as before."""
    if text.isascii():
        return text
    return "".join(
        str(unicodedata.digit(letter)) if letter.isdecimal() else letter for letter in text
    )


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[FoundDate]:
    for match in pattern.finditer(text):
        found = _numeric(match) if "first" in pattern.groupindex else _named(match)
        if found:
            yield _checked(found, text)


def _named(match: re.Match[str]) -> FoundDate | None:
    """A date whose parts can be told apart."""
    groups = match.groupdict()
    name = groups.get("name")
    month = month_number(name) if name else int(groups["month"])
    if month is None:
        return None
    found = calendar_day(groups["year"], str(month), groups["day"])
    return FoundDate(found, match.span(), sure=True) if found else None


def _numeric(match: re.Match[str]) -> FoundDate | None:
    """Day first, as most of the world writes, unless only the other order is a date.

    With full stops the day comes first wherever they are used.
    """
    first, second, year = match["first"], match["second"], _full_year(match["year"])
    readings = [calendar_day(year, second, first), calendar_day(year, first, second)]
    found = [each for each in readings if each]
    if not found:
        return None
    if match["sign"] == "." or len(set(found)) == 1:
        return FoundDate(found[0], match.span(), sure=True)
    return FoundDate(found[0], match.span(), sure=False, swapped=found[1])


def _full_year(digits: str) -> str:
    if len(digits) == 4:
        return digits
    return f"{20 if int(digits) < _CENTURY_TURN else 19}{digits}"


def _checked(found: FoundDate, text: str) -> FoundDate:
    """The date, held against the day of the week that stands before it."""
    start = found.span[0]
    before = _WEEKDAY.search(text[max(0, start - _WEEKDAY_REACH) : start])
    weekday = weekday_number(before["name"]) if before else None
    if weekday is None:
        return found
    for day in (found.date, found.swapped):
        if day and date.fromisoformat(day).weekday() == weekday:
            return replace(found, date=day, sure=True, swapped=None)
    return replace(found, sure=False)
