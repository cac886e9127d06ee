"""What the trained tagger looks at: for each token of a run nine clues, in fixed slots.

A clue is a small hashable value; `expand` spells it out as the features that have weights. Few
clues are new in a text, so that a tagger can keep the sum of the weights of each.
"""

from collections.abc import Container, Hashable, Sequence
from enum import IntEnum
from functools import cache, lru_cache
from typing import Any, TypeAlias

from indexer.persons.evidence import NEVER_SEEN, Evidence, Seen
from indexer.persons.lexicon import lexicon
from indexer.persons.lines import Line
from indexer.persons.tokens import LONGEST_NAME_TOKEN, folded, is_capitalised, is_initial
from indexer.persons.words import Words

Clue: TypeAlias = Hashable


class Slot(IntEnum):
    """Where a clue stands in the tuple of a token."""

    WORD = 0  # the token as printed
    BEFORE = 1  # the tokens around it, as printed
    AFTER = 2
    BEFORE_2 = 3  # folded
    AFTER_2 = 4
    AROUND = 5  # before and after the whole run, folded
    POSITION = 6
    ELSEWHERE = 7  # what the document says of the word
    BESIDE = 8  # classes of the words around


_LONGEST_CLUE = 2 * LONGEST_NAME_TOKEN  # taggers remember clues; nothing of a megabyte is kept
BEYOND = "<"  # stands for the token before or after a line


def clues(
    line: Line, run: tuple[int, int], evidence: Evidence, words: Words
) -> list[tuple[Clue, ...]]:
    """For each token of the run its clues, one a slot."""
    start, end = run
    texts, folds = _window(line, start, end)
    kinds = [words.kinds.get(fold, "") for fold in folds[1:-1]]
    around = (folds[1], folds[-2], _follows_role(line, start, words))
    return [
        (
            texts[n],
            texts[n - 1],
            texts[n + 1],
            folds[n - 2],
            folds[n + 2],
            around,
            (starts, line.headline, position),
            (evidence.get(folds[n], NEVER_SEEN), starts, folds[n] in words.common),
            (*kinds[n - 2 : n + 1], texts[n - 1][0].isupper(), texts[n + 1][0].isupper()),
        )
        for n, (starts, position) in enumerate(
            zip(line.starts[start:end], _positions(end - start), strict=True), 2
        )
    ]


def _window(line: Line, start: int, end: int) -> tuple[Sequence[str], Sequence[str]]:
    """The run's tokens and two on either side: as printed, and folded where that leaves a word."""
    before, after = (BEYOND,) * (2 - start), (BEYOND,) * (end + 2 - len(line.texts))
    inside = slice(max(0, start - 2), end + 2)
    texts = [*before, *line.texts[inside], *after]
    if max(map(len, texts)) > _LONGEST_CLUE:
        texts = [text[:_LONGEST_CLUE] for text in texts]
    folds = [*before, *line.words[inside], *after]
    return texts, [fold or text for fold, text in zip(folds, texts, strict=True)]


@cache  # a run has no more than thirty
def _positions(size: int) -> Sequence[tuple[int, int, int]]:
    """For each token of a run its length, and how far the token is from its ends."""
    return [(min(size, 5), min(place, 3), min(size - 1 - place, 3)) for place in range(size)]


def expand(slot: int, clue: Any, words: Words) -> Sequence[str]:  # noqa: ANN401  # a slot's own
    """The features of a clue."""
    match slot:
        case Slot.WORD:
            return _word_features(clue, words)
        case Slot.BEFORE | Slot.AFTER:
            return _neighbour_features(slot, clue, words)
        case Slot.BEFORE_2 | Slot.AFTER_2:
            return f"{slot}w={clue}", f"{slot}k={_kind(clue, words)}"
        case Slot.AROUND:
            return _around_features(clue, words)
        case Slot.POSITION:
            return _position_features(*clue)
        case Slot.ELSEWHERE:
            return _elsewhere_features(*clue)
        case _:
            return _beside_features(*clue)


RARE_WORD = "w=?"


def known_feature(feature: str, known: Container[str]) -> str:
    """The feature, or for a word that training hardly saw what such words have in common."""
    return RARE_WORD if feature.startswith("w=") and feature not in known else feature


