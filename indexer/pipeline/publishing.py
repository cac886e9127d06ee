"""From the facts to a generation: what differs is put, what is not wanted is deleted, all at once.

History is kept before the generation is published: after a crash between the two the next run finds
it there, and takes back what did not happen (History.is_back).
"""

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from indexer.archive import Entry, Unmatched, build_register, register_entry
from indexer.errors import TooMuchRemovedError
from indexer.facts import SOURCE_GONE, FactsStore
from indexer.identity import document_id
from indexer.pipeline.corrected import Corrected
from indexer.pipeline.derivation import (
    Derived,
    counts_as_unchanged,
    derive,
    is_same_document,
    learn,
)
from indexer.pipeline.index_state import IndexState
from indexer.pipeline.order import Progress, Tell
from indexer.pipeline.tables import archive_tables

LARGEST_SHARE_REMOVED = 0.1
# One article that vanished is an article that vanished, even where there are only five.
ALWAYS_REMOVABLE = 1


@dataclass(slots=True)
class Tally:
    """What becomes of the documents."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    removed: int = 0
    generation: str | None = None
    unmatched: tuple[Unmatched, ...] = ()  # corrections about somebody whom nobody names

    def count(self, held: str | None, fingerprint: str) -> None:
        """Counts a document that belongs in the index; held: its fingerprint in it now."""
        if held is None:
            self.added += 1
        elif counts_as_unchanged(held, fingerprint):
            self.unchanged += 1
        else:
            self.updated += 1


@dataclass(frozen=True, slots=True)
class Publication:
    """What is needed to bring an index to what the facts say. decide() was called."""

    facts: FactsStore
    index: IndexState
    corrected: Corrected
    tell: Tell
    prune: bool = False
    sweep: bool = False  # a rebuild: facts that nothing refers to go
    today: str = field(default_factory=lambda: datetime.now(UTC).date().isoformat())

    def publish(self) -> Tally:
        """Brings the index to what the facts say; on trial only counts.

        Raises TooMuchRemovedError.
        """
        wanted = frozenset(document.id for document in self.facts.presence.wanted())
        removed = sorted(self.index.held.keys() - wanted)
        self._check_removal(removed)
        state = self._state()
        if state == self.facts.acknowledged and not self.index.from_scratch:
            self._settle()
            return Tally(unchanged=len(wanted), generation=self.index.generation)
        tally = Tally(removed=len(removed), generation=self.index.generation)
        register = build_register(self._write(tally, len(wanted)), self.corrected.persons)
        tally.unmatched = register.unmatched
        self._delete(removed)
        self._settle()
        if self.index.writer is not None:
            history, moved = self.facts.history, self.corrected.moved
            self.index.writer.set_tables(archive_tables(register, history, moved, wanted))
            self.tell(Progress("publishing", len(wanted), len(wanted)))
            tally.generation = self.index.writer.publish()
            self.facts.acknowledge(self._state(tally.generation))
        return tally

    def _write(self, tally: Tally, total: int) -> Iterator[Entry]:
        """Puts what differs, and hands every document on to the register."""
        self.tell(Progress("comparing", 0, total))
        derivation = learn(self.facts.presence, self.corrected.added, self.corrected.block_rules)
        remembered = self.facts.history.remembered()
        for number, (wanted, stored) in enumerate(self.facts.presence.wanted_with_documents(), 1):
            derived = derive(wanted, stored, derivation)
            held = self.index.held.get(wanted.id)
            tally.count(held, derived.fingerprint)
            differs = held is None or not is_same_document(held, derived.fingerprint)
            if differs:
                self._retire(derived, known=held is not None)
            if wanted.id in remembered:
                self.facts.history.is_back(derived.document)
            if differs or self.index.from_scratch:
                self._put(derived, wanted.key)
            self.tell(Progress("writing", number, total, wanted.place))
            yield register_entry(derived.document)

    def _put(self, derived: Derived, key: str) -> None:
        if self.index.writer is not None:
            original = self.facts.original(key)
            self.index.writer.put(derived.document, original, derived.fingerprint)

    def _retire(self, derived: Derived, *, known: bool) -> None:
        """Keeps the passages that readers see now and will not see any more."""
        old = self.index.published(derived.document.id) if known else None
        if old is not None:
            kept = {passage.id for passage in derived.document.passages}
            gone = [passage for passage in old.passages if passage.id not in kept]
            self.facts.history.retire(old.id, gone, self.today)

    def _delete(self, removed: Collection[str]) -> None:
        reasons = self.facts.presence.unarticled()
        taken = {each.id for each in self.facts.history.taken_down()}
        for id_ in removed:
            if self.index.writer is not None and not self.index.from_scratch:
                self.index.writer.delete(id_)
            if id_ not in taken:
                why, old = reasons.get(id_, SOURCE_GONE), self.index.published(id_)
                if old is not None:
                    self.facts.history.bury(old, why, self.today)
                else:
                    self.facts.history.bury_unknown(id_, why, self.today)

    def _settle(self) -> None:
        self.facts.history.expect(self.facts.presence.moves())
        self.facts.presence.settle(sweep=self.sweep)
        self.facts.commit()

    def _check_removal(self, removed: Collection[str]) -> None:
        """What an earlier run was allowed to remove, and a crash kept it from, counts no more."""
        if self.prune:
            return
        history, presence = self.facts.history, self.facts.presence
        moved = (document_id(move.old) for move in presence.moves())
        old = frozenset((*history.gone(), *moved))  # what moved is still in the archive
        new = [id_ for id_ in removed if id_ not in old]
        unknown = presence.not_present(new)
        if unknown:
            raise TooMuchRemovedError(
                f"{len(unknown)} documents of the index are in no SOURCE that the facts know "
                f"(the first: {unknown[0]}): the facts were lost, or are of another index. Name "
                "every SOURCE of the archive; to remove these documents, add --prune"
            )
        if len(new) > max(ALWAYS_REMOVABLE, LARGEST_SHARE_REMOVED * len(self.index.held)):
            raise TooMuchRemovedError(
                f"this run would remove {len(new)} of {len(self.index.held)} documents (the first: "
                f"{new[0]}), more than a tenth; nothing is changed. Are all files there? To remove "
                "them, add --prune"
            )

    def _state(self, generation: str | None = None) -> str:
        """All that the generation is made from, in one digest: the same, and nothing is to do."""
        digest = hashlib.sha256()
        for part in (generation or self.index.generation, *self.corrected.versions):
            digest.update(f"{part}\n".encode("utf8", "surrogatepass"))
        for taken in self.facts.history.taken_down():
            digest.update(f"{taken.id}\n".encode("utf8", "surrogatepass"))
        for wanted in self.facts.presence.wanted():
            line = f"{wanted.id}\0{wanted.key}\0{wanted.place}\n"
            digest.update(line.encode("utf8", "surrogatepass"))
        return digest.hexdigest()
