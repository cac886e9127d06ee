"""The searcher: one generation, put together when it is opened and never changed after that."""

from collections.abc import Iterator, Sequence
from functools import cached_property

import numpy as np

from indexer.engine.days import NO_DAY, date_of
from indexer.engine.protocol import PassageStatistics, WordCount
from indexer.engine.register import Register
from indexer.engine.whoosh_engine.cache import Cache
from indexer.engine.whoosh_engine.columns import Longs
from indexer.engine.whoosh_engine.facets import count_values
from indexer.engine.whoosh_engine.leaves import Leaves
from indexer.engine.whoosh_engine.matching import Matcher, chosen_values, is_about_dates
from indexer.engine.whoosh_engine.passages import Passages
from indexer.engine.whoosh_engine.ranking import Floats, Ranker, in_order
from indexer.engine.whoosh_engine.segments import Segment
from indexer.engine.whoosh_engine.values import Mask, facet_columns
from indexer.engine.whoosh_engine.view import View
from indexer.engine.whoosh_engine.words import words_with
from indexer.model import (
    ArchiveSummary,
    ArchiveTables,
    Document,
    FacetCount,
    FacetName,
    GoneDocument,
    Leaf,
    Match,
    Matches,
    MatchRequest,
    Person,
    RetiredPassage,
)

# Decoded postings, leaves and scores of one generation. The 2,000 commonest terms of 20,000 news
# articles with their positions take 60 MB.
CACHE_BYTES = 128 << 20


