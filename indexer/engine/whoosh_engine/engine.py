"""The Whoosh engine: a folder of generations, read and written without a server."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from indexer.engine.generations import Generations
from indexer.engine.protocol import Damage
from indexer.engine.whoosh_engine.checks import check_generation
from indexer.engine.whoosh_engine.searcher import WhooshSearcher
from indexer.engine.whoosh_engine.stored import open_generation, open_segments, read_tables
from indexer.engine.whoosh_engine.writer import WhooshWriter
from indexer.errors import DamagedIndexError


class WhooshEngine:
    """See Engine for the contract."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._generations = Generations(folder)

    def current(self) -> str | None:
        """The name of the published generation; None: there is none. Raises DamagedIndexError."""
        return self._generations.current()

    def searcher(self) -> WhooshSearcher:
        """The current generation. Raises NoIndexError, DamagedIndexError, IndexVersionError."""
        while True:
            generation = open_generation(self._generations)
            try:
                segments = open_segments(generation)
                return WhooshSearcher(generation.name, segments, read_tables(generation))
            except (FileNotFoundError, DamagedIndexError):
                # A newer generation may have been published and this one removed meanwhile.
                if self.current() == generation.name:
                    raise

    def writer(self, *, from_scratch: bool = False) -> WhooshWriter:
        """The one writer. Raises LockedError, which names who holds the lock.

        Unless from_scratch it also raises DamagedIndexError and IndexVersionError.
        """
        return WhooshWriter(self.folder, from_scratch=from_scratch)

    def check(self, *, deep: bool = False) -> tuple[Damage, ...]:
        """Everything wrong with what is stored; empty: it is whole. Raises NoIndexError."""
        return tuple(self._check(deep=deep))

    def forget(self, document_ids: Sequence[str]) -> None:
        """Removes the text of deleted documents from the disk, older generations included.

        Documents that are not deleted stay as they are. Raises what writer() raises.
        """
        if self.current() is None:
            return
        with WhooshWriter(self.folder, expunged=document_ids) as writer:
            self._generations.prune(1, writer.publish())

    def _check(self, *, deep: bool) -> Iterator[Damage]:
        found = list(self._generations.check())
        yield from found
        if deep and not found:
            yield from check_generation(open_generation(self._generations))
