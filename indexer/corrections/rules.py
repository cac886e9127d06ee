"""What the lines of corrections.txt come to: frozen rules, each with the place where it stands."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from indexer.model import BlockRule


@dataclass(frozen=True, slots=True)
class NameRule:
    """drop, add, hide, confirm: something about one name."""

    name: str
    place: str  # file:line


@dataclass(frozen=True, slots=True)
class PairRule:
    """same, not-same, rename: something about two names; moved: about two ids of a source."""

    left: str
    right: str
    place: str


@dataclass(frozen=True, slots=True)
class SplitRule:
    """In the articles for which all that is given holds the name is somebody else."""

    name: str
    place: str
    source: str | None = None  # the outlet
    document: str | None = None  # id, source's own id or place, as typed
    first: str | None = None  # published, inclusive; YYYY[-MM[-DD]]
    last: str | None = None


@dataclass(frozen=True, slots=True)
class AliasRule:
    """Other words for the same, for searching."""

    name: str
    others: tuple[str, ...]
    place: str


@dataclass(frozen=True, slots=True)
class PersonRules:
    """What was decided about persons; names as typed, no line contradicting another.

    A name is the left of at most one other name in same and renames together, and these never run
    in a circle: so each chain has one end, and that is the person.
    """

    same: tuple[PairRule, ...] = ()  # the left is the right
    not_same: tuple[PairRule, ...] = ()
    splits: tuple[SplitRule, ...] = ()
    drops: tuple[NameRule, ...] = ()  # not a person
    adds: tuple[NameRule, ...] = ()  # a person that was missed
    renames: tuple[PairRule, ...] = ()  # the left is to be called the right
    hides: tuple[NameRule, ...] = ()  # kept out of the facet
    confirms: tuple[NameRule, ...] = ()  # one person and no more bears the name

    def places(self) -> dict[tuple[str, str], tuple[str, ...]]:
        """Verb and name as typed → file:line of each line about it that needs somebody so named.

        same: and rename: are about their left; the right may be printed nowhere.
        """
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for verb, name, place in self._about():
            found[verb, name].append(place)
        return {about: tuple(places) for about, places in found.items()}

    def _about(self) -> Iterator[tuple[str, str, str]]:
        for verb, pairs in (("same", self.same), ("rename", self.renames)):
            yield from ((verb, pair.left, pair.place) for pair in pairs)
        for pair in self.not_same:
            yield from (("not-same", name, pair.place) for name in (pair.left, pair.right))
        yield from (("split", split.name, split.place) for split in self.splits)
        for verb, rules in (
            ("drop", self.drops),
            ("add", self.adds),
            ("hide", self.hides),
            ("confirm", self.confirms),
        ):
            yield from ((verb, rule.name, rule.place) for rule in rules)


@dataclass(frozen=True, slots=True)
class Corrections:
    """All corrections of an archive. They apply to the whole of it, whatever file they stand in."""

    errors: tuple[str, ...] = ()  # "file:line: what, which value, what to do"
    persons: PersonRules = field(default=PersonRules())
    block_rules: tuple[BlockRule, ...] = ()
    moved: Mapping[str, str] = field(default_factory=dict)  # a source's old id → the one of today
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class PersonLine(NamedTuple):
    """A line about persons, as it may be repeated to the reader."""

    place: str  # file:line
    verb: str
    text: str
    names: tuple[str, ...]  # that it is about, as typed


def person_lines(rules: PersonRules) -> Iterator[PersonLine]:
    """Every line about persons that applies, by verb."""
    for verb, between, pairs in (
        ("same", "=", rules.same),
        ("not-same", "|", rules.not_same),
        ("rename", "=", rules.renames),
    ):
        for pair in pairs:
            text = f"{verb}: {pair.left} {between} {pair.right}"
            yield PersonLine(pair.place, verb, text, (pair.left, pair.right))
    for split in rules.splits:
        text = f"split: {split.name} | {_conditions(split)}"
        yield PersonLine(split.place, "split", text, (split.name,))
    for verb, named in (
        ("drop", rules.drops),
        ("add", rules.adds),
        ("hide", rules.hides),
        ("confirm", rules.confirms),
    ):
        for one in named:
            yield PersonLine(one.place, verb, f"{verb}: {one.name}", (one.name,))


def _conditions(split: SplitRule) -> str:
    given = (
        ("source", split.source),
        ("document", split.document),
        ("from", split.first),
        ("to", split.last),
    )
    return " | ".join(f"{field} {value}" for field, value in given if value)
