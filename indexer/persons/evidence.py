"""What the whole document says of each word: how often it stands where, and beside what."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import chain, compress
from operator import not_
from typing import NamedTuple, TypeAlias

from indexer.persons.lines import Line
from indexer.persons.words import SUFFIXES, Words

MANY = 3  # counts go no further
_SHORTEST_ROLE = 5  # letters that a compound must end with; "Rat" ends too many words


class Seen(NamedTuple):
    """How often a document has a capitalised word, and beside what; each at most MANY."""

    lower: int = 0  # the same word in lower case
    capital: int = 0
    titled: int = 0  # after a title or role
    speaking: int = 0  # beside a verb of saying
    place: int = 0  # right after in, at, near
    article: int = 0  # right after the
    body: int = 0  # right before a word of organisations
    last: int = 0  # last of several capitals


Evidence: TypeAlias = Mapping[str, Seen]  # folded word → what is seen of it
NEVER_SEEN = Seen()

_LOWER, _CAPITAL, _TITLED, _SPEAKING, _PLACE, _ARTICLE, _BODY, _LAST = range(8)
_MOST = (MANY,) * 8


def gather(lines: Iterable[Line], words: Words) -> Evidence:
    """The evidence of a document, from its lines that are not headlines."""
    told = [line for line in lines if not line.headline]
    counts: dict[str, list[int]] = defaultdict(lambda: [0] * 8)
    for line in told:
        for run in line.runs:
            _count_run(counts, line, run, words)
    lower = Counter(
        chain.from_iterable(compress(line.words, map(not_, line.capitals)) for line in told)
    )
    for word, row in counts.items():
        row[_LOWER] = lower[word]
    return {word: Seen._make(map(min, row, _MOST)) for word, row in counts.items()}


def _count_run(
    counts: dict[str, list[int]], line: Line, run: tuple[int, int], words: Words
) -> None:
    start, end = run
    before = line.words[start - 1] if start else ""
    titled = names_role(before, words)
    speaking = is_beside_saying(line, run, words)
    for place in range(start, end):
        word = line.words[place]
        if line.capitals[place] and word not in SUFFIXES:
            row = counts[word]
            row[_CAPITAL] += 1
            if names_role(word, words):
                titled = True
            else:
                # Most are false: ifs are a quarter faster than adding truth values.
                if titled:
                    row[_TITLED] += 1
                if speaking:
                    row[_SPEAKING] += 1
                if before in words.places_before:
                    row[_PLACE] += 1
                if before == "the":
                    row[_ARTICLE] += 1
                if place + 1 < end:
                    row[_BODY] += line.words[place + 1] in words.organisations
                elif place > start:
                    row[_LAST] += 1
        before = word


def names_role(word: str, words: Words) -> bool:
    """Whether the word is a title or a role, or where words are compounds ends with a long one."""
    if word in words.titles or word in words.roles:
        return True
    return words.compounds and len(word) > _SHORTEST_ROLE and word.endswith(_endings(words.roles))


@cache
def _endings(roles: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(role for role in roles if len(role) >= _SHORTEST_ROLE))


def is_beside_saying(line: Line, run: tuple[int, int], words: Words) -> bool:
    """Whether a verb of saying stands right before or after the run."""
    start, end = run
    after = line.words[end] if end < len(line.words) else ""
    before = line.words[start - 1] if start else ""
    return after in words.saying or before in words.saying
