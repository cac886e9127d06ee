"""The histogram of years: bars that are links, few enough to be hit with a finger."""

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.model import FacetValue, Query
from webapp.choices import between_years, toggle

MAXIMUM_BARS = 26  # of at least 24 px beside each other in a column of 700 px
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 500, 1000)


@dataclass(frozen=True, slots=True)
class Bar:
    """The articles of a year, or of a few years."""

    label: str  # 2016, or 2010–2014
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
        height=max(2, round(100 * total / highest)) if total else 0,
        selected=any(year.selected for year in group),
        query=target,
    )


def _total(group: Sequence[FacetValue]) -> int:
    return sum(year.count for year in group)


def _step(first: int, last: int) -> int:
    return next(
        (step for step in _STEPS if last // step - first // step + 1 <= MAXIMUM_BARS), _STEPS[-1]
    )
