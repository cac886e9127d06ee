"""What a record or a side-car says of an article, checked field by field."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from indexer.dates import FIRST_YEAR, LAST_YEAR, is_publication_year
from indexer.model import Given
from indexer.reader.encoding import tidy
from indexer.reader.limits import MAXIMUM_FIELD, MAXIMUM_ID, MAXIMUM_PERSONS

_PUBLISHED = re.compile(
    r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})"
    r"(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?"
    r" ?(?:Z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2})?)?)?)?"
)
_LANGUAGE = re.compile(r"([a-z]{2,3})([-_][a-z0-9]+)*", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_SHOWN = 60  # characters of a wrong value that a reason repeats


@dataclass(frozen=True, slots=True)
class Said:
    """All that was said beside the text; problems: the fields that cannot be used, and why."""

    given: Given
    id: str | None = None
    site: str | None = None
    problems: tuple[str, ...] = ()


def read_given(fields: Mapping[str, object]) -> Said:
    """The usable ones of the fields id, site and those of Given; null and "" say nothing."""
    values: dict[str, object] = {}
    problems = []
    for name, read in _READERS.items():
        try:
            values[name] = None if fields.get(name) in (None, "") else read(fields[name])
        except ValueError as error:
            problems.append(f"{name} is {shown(fields[name])}; {error}")
    head = {name: values.pop(name, None) for name in ("id", "site")}
    return Said(Given(**values), **head, problems=tuple(problems))  # type: ignore[arg-type] # by name


def host_of(url: str) -> str | None:
    """The host of a web address, in lower case; None if it is no http(s) address."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:  # "http://[" and the like
        return None
    return host if parts.scheme in ("http", "https") and host else None


def shown(value: object) -> str:
    """A wrong value as a reason repeats it."""
    if isinstance(value, str):
        return repr(value if len(value) <= _SHOWN else value[:_SHOWN] + "…")
    names = {dict: "an object", list: "a list", bool: str(value).lower(), type(None): "null"}
    return names.get(type(value), "a number")


def _read_id(value: object) -> str:
    text = _text_or_whole_number(value)
    if len(text) > MAXIMUM_ID or _CONTROL.search(text):
        raise ValueError(f"at most {MAXIMUM_ID} characters are usable, and no control characters")
    return text


def _read_line(value: object) -> str | None:
    """A field of one line: what breaks lines is a space."""
    if not isinstance(value, str):
        raise ValueError("text is expected")
    if len(value) > MAXIMUM_FIELD:
        raise ValueError(f"it has {len(value)} characters; at most {MAXIMUM_FIELD} are usable")
    return " ".join(tidy(value).split()) or None


def _read_url(value: object) -> str | None:
    """An address that a page may link to; another (javascript:, ftp:) is as good as none."""
    url = (_read_line(value) or "").strip()
    return url if host_of(url) and " " not in url else None


def _read_published(value: object) -> str | None:
    """The date as printed: the time and its zone are cut off, so that no day is shifted."""
    text = _text_or_whole_number(value).strip()
    found = _PUBLISHED.fullmatch(text)
    if not found:
        raise ValueError("YYYY, YYYY-MM or YYYY-MM-DD is expected")
    year, month, day = (int(part or 1) for part in found.groups())
    date(year, month, day)  # Raises: ValueError for 30 February and the year 0
    if not is_publication_year(year):
        raise ValueError(f"a year from {FIRST_YEAR} to {LAST_YEAR} is expected")
    return "-".join(part for part in found.groups() if part)


def _read_language(value: object) -> str | None:
    found = _LANGUAGE.fullmatch(_read_line(value) or "")
    if not found:
        raise ValueError("a code such as en, ar or pt-BR is expected")
    return found[1].lower()


def _read_persons(value: object) -> tuple[str, ...]:
    """Names: a list, or one text with ; between them (a CSV knows no lists)."""
    names = value.split(";") if isinstance(value, str) else value
    if not isinstance(names, list) or len(names) > MAXIMUM_PERSONS:
        raise ValueError(f"a list of at most {MAXIMUM_PERSONS} names is expected")
    return tuple(dict.fromkeys(name for name in map(_read_line, names) if name))


def _text_or_whole_number(value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**18:
        return str(value)
    if isinstance(value, str):
        return value
    raise ValueError("text or a whole number is expected")


_READERS: Mapping[str, Callable[[object], object]] = {
    "id": _read_id,
    "site": _read_line,
    "title": _read_line,
    "url": _read_url,
    "source": _read_line,
    "published": _read_published,
    "language": _read_language,
    "byline": _read_line,
    "persons": _read_persons,
}

FIELDS = tuple(_READERS)
