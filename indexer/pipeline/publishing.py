"""From the facts to a generation: what differs is put, what is not wanted is deleted, all at once.

History is kept before the generation is published: after a crash between the two the next run finds
it there, and takes back what did not happen (History.is_back).
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from indexer.archive import Entry, Unmatched, build_register, register_entry
from indexer.codec import holds_any
from indexer.errors import TooMuchRemovedError
from indexer.facts import SOURCE_GONE, FactsStore, Wanted
from indexer.identity import document_id
from indexer.pipeline.corrected import Corrected
from indexer.pipeline.derivation import (
    Derived,
    counts_as_unchanged,
    derive,
    derive_again,
    is_same_document,
    learn,
)
from indexer.pipeline.entries_file import EntriesFile, Kept, shared
from indexer.pipeline.index_state import IndexState
from indexer.pipeline.order import Progress, Tell, tell_nobody
from indexer.pipeline.state import State, state_of
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
    entries: EntriesFile
    tell: Tell = tell_nobody
    prune: bool = False
    sweep: bool = False  # a rebuild: facts that nothing refers to go
    # No SOURCE was read: what the lines about blocks say now is left to the run that reads them.
    as_read: bool = False
    today: str = field(default_factory=lambda: datetime.now(UTC).date().isoformat())

    @property
    def leaves_blocks(self) -> bool:
        """Whether lines about blocks have changed that publish() leaves to a later run."""
        before = State.read(self.facts.acknowledged)
        now = state_of(None, self.corrected, (), ())
        return self.as_read and before is not None and before.blocks != now.blocks

    def publish(self) -> Tally:
        """Brings the index to what the facts say; on trial only counts.

        Raises TooMuchRemovedError.
        """
        wanted = tuple(self.facts.presence.wanted())
        ids = frozenset(document.id for document in wanted)
        removed = sorted(self.index.held.keys() - ids)
        self._check_removal(removed)
        before, state = State.read(self.facts.acknowledged), self._state(wanted)
        if state == before and not self.index.from_scratch:
            self._settle()
            return Tally(unchanged=len(wanted), generation=self.index.generation)
        tally = Tally(removed=len(removed), generation=self.index.generation)
        kept = self._kept_entries(state, before, tally)
        entries = shared(self._write(tally, len(wanted))) if kept is None else kept
        register = build_register(entries, self.corrected.persons)
        tally.unmatched = register.unmatched
        self._delete(removed)
        # Where only persons were corrected nothing is remembered that a crash must not lose, and
        # sealing the facts of 100,000 articles takes 0.4 s.
        self._settle(durably=kept is None)
        if self.index.writer is not None:
            history, moved, alike = self.facts.history, self.corrected.moved, self.corrected.aliases
            self.index.writer.set_tables(archive_tables(register, history, moved, ids, alike))
            self.tell(Progress("publishing", len(wanted), len(wanted)))
            tally.generation = self.index.writer.publish()
            if kept is None or tally.updated:
                self.entries.write(Kept(state.documents, state.added, entries))
            self.facts.acknowledge(state.published_as(tally.generation).spelled)
        return tally

    def _kept_entries(self, state: State, before: State | None, tally: Tally) -> list[Entry] | None:
        """Who is named where, if nothing but lines about persons changed; puts what add: changes.

        None: every document has to be looked at.
        """
        if self.index.from_scratch or not state.holds_the_texts_of(before):
            return None
        kept = self.entries.read(state.documents)
        if kept is None:
            return None
        again = self._added(frozenset(kept.added) ^ frozenset(state.added))
        if again is None or not self._take_back(kept):
            return None
        for wanted, derived in again.values():
            tally.count(self.index.held.get(wanted.id), derived.fingerprint)
            self._put(derived, wanted.key)
        tally.unchanged += len(kept.entries) - len(again)
        return [
            register_entry(again[entry.document][1].document) if entry.document in again else entry
            for entry in kept.entries
        ]

    def _take_back(self, kept: Kept) -> bool:
        """What a run that crashed remembered of documents that are as they were did not happen."""
        remembered = self.facts.history.remembered()
        for entry in kept.entries:
            if entry.document in remembered:
                published = self.index.published(entry.document)
                if published is None:
                    return False
                self.facts.history.is_back(published)
        return True

    def _added(self, names: Collection[str]) -> dict[str, tuple[Wanted, Derived]] | None:
        """The documents that these names, added or added no more, change; None: nobody can tell."""
        changed: dict[str, tuple[Wanted, Derived]] = {}
        if not names:
            return changed
        sought, added = sorted(names), self.corrected.added
        for wanted, stored in self.facts.presence.wanted_with_documents():
            if holds_any(stored, sought):
                published = self.index.published(wanted.id)
                if published is None:
                    return None
                derived = derive_again(wanted, stored, published, added)
                if not is_same_document(self.index.held[wanted.id], derived.fingerprint):
                    changed[wanted.id] = wanted, derived
        return changed

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

    def _settle(self, *, durably: bool = True) -> None:
        self.facts.history.expect(self.facts.presence.moves())
        self.facts.presence.settle(sweep=self.sweep)
        if durably:
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

    def _state(self, wanted: Iterable[Wanted]) -> State:
        """All that the generation is made from: the same, and nothing is to do."""
        taken = sorted(each.id for each in self.facts.history.taken_down())
        state = state_of(self.index.generation, self.corrected, wanted, taken)
        before = State.read(self.facts.acknowledged)
        return replace(state, blocks=before.blocks) if self.as_read and before else state
