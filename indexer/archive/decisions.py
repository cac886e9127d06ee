"""The reader's rules about persons, made into a function from a name in an article to a person."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from indexer.archive.accents import spelled
from indexer.archive.entries import Entry, NamedHere
from indexer.identity import accented_letters, fold, name_key
from indexer.persons.normal import normalised_name

NOBODY = ""

_SIGNS = re.compile(r"[=|#\s]+")  # what no name in corrections.txt can hold


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
        given = ", ".join(filter(None, (self.source, self.document, dates)))
        return _SIGNS.sub(" ", given).strip()

    @property
    def label(self) -> str:
        """What this bearer of the name is called, in the register and in other lines."""
        return f"{self.name} ({self.whose})"

    @property
    def where(self) -> str:
        """The conditions, to be read by people."""
        dates = (
            f"{word} {date}" for word, date in (("from", self.first), ("to", self.last)) if date
        )
        source = f"source {self.source}" if self.source else None
        document = f"document {self.document}" if self.document else None
        return " | ".join(filter(None, (source, document, *dates)))


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
    name: str  # as typed; of a split that holds nowhere with its conditions
    why: str = ""  # where it is something else than that no article has the name


class Decisions:
    """A person is known here by a normalised name, that of the rightmost in a chain of same:.

    Who was split off is known by the name with what sets them apart behind it, and other lines may
    speak of them by their label as of anybody.
    """

    def __init__(
        self,
        rules: PersonRules,
        told_apart: Collection[str] = (),
        printed: Iterable[str] = (),
    ) -> None:
        """told_apart: names that only their accents tell apart, as `spelled` spells them.

        printed: the keys of all names that articles have; needed only where there is a rename:.
        """
        self._rules = rules
        self._told_apart = told_apart
        self._own = _kept_apart(rules.not_same)
        self._normals: dict[str, str] = {}  # key → normalised, where all were asked for at once
        self._met: set[str] = set()  # every name, normalised, that somebody asked for leads to
        self._held: set[Split] = set()  # that made somebody of an article another
        self._persons: dict[str, str] = {}  # key → who bears it, kept: keys come again and again
        self._labels: dict[str, str] = {}  # label's key → who was split off
        self._parts = {split: self._labelled(split) for split in sorted(rules.splits, key=_length)}
        self._dropped = {self._normal(name) for name in rules.dropped}
        self._same = self._steps(self._normalised(rules.same))
        self._taken = self._taken_names(printed) if rules.renamed else frozenset()
        renamed = [pair for pair in rules.renamed if pair not in self._taken]
        self._following = self._steps(self._normalised([*rules.same, *renamed]))
        self.joined = self._chains(self._following)
        self._splits: dict[str, list[Split]] = defaultdict(list)
        self._split_from: dict[str, str] = {}  # bearer of a name in some articles → the usual one
        self._names: dict[str, str] = {}
        for split in rules.splits:
            whole, part = self.whoever(split.name), self._parts[split]
            self._splits[whole].append(split)
            self._split_from[self.joined.get(part, part)] = whole
            self._names[part] = split.label
        self._names |= self._ends(rules.same) | self._ends(renamed)
        self.hidden = frozenset(self.whoever(name) for name in rules.hidden)
        self.confirmed = frozenset(self.whoever(name) for name in rules.confirmed)
        self._apart = {self._pair(*pair) for pair in rules.not_same}

    def person_of(self, name: str) -> str:
        """Who bears the name, or the key of one, leaving splits aside; "" is nobody."""
        known = self._persons.get(name)
        if known is None:
            known = self._persons[name] = self._led(self._printed(name))
        return known

    def person_in(self, entry: Entry, name: NamedHere) -> str:
        """Who bears the name in one article; of several splits that hold, the first in order."""
        # The key says it all but for accents that tell apart; it is asked for again and again.
        text = name.text if self._is_told_apart(name.text) else name.key
        who = self.person_of(text)
        if not self._splits:
            return who
        whole = who or self.joined.get(normal := self._printed(text), normal)
        if whole not in self._splits:
            return who
        seen = {whole}
        while split := next(
            (one for one in self._splits.get(whole, ()) if _holds(one, entry)), None
        ):
            self._held.add(split)
            part = self._parts[split]
            who, whole = self._led(part), self.joined.get(part, part)
            if whole in seen:  # a line says that the part is the whole
                break
            seen.add(whole)
        return who

    def name_of(self, who: str) -> str | None:
        """What the person is to be called, where the reader said so."""
        return self._names.get(who)

    def are_apart(self, one: str, other: str) -> bool:
        """Whether the reader said that these two persons are two, or split one from the other."""
        if self._split_from and self._whole(one) == self._whole(other):
            return True
        return bool(self._apart) and frozenset((one, other)) in self._apart

    def unmatched(self) -> Iterator[Unmatched]:
        """The rules about names that none of the keys asked for up to now leads to.

        The right of same: and rename: may be a name that is nowhere printed.
        """
        met, rules = self._met, self._rules
        for verb, names in (
            ("same", (left for left, _ in rules.same)),
            ("rename", self._left_of_nobody()),
            ("drop", rules.dropped),
        ):
            yield from (Unmatched(verb, name) for name in names if self._normal(name) not in met)
        yield from (Unmatched("add", name) for name in rules.added if not self._is_printed(name))
        for verb, names in (
            ("not-same", (name for pair in rules.not_same for name in pair)),
            ("split", (split.name for split in rules.splits)),
            ("hide", rules.hidden),
            ("confirm", rules.confirmed),
        ):
            yield from (Unmatched(verb, name) for name in names if self.whoever(name) not in met)
        yield from self._idle_splits()
        for left, right in self._taken:
            if self._normal(left) in met:
                yield Unmatched("rename", left, _taken(left, right))

    def _left_of_nobody(self) -> Iterator[str]:
        """The lefts of rename: but of a step in a chain of them: those were led to one end."""
        shown = {right for left, right in self._rules.renamed if self._normal(left) in self._met}
        return (left for left, right in self._rules.renamed if right not in shown)

    def _idle_splits(self) -> Iterator[Unmatched]:
        for split in self._rules.splits:
            if split not in self._held and self.whoever(split.name) in self._met:
                why = f"{split.name!r} is in no article of {split.where!r}, or only in those that "
                why += "an earlier split: took; the line does nothing"
                yield Unmatched("split", f"{split.name} | {split.where}", why)

    def _led(self, normal: str) -> str:
        """Who it is to whom a normalised name leads; "" is nobody."""
        self._meet(normal)
        who = self.joined.get(normal, normal)
        return NOBODY if normal in self._dropped or who in self._dropped else who

    def _meet(self, name: str) -> None:
        while name not in self._met:
            self._met.add(name)
            name = self._following.get(name, name)

    def whoever(self, name: str) -> str:
        """Who bears the name as typed, dropped or not."""
        normal = self._normal(name)
        return self.joined.get(normal, normal)

    def _whole(self, who: str) -> str:
        """Who bore the name before anybody was split off."""
        seen: set[str] = set()
        while who in self._split_from and who not in seen:
            seen.add(who)
            who = self._split_from[who]
        return who

    def _labelled(self, split: Split) -> str:
        """Who is split off; from now on the label leads there."""
        part = f"{self._normal(split.name)} {name_key(split.whose)}"
        told_apart = self._is_told_apart(split.name)
        self._labels.setdefault((_accented if told_apart else name_key)(split.label), part)
        return part

    def _taken_names(self, printed: Iterable[str]) -> frozenset[tuple[str, str]]:
        """The renames to what somebody else is called, or is to be called: they join nobody.

        And those of nobody, so that no chain leads over them.
        """
        self._normals = {key: self._printed(key) for key in printed}
        chains = self._chains(self._same)
        bearers = {*self._normals.values(), *self._told_apart, *self._parts.values()}
        borne = {chains.get(who, who) for who in bearers}
        called: dict[str, set[str]] = defaultdict(set)  # person → who is to be called so
        ends = {
            (left, right): tuple(chains.get(who, who) for who in map(self._normal, (left, right)))
            for left, right in self._rules.renamed
        }
        for one, other in ends.values():
            called[other] |= {one, other} & borne
        return frozenset(
            pair
            for pair, (one, other) in ends.items()
            if one not in borne or len(called[other]) > 1
        )

    def _is_told_apart(self, name: str) -> bool:
        return bool(self._told_apart) and not name.isascii() and spelled(name) in self._told_apart

    def _normal(self, name: str) -> str:
        """A name of the reader's lines: as printed, or a label of who was split off."""
        if self._labels:
            part = self._labels.get(_accented(name)) or self._labels.get(name_key(name))
            if part is not None:
                return part
        return self._printed(name)

    def _printed(self, name: str) -> str:
        """A name as articles have it, normalised."""
        if (normal := self._normals.get(name)) is not None:
            return normal
        if self._is_told_apart(name):
            return spelled(name)
        key = name_key(name)
        return key if key in self._own else normalised_name(key)

    def _is_printed(self, name: str) -> bool:
        """Whether an article has the name itself; who was split off is printed nowhere."""
        return name_key(name) not in self._labels and self._normal(name) in self._met

    def _normalised(self, pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
        return ((self._normal(one), self._normal(other)) for one, other in pairs)

    def _pair(self, one: str, other: str) -> frozenset[str]:
        return frozenset((self.whoever(one), self.whoever(other)))

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


def _accented(name: str) -> str:
    """The letters of a name with the accents that they bear."""
    return "".join(letter + accents for letter, accents in accented_letters(name)) + " "


def _length(split: Split) -> int:
    """Who is split from one who was split off has the longer label."""
    return len(split.label)


def _taken(left: str, right: str) -> str:
    why = f"{right!r} is somebody else's name, so {left!r} keeps its own"
    return f"{why}; if they are one person, say same: {left} = {right}"


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
