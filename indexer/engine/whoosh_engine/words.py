"""The archive's unstemmed words and how many live documents hold each."""

from collections.abc import Iterator, Sequence
from heapq import merge
from itertools import groupby, islice
from operator import itemgetter

from indexer.engine.protocol import WordCount
from indexer.engine.whoosh_engine.segments import Segment


def words_with(
    segments: Sequence[Segment], prefix: str, limit: int | None = None
) -> tuple[WordCount, ...]:
    """Words that begin with the prefix, in code point order, the first so many of them."""
    return tuple(islice(_words(segments, prefix), limit))


def _words(segments: Sequence[Segment], prefix: str) -> Iterator[WordCount]:
    lists = [segment.words(prefix) for segment in segments]
    for word, counts in groupby(merge(*lists, key=itemgetter(0)), key=itemgetter(0)):
        yield WordCount(word, sum(count for _, count in counts))
