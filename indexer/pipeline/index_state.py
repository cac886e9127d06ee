"""The index that a build changes: what the published generation holds, and the one writer."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from indexer.engine.protocol import Engine, IndexWriter, Searcher
from indexer.errors import DamagedIndexError, IndexVersionError, NoIndexError
from indexer.facts import FactsStore
from indexer.model import Document


@dataclass(frozen=True, slots=True)
class IndexState:
    """An index, open for a build."""

    held: Mapping[str, str]  # document id → fingerprint, as published
    generation: str | None  # as published; None: nothing is
    searcher: Searcher | None  # of the published generation, where it can be read
    writer: IndexWriter | None  # None: on trial
    from_scratch: bool  # the writer holds nothing yet
    notes: tuple[str, ...] = ()

    def published(self, document_id: str) -> Document | None:
        """The document as readers see it now."""
        return self.searcher.document(document_id) if self.searcher else None

    def recall_into(self, facts: FactsStore) -> None:
        """What the generation remembers goes on being remembered by facts that never made one.

        Such facts are new: the archive was copied here without them, or they were lost.
        """
        if self.searcher and not facts.acknowledged:
            facts.history.recall(self.searcher.tables())
            facts.commit()


@contextmanager
def open_index(
    engine: Engine, *, rebuild: bool, trial: bool, has_facts: bool
) -> Iterator[IndexState]:
    """The index, for as long as the build lasts; leaving it abandons what was not published.

    An index of another format is built from scratch if its facts are there. Raises LockedError;
    unless it is to be rebuilt, DamagedIndexError, and IndexVersionError where there are no facts.
    """
    generation = engine.current()
    with ExitStack() as stack:
        held, notes = _held(engine, rebuild, has_facts) if generation else ({}, ())
        from_scratch = rebuild or bool(notes)
        searcher = _searcher(engine) if generation else None
        if searcher:
            stack.callback(searcher.close)
        writer = None if trial else stack.enter_context(engine.writer(from_scratch=from_scratch))
        yield IndexState(held, generation, searcher, writer, from_scratch, notes)


def _held(
    engine: Engine, rebuild: bool, has_facts: bool
) -> tuple[Mapping[str, str], tuple[str, ...]]:
    """What is published, and a note if it cannot be gone on with."""
    try:
        with engine.writer() as writer:
            return dict(writer.held()), ()
    except IndexVersionError as error:
        if not rebuild and not has_facts:
            raise
        return {}, (f"{error} (done now, from the facts)",)
    except DamagedIndexError:
        if not rebuild:
            raise
        return {}, ()


def _searcher(engine: Engine) -> Searcher | None:
    try:
        return engine.searcher()
    except (NoIndexError, DamagedIndexError, IndexVersionError):
        return None  # its documents cannot be read: their passages are not retired, that is all
