"""The day on which an article was published, by everything that speaks of it.

Each piece of evidence has a trust; the most trusted one wins, others of another origin make it
sure or doubtful. A day is never computed from a time zone: where a stamp is in the time of
Greenwich and the page prints the day before or after, the printed day is the one that counts.
"""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum

from indexer.cleaner.stamps import read_stamp
from indexer.model import DateOrigin, Published

_FULL = 10  # characters of YYYY-MM-DD
_NEVER = ("1969-12-31", "1970-01-01")  # the second 0 of Unix: a field that was never filled in


class Trust(IntEnum):
    """How much is to be thought of a date, the best first."""

    ARTICLE = 0  # datePublished of the article's own JSON-LD
    META = 1  # a meta that says "published"
    SAID = 2  # printed at the title, with a word like "published"
    PAGE = 3  # datePublished of the page in the JSON-LD
    PRINTED = 4  # printed at the title
    URL = 5
    UNSAID = 6  # a meta that says no more than "date"
    STRAY = 7  # printed above the title or below the article
    CHANGED = 8  # of the last change


_PRINTED = (Trust.SAID, Trust.PRINTED, Trust.URL)  # as the people where it was printed saw it
_BELIEVED = (Trust.ARTICLE, Trust.META, Trust.SAID)  # sure even where nothing else speaks


@dataclass(frozen=True, slots=True)
class Evidence:
    """A date that something says of an article."""

    date: str  # YYYY, YYYY-MM or YYYY-MM-DD
    origin: DateOrigin
    trust: Trust
    swapped: str | None = None  # the other day that 03/04/2016 can be
    is_before: bool = False  # may it be the day before, where the article was printed?
    is_after: bool = False
    is_firm: bool = False  # is it printed where, or as, only the day of publication is?


def stamped(values: Iterable[str | None], origin: DateOrigin, trust: Trust) -> tuple[Evidence, ...]:
    """The evidence of machine-readable stamps; what holds no date is left out."""
    stamps = (read_stamp(value) for value in values if value)
    return tuple(
        Evidence(stamp.date, origin, trust, stamp.swapped, stamp.is_before, stamp.is_after)
        for stamp in stamps
        if stamp
    )


def weigh(evidence: Sequence[Evidence], *, day_first: bool | None = None) -> Published | None:
    """The most trusted date, and whether it is sure; None where there is no evidence.

    Args:
        evidence: what speaks of the article, in any order.
        day_first: whether 03/04/2016 is in April, where the page or its language tells.

    """
    plain = frozenset(each.date for each in evidence if not each.swapped)
    settled = sorted(
        (_settled(each, plain, day_first) for each in evidence if each.date not in _NEVER),
        key=lambda each: each.trust,
    )
    days = [each for each in settled if len(each.date) == _FULL and each.trust < Trust.CHANGED]
    if not days:
        return _second_best(settled)
    best = _as_printed(days[0], days, settled)
    return Published(best.date, best.origin, _is_sure(best, days))


def _second_best(settled: Sequence[Evidence]) -> Published | None:
    """A month, or the day of the last change: never sure."""
    changed = [each for each in settled if len(each.date) == _FULL]
    found = next(iter([*changed, *settled]), None)
    return Published(found.date, found.origin, sure=False) if found else None


def _settled(each: Evidence, plain: Container[str], day_first: bool | None) -> Evidence:
    """The evidence; a date that can be read in two ways as another one or the page has it."""
    if each.swapped is None:
        return each
    if each.date in plain or (day_first and each.swapped not in plain):
        return replace(each, swapped=None)
    if each.swapped in plain or day_first is False:
        return replace(each, date=each.swapped, swapped=None)
    return each


def _as_printed(best: Evidence, days: Sequence[Evidence], settled: Sequence[Evidence]) -> Evidence:
    """The day that readers saw, where the stamp may stand for the day beside it.

    The page may print the day of its last change instead.
    """
    if any(each.trust in _PRINTED and each.date == best.date for each in days):
        return best
    changed = {each.date for each in settled if each.trust is Trust.CHANGED}
    return next(
        (
            each
            for each in days
            if each.trust in _PRINTED
            and _is_beside(best, each)
            and (each.trust is Trust.SAID or each.date not in changed)
        ),
        best,
    )


def _is_beside(stamp: Evidence, other: Evidence) -> bool:
    """Whether the other date is the stamp's day in another zone."""
    distance = (date.fromisoformat(other.date) - date.fromisoformat(stamp.date)).days
    return (distance == -1 and stamp.is_before) or (distance == 1 and stamp.is_after)


def _is_sure(best: Evidence, days: Sequence[Evidence]) -> bool:
    """Whether more voices say this day than another, or one that is alone is to be believed.

    Measured on unseen sites, where a gold date that nothing on its page says is left out: dates
    printed alone are right in 95 of 100, firm ones in 218 of 221, those with a word like
    "published" in 61 of 61.
    """
    if best.swapped:
        return False
    speak = {_voice(each) for each in days if _is_for(best, each)}
    others = {_voice(each) for each in days if not _is_for(best, each) and each.trust < Trust.STRAY}
    if len(speak) > 1:
        return len(speak) > len(others - speak)
    is_firm = best.is_firm and best.trust is Trust.PRINTED
    return not others and (best.trust in _BELIEVED or is_firm)


def _is_for(best: Evidence, each: Evidence) -> bool:
    return each.date == best.date or _is_beside(each, best)


def _voice(each: Evidence) -> str:
    """Who says it: what one program wrote into a page's head is one voice."""
    return "machine" if each.origin in (DateOrigin.JSON_LD, DateOrigin.META) else each.origin.value
