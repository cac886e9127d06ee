"""Copying an archive from one engine to another, without the sources."""

from collections.abc import Mapping

from indexer.engine.protocol import Engine, IndexWriter, Searcher
from indexer.errors import DamagedIndexError, LocationError
from indexer.model import MatchRequest


def migrate(origin: Engine, target: Engine) -> int:
    """Copies the documents, their originals and the tables; how many documents there were.

    Fingerprints are copied too, so that a build goes on where it was; the facts are not, since they
    lie beside an engine, not in it. Raises LocationError where the target holds an archive already.
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
