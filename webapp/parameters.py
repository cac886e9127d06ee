"""How one parameter of a URL is read: its form, its caps, a sentence where it cannot be used."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Protocol, TypeVar

from indexer.dates import calendar_date
from indexer.model import Dates

MAXIMUM_QUERY = 500  # characters; what a parser reads in a millisecond
MAXIMUM_VALUE = 200  # characters of a filter's value: a person's name or an outlet's
MAXIMUM_VALUES = 50  # of one filter
UNKNOWN_LANGUAGE = "none"  # in a URL; in Filters it is ""

YEAR = re.compile(r"[0-9]{4}")
_LANGUAGE = re.compile(rf"[a-z]{{2,3}}|{UNKNOWN_LANGUAGE}")
_WHOLE_NUMBER = re.compile(r"0*[0-9]{1,9}")
_SHOWN = 40  # characters of a wrong value that a sentence repeats

_Choice = TypeVar("_Choice", bound=str)


class MultiArguments(Protocol):
    """The part of werkzeug's MultiDict that is needed: names and every value of a name."""

    def __iter__(self) -> Iterator[str]: ...

    def getlist(self, key: str) -> list[str]:
        """The values of a name, in order."""
        ...


class ParameterReader:
    """Takes parameters one by one and remembers what could not be used."""

    def __init__(self, arguments: MultiArguments) -> None:
        self._arguments = arguments
        self.faults: list[str] = []

    def refuse_unknown(self, known: frozenset[str]) -> None:
        """Names every parameter that is not known: a typing error would widen the search."""
        unknown = [name for name in self._arguments if name not in known]
        for name in unknown[:5]:
            self.faults.append(f"There is no parameter {_shown(name)}; it was ignored.")
        if len(unknown) > 5:
            self.faults.append(f"{len(unknown) - 5} more unknown parameters were ignored.")

    def words(self, name: str) -> str:
        """The first value, without control characters, cut to the cap."""
        text = _printable(next(iter(self._arguments.getlist(name)), ""))
        if len(text) > MAXIMUM_QUERY:
            self.faults.append(
                f"{name} has {len(text):,} characters; only the first {MAXIMUM_QUERY} were read."
            )
        return text[:MAXIMUM_QUERY].strip()

    def values(self, name: str) -> tuple[str, ...]:
        """Every value, each once; too long or too many is a fault."""
        values = tuple(
            dict.fromkeys(
                text for raw in self._arguments.getlist(name) if (text := _printable(raw))
            )
        )
        usable = tuple(value for value in values if len(value) <= MAXIMUM_VALUE)
        if len(usable) < len(values):
            self.faults.append(f"A value of {name} is longer than {MAXIMUM_VALUE} characters.")
        if len(usable) > MAXIMUM_VALUES:
            self.faults.append(
                f"{name} has {len(usable)} values; only the first {MAXIMUM_VALUES} were used."
            )
        return usable[:MAXIMUM_VALUES]

    def matching(self, name: str, form: re.Pattern[str], what: str) -> tuple[str, ...]:
        """The values of a form; another is a fault."""
        values = self.values(name)
        for value in values:
            if not form.fullmatch(value):
                self._refuse(name, value, what)
        return tuple(value for value in values if form.fullmatch(value))

    def languages(self, name: str) -> tuple[str, ...]:
        """Language codes; "" for documents whose language is not known."""
        codes = self.matching(name, _LANGUAGE, f"a language code such as en, or {UNKNOWN_LANGUAGE}")
        return tuple("" if code == UNKNOWN_LANGUAGE else code for code in codes)

    def choice(self, name: str, allowed: tuple[_Choice, ...]) -> _Choice:
        """The first value where it is allowed, else the first of those that are."""
        given = self._arguments.getlist(name)[:1]
        chosen = _allowed(given[0], allowed) if given else allowed[0]
        if chosen is None:
            self._refuse(name, given[0], f"one of {', '.join(allowed)}")
        return chosen or allowed[0]

    def choices(self, name: str, allowed: tuple[_Choice, ...]) -> tuple[_Choice, ...]:
        """The values that are allowed; another is a fault."""
        found = {value: _allowed(value, allowed) for value in self.values(name)}
        for value in (value for value, chosen in found.items() if chosen is None):
            self._refuse(name, value, f"one of {', '.join(allowed)}")
        return tuple(chosen for chosen in found.values() if chosen is not None)

    def number(self, name: str, most: int, usual: int) -> int:
        """A whole number from 1 to `most`."""
        text = next(iter(self._arguments.getlist(name)), str(usual))
        number = int(text) if _WHOLE_NUMBER.fullmatch(text) else 0
        if not 1 <= number <= most:
            self._refuse(name, text, f"a number from 1 to {most:,}")
            return usual
        return number

    def dates(self, first_name: str, last_name: str) -> Dates | None:
        """A range of dates, both inclusive; None where neither is given or they are crossed."""
        first, last = self._date(first_name), self._date(last_name)
        if first and last and _crossed(first, last):
            self.faults.append(
                f"{first_name} {first} is later than {last_name} {last}; both were ignored."
            )
            return None
        return Dates(first, last) if first or last else None

    def _date(self, name: str) -> str | None:
        text = _printable(next(iter(self._arguments.getlist(name)), ""))
        found = calendar_date(text)
        if text and found is None:
            self._refuse(name, text, "a date as YYYY, YYYY-MM or YYYY-MM-DD")
        return found

    def _refuse(self, name: str, value: str, wanted: str) -> None:
        self.faults.append(f"{name}: {_shown(value)} is not {wanted}; it was ignored.")


def _allowed(value: str, allowed: tuple[_Choice, ...]) -> _Choice | None:
    return next((choice for choice in allowed if choice == value), None)


def _crossed(first: str, last: str) -> bool:
    """Whether a range of partial dates is empty: 2016-05 to 2016 is not."""
    common = min(len(first), len(last))
    return first[:common] > last[:common]


def _printable(text: str) -> str:
    """Without control characters, which stand in no word and break markup."""
    return "".join(" " if unicodedata.category(mark) == "Cc" else mark for mark in text).strip()


def _shown(value: str) -> str:
    """A value from outside, for a sentence: short and between quotation marks."""
    text = _printable(value)
    return f"“{text[:_SHOWN]}…”" if len(text) > _SHOWN else f"“{text}”"
