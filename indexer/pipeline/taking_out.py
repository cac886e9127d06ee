"""Documents leave an index whose facts are lost, or never were beside it: all else stays as it is.

The register is not built anew, since the reader's corrections stand beside SOURCEs that nobody
knows here: the one that was published is kept, without what only the documents taken out told.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from indexer.archive import Entry, Register, register_entry
from indexer.engine.protocol import IndexWriter, Searcher
from indexer.errors import DamagedIndexError
from indexer.facts import History
from indexer.model import ArchiveTables, MatchRequest, Person
from indexer.pipeline.tables import archive_tables


def take_out(
    ids: Collection[str], searcher: Searcher, writer: IndexWriter, history: History
) -> None:
    """Publishes a generation without these documents.

    history already holds what is remembered of them. Raises DamagedIndexError.
    """
    staying = [id_ for id_ in searcher.stream(MatchRequest()) if id_ not in ids]
    old = searcher.tables()
    register = _left_of(old, (_entry(searcher, id_) for id_ in staying))
    present = frozenset(staying)
    redirects = {a: b for a, b in old.document_redirects.items() if b in present}
    tables = archive_tables(register, history, (), present, old.aliases)
    gone = {id_: buried for id_, buried in tables.gone.items() if id_ not in redirects}
    for id_ in ids:
        writer.delete(id_)
    writer.set_tables(replace(tables, document_redirects=redirects, gone=gone))
    writer.publish()


@dataclass(slots=True)
class _Named:
    """Who is named in the documents that stay; a person is known by their id."""

    documents: Counter[str] = field(default_factory=Counter)
    mentions: Counter[str] = field(default_factory=Counter)
    forms: set[str] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)
    here: set[tuple[str, str]] = field(default_factory=set)


def _entry(searcher: Searcher, document_id: str) -> Entry:
    document = searcher.document(document_id)
    if document is None:
        raise DamagedIndexError(
            f"the document {document_id} cannot be read; find out more with: pressmark check --deep"
        )
    return register_entry(document)


def _left_of(old: ArchiveTables, entries: Iterable[Entry]) -> Register:
    named = _named(old, entries)
    persons = tuple(_person(each, named) for each in old.persons if each.id in named.documents)
    return Register(
        persons=persons,
        person_of={key: who for key, who in old.person_of.items() if key in named.keys},
        person_here={place: who for place, who in old.person_here.items() if place in named.here},
        person_redirects={
            other: who for other, who in old.person_redirects.items() if who in named.documents
        },
    )


def _named(old: ArchiveTables, entries: Iterable[Entry]) -> _Named:
    named = _Named()
    for entry in entries:
        persons = set()
        for name in entry.names:
            place = (entry.document, name.key)
            who = old.person_here.get(place, old.person_of.get(name.key, ""))
            named.keys.add(name.key)
            named.here.add(place)
            if who:
                persons.add(who)
                named.mentions[who] += name.mentions
                named.forms.update((name.text, *name.forms))
        named.documents.update(persons)
    return named


def _person(old: Person, named: _Named) -> Person:
    return replace(
        old,
        documents=named.documents[old.id],
        mentions=named.mentions[old.id],
        aliases=tuple(alias for alias in old.aliases if alias in named.forms),
        suggestions=tuple(each for each in old.suggestions if each.person in named.documents),
    )
