"""/search: the results of a query, its facets, and what to try where there are none."""

import re
from dataclasses import dataclass, replace

from flask import render_template, request
from flask.typing import ResponseReturnValue

from indexer.deadline import deadline
from indexer.engine.protocol import Searcher
from indexer.model import AllOf, AnyOf, Node, Phrase, Query, Results, Word
from indexer.query import parse_query
from indexer.search import count_articles, list_facet, search
from webapp import choices
from webapp.addresses import search_url
from webapp.facets import Chip, chips, facet_groups
from webapp.request_query import SEARCH_NAMES, SearchArguments, read_search
from webapp.searcher import archive
from webapp.timeline import draw_timeline

# What makes a query more than words: any sign, or an operator.
_SYNTAX = re.compile(r"[^\w\s]|\b(?:AND|OR|NOT)\b")

SECONDS_OF_WORK = 1.0  # of a processor, for one answer; a warm one takes hundredths of it
WORDS_COUNTED = 6  # words and filters of an empty result that are counted one by one


@dataclass(frozen=True, slots=True)
class Attempt:
    """Another query that finds something, and how much."""

    label: str
    count: int
    query: Query


@dataclass(frozen=True, slots=True)
class NothingFound:
    """What may help a reader whose query matches nothing."""

    words: tuple[Attempt, ...]  # each word alone, with the filters
    without: tuple[Attempt, ...]  # the same query without one filter
    bare: Attempt | None  # the same words without any filter


@dataclass(frozen=True, slots=True)
class Answer:
    """A query as its page says it, with persons by id, and its results."""

    query: Query
    results: Results
    notes: tuple[str, ...]


def show_search() -> ResponseReturnValue:
    """A page of results."""
    searcher = archive()
    answer = answer_query(searcher, read_search(request.args, SEARCH_NAMES))
    query, results = answer.query, answer.results
    applied = chips(searcher, query)
    years = list_facet(searcher, query, "year")
    return render_template(
        "search.html",
        query=query,
        results=results,
        notes=answer.notes,
        chips=applied,
        groups=facet_groups(query, results),
        bars=draw_timeline(query, years),
        nothing=None if results.total else help_with_nothing(searcher, query, applied),
        choices=choices,
        is_plain=is_plain,
        page_urls=lambda page: search_url(choices.at_page(query, page)),
    )


def answer_query(searcher: Searcher, arguments: SearchArguments) -> Answer:
    """The results, and every note there is on how the URL and the query were read."""
    with deadline(SECONDS_OF_WORK):
        results = search(searcher, arguments.query)
    return Answer(results.query, results, tuple(dict.fromkeys(arguments.faults + results.notes)))


def is_plain(text: str) -> bool:
    """Whether a query is words alone: how it was read needs no telling."""
    return not _SYNTAX.search(text)


def help_with_nothing(searcher: Searcher, query: Query, applied: tuple[Chip, ...]) -> NothingFound:
    """What each word finds alone, and what the query finds without each filter."""
    words = dict.fromkeys(_words(parse_query(query.text).tree))
    alone = (
        _attempt(searcher, word, replace(query, text=word, page=1))
        for word in list(words)[:WORDS_COUNTED]
        if len(words) > 1
    )
    without = (
        _attempt(searcher, f"{chip.label}: {chip.value}", chip.query)
        for chip in applied[:WORDS_COUNTED]
        if len(applied) > 1
    )
    bare = _attempt(searcher, "", choices.without_filters(query)) if applied else None
    return NothingFound(
        words=tuple(alone),
        without=tuple(attempt for attempt in without if attempt.count),
        bare=bare if bare and bare.count else None,
    )


def _attempt(searcher: Searcher, label: str, query: Query) -> Attempt:
    return Attempt(label, count_articles(searcher, query), query)


def _words(node: Node | None) -> tuple[str, ...]:
    match node:
        case Word(text=text, prefix=prefix):
            return (f"{text}*" if prefix else text,)
        case Phrase(words=words):
            return (f'"{" ".join(words)}"',)
        case AllOf(nodes=nodes) | AnyOf(nodes=nodes):
            return tuple(word for inner in nodes for word in _words(inner))
        case _:
            return ()
