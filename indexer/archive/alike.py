"""The ways in which two names may be alike; each gives pairs of names by number, and says why.

Each way has a key that both names share, so that only names in one small block are compared:
300,000 names cost seconds, not the 45 billion comparisons of all pairs.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from indexer.archive.skeleton import skeletons

LARGEST_BLOCK = 12  # a block beyond this says that the likeness is common, not that two are one
SAME_LAST_WORDS = "the same last words"
MOST_BEARERS = 5  # of a surname, or of an initial and a surname, that are compared with it
_MOST_OF_A_GIVEN_NAME = 3  # bearers; a given name alone that more bear says nothing
_SHORTEST_MISSPELT = 8  # characters; in shorter names one letter makes another name
_LONGEST_MISSPELT = 60
_SHORTEST_SKELETON = 5  # letters
_NUMERALS = frozenset("ivx")  # John Paul I and John Paul II: a number is no initial
_BASE = np.uint64(0x9E3779B97F4A7C15)  # odd, and so with an inverse modulo 2**64
_INVERSE = np.uint64(pow(0x9E3779B97F4A7C15, -1, 2**64))

Key: TypeAlias = tuple[str, ...]  # a name's key in words
Pairs: TypeAlias = Iterator[tuple[int, int, str]]  # two names by number, and why they are alike


def alike(keys: Sequence[Key]) -> Pairs:
    """All pairs, given in order of importance; of a pair alike in several ways the first counts."""
    for pairs in (
        _one_key,
        _spaces,
        _initials,
        _skeletons,
        _misspellings,
        _middle_names,
        _longer_names,
        _orders,
        _surnames,
        _given_names,
    ):
        for one, other, why in pairs(keys):
            if not _are_numbered(keys[one], keys[other]):
                yield one, other, why


def _are_numbered(one: Key, other: Key) -> bool:
    """Whether two numbers behind the names say that these are two."""
    numbers = {key[-1] for key in (one, other) if key and _NUMERALS.issuperset(key[-1])}
    return len(numbers) == 2


def _one_key(keys: Sequence[Key]) -> Pairs:
    """Kovač and Kovać; and names that the reader told apart or split."""
    yield from _in_blocks(keys, lambda key: " ".join(key), "alike but for accents")


def _spaces(keys: Sequence[Key]) -> Pairs:
    """Moon Jae-in and Moon Jaein."""
    yield from _in_blocks(keys, "".join, "alike but for spaces")


def _orders(keys: Sequence[Key]) -> Pairs:
    """Viktor Orbán and Orbán Viktor."""

    def ordered(key: Key) -> Hashable:
        return tuple(sorted(key)) if len(key) > 1 else None

    yield from _in_blocks(keys, ordered, "the same words in another order")


def _surnames(keys: Sequence[Key]) -> Pairs:
    """A name of one word, and the full names that end with it."""
    lone = {key[0]: number for number, key in enumerate(keys) if len(key) == 1}
    bearers: dict[str, list[int]] = defaultdict(list)
    for number, key in enumerate(keys):
        if len(key) > 1 and key[-1] in lone and len(bearers[key[-1]]) < MOST_BEARERS:
            bearers[key[-1]].append(number)
    for surname, numbers in bearers.items():
        for number in numbers:
            yield lone[surname], number, "the surname alone"


def _given_names(keys: Sequence[Key]) -> Pairs:
    """A name of one word, and the few full names that begin with it."""
    lone = {key[0]: number for number, key in enumerate(keys) if len(key) == 1}
    bearers: dict[str, list[int]] = defaultdict(list)
    for number, key in enumerate(keys):
        if len(key) > 1 and key[0] in lone:
            bearers[key[0]].append(number)
    for given, numbers in bearers.items():
        if len(numbers) <= _MOST_OF_A_GIVEN_NAME:
            for number in numbers:
                yield lone[given], number, "the first name alone"


def _initials(keys: Sequence[Key]) -> Pairs:
    """J. Smith and John Smith; Anton B. and Anton Brandl."""
    for one, other in ((0, -1), (-1, 0)):
        why = "the same initial and surname" if one == 0 else "the same first name and initial"
        short = {(k[one], k[other]): n for n, k in enumerate(keys) if len(k) > 1 == len(k[one])}
        blocks: dict[int, list[int]] = defaultdict(list)
        for number, key in enumerate(keys):
            full = len(key) > 1 and len(key[one]) > 1
            initial = short.get((key[one][0], key[other])) if full else None
            if initial is not None:
                blocks[initial].append(number)
        for initial, numbers in blocks.items():
            for number in numbers[:MOST_BEARERS]:
                yield initial, number, why


def _middle_names(keys: Sequence[Key]) -> Pairs:
    """Mary Keller, Mary Ann Keller and Mary A. Keller."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, key in enumerate(keys):
        if len(key) > 1:
            blocks[key[0], key[-1]].append(number)
    for one, other in _pairs(blocks.values()):
        fewer, more = sorted(
            (keys[one], keys[other]), key=lambda key: (len(key), sum(map(len, key)))
        )
        if _in_order(fewer, more):
            yield one, other, "the same first and last name"


