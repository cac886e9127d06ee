"""Persons whose names look alike: suggested to the reader, never joined by the program.

Each way of being alike has a key that both names share, so that only names in one small block are
compared: 300,000 names cost seconds, not the 45 billion comparisons of all pairs.
"""

import re
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TypeAlias

import numpy as np

from indexer.identity import name_key
from indexer.model import Person, Suggestion

MOST_SUGGESTIONS = 5  # a person; the persons in most documents first
LARGEST_BLOCK = 12  # a block beyond this says that the likeness is common, not that two are one
_SHORTEST_MISSPELT = 8  # characters; in shorter names one letter makes another name
_LONGEST_MISSPELT = 60
_SHORTEST_SKELETON = 4  # consonants

Pairs: TypeAlias = Iterator[tuple[int, int, str]]  # two persons by number, and the evidence


def suggest(persons: Sequence[Person], are_apart: Callable[[str, str], bool]) -> tuple[Person, ...]:
    """The persons, given in order of importance, with what may be the same person."""
    keys = [tuple(name_key(person.name).split()) for person in persons]
    found: dict[int, dict[int, str]] = defaultdict(dict)
    for pairs in (_initials, _spellings, _misspellings, _middle_names, _surnames):
        for one, other, evidence in pairs(keys):
            if persons[one].hidden or persons[other].hidden:
                continue
            if not are_apart(persons[one].name, persons[other].name):
                found[one].setdefault(other, evidence)
                found[other].setdefault(one, evidence)
    return tuple(
        replace(person, suggestions=_suggestions(number, found[number], persons))
        if number in found
        else person
        for number, person in enumerate(persons)
    )


def _suggestions(
    number: int, others: dict[int, str], persons: Sequence[Person]
) -> tuple[Suggestion, ...]:
    return tuple(
        Suggestion(persons[other].id, others[other], _line(persons, number, other))
        for other in sorted(others)[:MOST_SUGGESTIONS]
    )


def _line(persons: Sequence[Person], one: int, other: int) -> str:
    """The correction that joins the two: the shorter form of the name becomes the longer.

    Of forms that are equally full the one in fewer documents becomes the other.
    """
    left, right = sorted((one, other), key=lambda n: (_fullness(persons[n].name), -n))
    return f"same: {persons[left].name} = {persons[right].name}"


def _fullness(name: str) -> tuple[int, int]:
    """How much of a name a form says: its words that are no initials, then all its words."""
    words = name_key(name).split()
    return sum(len(word) > 1 for word in words), len(words)


def _surnames(keys: Sequence[tuple[str, ...]]) -> Pairs:
    """A name of one word, and the full names that end with it."""
    lone = {key[0]: number for number, key in enumerate(keys) if len(key) == 1}
    bearers: dict[str, list[int]] = defaultdict(list)
    for number, key in enumerate(keys):
        if len(key) > 1 and key[-1] in lone and len(bearers[key[-1]]) < MOST_SUGGESTIONS:
            bearers[key[-1]].append(number)
    for surname, numbers in bearers.items():
        for number in numbers:
            yield lone[surname], number, "the surname alone"


def _initials(keys: Sequence[tuple[str, ...]]) -> Pairs:
    """J. Smith and John Smith."""
    short = {(key[0], key[-1]): n for n, key in enumerate(keys) if len(key) > 1 == len(key[0])}
    blocks: dict[int, list[int]] = defaultdict(list)
    for number, key in enumerate(keys):
        initial = short.get((key[0][0], key[-1])) if len(key) > 1 and len(key[0]) > 1 else None
        if initial is not None:
            blocks[initial].append(number)
    for initial, numbers in blocks.items():
        for number in numbers[:MOST_SUGGESTIONS]:
            yield initial, number, "the same initial and surname"


