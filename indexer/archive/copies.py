"""Copies of one story: articles that share most of their passages, word for word.

The same passage id in two articles means the same words. Passages that very many articles share
are lines of an outlet and say nothing about a story; short ones say little.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from indexer.identity import passage_ids
from indexer.model import Document

LEAST_SHARED = 0.6  # of the passages of the shorter article
_SHORTEST_PASSAGE = 60  # characters: "He said yes." stands in many stories
_MOST_HOLDERS = 40  # articles with one passage; beyond, it is a line of an outlet


class Story(NamedTuple):
    """What is compared of one article."""

    document: str  # id
    passages: frozenset[str]  # ids of its longer passages


@dataclass(frozen=True, slots=True)
class Copies:
    """Which articles tell one story: the group of each that has a copy, the rest in none."""

    group_of: Mapping[str, str]  # document id → the first id of the group, in order

    def group(self, document: str) -> str:
        """The story of a document; its own id where nobody else tells it."""
        return self.group_of.get(document, document)


def story(document: Document) -> Story:
    """What is compared of a document."""
    long = (p.text for p in document.passages if len(p.text) >= _SHORTEST_PASSAGE)
    return Story(document.id, frozenset(id for id in passage_ids(long) if "-" not in id))


def find_copies(stories: Iterable[Story]) -> Copies:
    """The groups of articles that share most of their passages, in whatever order they come."""
    ordered = sorted(stories)
    groups = _Groups()
    for one, other in _copies(ordered):
        groups.join(ordered[one].document, ordered[other].document)
    return Copies(groups.firsts())


def _copies(stories: Sequence[Story]) -> Iterator[tuple[int, int]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for number, told in enumerate(stories):
        for passage in told.passages:
            holders[passage].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in holders.values():
        if 1 < len(numbers) <= _MOST_HOLDERS:
            shared.update(combinations(numbers, 2))
    for (one, other), count in shared.items():
        shorter = min(len(stories[one].passages), len(stories[other].passages))
        if count >= LEAST_SHARED * shorter:
            yield one, other


class _Groups:
    """Disjoint sets; the first name in order stands for its set."""

    def __init__(self) -> None:
        self._towards: dict[str, str] = {}

    def join(self, one: str, other: str) -> None:
        first, second = sorted((self._first(one), self._first(other)))
        self._towards[one] = self._towards[other] = first
        self._towards[second] = first

    def firsts(self) -> dict[str, str]:
        return {name: self._first(name) for name in sorted(self._towards)}

    def _first(self, name: str) -> str:
        while self._towards.get(name, name) != name:
            self._towards[name] = name = self._towards.get(self._towards[name], self._towards[name])
        return name