class WhooshSearcher:
    """See Searcher for the contract."""

    def __init__(self, generation: str, segments: Sequence[Segment], tables: ArchiveTables) -> None:
        self.generation = generation
        self._segments = tuple(segments)
        self._view = View(segments)
        self._register = Register(tables)
        self._facets = facet_columns(self._view, self._register)
        self._cache = Cache(CACHE_BYTES)
        leaves = Leaves(self._view, self._cache)
        self._matcher = Matcher(self._view.columns, leaves, self._facets, self._register)
        self._ranker = Ranker(self._view.columns, leaves, self._cache)
        self._passages = Passages(self._view, leaves, self._cache)

    def summary(self) -> ArchiveSummary:
        """What the archive holds; persons that are hidden are not counted."""
        first, last = self._first_and_last
        return ArchiveSummary(
            generation=self.generation,
            documents=len(self._view),
            passages=self._passages.number,
            persons=sum(not person.hidden for person in self._register.persons),
            sources=sum(word != "" for word in self._facets["source"].words),
            languages=self.languages(),
            first=first,
            last=last,
        )

    def match(self, request: MatchRequest) -> Matches:
        """The exact total, the page asked for, and the facets asked for."""
        tree = self._matcher.tree(request.tree)
        restrictions = self._matcher.restrictions(request.filters)
        mask = _within(tree, restrictions)
        matching = np.flatnonzero(mask)
        return Matches(
            total=len(matching),
            matches=self._page(request, matching),
            facets={
                facet: self._count(request, facet, _within(tree, restrictions, facet))
                for facet in request.facets
            },
            undated=self._undated(request, restrictions, mask),
        )

    def stream(self, request: MatchRequest) -> Iterator[str]:
        """The ids of every match, in the request's order."""
        mask = _within(
            self._matcher.tree(request.tree), self._matcher.restrictions(request.filters)
        )
        ordered, _ = self._ordered(request, np.flatnonzero(mask), None)
        return map(self._view.id_of, ordered.tolist())

    def count_facet(self, request: MatchRequest, facet: FacetName) -> tuple[FacetCount, ...]:
        """Every value of one facet that matches, most documents first, then by value."""
        tree = self._matcher.tree(request.tree)
        restrictions = self._matcher.restrictions(request.filters)
        return self._count(request, facet, _within(tree, restrictions, facet), every=True)

    def document(self, document_id: str) -> Document | None:
        """A stored document. Raises DamagedIndexError."""
        number = self._view.number_of(document_id)
        return None if number is None else self._view.document(number)

    def documents(self, document_ids: Sequence[str]) -> tuple[Document, ...]:
        """Those of the documents that are there, in the order asked."""
        found = map(self.document, document_ids)
        return tuple(document for document in found if document is not None)

    def original(self, document_id: str) -> str | None:
        """The source's own text or markup, decoded. Raises DamagedIndexError."""
        number = self._view.number_of(document_id)
        return None if number is None else self._view.original(number)

    def persons(self) -> Sequence[Person]:
        """The register, most documents first, then by name."""
        return self._register.persons

    def person(self, person_id: str) -> Person | None:
        """The person of this id, or of whom it was an id."""
        return self._register.person(person_id)

    def persons_named(self, name: str) -> tuple[Person, ...]:
        """Persons with this name or alias, folded."""
        return self._register.persons_named(name)

    def persons_in(self, document: Document) -> tuple[Person, ...]:
        """The persons of a document's names, in the order of the names, each once."""
        return self._register.persons_in(document)

    def redirect(self, document_id: str) -> str | None:
        """The id that a moved document has now."""
        return self._register.redirect(document_id)

    def retired(self, document_id: str) -> tuple[RetiredPassage, ...]:
        """The passages that a document once had."""
        return self._register.retired(document_id)

    def gone(self, document_id: str) -> GoneDocument | None:
        """What is known of a document that is not there any more."""
        return self._register.gone(document_id)

    def tables(self) -> ArchiveTables:
        """The generation's tables as they were written, to be copied to another place."""
        return self._register.tables

    def languages(self) -> tuple[str, ...]:
        """The codes of the languages of the archive's documents, most documents first."""
        return self._languages

    def expand_prefix(self, prefix: str, limit: int | None = None) -> tuple[WordCount, ...]:
        """Unstemmed words that begin with the prefix, in code point order."""
        return words_with(self._segments, prefix, limit)

    def vocabulary(self) -> Sequence[WordCount]:
        """Every unstemmed word of titles, passages and captions, in code point order."""
        return self._vocabulary

    def passage_statistics(self, leaves: Sequence[Leaf]) -> PassageStatistics:
        """Over all passages of the archive; captions count, removed text does not."""
        holding = tuple(self._passages.holding(leaf) for leaf in leaves)
        return PassageStatistics(self._passages.number, holding)

    def close(self) -> None:
        """Lets go of what is cached. Files are let go of when the last request has ended."""
        self._cache.clear()

    @cached_property
    def _languages(self) -> tuple[str, ...]:
        every = np.ones(len(self._view), dtype=bool)
        counts = count_values(self._facets["language"], every, (), None)
        return tuple(count.value for count in counts if count.value)

    @cached_property
    def _vocabulary(self) -> tuple[WordCount, ...]:
        return words_with(self._segments, "")

    @cached_property
    def _first_and_last(self) -> tuple[str | None, str | None]:
        first, last = self._view.columns.first_day, self._view.columns.last_day
        spans = np.unique(np.stack([first, last], axis=1)[first != NO_DAY], axis=0).tolist()
        if not spans:
            return None, None
        return date_of(*min(spans)), date_of(*max(spans, key=lambda span: (span[1], span[0])))

    def _page(self, request: MatchRequest, matching: Longs) -> tuple[Match, ...]:
        if request.limit <= 0:
            return ()
        ordered, scores = self._ordered(request, matching, request.offset + request.limit)
        page = ordered[request.offset :].tolist()
        return tuple(Match(self._view.id_of(one), float(scores[one])) for one in page)

    def _ordered(
        self, request: MatchRequest, matching: Longs, most: int | None
    ) -> tuple[Longs, Floats]:
        scores = self._ranker.scores(request.ranking)
        days = self._view.columns.first_day
        return in_order(matching, scores, days, request.sort, most), scores

    def _count(
        self, request: MatchRequest, facet: FacetName, mask: Mask, *, every: bool = False
    ) -> tuple[FacetCount, ...]:
        values = next(v for _, name, v in chosen_values(request.filters) if name == facet)
        chosen = tuple(self._matcher.canonical(facet, value) for value in values)
        most = None if every else request.facet_size
        return count_values(self._facets[facet], mask, chosen, most)

    def _undated(self, request: MatchRequest, restrictions: dict[str, Mask], certain: Mask) -> int:
        if not is_about_dates(request.tree, request.filters):
            return 0
        return self._matcher.undated(request.tree, restrictions, certain)


def _within(tree: Mask, restrictions: dict[str, Mask], left_out: FacetName | None = None) -> Mask:
    """The documents of the tree that all restrictions let through, but for a facet's own."""
    own = None if left_out is None else f"{left_out}s"
    for name, mask in restrictions.items():
        if name != own:
            tree = tree & mask
    return tree
