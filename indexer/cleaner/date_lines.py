"""Lines that say when an article was published, and which of them to believe.

A date inside a sentence or a caption tells of something else: it is never an article's date.
"""

import re
from collections.abc import Sequence

from indexer.cleaner.dates import FoundDate, find_dates
from indexer.cleaner.features import WORD
from indexer.model import DateOrigin, Published

_LONGEST = 150  # characters; a date line is short
_OTHER_WORDS = 4  # words beside the date: a name, a place, a rubric

# Words that accompany a date and mean nothing else.
_COMPANIONS = frozenset(
    [
        "published",
        "updated",
        "posted",
        "last",
        "modified",
        "created",
        "date",
        "on",
        "at",
        "by",
        "and",
        "am",
        "pm",
        "et",
        "est",
        "edt",
        "pst",
        "pdt",
        "gmt",
        "utc",
        "bst",
        "cet",
        "ist",
        "local",
        "time",
        "first",
        "min",
        "read",
        "mins",
        "minute",
        "minutes",
        "submitted",
        "issued",
        "edition",
        "press",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "veröffentlicht",
        "aktualisiert",
        "erstellt",
        "stand",
        "am",
        "um",
        "uhr",
        "von",
        "datum",
        "lesezeit",
        "zuletzt",
        "montag",
        "dienstag",
        "mittwoch",
        "donnerstag",
        "freitag",
        "samstag",
        "sonntag",
        "sonnabend",
        "mo",
        "di",
        "mi",
        "do",
        "fr",
        "sa",
        "so",
        "publié",
        "mis",
        "à",
        "jour",
        "le",
        "modifié",
        "par",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
        "h",
        "publicado",
        "actualizado",
        "el",
        "a",
        "las",
        "por",
        "lunes",
        "martes",
        "miércoles",
        "jueves",
        "viernes",
        "sábado",
        "domingo",
        "hs",
        "نشر",
        "في",
        "تاريخ",
        "النشر",
        "آخر",
        "تحديث",
        "تحديث",
        "الساعة",
        "السبت",
        "الأحد",
        "الاثنين",
        "الإثنين",
        "الثلاثاء",
        "الأربعاء",
        "الخميس",
        "الجمعة",
        "بتوقيت",
        "غرينتش",
        "جرينتش",
        "ص",
        "م",
    ]
)
_PUBLISHED = re.compile(
    r"\b(?:published|posted|issued|first published|created|veröffentlicht|erschienen|erstellt|"
    r"publié|publicado)\b"
    r"|نشر",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"\b(?:updated|modified|aktualisiert|stand|mis à jour|modifié|actualizado|güncelleme)\b|تحديث",
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
_HEAD_PROSE = 3  # a head's date stands before so many lines of running text
_FOOT = 6  # and a foot's among so many last lines


def is_date_line(text: str) -> bool:
    """Whether a line is a date and little else: a name, a place, words that go with dates."""
    if len(text) > _LONGEST or not _has_digit(text):
        return False
    return bool(found := find_dates(text)) and _is_little_beside(text, found)


def date_in(text: str) -> FoundDate | None:
    """The date of publication in a date line: not the one of its last update, where it has both."""
    found = find_dates(text)
    for date in found:
        before = text[: date.span[0]]
        updated, published = _last(_UPDATED, before), _last(_PUBLISHED, before)
        if updated <= published:
            return date
    return found[0] if found else None


def published_in_lines(
    texts: Sequence[str], date_lines: Sequence[int], title: int, prose: Sequence[int]
) -> Published | None:
    """The date of publication by the date lines of a text.

    Args:
        texts: the lines.
        date_lines: which of them are date lines.
        title: the line of the title, -1 for none.
        prose: the lines of running text that are kept.

    """
    head_end = prose[min(_HEAD_PROSE, len(prose)) - 1] if prose else len(texts)
    foot_start = max(prose[-1] if prose else 0, len(texts) - _FOOT)
    heads = [line for line in date_lines if title - 2 <= line < head_end]
    feet = [line for line in date_lines if line > foot_start]
    for line in (*sorted(heads, key=lambda line: _rank(texts[line], line - title)), *feet):
        if found := date_in(texts[line]):
            return Published(found.date, DateOrigin.DATE_LINE, found.sure)
    return None


def published_in_dateline(paragraph: str) -> Published | None:
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
        return Published(found[0].date, DateOrigin.TEXT, found[0].sure)
    return None


def _rank(text: str, distance: int) -> tuple[int, int]:
    marked = 0 if _PUBLISHED.search(text) else 2 if _UPDATED.search(text) else 1
    return marked, abs(distance)


def _is_little_beside(text: str, found: Sequence[FoundDate]) -> bool:
    rest = text
    for date in reversed(found):
        rest = rest[: date.span[0]] + " " + rest[date.span[1] :]
    words = [word for word in WORD.findall(_CLOCK.sub(" ", rest)) if not word.isdigit()]
    others = [word for word in words if word.casefold() not in _COMPANIONS]
    if _PUBLISHED.search(rest) or _UPDATED.search(rest):
        return len(others) <= 2 * _OTHER_WORDS
    # Small words tell of something: "Fire in the old mill, 4 May 2016" is a caption.
    return len(others) <= _OTHER_WORDS and not any(word[0].islower() for word in others)


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.end() for match in pattern.finditer(text)), default=-1)


def _has_digit(text: str) -> bool:
    return _DIGIT.search(text) is not None
