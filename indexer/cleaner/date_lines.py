"""Lines that say when an article was published, and which of them to believe.

A date inside a sentence or a caption tells of something else: it is never an article's date.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from indexer.cleaner.dates import FoundDate, find_dates
from indexer.cleaner.features import WORD
from indexer.cleaner.publication import Evidence, Trust
from indexer.model import DateOrigin

_LONGEST = 150  # characters; a date line is short
_OTHER_WORDS = 4  # words beside the date: a name, a place, a rubric

# Words that accompany a date and mean nothing else.
_COMPANIONS = frozenset(
    # A list would be five pages of one word a line.
    """
    kl published updated posted last modified created date on at by and am pm et est edt pst
    pdt gmt utc bst cet ist local time first min read mins minute minutes submitted issued
    edition press mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday
    thursday friday saturday sunday veröffentlicht aktualisiert erstellt stand um uhr von
    datum lesezeit zuletzt montag dienstag mittwoch donnerstag freitag samstag sonntag
    sonnabend mo di mi do fr sa so publié mis à jour le modifié par lundi mardi mercredi
    jeudi vendredi samedi dimanche h publicado actualizado el a las por lunes martes
    miércoles jueves viernes sábado domingo hs نشر في تاريخ النشر آخر تحديث الساعة السبت
    الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة بتوقيت غرينتش جرينتش ص م
    """.split()  # noqa: SIM905
)
_PUBLISHED = re.compile(
    r"(?:published|posted|issued|created|ver[öo]ffentlicht|erschienen|erstellt|publiziert|"
    r"publi[ée]e?|paru|mise? en ligne|publicad[oa]|pubblicato|"
    r"publi[sc]er(?:t|ad)|offentliggjort|gepubliceerd|opublikowan[oay]|опубликован[оа])\b|نشر",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"(?:\b|(?<=[a-z]))(?:updated?|modified|edited|revised|aktualisiert|akt\.|zuletzt|ge[äa]ndert|"
    r"mise? [àa] jour|maj|m[àa]j|modifi[ée]e?|actualizad[oa]|actualizaci[óo]n|aggiornato|"
    r"güncelleme|oppdatert|uppdaterad|opdateret|bijgewerkt|aktualizacja|обновлен[оа])"
    r"(?:\b|(?<=\.))|تحديث|تعديل",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\b\d{1,2}\s?[:.h]\s?\d{2}(?:\s?[:.]\s?\d{2})?\b|\b\d{1,2}\s?(?:am|pm)\b", re.IGNORECASE
)

# "BRUSSELS, March 3, 2016 (Agency) – ": a place in capitals, the day, an agency, a dash.
_DATELINE_LENGTH = 90
_DATELINE_END = re.compile(r"\s?(?:\([^()]{2,30}\))?\s?(?:[-–—]{1,2}|:)\s")
_DATELINE_PLACE = re.compile(r"[^\W\d_a-z][^\d.!?:;,(]{1,30}(?:,\s[^\d.!?:;,(]{1,20})?[,(]\s?")

_DIGIT = re.compile(r"\d")
_SHORT_LINE = 80  # characters
_WORDS_BEHIND = 7  # words behind a date that a line begins with: an author, rubrics
_ABOVE_TITLE, _BELOW_TITLE = 4, 12  # lines around a title where the article's date stands
_ABOVE_TEXT, _BELOW_TEXT = 12, 2  # and around the beginning of its running text
_CLOSE_ABOVE = 6  # lines above that beginning where nothing but the article's date stands
_FAR_BELOW = 15  # lines below that beginning, where it stands among other things


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article stands in a text."""

    titles: tuple[int, ...]  # the lines of its title
    start: int  # the first line of running text
    end: int  # the last one

    @property
    def top(self) -> int:
        """The first line that belongs to the article."""
        return min(self.titles) if self.titles else self.start - _ABOVE_TEXT

    def is_near(self, line: int) -> bool:
        """Whether a line is near enough to the title or to the first paragraph."""
        return self.start - _ABOVE_TEXT <= line <= self.start + _BELOW_TEXT or any(
            title - _ABOVE_TITLE <= line <= title + _BELOW_TITLE for title in self.titles
        )

    def is_far(self, line: int) -> bool:
        """Whether a line may hold the article's date although much stands between them."""
        return self.top < line <= self.start + _FAR_BELOW and not self.is_near(line)

    def is_close(self, line: int) -> bool:
        """Whether a line stands between the title and the first paragraph, and close to that."""
        return line > self.top and self.start - _CLOSE_ABOVE <= line < self.start

    def distance(self, line: int) -> tuple[bool, int]:
        """By what the lines are compared: below the title first, then by nearness."""
        return line < self.top, min(abs(line - each) for each in (*self.titles, self.start))


def is_date_line(text: str) -> bool:
    """Whether a line is a date and little else: a name, a place, words that go with dates."""
    return _may_be_dated(text) and _has_little_beside_dates(text)


@lru_cache(maxsize=1 << 13)  # title, rules and publication ask of the same lines, sites repeat them
def _has_little_beside_dates(text: str) -> bool:
    return bool(found := find_dates(text)) and _is_little_beside(text, found)


