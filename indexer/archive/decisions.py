"""The reader's rules about persons, made into a function from a name in an article to a person."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from indexer.identity import fold, name_key
from indexer.persons.normal import normalised_name


@dataclass(frozen=True, slots=True)
class Split:
    """The articles in which a name is somebody else: those that every condition given holds for."""

    name: str
    source: str | None = None
    document: str | None = None  # id
    first: str | None = None  # date of publication, inclusive; YYYY[-MM[-DD]]
    last: str | None = None

    @property
    def whose(self) -> str:
        """What sets this bearer of the name apart, to be read behind the name."""
        dates = f"{self.first or ''}–{self.last or ''}" if self.first or self.last else None
        return ", ".join(filter(None, (self.source, self.document, dates)))


@dataclass(frozen=True, slots=True)
class PersonRules:
    """What the reader decided; names as typed. Contradictions were sorted out before."""

    same: Sequence[tuple[str, str]] = ()  # the left is the right
    not_same: Sequence[tuple[str, str]] = ()
    splits: Sequence[Split] = ()
    dropped: Iterable[str] = ()  # not a person
    renamed: Sequence[tuple[str, str]] = ()  # the left is to be called the right
    hidden: Iterable[str] = ()
    confirmed: Iterable[str] = ()


class Unmatched(NamedTuple):
    """A line about somebody whom no article names: it does nothing, or not all that it says."""

    verb: str  # as in corrections.txt
    name: str  # as typed


class Decisions:
    """A person is known here by a normalised name, that of the rightmost in a chain of same:."""

    def __init__(self, rules: PersonRules) -> None:
        self._rules = rules
        self._own = _kept_apart(rules.not_same)
        self._met: set[str] = set()  # every name, normalised, that somebody asked for leads to
        self._persons: dict[str, str] = {}  # key → who bears it, kept: keys come again and again
        self._dropped = {self._normal(name) for name in rules.dropped}
        pairs = [*rules.same, *rules.renamed]
        self._following = self._steps((self._normal(a), self._normal(b)) for a, b in pairs)
        self.joined = self._chains(self._following)
        self._names = self._ends(rules.same) | self._ends(rules.renamed)
        self.hidden = frozenset(self.whoever(name) for name in rules.hidden)
        self.confirmed = frozenset(self.whoever(name) for name in rules.confirmed)
        self._apart = {self._pair(*pair) for pair in rules.not_same}
        self._splits: dict[str, list[Split]] = defaultdict(list)
        for split in rules.splits:
            self._splits[self.whoever(split.name)].append(split)
            self._names[self._split_off(split)] = f"{split.name} ({split.whose})"

    def person_of(self, key: str) -> str:
        """Who bears the name, leaving splits aside; "" is nobody."""
        known = self._persons.get(key)
        if known is None:
            normal = self._normal(key)
            who = self.joined.get(normal, normal)
            self._meet(normal)
            known = "" if normal in self._dropped or who in self._dropped else who
            self._persons[key] = known
        return known

    def person_in(self, key: str, document: str, source: str | None, published: str | None) -> str:
        """Who bears the name in one article; of several splits that hold, the first in order."""
        who = self.person_of(key)
        for split in self._splits.get(who, ()):
            if _holds(split, document, source, published):
                return self._split_off(split)
        return who

    def name_of(self, who: str) -> str | None:
        """What the person is to be called, where the reader said so."""
        return self._names.get(who)

    def are_apart(self, one: str, other: str) -> bool:
        """Whether the reader said that these two names are two persons."""
        return bool(self._apart) and self._pair(one, other) in self._apart

    def unmatched(self) -> Iterator[Unmatched]:
        """The rules about names that none of the keys asked for up to now leads to.

        The right of same: and rename: may be a name that is nowhere printed.
        """
        met, rules = self._met, self._rules
        for verb, names in (
            ("same", (left for left, _ in rules.same)),
            ("rename", (left for left, _ in rules.renamed)),
            ("drop", rules.dropped),
        ):
            yield from (Unmatched(verb, name) for name in names if self._normal(name) not in met)
        for verb, names in (
            ("not-same", (name for pair in rules.not_same for name in pair)),
            ("split", (split.name for split in rules.splits)),
            ("hide", rules.hidden),
            ("confirm", rules.confirmed),
        ):
            yield from (Unmatched(verb, name) for name in names if self.whoever(name) not in met)

    def _meet(self, name: str) -> None:
        while name not in self._met:
            self._met.add(name)
            name = self._following.get(name, name)

    def whoever(self, name: str) -> str:
        """Who bears the name as typed, dropped or not."""
        normal = self._normal(name)
        return self.joined.get(normal, normal)

    def _normal(self, name: str) -> str:
        key = name_key(name)
        return key if key in self._own else normalised_name(key)

    def _pair(self, one: str, other: str) -> frozenset[str]:
        return frozenset((self.whoever(one), self.whoever(other)))

    def _split_off(self, split: Split) -> str:
        return name_key(f"{self.whoever(split.name)} {split.whose}")

    def _ends(self, pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
        """The names that chains end with, as typed; of several spellings the last in order."""
        rights = sorted(right for _, right in pairs)
        return {who: name for name in rights if (who := self._normal(name)) not in self.joined}

    @staticmethod
    def _steps(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
        return {left: right for left, right in sorted(pairs) if left != right}

    @staticmethod
    def _chains(following: Mapping[str, str]) -> dict[str, str]:
        """Each name to the end of its chain; of names in a circle the first in order is the end."""
        ends = {}
        for left in following:
            chain = [left]
            while chain[-1] in following and following[chain[-1]] not in chain:
                chain.append(following[chain[-1]])
            circle = following.get(chain[-1])
            ends[left] = min(chain[chain.index(circle) :]) if circle else chain[-1]
        return {left: end for left, end in ends.items() if left != end}


def _kept_apart(pairs: Sequence[tuple[str, str]]) -> frozenset[str]:
    """The keys that must not be normalised, since that would join what is not the same."""
    keys = [(name_key(one), name_key(other)) for one, other in pairs]
    return frozenset(
        key for pair in keys if normalised_name(pair[0]) == normalised_name(pair[1]) for key in pair
    )


def _holds(split: Split, document: str, source: str | None, published: str | None) -> bool:
    if split.document is not None and split.document != document:
        return False
    if split.source is not None and (source is None or fold(split.source) != fold(source)):
        return False
    if split.first is None and split.last is None:
        return True
    if published is None:
        return False
    # A date cut to the other's length: a year or a month alone covers all its days.
    return (split.first is None or published >= split.first[: len(published)]) and (
        split.last is None or published[: len(split.last)] <= split.last
    )
