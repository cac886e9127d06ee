"""The tables of a generation, ready to be asked: persons by id and name, where a document went."""

from collections.abc import Mapping

from indexer.identity import name_key
from indexer.model import ArchiveTables, Document, GoneDocument, MentionKind, Person, RetiredPassage


class Register:
    """Immutable; every look-up is of constant time."""

    def __init__(self, tables: ArchiveTables) -> None:
        self.tables = tables
        self.persons = tuple(sorted(tables.persons, key=_by_rank))
        self._by_id = {person.id: person for person in tables.persons}
        self._by_name: dict[str, list[Person]] = {}
        for person in self.persons:
            for key in {name_key(name) for name in (person.name, *person.aliases)}:
                self._by_name.setdefault(key, []).append(person)

    def id_of(self, person_id: str) -> str:
        """The id that this one leads to; itself where it leads nowhere."""
        if person_id in self._by_id:
            return person_id
        return follow(self.tables.person_redirects, person_id) or person_id

    def person(self, person_id: str) -> Person | None:
        """The person of this id, or of whom it was an id."""
        return self._by_id.get(self.id_of(person_id))

    def persons_named(self, name: str) -> tuple[Person, ...]:
        """Persons with this name or alias, folded; most documents first, then by name."""
        return tuple(self._by_name.get(name_key(name), ()))

    def person_id_here(self, document_id: str, key: str) -> str:
        """The id of the person whom a name key means in a document; "" is nobody."""
        here = self.tables.person_here.get((document_id, key))
        return self.tables.person_of.get(key, "") if here is None else here

    def persons_in(self, document: Document) -> tuple[Person, ...]:
        """The persons of a document's names, in the order of the names, each once."""
        ids = (self.person_id_here(document.id, key) for key in person_keys(document))
        persons = (self._by_id.get(id_) for id_ in dict.fromkeys(ids))
        return tuple(person for person in persons if person is not None)

    def redirect(self, document_id: str) -> str | None:
        """The id that a moved document has now."""
        return follow(self.tables.document_redirects, document_id)

    def retired(self, document_id: str) -> tuple[RetiredPassage, ...]:
        """The passages that a document once had."""
        return tuple(self.tables.retired.get(document_id, ()))

    def gone(self, document_id: str) -> GoneDocument | None:
        """What is known of a document that is not there any more."""
        return self.tables.gone.get(document_id)


def person_keys(document: Document) -> tuple[str, ...]:
    """The name keys of a document's persons, in order, each once."""
    return tuple(
        dict.fromkeys(name.key for name in document.names if name.kind is MentionKind.PERSON)
    )


def follow(redirects: Mapping[str, str], start: str) -> str | None:
    """Where a chain of redirects ends; None: it has no first step. A circle ends somewhere."""
    seen = {start}
    place = start
    while (after := redirects.get(place)) is not None and after not in seen:
        seen.add(after)
        place = after
    return place if place != start else None


def _by_rank(person: Person) -> tuple[int, str, str]:
    return -person.documents, person.name, person.id
