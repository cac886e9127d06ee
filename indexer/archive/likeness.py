"""Persons whose names look alike: suggested to the reader, never joined by the program."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from indexer.archive.alike import SAME_LAST_WORDS, alike
from indexer.archive.company import Company, signs
from indexer.archive.skeleton import PARTICLES
from indexer.identity import accented_letters, name_key
from indexer.model import Person, Suggestion

MOST_SUGGESTIONS = 5  # a person


class Known(NamedTuple):
    """A person of the register, and by what name the register's rooms know them."""

    who: str
    person: Person


def suggest(
    known: Sequence[Known], are_apart: Callable[[str, str], bool], company: Company
) -> tuple[Person, ...]:
    """The persons, given in order of importance, with what may be the same person.

    First those with whom most others are named together, then the most important. Who is hidden is
    suggested to nobody, and who the reader said to be two neither.
    """
    found = _likenesses(known, are_apart)
    names = {one.who: one.person.name for one in known}
    return tuple(
        replace(
            one.person, suggestions=_suggestions(number, found[number], known, (company, names))
        )
        if number in found
        else one.person
        for number, one in enumerate(known)
    )


def _likenesses(
    known: Sequence[Known], are_apart: Callable[[str, str], bool]
) -> dict[int, dict[int, str]]:
    """For each person, by number, those who are alike, and why."""
    found: dict[int, dict[int, str]] = defaultdict(dict)
    keys = [tuple(name_key(one.person.name).split()) for one in known]
    for one, other, why in alike(keys):
        if known[one].person.hidden or known[other].person.hidden:
            continue
        if not are_apart(known[one].who, known[other].who):
            found[one].setdefault(other, why)
            found[other].setdefault(one, why)
    return found


def _suggestions(
    number: int,
    others: dict[int, str],
    known: Sequence[Known],
    seen: tuple[Company, dict[str, str]],
) -> tuple[Suggestion, ...]:
    company, names = seen
    who = known[number].who

    def importance(other: int) -> tuple[int, int]:
        return -company.shared(who, known[other].who).number, other

    return tuple(
        Suggestion(
            person=known[other].person.id,
            evidence=others[other],
            line=_line(known, (number, other), others[other]),
            signs=signs(company, (who, known[other].who), names),
        )
        for other in sorted(others, key=importance)[:MOST_SUGGESTIONS]
    )


def _line(known: Sequence[Known], pair: tuple[int, int], why: str) -> str:
    """The correction that joins the two: the shorter form of the name becomes the longer.

    Of forms that are equally full the one in fewer documents becomes the other; one that bears
    accents is fuller than one without. Words in front of a full name are often no part of it
    (Democratic Senator Kari Holm): there the form in more documents stays.
    """
    left, right = sorted(pair, key=lambda n: (_fullness(known[n].person.name), -n))
    if why == SAME_LAST_WORDS and name_key(known[left].person.name).split()[0] not in PARTICLES:
        right, left = sorted(pair)
    return f"same: {known[left].person.name} = {known[right].person.name}"


@lru_cache(maxsize=10_000)  # one person is compared with several
def _fullness(name: str) -> tuple[int, int, bool]:
    """How much of a name a form says: its words that are no initials, all its words, accents."""
    words = name_key(name).split()
    accents = not name.isascii() and any(accents for _, accents in accented_letters(name))
    return sum(len(word) > 1 for word in words), len(words), accents