def _longer_names(keys: Sequence[Key]) -> Pairs:
    """Felipe Calderón and Felipe Calderón Hinojosa; de Gaulle and Charles de Gaulle; Jr or none."""
    for end, why in ((1, "the same first words"), (-1, SAME_LAST_WORDS)):
        blocks: dict[Key, list[int]] = defaultdict(list)
        for number, key in enumerate(keys):
            if len(key) > 1:
                blocks[key[::end][:2]].append(number)
        for one, other in _pairs(blocks.values()):
            fewer, more = sorted((keys[one][::end], keys[other][::end]), key=len)
            if len(fewer) < len(more) and more[: len(fewer)] == fewer:
                yield one, other, why


def _skeletons(keys: Sequence[Key]) -> Pairs:
    """Muhammad Qassem and Mohamed Kassim: the same consonants."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, key in enumerate(keys):
        if len(key) > 1:
            for skeleton in dict.fromkeys(skeletons(key)):
                if len(skeleton.replace(" ", "")) >= _SHORTEST_SKELETON and " " in skeleton:
                    blocks[skeleton].append(number)
    for one, other in _pairs(blocks.values()):
        yield one, other, "the same consonants"


def _misspellings(keys: Sequence[Key]) -> Pairs:
    """Jon Marsden and Jon Marsten: one letter put in, left out or changed, or two exchanged.

    Names one edit apart share a form with one letter left out (Mor and Fraenkel 1982).
    """
    names = [" ".join(key) for key in keys]
    for one, other in _pairs(_blocks_of_deletions(names)):
        if is_one_edit_apart(names[one], names[other]):
            yield one, other, "one letter apart"


def _blocks_of_deletions(names: Sequence[str]) -> Iterator[list[int]]:
    chosen = [
        n for n, name in enumerate(names) if _SHORTEST_MISSPELT <= len(name) <= _LONGEST_MISSPELT
    ]
    if not chosen:
        return
    hashes, whose = _hashes_of_deletions([names[number] for number in chosen])
    numbers = np.array(chosen)[whose]
    order = np.lexsort((numbers, hashes))
    hashes, numbers = hashes[order], numbers[order]
    # "nn": either letter left out gives the same form.
    other = np.r_[True, (hashes[1:] != hashes[:-1]) | (numbers[1:] != numbers[:-1])]
    hashes, numbers = hashes[other], numbers[other]
    starts = np.flatnonzero(np.r_[True, hashes[1:] != hashes[:-1]])
    ends = np.r_[starts[1:], len(hashes)]
    shared = ends - starts > 1
    for start, end in zip(starts[shared].tolist(), ends[shared].tolist(), strict=True):
        yield numbers[start:end].tolist()


def _hashes_of_deletions(
    names: Sequence[str],
) -> tuple[NDArray[np.uint64], NDArray[np.intp]]:
    """A hash of each name and of each form of it with one letter left out, and whose it is.

    A polynomial of the letters modulo 2**64; leaving one out divides those behind it by the base.
    Equal hashes of unequal forms do no harm: every pair is compared afterwards.
    """
    letters = np.frombuffer("".join(names).encode("utf-32-le", "surrogatepass"), np.uint32).astype(
        np.uint64
    )
    lengths = np.array([len(name) for name in names])
    whose = np.repeat(np.arange(len(names)), lengths)
    starts = np.cumsum(lengths) - lengths
    powers = np.cumprod(np.r_[np.uint64(1), np.full(_LONGEST_MISSPELT, _BASE)])
    terms = letters * powers[np.arange(len(letters)) - starts[whose]]
    sums = np.cumsum(np.r_[np.uint64(0), terms])
    first, last = sums[starts], sums[starts + lengths]
    before = sums[:-1] - first[whose]
    behind = last[whose] - sums[1:]
    return (
        np.r_[last - first, before + behind * _INVERSE],
        np.r_[np.arange(len(names)), whose],
    )


def _in_blocks(keys: Sequence[Key], block_of: Callable[[Key], Hashable], why: str) -> Pairs:
    """The pairs of names that share what block_of gives; None shares nothing."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for number, key in enumerate(keys):
        block = block_of(key)
        if block is not None:
            blocks[block].append(number)
    for one, other in _pairs(blocks.values()):
        yield one, other, why


def _pairs(blocks: Iterable[list[int]]) -> Iterator[tuple[int, int]]:
    """The pairs in each block, those of the most important persons where it is large."""
    for block in blocks:
        yield from combinations(block[:LARGEST_BLOCK], 2)


def _in_order(fewer: Key, more: Key) -> bool:
    """Whether the words of one stand in the other in order, an initial for its word."""
    if fewer == more:
        return False
    rest = iter(more)
    return all(any(_fits(word, other) for other in rest) for word in fewer)


def _fits(word: str, other: str) -> bool:
    return word == other or (len(word) == 1 and other.startswith(word))


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
