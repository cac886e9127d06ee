"""The answer: a Query in, Results out. Pages, API and command line all call this wing."""

from indexer.search.answer import count_articles, list_facet, search
from indexer.search.batch import RankedPassage, names_in, rank_words, stream_hits
from indexer.search.persons import find_persons, folded_names, persons_holding
from indexer.search.profile import Profile, articles_of, person_profile
from indexer.search.reading import read_query
from indexer.search.similar import Similar, similar

__all__ = [
    "Profile",
    "RankedPassage",
    "Similar",
    "articles_of",
    "count_articles",
    "find_persons",
    "folded_names",
    "list_facet",
    "names_in",
    "person_profile",
    "persons_holding",
    "rank_words",
    "read_query",
    "search",
    "similar",
    "stream_hits",
]
