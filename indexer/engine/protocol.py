"""What every engine offers: one who writes generations, one who reads a generation, and the checks.

The contract in sentences is tests/indexer/engine/test_contract.py; every engine passes it as is.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, Self

from indexer.model import (
    ArchiveSummary,
    ArchiveTables,
    Document,
    FacetCount,
    FacetName,
    GoneDocument,
    Leaf,
    Matches,
    MatchRequest,
    Person,
    RetiredPassage,
)


@dataclass(frozen=True, slots=True)
class WordCount:
    """An unstemmed, folded word and the number of documents that hold it."""

    word: str
    documents: int


@dataclass(frozen=True, slots=True)
class PassageStatistics:
    """How many passages the archive has, and how many of them hold each leaf's terms."""

    passages: int
    holding: tuple[int, ...]  # one number a leaf, in the order asked


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing that is wrong with a stored index, and what to do."""

    place: str
    what: str
    remedy: str


class Searcher(Protocol):
    """One generation, for reading. Immutable and safe to share between threads.

    By type it cannot write. It stays usable while newer generations are published.
    """

    @property
    def generation(self) -> str: ...

    def summary(self) -> ArchiveSummary: ...

    def match(self, request: MatchRequest) -> Matches:
        """The exact total, the page asked for, and the facets asked for.

        Raises DeadlineError where the work of a deadline.deadline is used up.
        """
        ...

    def stream(self, request: MatchRequest) -> Iterator[str]:
        """The ids of every match, in the request's order; offset and limit are not looked at."""
        ...

    def count_facet(self, request: MatchRequest, facet: FacetName) -> tuple[FacetCount, ...]:
        """Every value of one facet that matches, most documents first, then by value."""
        ...

    def document(self, document_id: str) -> Document | None: ...

    def documents(self, document_ids: Sequence[str]) -> tuple[Document, ...]:
        """Those of the documents that are there, in the order asked."""
        ...

    def original(self, document_id: str) -> str | None:
        """The source's own text or markup, decoded."""
        ...

    def persons(self) -> Sequence[Person]:
        """The register, most documents first, then by name."""
        ...

    def person(self, person_id: str) -> Person | None:
        """The person of this id, or of whom it was an id."""
        ...

    def persons_named(self, name: str) -> tuple[Person, ...]:
        """Persons with this name or alias, folded."""
        ...

    def persons_in(self, document: Document) -> tuple[Person, ...]:
        """The persons of a document's names, in the order of the names, each once."""
        ...

    def redirect(self, document_id: str) -> str | None:
        """The id that a moved document has now."""
        ...

    def retired(self, document_id: str) -> tuple[RetiredPassage, ...]: ...

    def gone(self, document_id: str) -> GoneDocument | None: ...

    def tables(self) -> ArchiveTables:
        """The generation's tables as they were written, to be copied to another place."""
        ...

    def languages(self) -> tuple[str, ...]:
        """The codes of the languages of the archive's documents, most documents first."""
        ...

    def expand_prefix(self, prefix: str, limit: int | None = None) -> tuple[WordCount, ...]:
        """Unstemmed words that begin with the prefix, in code point order."""
        ...

    def vocabulary(self) -> Sequence[WordCount]:
        """Every unstemmed word of titles, passages and captions, in code point order."""
        ...

    def passage_statistics(self, leaves: Sequence[Leaf]) -> PassageStatistics:
        """Over all passages of the archive; captions count, removed text does not."""
        ...

    def close(self) -> None: ...


class IndexWriter(Protocol):
    """The one writer of an index: collects changes, publishes them as a whole or not at all.

    Used as a context manager; leaving it without publish() abandons the changes. After an error it
    is never used again.
    """

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...

    def held(self) -> Mapping[str, str]:
        """Document id → fingerprint, as of the published generation."""
        ...

    def put(self, document: Document, original: str, fingerprint: str) -> None:
        """Adds a document, or replaces the one of the same id.

        Raises ValueError, changing nothing, where id, fingerprint or date cannot be stored.
        """
        ...

    def delete(self, document_id: str) -> None: ...

    def set_tables(self, tables: ArchiveTables) -> None: ...

    def publish(self) -> str:
        """Makes a complete, durable generation the current one and returns its name."""
        ...


class Engine(Protocol):
    """A place where generations live."""

    def current(self) -> str | None:
        """The name of the published generation; None: there is none. Cheap: asked every second."""
        ...

    def searcher(self) -> Searcher:
        """The current generation. Raises NoIndexError, DamagedIndexError, IndexVersionError."""
        ...

    def writer(self, *, from_scratch: bool = False) -> IndexWriter:
        """Raises LockedError, which names who holds the lock. from_scratch: holds nothing yet."""
        ...

    def check(self, *, deep: bool = False) -> tuple[Damage, ...]:
        """Everything wrong with what is stored; empty: it is whole."""
        ...

    def forget(self, document_ids: Sequence[str]) -> None:
        """Drops older generations that still hold the text of these documents."""
        ...
