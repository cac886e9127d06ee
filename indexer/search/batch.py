"""Answers without pages: TREC batches, exports of every hit, a list of names."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TypeVar

from indexer.engine.protocol import Searcher
from indexer.model import (
    AllOf,
    Document,
    Hit,
    MatchRequest,
    Node,
    ParsedQuery,
    Person,
    Query,
    Results,
    Snippet,
    Word,
)
from indexer.query import plain_words
from indexer.search.answer import counted_tree, ranked_window, request_of, search
from indexer.search.hits import leaf_weights
from indexer.search.mentions import mention_snippets, names_of
from indexer.search.reading import read_parsed, read_query
from indexer.snippets import cut_snippets

_QUOTATION_MARKS = re.compile('["“”„‟«»]')  # would end the phrase that the name becomes

# Documents fetched at a time while streaming: bounded memory, few round trips.
BATCH = 100

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class RankedPassage:
    """A document of a batch's run, and its best passage where it was asked for."""

    document: Document
    score: float
    snippet: Snippet | None


def rank_words(
    searcher: Searcher, text: str, limit: int, *, passages: bool = False
) -> Iterator[RankedPassage]:
    """Documents with all the words of a plain text, best first, then those with some of them."""
    words = plain_words(text)
    tree: Node | None = AllOf(tuple(Word(word) for word in words)) if words else None
    if tree is None:
        return
    reading = read_parsed(searcher, Query(), ParsedQuery(text, tree, text))
    request = MatchRequest(tree=reading.every, ranking=reading.ranking, limit=limit)
    ranked = ranked_window(searcher, reading, request)
    weights = leaf_weights(searcher, reading.leaves) if passages else ()
    for batch in _batches(ranked):
        scores = {match.document: match.score for match in batch}
        for document in searcher.documents(tuple(scores)):
            best = cut_snippets(document, reading.leaves, weights, 1) if passages else ()
            yield RankedPassage(document, scores[document.id], best[0] if best else None)


def stream_hits(searcher: Searcher, query: Query) -> Iterator[Document]:
    """Every document that the query counts, in its order, however many there are."""
    reading = read_query(searcher, query)
    request = replace(request_of(query, reading), tree=counted_tree(searcher, query, reading)[1])
    for batch in _batches(searcher.stream(request)):
        yield from searcher.documents(batch)


def names_in(
    searcher: Searcher, names: Iterable[str], size: int, *, aliases: bool = False
) -> Iterator[tuple[str, Results]]:
    """For each name or query of a list, its best articles with the passages that name it.

    A name or alias of the register stands for the articles that name the person, under any form,
    and for those that have its words as they stand. Anything else is a query. aliases: of its words
    too.
    """
    for name in names:
        persons = searcher.persons_named(name)
        if persons:
            yield name, _named(searcher, name, persons, Query(size=size, aliases=aliases))
        else:
            yield name, search(searcher, Query(text=name, size=size, aliases=aliases))


def _named(searcher: Searcher, name: str, persons: Sequence[Person], query: Query) -> Results:
    words = _QUOTATION_MARKS.sub(" ", name)
    results = search(searcher, replace(query, text=f'person:"{words}" OR "{words}"'))
    hits = tuple(_with_mentions(searcher, hit, persons) for hit in results.hits)
    return replace(results, hits=hits)


def _with_mentions(searcher: Searcher, hit: Hit, persons: Sequence[Person]) -> Hit:
    """The hit with the passages that name the persons, where it names them."""
    document = hit.document
    names = [name for one in persons for name in names_of(searcher, document, one.id)]
    snippets = mention_snippets(document, names) if names else ()
    return replace(hit, snippets=snippets or hit.snippets)


def _batches(values: Iterable[_T]) -> Iterator[list[_T]]:
    iterator = iter(values)
    while batch := list(islice(iterator, BATCH)):
        yield batch