def _middle_names(keys: Sequence[tuple[str, ...]]) -> Pairs:
    """Mary Keller and Mary Ann Keller."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, key in enumerate(keys):
        if len(key) > 1:
            blocks[key[0], key[-1]].append(number)
    for one, other in _pairs(blocks.values()):
        fewer, more = sorted((keys[one], keys[other]), key=len)
        if len(fewer) < len(more) and _in_order(fewer, more):
            yield one, other, "the same first and last name"


def _spellings(keys: Sequence[tuple[str, ...]]) -> Pairs:
    """Muhammad Qassem and Mohamed Kassim: the same consonants."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, key in enumerate(keys):
        if len(key) > 1:
            blocks[skeleton(key)].append(number)
    likely = (block for consonants, block in blocks.items() if len(consonants) > _SHORTEST_SKELETON)
    for one, other in _pairs(likely):
        yield one, other, "the same consonants"


def _misspellings(keys: Sequence[tuple[str, ...]]) -> Pairs:
    """Jon Marsden and Jon Marsten: one letter put in, left out or changed, or two exchanged.

    Names one edit apart share a form with one letter left out (Mor and Fraenkel 1982).
    """
    names = [" ".join(key) for key in keys]
    for one, other in _pairs(_blocks_of_deletions(names)):
        if is_one_edit_apart(names[one], names[other]):
            yield one, other, "one letter apart"


def _blocks_of_deletions(names: Sequence[str]) -> Iterator[list[int]]:
    hashes, numbers = array("q"), array("q")
    for number, name in enumerate(names):
        if _SHORTEST_MISSPELT <= len(name) <= _LONGEST_MISSPELT:
            # Equal hashes of unequal forms do no harm: every pair is compared afterwards.
            forms = {name, *(name[:cut] + name[cut + 1 :] for cut in range(len(name)))}
            hashes.extend(map(hash, forms))
            numbers.extend([number] * len(forms))
    if not hashes:
        return
    values, whose = np.frombuffer(hashes, np.int64), np.frombuffer(numbers, np.int64)
    order = np.lexsort((whose, values))
    values, whose = values[order], whose[order]
    starts = np.flatnonzero(np.r_[True, values[1:] != values[:-1]])
    ends = np.r_[starts[1:], len(values)]
    shared = ends - starts > 1
    for start, end in zip(starts[shared].tolist(), ends[shared].tolist(), strict=True):
        yield whose[start:end].tolist()


def _pairs(blocks: Iterable[list[int]]) -> Iterator[tuple[int, int]]:
    """The pairs in each block, those of the most important persons where it is large."""
    for block in blocks:
        yield from combinations(block[:LARGEST_BLOCK], 2)


def _in_order(fewer: Sequence[str], more: Sequence[str]) -> bool:
    rest = iter(more)
    return all(word in rest for word in fewer)


def is_one_edit_apart(one: str, other: str) -> bool:
    """Whether one letter more, less or changed, or two neighbours exchanged, make them one."""
    shorter, longer = sorted((one, other), key=len)
    if len(longer) - len(shorter) > 1 or one == other:
        return False
    start = next((n for n, c in enumerate(shorter) if c != longer[n]), len(shorter))
    if len(shorter) < len(longer):
        return shorter[start:] == longer[start + 1 :]
    swapped = shorter[start + 1 : start + 2] + shorter[start]
    return shorter[start + 1 :] == longer[start + 1 :] or (
        longer[start:] == swapped + shorter[start + 2 :]
    )


# What one sound is written with, in names that came through another alphabet; in this order.
_SOUNDS = (
    ("ph", "f"),
    ("gh", "g"),
    ("kh", "k"),
    ("dh", "d"),
    ("th", "t"),
    ("sh", "s"),
    ("sch", "s"),
    ("ch", "s"),
    ("ck", "k"),
    ("dj", "j"),
    ("ou", "w"),
    ("c", "k"),
    ("q", "k"),
    ("z", "s"),
    ("v", "w"),
)
_VOWELS = re.compile(r"[aeiouyhw'\s]+")
_DOUBLED = re.compile(r"(.)\1+")
_ARTICLES = frozenset(("al", "el", "ul", "bin", "ben", "ibn"))


def skeleton(key: Sequence[str]) -> str:
    """The consonants of a name's words, those that transliterations exchange written as one."""
    text = "".join(word for word in key if word not in _ARTICLES)
    for written, sound in _SOUNDS:
        text = text.replace(written, sound)
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", text))
