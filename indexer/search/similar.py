"""More like this: the articles nearest to one, by its telling words and the persons it names.

The words rank, as a query of so many words would; among the articles that they rank first, persons
named in both raise one. A copy tells the same story and is not like it: copies are left out, and of
several copies of another story only the nearest is there.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from indexer.analyzer import terms
from indexer.archive import is_copy, story
from indexer.engine.protocol import Searcher
from indexer.identity import fold, name_key
from indexer.model import AnyTerms, Document, Match, MatchRequest, Person, Weighted
from indexer.search.telling import TellingWord, article_number, opening, rarity, telling_words

SHOWN = 5
WORDS_SHOWN = 6  # of those in common
WINDOW = 30  # articles that are read at a time, in the order of the words
MOST_READ = 120  # where an article has many copies, or many are asked for
# Of a person against a word that is as rare and stands there once. reuters_topic names few persons
# and hardly tells: none .444, 0.5 and 1 .445, 2 .443. A person counts like a word, then.
PERSON_WEIGHT = 1.0
LEAST_WORDS = 2  # in common, where no person is


@dataclass(frozen=True, slots=True)
class Similar:
    """An article that is like another, and why."""

    document: Document
    score: float  # comparable within one list only
    words: tuple[str, ...]  # of both, as the other prints them, the most telling first
    persons: tuple[Person, ...]  # named in both, without those whom a correction hides


def similar(searcher: Searcher, document: Document, limit: int = SHOWN) -> tuple[Similar, ...]:
    """The articles most like one of the archive, the nearest first; fewer than MOST_READ.

    () where it has no words, or shares too few of them with any other. Raises DeadlineError where
    the work of a deadline.deadline is used up.
    """
    words = telling_words(searcher, document)
    if not words or limit < 1:
        return ()
    scores, stories = _near(searcher, document, words, limit)
    persons = _rarities(searcher, document)
    named = {other.id: _shared(searcher, other, persons) for other in stories}
    for other, shared in named.items():
        scores[other] += PERSON_WEIGHT * sum(persons[person.id] for person in shared)
    stories.sort(key=lambda other: (-scores[other.id], other.id))
    found = (
        Similar(other, scores[other.id], _words(words, other, named[other.id]), named[other.id])
        for other in stories
    )
    alike = (one for one in found if one.persons or len(one.words) >= LEAST_WORDS)
    return tuple(islice(alike, limit))


def _near(
    searcher: Searcher, document: Document, words: Sequence[TellingWord], limit: int
) -> tuple[dict[str, float], list[Document]]:
    """The articles that the words rank first, each story once, and what each article scores."""
    scores: dict[str, float] = {}
    read: list[Document] = []
    stories: list[Document] = []
    for start in range(0, MOST_READ, WINDOW):
        window = _ranked(searcher, words, start)
        scores |= {match.document: match.score for match in window}
        ids = [match.document for match in window if match.document != document.id]
        read += searcher.documents(ids)
        stories = list(_stories(document, read))
        if len(stories) >= limit or len(window) < WINDOW:
            break
    return scores, stories


def _ranked(searcher: Searcher, words: Sequence[TellingWord], start: int) -> tuple[Match, ...]:
    request = MatchRequest(
        tree=AnyTerms(tuple(word.leaf for word in words)),
        ranking=tuple(Weighted(word.leaf, word.weight) for word in words),
        offset=start,
        limit=WINDOW,
    )
    return searcher.match(request).matches


def _stories(document: Document, others: Sequence[Document]) -> Iterator[Document]:
    """The first article of each story but the document's own.

    find_copies takes what 40 articles have for an outlet's line, and so many copies there may be.
    """
    told = [story(document)]
    words = {*_same_words(document)}
    for other in others:
        own, same = story(other), {*_same_words(other)}
        if words.isdisjoint(same) and not any(is_copy(own, one) for one in told):
            told.append(own)
            words |= same
            yield other


def _same_words(document: Document) -> Iterator[tuple[str, ...]]:
    """What two articles share that are the same word for word, however short the passages."""
    if document.passages:
        yield fold(document.title), *(passage.id for passage in document.passages)


def _rarities(searcher: Searcher, document: Document) -> Mapping[str, float]:
    """How rare each person is whom the article names, by id."""
    archive = article_number(searcher)
    return {
        person.id: rarity(person.documents, archive)
        for person in searcher.persons_in(document)
        if not person.hidden
    }


def _shared(
    searcher: Searcher, other: Document, persons: Mapping[str, float]
) -> tuple[Person, ...]:
    return tuple(person for person in searcher.persons_in(other) if person.id in persons)


def _words(
    words: Iterable[TellingWord], other: Document, persons: Iterable[Person]
) -> tuple[str, ...]:
    """Telling words that stand in another article too, but for those of names in common."""
    names = (name for person in persons for name in (person.name, *person.aliases))
    named = {word for name in names for word in name_key(name).split()}
    stems = {stem for block in opening(other) for _, stem in terms(block, other.language)}
    common = (word.text for word in words if not stems.isdisjoint(word.leaf.terms))
    return tuple(text for text in common if fold(text) not in named)[:WORDS_SHOWN]
