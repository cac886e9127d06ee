"""The register: everybody whom the archive's articles name, each once.

Names are joined where their normalised forms are alike, and on nothing else: one spelling is a
name, and that two of them are one person is the reader's to say (corrections). What looks alike is
suggested. The register depends on the articles and the rules alone, never on their order.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from indexer.archive.decisions import Decisions, PersonRules, Unmatched
from indexer.archive.likeness import suggest
from indexer.identity import person_id
from indexer.model import Document, Person

NOBODY = ""
MOST_ALIASES = 20  # of one person; the rarest forms beyond them are not kept


class NamedHere(NamedTuple):
    """A name as one article has it."""

    key: str
    text: str
    mentions: int
    forms: tuple[str, ...] = ()  # as printed in the mentions, each once


class Entry(NamedTuple):
    """What the register needs to know of one article."""

    document: str  # its id
    source: str | None
    published: str | None
    names: tuple[NamedHere, ...]


@dataclass(frozen=True, slots=True)
class Register:
    """The persons, most documents first, and how names and old ids lead to them."""

    persons: tuple[Person, ...] = ()
    person_of: Mapping[str, str] = field(default_factory=dict)  # name key → person id, "": nobody
    # (document id, name key) → person id, where it differs from person_of
    person_here: Mapping[tuple[str, str], str] = field(default_factory=dict)
    person_redirects: Mapping[str, str] = field(default_factory=dict)  # other id → person id
    unmatched: tuple[Unmatched, ...] = ()  # rules about somebody whom nobody names, in order


@dataclass(slots=True)
class _Counted:
    """The sums over all articles; a person is known by their normalised name."""

    documents: Counter[str] = field(default_factory=Counter)
    mentions: Counter[str] = field(default_factory=Counter)
    texts: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    forms: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    person_of: dict[str, str] = field(default_factory=dict)
    person_here: dict[tuple[str, str], str] = field(default_factory=dict)


def register_entry(document: Document) -> Entry:
    """What the register needs to know of a document."""
    texts = {passage.id: passage.text for passage in document.passages} | {"title": document.title}
    names = tuple(
        NamedHere(
            name.key,
            name.text,
            len(name.mentions),
            tuple(sorted({texts[m.passage][slice(*m.span)] for m in name.mentions})),
        )
        for name in document.names
    )
    published = document.published.date if document.published else None
    return Entry(document.id, document.source, published, names)


def build_register(entries: Iterable[Entry], rules: PersonRules) -> Register:
    """The register of all articles under the reader's rules."""
    decisions = Decisions(rules)
    counted = _count(entries, decisions)
    persons = sorted(
        (_person(who, counted, decisions) for who in counted.documents),
        key=lambda person: (-person.documents, person.name, person.id),
    )
    return Register(
        persons=suggest(persons, decisions.are_apart),
        person_of=counted.person_of,
        person_here=counted.person_here,
        person_redirects=_redirects(counted, decisions, {person.id for person in persons}),
        unmatched=tuple(sorted(set(decisions.unmatched()))),
    )


def _count(entries: Iterable[Entry], decisions: Decisions) -> _Counted:
    counted = _Counted()
    for entry in entries:
        here = set()
        for name in entry.names:
            usual = decisions.person_of(name.key)
            if name.key not in counted.person_of:
                counted.person_of[name.key] = _id(usual)
            who = decisions.person_in(name.key, entry.document, entry.source, entry.published)
            if who != usual:
                counted.person_here[entry.document, name.key] = _id(who)
            if who == NOBODY:
                continue
            counted.mentions[who] += name.mentions
            counted.texts[who][name.text] += 1
            counted.forms[who].update(name.forms)
            here.add(who)
        counted.documents.update(here)
    return counted


def _id(who: str) -> str:
    return person_id(who) if who else NOBODY


def _person(who: str, counted: _Counted, decisions: Decisions) -> Person:
    texts = counted.texts[who]
    name = decisions.name_of(who) or _best(texts)
    others = counted.forms[who] + texts
    others.pop(name, None)
    aliases = sorted(others, key=lambda form: (-others[form], form))[:MOST_ALIASES]
    return Person(
        id=_id(who),
        name=name,
        aliases=tuple(aliases),
        documents=counted.documents[who],
        mentions=counted.mentions[who],
        confirmed=who in decisions.confirmed,
        hidden=who in decisions.hidden,
    )


def _best(texts: Counter[str]) -> str:
    """The form printed in most articles, one that is not all capitals before one that is."""
    return min(texts, key=lambda text: (text.isupper(), -texts[text], -len(text), text))


def _redirects(counted: _Counted, decisions: Decisions, ids: set[str]) -> dict[str, str]:
    """The ids of all other forms of a person's name, as far as nobody else bears them."""
    leads = {_id(key): person for key, person in counted.person_of.items() if person}
    leads |= {_id(other): _id(who) for other, who in decisions.joined.items()}
    return {other: who for other, who in leads.items() if other not in ids and who in ids}