def shape(word: str) -> str:
    """How a word is written, in a few classes."""
    if is_initial(word):
        return "X."
    if not word.isalpha():
        if not any(map(str.isalnum, word)):
            return word[:3]
        if any(map(str.isdigit, word)):
            return "0"
    if word.islower():
        return "x"
    if word.isupper():
        return "XX"
    if "-" in word:
        return "X-" + ("X" if word.rpartition("-")[2][:1].isupper() else "x")
    if word[0].isupper() and word[1:].islower():
        return "Xx"
    return "xX" if word[0].islower() else "XxX"


def _follows_role(line: Line, start: int, words: Words) -> int:
    """How far back in the clause a title or role stands: the head of communications Jane Doe.

    1 for right before, 2 for farther back with small words between, 0 for none.
    """
    for back in range(1, 7):
        place = start - back
        if place < 0 or not line.words[place]:
            return 0
        if line.words[place] in words.roles or line.words[place] in words.titles:
            return min(back, 2)
    return 0


def _word_features(word: str, words: Words) -> Sequence[str]:
    fold, form, names, place = _looks(word)
    kind, common = _kind(fold, words), int(fold in words.common)
    return (
        *("bias", f"w={fold}", f"s={form}", f"k={kind}", f"sk={form},{kind}"),
        *(f"l={min(len(fold), 12)}", f"c={form},{common}"),
        *(f"n={names}", f"ns={names},{form}", f"nk={names},{kind}", f"nc={names},{common}"),
        *(f"p={place}", f"np={names},{place}"),
        *(f"h1={fold[:1]}", f"h2={fold[:2]}", f"h3={fold[:3]}"),
        *(f"t2={fold[-2:]}", f"t3={fold[-3:]}", f"t4={fold[-4:]}"),
    )


@lru_cache(maxsize=1 << 13)  # a word is soon asked for as a token, before one and after one
def _looks(word: str) -> tuple[str, str, int, int]:
    """A word folded, its shape, how common a capital is as a name, and whether it is a place."""
    fold = folded(word)
    if not is_capitalised(word):
        return fold, shape(word), 0, 0
    return fold, shape(word), lexicon().bearing(fold), int(lexicon().is_place(fold))


def _neighbour_features(slot: int, word: str, words: Words) -> Sequence[str]:
    fold, form, names, place = _looks(word)
    kind, common = _kind(fold, words), int(fold in words.common)
    return (
        *(f"{slot}w={fold}", f"{slot}k={kind}", f"{slot}s={form}", f"{slot}c={form},{common}"),
        *(f"{slot}n={names},{form}", f"{slot}p={place}"),
    )


def _around_features(clue: tuple[str, str, int], words: Words) -> Sequence[str]:
    before, after, role = clue
    kinds = _kind(before, words), _kind(after, words)
    return (
        *(f"rr={role}", f"rb={before}", f"ra={after}"),
        *(f"rbk={kinds[0]}", f"rak={kinds[1]}", f"rk={kinds}"),
    )


def _position_features(
    starts: bool, headline: bool, position: tuple[int, int, int]
) -> Sequence[str]:
    length, from_start, to_end = position
    return (
        *(f"o1={starts:d}", f"o2={headline:d}", f"o3={length}", f"o4={from_start},{length}"),
        *(f"o5={to_end}", f"o6={starts:d},{min(length, 3)},{headline:d}"),
    )


def _elsewhere_features(seen: Seen, starts: bool, common: bool) -> Sequence[str]:
    return (
        *(f"e0={min(seen.lower, 2)},{starts:d}", f"ec={common:d}", f"es={common:d},{starts:d}"),
        f"e1={seen.capital}",
        *(f"e{n}={min(count, 2)}" for n, count in enumerate(seen[2:], 2)),
        f"ex={seen.titled > 0:d}{seen.place > 0:d}{seen.last > 0:d}",
    )


def _beside_features(before: str, here: str, after: str, *capitals: bool) -> Sequence[str]:
    left = f"{before}{'X' if capitals[0] else ''}"
    right = f"{after}{'X' if capitals[1] else ''}"
    return f"b1={left},{here}", f"b2={here},{right}", f"b3={left},{here},{right}"


def _kind(fold: str, words: Words) -> str:
    return "0" if fold.isdigit() else words.kinds.get(fold, "")
