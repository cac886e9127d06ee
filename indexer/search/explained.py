"""Why somebody of the register is, or is not, one person: names joined, and lines of the reader."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from indexer.archive import is_one_edit_apart, skeletons
from indexer.corrections import Corrections, PersonLine, person_lines
from indexer.engine.protocol import Searcher
from indexer.identity import name_key, person_id
from indexer.model import ArchiveTables, Form, Person
from indexer.persons import normalised_name
from indexer.search.persons import find_persons

MOST_NEAR = 5
_OF_ONE = frozenset(("hide", "confirm", "rename"))  # not of who was split from them
_MOST_SPLITS = 1_000  # articles of a split person that are counted


@dataclass(frozen=True, slots=True)
class JoinedName:
    """A full name that some article has, and why it is this person."""

    name: str  # as printed; its key where the form is too rare to be kept
    why: str


@dataclass(frozen=True, slots=True)
class Part:
    """A person whom the reader split from another of the same name."""

    person: str  # id
    name: str
    documents: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that made a name a person, or nobody."""

    name: str  # as asked for, where there is no person
    person: Person | None  # None: nobody
    joined: tuple[JoinedName, ...] = ()
    short_forms: tuple[Form, ...] = ()  # each joined to the full name inside its articles
    parts: tuple[Part, ...] = ()  # of the same name, and split from this person
    lines: tuple[PersonLine, ...] = ()  # of the reader, about this person
    idle: tuple[PersonLine, ...] = ()  # lines about the name that no article has
    conflicts: tuple[str, ...] = ()  # lines that do not apply, with file and line


def explain(searcher: Searcher, name: str, corrections: Corrections) -> tuple[Explanation, ...]:
    """The persons that a name may mean, each explained; nobody, where it was dropped or is idle.

    Empty: nothing is known of the name. The corrections are those that the index was made with.
    """
    known = _Known(searcher.tables(), tuple(person_lines(corrections.persons)), corrections.errors)
    persons = filter(None, map(searcher.person, find_persons(searcher, name)))
    found = tuple(known.explain(person) for person in persons)
    nobody = known.nobody(name)
    return (*found, *([nobody] if nobody and not _is_named(name, found) else []))


def near(searcher: Searcher, name: str) -> tuple[Person, ...]:
    """Persons whose names look like one that nobody bears, the likeliest first."""
    key = name_key(name)[:200]
    words, mine = set(key.split()), set(skeletons(key.split()))
    found: list[tuple[int, Person]] = []
    for person in searcher.persons():
        keys = {name_key(form) for form in (person.name, *person.aliases)}
        likeness = max(_likeness(other, key, (words, mine)) for other in keys)
        if likeness:
            found.append((likeness, person))
    ordered = sorted(found, key=lambda each: -each[0])  # stable: of equals the most important
    return tuple(person for _, person in ordered[:MOST_NEAR])


def _likeness(other: str, key: str, mine: tuple[set[str], set[str]]) -> int:
    """How alike two keys are; 0: not at all."""
    if is_one_edit_apart(other, key):
        return 4
    words = other.split()
    if mine[1].intersection(skeletons(words)):
        return 3
    shared = mine[0].intersection(words)
    return min(2, len(shared)) if any(len(word) > 1 for word in shared) else 0


@dataclass(frozen=True, slots=True)
class _Known:
    """The tables of a generation and the reader's lines."""

    tables: ArchiveTables
    lines: Sequence[PersonLine]
    errors: Sequence[str]

    def explain(self, person: Person) -> Explanation:
        about = tuple(line for line in self.lines if self._is_about(line, person))
        names = {name_key(name) for name in (person.name, *(f.text for f in person.forms))}
        full = {key for key, id_ in self.tables.person_of.items() if id_ == person.id}
        full |= {key for (_, key), id_ in self.tables.person_here.items() if id_ == person.id}
        forms = (*reversed(person.forms), Form(person.name, person.documents))
        printed = {name_key(form.text): form.text for form in forms}
        return Explanation(
            name=person.name,
            person=person,
            joined=tuple(
                JoinedName(printed.get(key, key), self._why(key, person, about))
                for key in sorted(full)
            ),
            short_forms=tuple(form for form in person.forms if name_key(form.text) not in full),
            parts=tuple(self._parts(person)),
            lines=about,
            conflicts=self._conflicts(names | {name for line in about for name in _keys(line)}),
        )

    def nobody(self, name: str) -> Explanation | None:
        """What the reader said of a name that is nobody's; None: nothing."""
        wanted = normalised_name(name)
        about = [line for line in self.lines if wanted in map(normalised_name, line.names)]
        dropped = tuple(line for line in about if line.verb == "drop")
        conflicts = self._conflicts({name_key(name)})
        if not about and not conflicts:
            return None
        idle = tuple(line for line in about if line not in dropped)
        return Explanation(name, None, lines=dropped, idle=idle, conflicts=conflicts)

    def _is_about(self, line: PersonLine, person: Person) -> bool:
        shown = name_key(person.name)
        with_parts = line.verb not in _OF_ONE
        return any(
            name_key(name) == shown or person.id in self._ids(name, with_parts=with_parts)
            for name in line.names
        )

    def _ids(self, name: str, *, with_parts: bool) -> set[str]:
        """The persons to whom a name as typed leads; with those who were split from them."""
        id_ = person_id(normalised_name(name))
        key = name_key(name)
        found = {id_, self.tables.person_redirects.get(id_, ""), self.tables.person_of.get(key, "")}
        here = self.tables.person_here if with_parts else {}
        found |= {there for (_, other), there in here.items() if other == key}
        return found - {""}

    def _why(self, key: str, person: Person, about: Iterable[PersonLine]) -> str:
        normal = normalised_name(key)
        if key == name_key(person.name):
            return "the name shown"
        said = [
            line
            for line in about
            if line.verb in ("same", "rename") and normalised_name(line.names[0]) == normal
        ]
        if said:
            return f"{said[0].place} {said[0].text}"
        if self.tables.person_of.get(key) != person.id:
            said = [line for line in about if line.verb == "split"]
            if said:
                return f"in some articles; {said[0].place} {said[0].text}"
        if person_id(normal) == person.id:
            return "the same full name, but for titles, accents, capitals and punctuation"
        return "another line leads there; see the lines below"

    def _parts(self, person: Person) -> Iterator[Part]:
        """The others who bear one of the person's full names, in some of its articles."""
        mine = {key for key, id_ in self.tables.person_of.items() if id_ == person.id}
        here = self.tables.person_here.items()
        others = Counter(id_ for (_, key), id_ in here if key in mine and id_ and id_ != person.id)
        names = {one.id: one for one in self.tables.persons if one.id in others}
        for id_ in sorted(others):
            if id_ in names:
                yield Part(id_, names[id_].name, others[id_])

    def _conflicts(self, keys: Iterable[str]) -> tuple[str, ...]:
        """The lines that do not apply and hold one of the names in full."""
        sought = [f" {key} " for key in keys if key]
        return tuple(
            error for error in self.errors if any(key in f" {name_key(error)} " for key in sought)
        )


def _keys(line: PersonLine) -> Iterator[str]:
    yield from map(name_key, line.names)


def _is_named(name: str, found: Sequence[Explanation]) -> bool:
    """Whether a person of this very name is among them: then it is not nobody's."""
    key = name_key(name)
    persons = [one.person for one in islice(found, _MOST_SPLITS) if one.person]
    forms = (form.text for person in persons for form in person.forms)
    return any(name_key(form) == key for form in (*(one.name for one in persons), *forms))
