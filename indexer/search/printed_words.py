"""A folded word as an article prints it: Müller for muller, المدرسة for المدرسه."""

import unicodedata
from collections.abc import Iterator

from indexer.analyzer import exact_forms, find
from indexer.engine.protocol import Searcher
from indexer.model import AnyTerm, Document, MatchRequest

_MOST_READ = 20_000  # characters of the article; nearly all are shorter, and it costs 1 ms


def printed_word(searcher: Searcher, word: str) -> str:
    """In small letters, as the first article that has it prints it; else as it was given."""
    request = MatchRequest(tree=AnyTerm("exact", (word,)), limit=1)
    matches = searcher.match(request).matches
    article = searcher.document(matches[0].document) if matches else None
    if article is None:
        return word
    printed = next(_printed_in(article, word), word).lower()
    # A word may be printed with soft hyphens, or an Arabic one with its vowels.
    return printed if printed.isalpha() and exact_forms(printed) == (word,) else word


def _printed_in(article: Document, word: str) -> Iterator[str]:
    left = _MOST_READ
    for text in (article.title, *(passage.text for passage in article.passages)):
        read = text[:left]
        left -= len(read)
        found, _ = find(read, article.language, (), (word,))
        for token in found.values():
            yield unicodedata.normalize("NFC", read[token.start : token.end])
        if not left:
            return
