"""Whose byline a reader means: the names that the facet of bylines has."""

from collections.abc import Mapping
from weakref import WeakKeyDictionary

from indexer.engine.protocol import Searcher
from indexer.identity import name_key
from indexer.model import MatchRequest

# A generation's bylines never change, and every search with one asks.
_authors: WeakKeyDictionary[Searcher, Mapping[str, str]] = WeakKeyDictionary()


def author_of(searcher: Searcher, typed: str) -> str | None:
    """The facet's value that was typed, in whatever capitals and accents; None: it is none."""
    if searcher not in _authors:
        counts = searcher.count_facet(MatchRequest(), "byline")
        _authors[searcher] = {name_key(count.value): count.value for count in counts}
    return _authors[searcher].get(name_key(typed))
