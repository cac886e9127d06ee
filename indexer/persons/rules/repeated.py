"""What is a name in one place of a document is one in the next: in full, or by its surname."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from indexer.persons.evidence import names_role
from indexer.persons.lines import SECOND_PARTICLES, Line, Tagged
from indexer.persons.rules.barred import LONGEST_NAME, is_barred, is_next, may_be_name
from indexer.persons.rules.known import bearing
from indexer.persons.words import SUFFIXES, Words

Span: TypeAlias = tuple[int, int, int]  # number of a line, first token, past the last
Name: TypeAlias = tuple[str, ...]  # folded words
_LONGEST = 2 * LONGEST_NAME  # tokens, particles among them
_GIVEN = 2  # how common a name is that may stand before a surname


def repeated(lines: Sequence[Line], found: Sequence[Span], words: Words) -> list[Tagged]:
    """The mentions, with every place where the full name or the surname of one stands again."""
    names = {_folds(lines, span) for span in found}
    full = {name for name in names if len(name) > 1}
    tails = {tail for name in full for tail in _tails(name, words)}
    known = _Known(full, tails | names, words)
    here: dict[int, dict[int, int]] = defaultdict(dict)
    for number, start, end in found:
        here[number][start] = end
    return [
        Tagged(number, start, end, sure)
        for number, line in enumerate(lines)
        for start, end, sure in _of_line(line, here[number], known)
    ]


class _Known:
    """The names of a document, to be found again."""

    def __init__(self, full: set[Name], tails: set[Name], words: Words) -> None:
        self._full = full
        self._tails = tails
        self._words = words
        self._first = {name[0] for name in (*full, *tails)}
        self._longest = max(map(len, (*full, *tails)), default=0)

    def at(self, line: Line, start: int) -> tuple[int, bool] | None:
        """Past the name that stands at a place, and whether it is a full one."""
        if line.words[start] not in self._first:
            return None
        for end in range(min(len(line.words), start + self._longest), start, -1):
            name = tuple(line.words[start:end])
            if name in self._full and line.capitals[start]:
                return end, True
            if name in self._tails and _stands_alone(line, start, end, self._words):
                return end, False
        return None


def _of_line(line: Line, here: Mapping[int, int], known: _Known) -> Iterator[tuple[int, int, bool]]:
    """The names of a line, and whether we are sure of each: a surname alone follows from others."""
    place = 0
    while place < len(line.words):
        again = known.at(line, place)
        if place in here and not (again and again[0] > here[place]):
            end, sure = here[place], True
        elif again:
            end, sure = again
        else:
            place += 1
            continue
        yield place, end, sure
        place = end


def _tails(name: Name, words: Words) -> Iterator[Name]:
    """A surname with and without its particles; in Spanish the first of two as well."""
    parts = name[:-1] if name[-1] in SUFFIXES else name
    if len(parts) < 2 or len(parts[-1]) < 2:
        return
    start = len(parts) - 1
    yield parts[start:]
    while start > 1 and (
        parts[start - 1] in words.particles or parts[start - 1] in SECOND_PARTICLES
    ):
        start -= 1
        yield parts[start:]
    if words.double_surnames and len(parts) > 2 and not words.particles.intersection(parts):
        yield parts[-2:]
        yield parts[-2:-1]


def _stands_alone(line: Line, start: int, end: int, words: Words) -> bool:
    """Whether the words are no part of a longer name of somebody or something else."""
    if not all(may_be_name(line, p, words) for p in range(start, end) if line.capitals[p]):
        return False
    if not line.capitals[end - 1] or is_barred(line, start, end, words):
        return False
    return not (
        (start > 0 and _is_name(line, start - 1, words))
        or (end < len(line.words) and is_next(line, end) and _is_name(line, end, words))
    )


def _is_name(line: Line, place: int, words: Words) -> bool:
    word = line.words[place]
    return (
        may_be_name(line, place, words) and not names_role(word, words) and bearing(word) >= _GIVEN
    )


def _folds(lines: Sequence[Line], span: Span) -> Name:
    number, start, end = span
    return tuple(lines[number].words[start:end])
