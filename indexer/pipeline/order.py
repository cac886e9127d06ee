"""What a build is asked, what it tells while it works, and what it reports at its end."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from indexer.model import Rejected

DEFAULT_SOURCE = Path("seeds")


@dataclass(frozen=True, slots=True)
class BuildOrder:
    """What `pressmark index` was told."""

    facts: Path  # the SQLite file; for an index in a folder: facts.sqlite in it
    sources: tuple[Path, ...] = ()  # (): all that are remembered, else seeds/
    jobs: int = 1  # processes that clean; 1: this one, without a time bound
    rebuild: bool = False  # the index from nothing; facts that still hold are used
    no_clean: bool = False  # the text is clean already
    prune: bool = False  # more than a tenth of the archive may be removed
    dry_run: bool = False  # says what would be done, writes nothing
    corrections: tuple[Path, ...] = ()  # besides corrections.txt; (): those named last


Step = Literal["reading", "comparing", "writing", "publishing"]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build is."""

    step: Step
    done: int  # inputs read, then documents
    total: int | None = None  # None: not known before the SOURCEs are read
    place: str = ""  # what was just done


Tell: TypeAlias = Callable[[Progress], None]


def tell_nobody(progress: Progress) -> None:
    """What hears of a build where nobody listens."""


@dataclass(frozen=True, slots=True)
class NoArticleAt:
    """A page that was read and holds no article."""

    place: str  # as the reader would type it
    name: str | None  # the source's own id, where that is not its path: an address, a record's id
    reason: str
    new: bool  # it was not known from an earlier run


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did. A document counts once: as added, updated or unchanged."""

    added: int = 0
    updated: int = 0  # its source, or a correction that applies to it, or the cleaner changed
    unchanged: int = 0
    removed: int = 0
    not_an_article: int = 0
    rejected: tuple[Rejected, ...] = ()
    no_articles: tuple[NoArticleAt, ...] = ()  # each of not_an_article, in the order of the SOURCEs
    notes: tuple[str, ...] = ()  # errors of corrections, moved: lines to copy
    wrong_lines: int = 0  # of corrections, that do not apply; each is named in notes
    seconds: float = 0.0
    generation: str | None = None  # that is current now; None: there is none

    @property
    def read(self) -> int:
        """How many inputs were looked at."""
        documents = self.added + self.updated + self.unchanged
        return documents + self.not_an_article + len(self.rejected)

    def sentence(self) -> str:
        """The line with which the command ends."""
        counts = (
            f"{self.added:,} added, {self.updated:,} updated, {self.unchanged:,} unchanged, "
            f"{self.removed:,} removed, {self.not_an_article:,} not an article, "
            f"{len(self.rejected):,} rejected"
        )
        speed = self.read / self.seconds if self.seconds else 0.0
        return f"{counts}; {self.seconds:.1f} s, {speed:,.0f} documents/s"
