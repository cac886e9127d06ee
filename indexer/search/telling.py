"""The telling words of an article: those that stand in it often and in few others."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import log2
from operator import attrgetter

from indexer.analyzer import analyze, stems, stop_words
from indexer.engine.protocol import Searcher
from indexer.model import AnyTerm, Document, MatchRequest

# 25 and 40 find the same on reuters_topic (.448); 15 (.438) and 60 (.442) find less.
MOST_WORDS = 30
# Characters of an article; what it is about is said before. Of 20,000 an answer took 18 ms.
READ = 12_000
_LONGEST_WORD = 40  # characters; longer ones are addresses and noise

# Of a stem: (exact form, form as printed) → how often.
_Forms = Counter[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class TellingWord:
    """A word of an article that tells it from others."""

    text: str  # as the article prints it, without a capital where it ever has none
    leaf: AnyTerm  # the same in every language of the archive
    weight: float  # grows with the logarithm of how often the article has it


def telling_words(searcher: Searcher, document: Document) -> tuple[TellingWord, ...]:
    """The words of an article that tell most, the most telling first."""
    languages = searcher.languages()
    printed = _printed(document, stop_words(languages))
    archive = article_number(searcher)
    ranks = {stem: _rank(searcher, forms, archive) for stem, forms in printed.items()}
    best = sorted(ranks, key=lambda stem: (ranks[stem], stem))[:MOST_WORDS]
    return tuple(_telling_word(stem, printed[stem], languages) for stem in best)


def article_number(searcher: Searcher) -> int:
    """How many articles the archive has; the summary counts persons as well, one by one."""
    return searcher.match(MatchRequest(limit=0)).total


def rarity(articles: int, archive: int) -> float:
    """How much it says that something is in so many articles of the archive's, in bits."""
    return log2((archive + 1) / (articles + 0.5))


def opening(document: Document) -> Iterator[str]:
    """Title, twice because it counts so in the postings, and passages, as far as they are read."""
    left = READ
    for block in (document.title, document.title, *(one.text for one in document.passages)):
        yield block[:left]
        left -= len(block)
        if left <= 0:
            return


def _printed(document: Document, stop: frozenset[str]) -> Mapping[str, _Forms]:
    """The forms of each stem that may say something."""
    printed: dict[str, _Forms] = defaultdict(Counter)
    for block in opening(document):
        for start, end, exact, stem in analyze(block, document.language):
            if 1 < len(exact) <= _LONGEST_WORD and exact not in stop:
                printed[stem][exact, block[start:end]] += 1
    return printed


def _rank(searcher: Searcher, forms: _Forms, archive: int) -> tuple[bool, float]:
    """Ascending: the most telling first. What no other article has in this form comes last."""
    exacts = {exact for exact, _ in forms}
    articles = sum(_articles_with(searcher, exact) for exact in exacts)
    return articles <= len(exacts), -rarity(articles, archive) * (1 + log2(forms.total()))


def _articles_with(searcher: Searcher, exact: str) -> int:
    vocabulary = searcher.vocabulary()
    place = bisect_left(vocabulary, exact, key=attrgetter("word"))
    found = place < len(vocabulary) and vocabulary[place].word == exact
    return vocabulary[place].documents if found else 0


def _telling_word(stem: str, forms: _Forms, languages: tuple[str, ...]) -> TellingWord:
    # A headline or the beginning of a sentence gives a word the capital that a name keeps anywhere.
    exact, text = min(forms, key=lambda form: (form[1] != form[1].lower(), -forms[form], form))
    terms = tuple(dict.fromkeys((stem, *stems(exact, languages))))
    return TellingWord(text, AnyTerm("text", terms), 1 + log2(forms.total()))
