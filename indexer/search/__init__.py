"""The answer: a Query in, Results out. Pages, API and command line all call this wing."""

from indexer.search.answer import count_articles, list_facet, search
from indexer.search.batch import RankedPassage, names_in, rank_words, stream_hits
from indexer.search.persons import find_persons
from indexer.search.reading import read_query

__all__ = [
    "RankedPassage",
    "count_articles",
    "find_persons",
    "list_facet",
    "names_in",
    "rank_words",
    "read_query",
    "search",
    "stream_hits",
]
