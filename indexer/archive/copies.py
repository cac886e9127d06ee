"""Copies of one story: articles that share most of their text, passage for passage.

The same passage id in two articles means the same words. Short passages say little about a story,
and passages that very many articles share are lines of an outlet and say nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from indexer.model import Document

LEAST_SHARED = 0.6  # of the characters of the shorter article
_SHORTEST_PASSAGE = 60  # characters: "He said yes." stands in many stories
MOST_HOLDERS = 40  # articles with one passage


class Story(NamedTuple):
    """What is compared of one article."""

    document: str  # id
    passages: Mapping[str, int]  # ids of its longer passages → their characters


@dataclass(frozen=True, slots=True)
class Copies:
    """Which articles tell one story: the group of each that has a copy, the rest in none."""

    group_of: Mapping[str, str]  # document id → the first id of its group, in order

    def group(self, document: str) -> str:
        """The story of a document; its own id where nobody else tells it."""
        return self.group_of.get(document, document)


def story(document: Document) -> Story:
    """What is compared of a document; twins among its passages count once."""
    return Story(
        document.id,
        {
            passage.id.partition("-")[0]: len(passage.text)
            for passage in document.passages
            if len(passage.text) >= _SHORTEST_PASSAGE
        },
    )


def find_copies(stories: Iterable[Story]) -> Copies:
    """The groups of articles that share most of their text, in whatever order they come."""
    ordered = sorted(stories, key=lambda story: story.document)
    groups = Groups(len(ordered))
    for one, other in copy_pairs(ordered):
        groups.join(one, other)
    firsts = [groups.first(number) for number in range(len(ordered))]
    sizes = Counter(firsts)
    return Copies(
        {
            story.document: ordered[first].document
            for story, first in zip(ordered, firsts, strict=True)
            if sizes[first] > 1
        }
    )


def is_copy(one: Story, other: Story) -> bool:
    """Whether two articles share most of their text, however many others have it too."""
    common = one.passages.keys() & other.passages.keys()
    shared = sum(one.passages[passage] for passage in common)
    return shared > 0 and _is_most(shared, _size(one), _size(other))


def copy_pairs(
    stories: Sequence[Story], most_holders: int = MOST_HOLDERS
) -> Iterator[tuple[int, int]]:
    """Pairs of articles, by number, that share most of their text.

    Passages that more than most_holders of them have are not looked at.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    for number, told in enumerate(stories):
        for passage in told.passages:
            holders[passage].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for passage, numbers in holders.items():
        if 1 < len(numbers) <= most_holders:
            for pair in combinations(numbers, 2):
                shared[pair] += stories[pair[0]].passages[passage]
    sizes = [_size(told) for told in stories]
    for (one, other), characters in shared.items():
        if _is_most(characters, sizes[one], sizes[other]):
            yield one, other


def _size(told: Story) -> int:
    return sum(told.passages.values())


def _is_most(shared: int, *sizes: int) -> bool:
    return shared >= LEAST_SHARED * min(sizes)


class Groups:
    """Disjoint sets of numbers; the lowest stands for its set."""

    def __init__(self, size: int) -> None:
        self._towards = list(range(size))

    def join(self, one: int, other: int) -> None:
        """Makes one set of the two that these are in."""
        low, high = sorted((self.first(one), self.first(other)))
        self._towards[high] = low

    def first(self, number: int) -> int:
        """The lowest number of the set."""
        while self._towards[number] != number:
            self._towards[number] = self._towards[self._towards[number]]
            number = self._towards[number]
        return number
