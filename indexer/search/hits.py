"""Hits: what is shown of each document that matched."""

import math

from indexer.engine.protocol import Searcher
from indexer.model import Document, Hit, Leaf, Match, Query, Snippet
from indexer.search.reading import QueryReading
from indexer.snippets import count_matches, cut_snippets, highlights, removed_snippets

SNIPPETS_A_HIT = 3
PERSONS_A_HIT = 6


def hits_of(
    searcher: Searcher, query: Query, reading: QueryReading, matches: tuple[Match, ...]
) -> tuple[Hit, ...]:
    """The matches with their documents, snippets, persons and marks, in the same order."""
    scores = {match.document: match.score for match in matches}
    weights = leaf_weights(searcher, reading.leaves)
    documents = searcher.documents(tuple(scores))
    return tuple(
        Hit(
            document=document,
            score=scores[document.id],
            title_highlights=highlights(
                document.title, document.language, reading.leaves, place="title"
            ),
            snippets=_snippets(document, query, reading.leaves, weights),
            persons=searcher.persons_in(document)[:PERSONS_A_HIT],
            matches=_count(document, query, reading.leaves),
        )
        for document in documents
    )


def leaf_weights(searcher: Searcher, leaves: tuple[Leaf, ...]) -> tuple[float, ...]:
    """The inverse passage frequency of each leaf over the whole archive."""
    statistics = searcher.passage_statistics(leaves)
    return tuple(
        math.log((statistics.passages + 1) / (holding + 0.5)) for holding in statistics.holding
    )


def _count(document: Document, query: Query, leaves: tuple[Leaf, ...]) -> int:
    if query.within == "article":
        return count_matches(document, leaves)
    marks = (
        highlights(removed.text, document.language, leaves, place="removed")
        for removed in document.removed
    )
    return sum(map(len, marks))


def _snippets(
    document: Document, query: Query, leaves: tuple[Leaf, ...], weights: tuple[float, ...]
) -> tuple[Snippet, ...]:
    if query.within == "removed":
        return removed_snippets(document, leaves, SNIPPETS_A_HIT)
    return cut_snippets(document, leaves, weights, SNIPPETS_A_HIT)
