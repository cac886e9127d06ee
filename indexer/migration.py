"""An archive moves from one place to another without its sources."""

from indexer.engine.protocol import Engine
from indexer.errors import LocationError
from indexer.model import MatchRequest


def migrate(origin: Engine, target: Engine) -> int:
    """Copies every document and table into a new generation of the target; how many documents.

    The facts stay behind: the next build at the target reads the sources anew. Raises NoIndexError,
    DamagedIndexError, LockedError (both places are locked while they are copied); LocationError
    if the target holds an archive already: its history would be lost.
    """
    searcher = origin.searcher()
    with origin.writer() as holder, target.writer() as writer:
        if writer.held():
            raise LocationError("the place to copy to holds an archive already; name an empty one")
        fingerprints = holder.held()
        for document_id in searcher.stream(MatchRequest(sort="oldest")):
            document = searcher.document(document_id)
            if document is not None:
                original = searcher.original(document_id) or ""
                writer.put(document, original, fingerprints.get(document_id, ""))
        writer.set_tables(searcher.tables())
        writer.publish()
    return len(fingerprints)
