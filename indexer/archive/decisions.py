"""The reader's rules about persons, made into a function from a name in an article to a person."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from indexer.archive.accents import spelled
from indexer.archive.entries import Entry, NamedHere
from indexer.identity import fold, name_key
from indexer.persons.normal import normalised_name

NOBODY = ""


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
    added: Iterable[str] = ()  # put into the articles before; here to say which stand in none


class Unmatched(NamedTuple):
    """A line about somebody whom no article names: it does nothing, or not all that it says."""

    verb: str  # as in corrections.txt
    name: str  # as typed


class Decisions:
    """A person is known here by a normalised name, that of the rightmost in a chain of same:."""

    def __init__(self, rules: PersonRules, told_apart: Collection[str] = ()) -> None:
        """told_apart: names that only their accents tell apart, as `spelled` spells them."""
        self._rules = rules
        self._told_apart = told_apart
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
        self._split_from: dict[str, str] = {}  # bearer of a name in some articles → the usual one
        for split in rules.splits:
            whole, part = self.whoever(split.name), self._split_off(split)
            self._splits[whole].append(split)
            self._split_from[part] = whole
            self._names[part] = f"{split.name} ({split.whose})"

    def person_of(self, name: str) -> str:
        """Who bears the name, or the key of one, leaving splits aside; "" is nobody."""
        known = self._persons.get(name)
        if known is None:
            normal = self._normal(name)
            who = self.joined.get(normal, normal)
            self._meet(normal)
            known = NOBODY if normal in self._dropped or who in self._dropped else who
            self._persons[name] = known
        return known

    def person_in(self, entry: Entry, name: NamedHere) -> str:
        """Who bears the name in one article; of several splits that hold, the first in order."""
        # The key says it all but for accents that tell apart; it is asked for again and again.
        who = self.person_of(name.text if self._is_told_apart(name.text) else name.key)
        for split in self._splits.get(who, ()):
            if _holds(split, entry):
                return self._split_off(split)
        return who

    def name_of(self, who: str) -> str | None:
        """What the person is to be called, where the reader said so."""
        return self._names.get(who)

    def are_apart(self, one: str, other: str) -> bool:
        """Whether the reader said that these two persons are two, or split one from the other."""
        if self._split_from:
            whole = self._split_from.get(one, one)
            if whole == self._split_from.get(other, other):
                return True
        return bool(self._apart) and frozenset((one, other)) in self._apart

    def unmatched(self) -> Iterator[Unmatched]:
        """The rules about names that none of the keys asked for up to now leads to.

        The right of same: and rename: may be a name that is nowhere printed.
        """
        met, rules = self._met, self._rules
        for verb, names in (
            ("same", (left for left, _ in rules.same)),
            ("rename", (left for left, _ in rules.renamed)),
            ("drop", rules.dropped),
            ("add", rules.added),
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

    def _is_told_apart(self, name: str) -> bool:
        return bool(self._told_apart) and not name.isascii() and spelled(name) in self._told_apart

    def _normal(self, name: str) -> str:
        if self._is_told_apart(name):
            return spelled(name)
        key = name_key(name)
        return key if key in self._own else normalised_name(key)

    def _pair(self, one: str, other: str) -> frozenset[str]:
        return frozenset((self.whoever(one), self.whoever(other)))

    def _split_off(self, split: Split) -> str:
        return f"{self.whoever(split.name)} {name_key(split.whose)}"

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


def _holds(split: Split, entry: Entry) -> bool:
    source, published = entry.source, entry.published
    if split.document is not None and split.document != entry.document:
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
