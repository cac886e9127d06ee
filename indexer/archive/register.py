"""The register: everybody whom the archive's articles name, each once.

Names are joined where their normalised forms are alike, and on nothing else: one spelling is a
name, and that two of them are one person is the reader's to say (corrections). What looks alike is
suggested. The register depends on the articles and the rules alone, never on their order.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from indexer.archive.accents import told_apart
from indexer.archive.company import Company
from indexer.archive.decisions import NOBODY, Decisions, PersonRules, Unmatched
from indexer.archive.entries import Entry
from indexer.archive.likeness import Known, suggest
from indexer.identity import document_id, name_key, person_id
from indexer.model import Form, Person

MOST_ALIASES = 20  # of one person; the rarest forms beyond them are not kept


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

    articles: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    named_in: list[tuple[str, ...]] = field(default_factory=list)  # article → who
    mentions: Counter[str] = field(default_factory=Counter)
    texts: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    forms: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    person_of: dict[str, str] = field(default_factory=dict)
    person_here: dict[tuple[str, str], str] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=lambda: {NOBODY: NOBODY})  # who → person id

    def id_of(self, who: str) -> str:
        """The person id; it takes ten times as long to make as to look up."""
        if who not in self.ids:
            self.ids[who] = _id(who)
        return self.ids[who]


def build_register(entries: Iterable[Entry], rules: PersonRules) -> Register:
    """The register of all articles under the reader's rules."""
    ordered = sorted(entries, key=attrgetter("document"))
    texts = {name.text for entry in ordered for name in entry.names}
    keys = {name.key for entry in ordered for name in entry.names} if rules.renamed else ()
    decisions = Decisions(rules, told_apart(texts), keys)
    counted = _count(ordered, decisions)
    known = sorted(
        (Known(who, _person(who, counted, decisions)) for who in counted.articles),
        key=lambda one: (-one.person.documents, one.person.name, one.person.id),
    )
    company = Company(ordered, counted.articles, counted.named_in)
    return Register(
        persons=suggest(known, decisions.are_apart, company),
        person_of=counted.person_of,
        person_here=counted.person_here,
        person_redirects=_redirects(counted, decisions, {one.person.id for one in known}),
        unmatched=tuple(sorted(set(decisions.unmatched()))),
    )


def _count(entries: Sequence[Entry], decisions: Decisions) -> _Counted:
    counted = _Counted()
    for place, entry in enumerate(entries):
        here: dict[str, set[str]] = {}  # who → the forms in this article
        for name in entry.names:
            usual = counted.person_of.get(name.key)
            if usual is None:
                usual = counted.person_of[name.key] = counted.id_of(decisions.person_of(name.key))
            who = decisions.person_in(entry, name)
            if (id_ := counted.id_of(who)) != usual:
                counted.person_here[entry.document, name.key] = id_
            if who == NOBODY:
                continue
            counted.mentions[who] += name.mentions
            counted.texts[who][name.text] += 1
            forms = here.get(who)
            if forms is None:
                forms = here[who] = set()
            forms.update(name.forms)
            forms.add(name.text)
        for who, forms in here.items():
            counted.articles[who].append(place)
            printed = counted.forms[who]
            for form in forms:  # Counter.update is slower for so few
                printed[form] += 1
        counted.named_in.append(tuple(here))
    return counted


def _id(who: str) -> str:
    """The id of a person; a name told apart by its accents has a digest of them in it."""
    return person_id(who) if who == name_key(who) else document_id(who)


def _person(who: str, counted: _Counted, decisions: Decisions) -> Person:
    printed = counted.forms[who]
    name = decisions.name_of(who) or _best(counted.texts[who])
    ordered = sorted(printed, key=lambda form: (-printed[form], form))
    others = [form for form in ordered if form != name][:MOST_ALIASES]
    return Person(
        id=counted.id_of(who),
        name=name,
        aliases=tuple(others),
        documents=len(counted.articles[who]),
        mentions=counted.mentions[who],
        confirmed=who in decisions.confirmed,
        hidden=who in decisions.hidden,
        forms=tuple(Form(form, printed[form]) for form in ordered[: MOST_ALIASES + 1]),
    )


def _best(texts: Counter[str]) -> str:
    """The form printed in most articles, one that is not all capitals before one that is."""
    if len(texts) == 1:  # of nine names in ten
        return next(iter(texts))
    return min(texts, key=lambda text: (text.isupper(), -texts[text], -len(text), text))


def _redirects(counted: _Counted, decisions: Decisions, ids: set[str]) -> dict[str, str]:
    """The ids of all other forms of a person's name, as far as nobody else bears them."""
    leads = {_id(key): person for key, person in counted.person_of.items() if person}
    leads |= {_id(other): _id(who) for other, who in decisions.joined.items()}
    return {other: who for other, who in leads.items() if other not in ids and who in ids}
