"""What the whole document says of each word: how often it stands where, and beside what."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import compress
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

_CAPITAL, _TITLED, _SPEAKING, _PLACE, _ARTICLE, _BODY, _LAST = range(7)


def gather(lines: Iterable[Line], words: Words) -> Evidence:
    """The evidence of a document, from its lines that are not headlines."""
    lower: Counter[str] = Counter()
    counts: dict[str, list[int]] = defaultdict(lambda: [0] * 7)
    for line in lines:
        if line.headline:
            continue
        lower.update(compress(line.words, map(not_, line.capitals)))
        for run in line.runs:
            _count_run(counts, line, run, words)
    return {
        word: Seen(min(lower.get(word, 0), MANY), *(min(count, MANY) for count in row))
        for word, row in counts.items()
    }


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
                row[_TITLED] += titled
                row[_SPEAKING] += speaking
                row[_PLACE] += before in words.places_before
                row[_ARTICLE] += before == "the"
                row[_LAST] += place == end - 1 > start
                row[_BODY] += place + 1 < end and line.words[place + 1] in words.organisations
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
