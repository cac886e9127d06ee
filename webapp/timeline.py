"""The histogram of years or months: bars that are links, few enough to be hit with a finger."""

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.model import FacetValue, Query
from webapp.choices import between_years, in_dates, toggle
from webapp.printed import printed_date

MAXIMUM_BARS = 26  # of at least 24 px beside each other in a column of 700 px
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 500, 1000)


@dataclass(frozen=True, slots=True)
class Bar:
    """The articles of a year, of a few years, or of a month."""

    label: str  # 2016, 2010–2014, or May 2016
    count: int
    height: int  # percent of the highest bar; at least 2 where there is anything
    selected: bool
    query: Query | None  # what a click asks for; None: nothing is there


def draw_timeline(query: Query, years: Sequence[FacetValue]) -> tuple[Bar, ...]:
    """A bar for each year between the first and the last, or for each few years where many."""
    counts = {int(year.value): year for year in years if year.value.isdecimal()}
    if not counts:
        return ()
    step = _step(min(counts), max(counts))
    first = min(counts) - min(counts) % step
    groups = [
        [counts[year] for year in range(start, start + step) if year in counts]
        for start in range(first, max(counts) + 1, step)
    ]
    highest = max(_total(group) for group in groups) or 1
    return tuple(
        _bar(query, group, (first + place * step, step), highest)
        for place, group in enumerate(groups)
    )


def draw_months(query: Query, months: Sequence[FacetValue]) -> tuple[Bar, ...]:
    """A bar for each month (YYYY-MM) between the first and the last; none for a single month."""
    counts = {_month_number(month.value): month.count for month in months}
    if len(counts) < 2:
        return ()
    highest = max(counts.values())
    return tuple(
        Bar(
            label=printed_date(month),
            count=count,
            height=_height(count, highest),
            selected=False,
            query=in_dates(query, month) if count else None,
        )
        for number in range(min(counts), max(counts) + 1)
        for month, count in [(_month(number), counts.get(number, 0))]
    )


def _month_number(month: str) -> int:
    year, number = month.split("-")
    return int(year) * 12 + int(number) - 1


def _month(number: int) -> str:
    return f"{number // 12:04}-{number % 12 + 1:02}"


def _height(count: int, highest: int) -> int:
    """Percent of the highest bar; at least 2 where there is anything."""
    return max(2, round(100 * count / highest)) if count else 0


def _bar(query: Query, group: Sequence[FacetValue], years: tuple[int, int], highest: int) -> Bar:
    start, step = years
    first, last = f"{start:04}", f"{start + step - 1:04}"
    total = _total(group)
    if not group:
        target = None
    elif step == 1:
        target = toggle(query, "year", first)
    else:
        target = between_years(query, first, last)
    return Bar(
        label=first if step == 1 else f"{first}–{last}",
        count=total,
        height=_height(total, highest),
        selected=any(year.selected for year in group),
        query=target,
    )


def _total(group: Sequence[FacetValue]) -> int:
    return sum(year.count for year in group)


def _step(first: int, last: int) -> int:
    return next(
        (step for step in _STEPS if last // step - first // step + 1 <= MAXIMUM_BARS), _STEPS[-1]
    )
