"""One person, one value: which mentions of a document are the same person.

The longest forms come first; a shorter form joins one if its words stand in it in order and it
ends or begins alike. A form that fits several goes, mention by mention, to the one that was last
named in full before it.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from indexer.identity import name_key
from indexer.persons.tokens import clean_name
from indexer.persons.words import SUFFIXES

LONGEST_FORM = 12  # words of a form that are compared
MOST_ALIKE = 50  # full forms a shorter one is compared with: a register of one family stays linear


@dataclass(frozen=True, slots=True)
class Group:
    """Mentions, by their number, that are one person; text is the fullest form as printed."""

    text: str
    mentions: tuple[int, ...]


def group(texts: Sequence[str], titles: frozenset[str]) -> tuple[Group, ...]:
    """The persons of the mentions' printed texts, given in reading order.

    Every mention is in exactly one group; groups come in the order of their first mention. titles
    are words that may stand before a name without belonging to it, folded.
    """
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        places[_form(text, titles)].append(number)
    owners = _owners(places)
    members: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for form, numbers in places.items():
        for number in numbers:
            members[_nearest(number, owners[form], places)].append(number)
    groups = [
        Group(_fullest([texts[n] for n in places[form]], titles), tuple(sorted(numbers)))
        for form, numbers in members.items()
    ]
    return tuple(sorted(groups, key=lambda group: group.mentions))


def without_titles(text: str, titles: frozenset[str]) -> str:
    """A printed name without the titles before it; a name of titles alone stays as it is."""
    words = clean_name(text).split(" ")
    while len(words) > 1 and name_key(words[0]) in titles:
        words = words[1:]
    return " ".join(words)


def _form(text: str, titles: frozenset[str]) -> tuple[str, ...]:
    words = name_key(without_titles(text, titles)).split()[:LONGEST_FORM]
    while len(words) > 1 and words[-1] in SUFFIXES:
        words.pop()
    return tuple(words) or (text,)


def _owners(
    places: dict[tuple[str, ...], list[int]],
) -> dict[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """For each form the full forms it may belong to: itself where there is none."""
    by_word: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    owners = {}
    for form in sorted(places, key=lambda form: (-len(form), -sum(map(len, form)), places[form])):
        owners[form] = _fitting(form, by_word) or (form,)
        if owners[form] == (form,):
            by_word[form[-1]].append(form)
            if form[0] != form[-1]:
                by_word[form[0]].append(form)
    return owners


def _fitting(
    form: tuple[str, ...], by_word: dict[str, list[tuple[str, ...]]]
) -> tuple[tuple[str, ...], ...]:
    alike_last = by_word[form[-1]][:MOST_ALIKE]
    fitting = tuple(full for full in alike_last if _belongs(form, full, at_end=True))
    if fitting:
        return fitting
    alike_first = by_word[form[0]][:MOST_ALIKE]
    return tuple(full for full in alike_first if _belongs(form, full, at_end=False))


def _belongs(form: tuple[str, ...], full: tuple[str, ...], *, at_end: bool) -> bool:
    """Whether the words of a form stand in the full form in order, an initial for its word."""
    if len(full) <= len(form) and form != full and not _has_initial(form):
        return False
    if (form[-1] != full[-1]) if at_end else (form[0] != full[0]):
        return False
    rest = iter(full)
    return all(any(_alike(word, other) for other in rest) for word in form)


def _alike(word: str, other: str) -> bool:
    return word == other or (len(word) == 1 and other.startswith(word))


def _has_initial(form: tuple[str, ...]) -> bool:
    return any(len(word) == 1 for word in form)


def _nearest(
    number: int,
    owners: tuple[tuple[str, ...], ...],
    places: dict[tuple[str, ...], list[int]],
) -> tuple[str, ...]:
    """Of several owners the one named in full nearest before the mention, else first after it."""
    if len(owners) == 1:
        return owners[0]

    def distance(owner: tuple[str, ...]) -> tuple[bool, int]:
        before = bisect_right(places[owner], number)
        if before:
            return False, number - places[owner][before - 1]
        return True, places[owner][0] - number

    return min(owners, key=distance)


def _fullest(texts: Sequence[str], titles: frozenset[str]) -> str:
    """The most frequent printed form, one that is not all capitals if there is one."""
    names = [without_titles(text, titles) for text in texts]
    return max(sorted(set(names)), key=lambda name: (not name.isupper(), names.count(name)))
