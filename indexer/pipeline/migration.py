"""Copying an archive from one engine to another, without the sources."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from indexer.engine.protocol import Engine, IndexWriter, Searcher
from indexer.errors import DamagedIndexError, LocationError
from indexer.facts import FactsStore
from indexer.model import MatchRequest


@dataclass(frozen=True, slots=True)
class FactsPlaces:
    """Where the facts are, which lie beside an engine and not in it."""

    origin: Path  # may be missing
    target: Path


def migrate(origin: Engine, target: Engine, facts: FactsPlaces | None = None) -> int:
    """Copies the documents, their originals and the tables; how many documents there were.

    Fingerprints are copied too, so that a build goes on where it was. Of the facts only history is
    copied, and only where their places are said; what was found in the SOURCEs is read anew by the
    next build. Raises LocationError where the target holds an archive already.
    """
    if target.current() is not None:
        raise LocationError("there is an archive at TO already; nothing was copied, name another")
    with origin.writer() as lock:  # nobody writes there while we read
        fingerprints = lock.held()
        searcher = origin.searcher()
        try:
            with target.writer(from_scratch=True) as writer:
                count = _copy(searcher, writer, fingerprints)
                writer.publish()
                if facts:
                    _copy_history(searcher, facts)
        finally:
            searcher.close()
    return count


def _copy(searcher: Searcher, writer: IndexWriter, fingerprints: Mapping[str, str]) -> int:
    ids = tuple(searcher.stream(MatchRequest()))
    for id_ in ids:
        document, original = searcher.document(id_), searcher.original(id_)
        if document is None or original is None:
            raise DamagedIndexError(
                f"the document {id_} cannot be read; find out more with: pressmark check --deep"
            )
        writer.put(document, original, fingerprints[id_])
    writer.set_tables(searcher.tables())
    return len(ids)


def _copy_history(searcher: Searcher, facts: FactsPlaces) -> None:
    """What the generation remembers; from the facts what only they know: hashes of sources."""
    with FactsStore(facts.origin, trial=True) as known, FactsStore(facts.target) as store:
        for taken in known.history.taken_down():
            store.history.take_down(taken)
        store.history.recall(searcher.tables())
        store.commit()
