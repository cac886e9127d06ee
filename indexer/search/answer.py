"""One page of results: matches, snippets, facets, and what to try when there are none."""

import math
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from indexer.engine.protocol import Searcher
from indexer.model import (
    AllTerms,
    AnyTerm,
    FacetCount,
    FacetName,
    FacetValue,
    Filters,
    Match,
    Matches,
    MatchRequest,
    NoTerms,
    Query,
    Results,
    TermNode,
)
from indexer.search.hits import hits_of
from indexer.search.reading import QueryReading, read_query
from indexer.search.suggestion import suggest_query

FACETS: tuple[FacetName, ...] = ("person", "source", "language", "byline", "year")

# page × size: deeper than this nobody reads; `export` streams everything.
MAXIMUM_DEPTH = 1000

MatchMode = Literal["all", "some"]
NOTHING = AnyTerm("removed", ())  # matches no document


def search(searcher: Searcher, query: Query) -> Results:
    """The page of results that the query asks for, with exact totals. Never fails on any text."""
    started = time.perf_counter()
    reading = read_query(searcher, query)
    match, matches = _matches(searcher, query, reading)
    # The engine is not asked again for what it has just counted.
    is_some = query.within == "article" and (match == "some" or reading.some is None)
    some = reading.some or reading.every
    pages = min(math.ceil(matches.total / query.size), MAXIMUM_DEPTH // query.size)
    return Results(
        # In a query the bylines stand beside the filters: as typed, which may be words of one.
        query=replace(query, filters=replace(reading.filters, bylines=()), bylines=reading.bylines),
        read_as=_read_as(reading, match),
        notes=reading.notes + _some_note(query, match, matches),
        match=match,
        total=matches.total,
        total_some=matches.total if is_some else _total(searcher, reading, some),
        total_removed=_total(searcher, reading, reading.removed) if reading.removed else 0,
        undated=matches.undated,
        hits=hits_of(searcher, query, reading, matches.matches),
        facets=_facet_values(searcher, reading.filters, matches),
        suggestion=suggest_query(
            searcher, reading.parsed, _with_every_word(searcher, reading, match, matches)
        ),
        pages=pages,
        aliases=reading.aliases,
        total_aliases=_total_with_aliases(searcher, query, reading),
        took=time.perf_counter() - started,
    )


def count_articles(searcher: Searcher, query: Query) -> int:
    """How many articles `search` would find, and nothing else of its answer."""
    reading = read_query(searcher, query)
    return _total(searcher, reading, counted_tree(searcher, query, reading)[1])


def list_facet(searcher: Searcher, query: Query, facet: FacetName) -> tuple[FacetValue, ...]:
    """Every value of one facet for the query, most articles first; none for removed text."""
    if query.within == "removed":
        return ()
    reading = read_query(searcher, query)
    tree = counted_tree(searcher, query, reading)[1]
    request = replace(request_of(query, reading), tree=tree)
    counts = searcher.count_facet(request, facet)
    required = reading.filters.all_persons
    return tuple(_facet_value(searcher, facet, count, required) for count in counts)


def ranked_window(
    searcher: Searcher, reading: QueryReading, request: MatchRequest
) -> tuple[Match, ...]:
    """A window of the documents with all the words, best first, then of those with some."""
    every = searcher.match(replace(request, tree=reading.every, facets=()))
    left = request.limit - len(every.matches)
    if left <= 0 or reading.some is None or reading.every is None:
        return every.matches
    rest = AllTerms((reading.some, NoTerms(reading.every)))
    offset = max(0, request.offset - every.total)
    some = searcher.match(replace(request, tree=rest, facets=(), offset=offset, limit=left))
    return every.matches + some.matches


def request_of(query: Query, reading: QueryReading) -> MatchRequest:
    """The query's page as the engine is asked for it, with all the words."""
    return MatchRequest(
        tree=reading.every,
        ranking=reading.ranking,
        filters=reading.filters,
        sort=query.sort,
        offset=min(query.skip + (query.page - 1) * query.size, MAXIMUM_DEPTH),
        limit=query.size,
        facets=FACETS,
    )


def counted_tree(
    searcher: Searcher, query: Query, reading: QueryReading
) -> tuple[MatchMode, TermNode | None]:
    """Which documents the query counts: with all the words, else with some; or removed text."""
    if query.within == "removed":
        return "all", NOTHING if reading.removed is None else reading.removed
    if reading.some is None:
        return "all", reading.every
    if query.match == "all" and _total(searcher, reading, reading.every):
        return "all", reading.every
    some = _total(searcher, reading, reading.some)
    return ("some", reading.some) if some else ("all", reading.every)


def _matches(searcher: Searcher, query: Query, reading: QueryReading) -> tuple[MatchMode, Matches]:
    match, tree = counted_tree(searcher, query, reading)
    request = replace(request_of(query, reading), tree=tree)
    if query.within == "removed":
        # What was removed is searched for proof, not for relevance: no rank, no facet.
        return match, searcher.match(replace(request, ranking=(), facets=()))
    matches = searcher.match(request)
    if match == "some" and query.sort == "relevance":
        matches = replace(matches, matches=ranked_window(searcher, reading, request))
    return match, matches


def _total(searcher: Searcher, reading: QueryReading, tree: TermNode | None) -> int:
    return searcher.match(MatchRequest(tree=tree, filters=reading.filters, limit=0)).total


def _with_every_word(
    searcher: Searcher, reading: QueryReading, match: MatchMode, matches: Matches
) -> int:
    """How many articles have all the words, whichever the page counts."""
    return _total(searcher, reading, reading.every) if match == "some" else matches.total


def _total_with_aliases(searcher: Searcher, query: Query, reading: QueryReading) -> int | None:
    """What the total would be with aliases; None where they are looked for, or there are none."""
    if query.aliases or not reading.aliases:
        return None
    return count_articles(searcher, replace(query, aliases=True))


def _read_as(reading: QueryReading, match: MatchMode) -> str:
    said = reading.parsed.read_as
    return f"{said} (some of the words are enough)" if match == "some" else said


def _some_note(query: Query, match: MatchMode, matches: Matches) -> tuple[str, ...]:
    if match == "some" and query.match == "all" and matches.total:
        return ("No article has all the words; these have some of them.",)
    return ()


def _facet_values(
    searcher: Searcher, filters: Filters, matches: Matches
) -> dict[FacetName, tuple[FacetValue, ...]]:
    """The facets; a person whom every article has to name is chosen, however many come before."""
    required = filters.all_persons
    found = {
        facet: tuple(_facet_value(searcher, facet, count, required) for count in counts)
        for facet, counts in matches.facets.items()
    }
    if "person" in found:
        shown = {value.value for value in found["person"]}
        missing = (FacetCount(id_, matches.total) for id_ in required if id_ not in shown)
        found["person"] += tuple(_facet_value(searcher, "person", c, required) for c in missing)
    return found


def _facet_value(
    searcher: Searcher, facet: FacetName, count: FacetCount, required: Sequence[str]
) -> FacetValue:
    label = _label(searcher, facet, count.value)
    selected = count.selected or (facet == "person" and count.value in required)
    return FacetValue(count.value, label, count.count, selected)


def _label(searcher: Searcher, facet: FacetName, value: str) -> str:
    person = searcher.person(value) if facet == "person" else None
    return person.name if person is not None else value
