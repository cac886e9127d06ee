"""Taking documents down for good: the text leaves everything that is stored, the reason stays."""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from pathlib import Path

from indexer.engine.protocol import Engine
from indexer.errors import UnknownDocumentError
from indexer.facts import FactsStore, TakenDown
from indexer.pipeline.build import finish
from indexer.pipeline.corrected import read_corrected
from indexer.pipeline.entries_file import EntriesFile
from indexer.pipeline.index_state import IndexState, open_index
from indexer.pipeline.publishing import Publication
from indexer.pipeline.sources import Plan
from indexer.pipeline.taking_out import take_out


def remove(ids: Sequence[str], why: str, engine: Engine, facts: Path) -> None:
    """Takes the documents out of index, facts and older generations.

    Indexing them again, or the same bytes under another id, does not bring them back. Raises
    UnknownDocumentError and LockedError: nothing was changed. Broken off, it is completed by the
    next run of remove or build. Documents of the index that the facts do not know stay in it.
    """
    with FactsStore(facts) as store:
        known = bool(store.acknowledged)
        with open_index(engine, rebuild=False, trial=False, has_facts=known) as index:
            index.recall_into(store)
            _check(ids, store, index)
            today = datetime.now(UTC).date().isoformat()
            for id_ in ids:
                store.history.take_down(TakenDown(id_, why, today, store.history.hash_of(id_)))
            store.commit()
            _publish(store, index, EntriesFile(facts.parent))
        finish(store, engine)


def _publish(store: FactsStore, index: IndexState, entries: EntriesFile) -> None:
    plan = Plan((), store.presence.sources())
    corrected = read_corrected((*plan.corrections, *store.presence.corrections_files()))
    store.presence.begin((), plan.missing)
    store.presence.decide()
    wanted = {document.id for document in store.presence.wanted()}
    taken = {each.id for each in store.history.taken_down()}
    if index.searcher and index.writer and index.held.keys() - wanted - taken:
        # The facts are lost, or of another time: what they say of the rest counts for nothing.
        held = taken & index.held.keys()
        take_out(held, index.searcher, index.writer, store.history)
        entries.forget()
    else:
        Publication(store, index, corrected, entries, prune=True).publish()
    store.commit()


def _check(ids: Sequence[str], store: FactsStore, index: IndexState) -> None:
    known: Collection[str] = {*index.held, *store.history.gone(), *store.history.remembered()}
    unknown = store.presence.not_present([id_ for id_ in ids if id_ not in known])
    if unknown:
        raise UnknownDocumentError(
            f"there is no document {', '.join(unknown)}; nothing was removed. "
            "The id stands in a document's address, /documents/ID"
        )