def dates_of_line(text: str) -> tuple[Evidence, ...]:
    """The dates of a line at a title, each with what its words say that it is; () for other lines.

    Of two dates without such a word the earlier is that of publication.
    """
    found = find_dates(text) if _may_be_dated(text) else ()
    if not found or not _states_date(text, found):
        return ()
    said = _said(text, found)
    bare = [date.date for date, trust in zip(found, said, strict=True) if trust is Trust.PRINTED]
    is_firm = _CLOCK.search(_rest(text, found)) is not None
    return tuple(
        Evidence(
            date.date,
            DateOrigin.DATE_LINE,
            Trust.CHANGED if trust is Trust.PRINTED and date.date > min(bare) else trust,
            date.swapped,
            is_firm=is_firm,
        )
        for date, trust in zip(found, said, strict=True)
    )


def _said(text: str, found: Sequence[FoundDate]) -> list[Trust]:
    """What the words before each date say of it, or those behind the last one."""
    starts = [0, *(date.span[1] for date in found)]
    said = [_trust(text[start : date.span[0]]) for start, date in zip(starts, found, strict=False)]
    if said[-1] is Trust.PRINTED:
        said[-1] = _trust(text[starts[-1] :])
    return said


def _trust(before: str) -> Trust:
    updated, published = _last(_UPDATED, before), _last(_PUBLISHED, before)
    if updated == published:
        return Trust.PRINTED
    return Trust.CHANGED if updated > published else Trust.SAID


def dates_of_lines(
    texts: Sequence[str], lines: Sequence[int], place: Place
) -> tuple[Evidence, ...]:
    """What the date lines of a text say of its day of publication, the nearest ones first.

    Args:
        texts: the lines.
        lines: those of them that are not kept as the article's.
        place: where the title and the article stand.

    """
    lines = [line for line in lines if _may_be_dated(texts[line])]
    near = sorted(filter(place.is_near, lines), key=place.distance)
    found = [
        _placed(evidence, line, texts, place)
        for line in near
        for evidence in dates_of_line(texts[line])
    ]
    if found:
        return tuple(found)
    far = [
        _stray(evidence)
        for line in filter(place.is_far, lines)
        for evidence in dates_of_line(texts[line])
        if is_date_line(texts[line])
    ]
    return tuple(far[:1]) or _of_feet(texts[line] for line in lines if line > place.end)


def _placed(evidence: Evidence, line: int, texts: Sequence[str], place: Place) -> Evidence:
    """Above the title stands the date of the issue, or of the day when the page was fetched."""
    if line < place.top:
        return _stray(evidence)
    if place.is_close(line) and is_date_line(texts[line]):
        return replace(evidence, is_firm=True)
    return evidence


def _stray(evidence: Evidence) -> Evidence:
    is_bare = evidence.trust is Trust.PRINTED
    return replace(evidence, trust=Trust.STRAY) if is_bare else evidence


def _of_feet(texts: Iterable[str]) -> tuple[Evidence, ...]:
    """The date below an article: one that says of what it is, or the only one."""
    dates = [each for text in texts if is_date_line(text) for each in dates_of_line(text)]
    said = [each for each in dates if each.trust is Trust.SAID]
    if said or len({each.date for each in dates}) == 1:
        return tuple(replace(each, trust=Trust.STRAY) for each in (said or dates)[:1])
    return ()


def _states_date(text: str, found: Sequence[FoundDate]) -> bool:
    """Whether a line at a title says the article's date: a rubric or a button may be beside it."""
    if _is_little_beside(text, found) or _PUBLISHED.search(text) or _UPDATED.search(text):
        return True
    most = _OTHER_WORDS if WORD.search(text[: found[0].span[0]]) else _WORDS_BEHIND
    return len(text) < _SHORT_LINE and len(_words_beside(text, found)) < most


def date_in_dateline(paragraph: str) -> FoundDate | None:
    """The date in the dateline that an agency's first paragraph begins with."""
    start = paragraph[:_DATELINE_LENGTH]
    if not _has_digit(start) or not (place := _DATELINE_PLACE.match(start)):
        return None
    found = find_dates(start)
    if (
        found
        and found[0].span[0] <= place.end() + 12
        and _DATELINE_END.match(start, found[0].span[1])
    ):
        return found[0]
    return None


def _is_little_beside(text: str, found: Sequence[FoundDate]) -> bool:
    others = _words_beside(text, found)
    if _PUBLISHED.search(text) or _UPDATED.search(text):
        return len(others) <= 2 * _OTHER_WORDS
    # Small words tell of something: "Fire in the old mill, 4 May 2016" is a caption.
    return len(others) <= _OTHER_WORDS and not any(word[0].islower() for word in others)


def _words_beside(text: str, found: Sequence[FoundDate]) -> list[str]:
    rest = _CLOCK.sub(" ", _rest(text, found))
    words = [word for word in WORD.findall(rest) if not word.isdigit()]
    return [word for word in words if word.casefold() not in _COMPANIONS]


def _rest(text: str, found: Sequence[FoundDate]) -> str:
    """The line without its dates."""
    for date in reversed(found):
        text = text[: date.span[0]] + " " + text[date.span[1] :]
    return text


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.end() for match in pattern.finditer(text)), default=-1)


def _may_be_dated(text: str) -> bool:
    return len(text) <= _LONGEST and _has_digit(text)


def _has_digit(text: str) -> bool:
    return _DIGIT.search(text) is not None
