"""How good "More like this" is: of an article's five nearest, how many are about the same thing.

    python -m benchmarks.similar [COLLECTION]...

An article is about the questions that it answers, by the qrels of a collection of
PRESSMARK_EVALUATION_DATA. Of each article that answers one, the share of the five nearest that
answer one of the same; where fewer others do, of as many as there are. Beside it stand what a
reader could do instead, search for the title, and BM25 (1.2, 0.75) of the title and of the 25 words
of the highest tf·idf, as Lucene's MoreLikeThis has it; and the processor time of one answer.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from math import log
from pathlib import Path

import numpy as np

from indexer.analyzer import stop_words
from indexer.engine import open_engine
from indexer.engine.protocol import Searcher
from indexer.engine.terms import Words, terms_of
from indexer.identity import document_id
from indexer.model import Document, MatchRequest
from indexer.search import rank_words, similar

COLLECTIONS = ("reuters_topic", "cisi", "cacm", "cranfield")
NEAREST = 5
MORE_LIKE_THIS_WORDS = 25

Answers = Callable[[Document], Iterable[str]]  # ids, the nearest first, perhaps its own among them


def main(collections: list[str]) -> None:
    """Builds each collection and prints its figures."""
    data = Path(os.environ["PRESSMARK_EVALUATION_DATA"]) / "eval" / "relevance"
    for name in collections or COLLECTIONS:
        with tempfile.TemporaryDirectory() as folder:
            index, source = f"{folder}/index", data / name / "docs.jsonl.gz"
            command = [sys.executable, "-m", "indexer", "index", "--no-clean", str(source)]
            subprocess.run([*command, "--index", index], stdout=subprocess.DEVNULL, check=False)
            measure(name, data / name / "qrels.tsv", open_engine(index).searcher())


def measure(name: str, qrels: Path, searcher: Searcher) -> None:
    """Prints a line for each way to find the nearest."""
    about = {one: others for one, others in _about_the_same(qrels).items() if others}
    documents = [found for one in about if (found := searcher.document(one)) is not None]
    bm25 = Bm25(searcher)
    ways: dict[str, Answers] = {
        "search for the title": lambda one: _titled(searcher, one),
        "BM25 of the title": lambda one: bm25.nearest(_title_words(one)),
        "BM25, 25 words": lambda one: bm25.nearest(bm25.telling(one)),
        "more like this": lambda one: (near.document.id for near in similar(searcher, one)),
    }
    similar(searcher, documents[0])  # reads the vocabulary
    for way, answers in ways.items():
        started = time.process_time()
        shares = [_share(one.id, answers(one), about[one.id]) for one in documents]
        milliseconds = 1000 * (time.process_time() - started) / len(documents)
        mean = sum(shares) / len(shares)
        print(f"{name:14} {len(documents):5} articles  {way:21} {mean:.3f} {milliseconds:6.1f} ms")


def _about_the_same(qrels: Path) -> Mapping[str, set[str]]:
    """Of each article that answers a question the others that answer one of the same, by id."""
    answering: dict[str, set[str]] = defaultdict(set)
    for line in qrels.read_text("utf8").splitlines():
        question, _, source_id, grade = line.split()
        if int(grade) > 0:
            answering[question].add(document_id(source_id))
    about: dict[str, set[str]] = defaultdict(set)
    for documents in answering.values():
        for one in documents:
            about[one] |= documents - {one}
    return about


def _share(own: str, answers: Iterable[str], about: set[str]) -> float:
    nearest = [one for one in answers if one != own][:NEAREST]
    return len(about.intersection(nearest)) / min(NEAREST, len(about))


def _titled(searcher: Searcher, document: Document) -> Iterable[str]:
    return (one.document.id for one in rank_words(searcher, document.title, NEAREST + 1))


def _title_words(document: Document) -> Counter[str]:
    return _telling(terms_of(document).title)


def _telling(words: Words) -> Counter[str]:
    stop = stop_words(("en",))
    return Counter(s for e, s in zip(words.exact, words.stems, strict=True) if e not in stop)


class Bm25:
    """A plain BM25 over title and text, the title once."""

    def __init__(self, searcher: Searcher) -> None:
        self.ids = list(searcher.stream(MatchRequest()))
        self.postings: dict[str, list[tuple[int, int]]] = defaultdict(list)
        lengths = []
        for number, one in enumerate(self.ids):
            document = searcher.document(one)
            assert document is not None
            words = self._words(document)
            lengths.append(words.total())
            for word, times in words.items():
                self.postings[word].append((number, times))
        self.norms = 1.2 * (0.25 + 0.75 * np.array(lengths) / np.mean(lengths))

    def nearest(self, words: Mapping[str, int]) -> Iterable[str]:
        """The ids of the first, best first."""
        scores = np.zeros(len(self.ids))
        for word in words:
            found = np.array(self.postings.get(word, []), dtype=np.int64).reshape(-1, 2)
            documents, times = found[:, 0], found[:, 1]
            scores[documents] += self._rarity(word) * times / (times + self.norms[documents])
        best = np.argsort(-scores, kind="stable")[: NEAREST + 1]
        return (self.ids[number] for number in best.tolist())

    def telling(self, document: Document) -> Counter[str]:
        """The words of the highest tf·idf."""
        words = self._words(document)
        weight = partial(self._weight, words)
        return Counter({word: 1 for word in sorted(words, key=weight)[:MORE_LIKE_THIS_WORDS]})

    def _weight(self, words: Counter[str], word: str) -> tuple[float, str]:
        return -words[word] * self._rarity(word), word

    def _rarity(self, word: str) -> float:
        holding = len(self.postings.get(word, ()))
        return log(1 + (len(self.ids) - holding + 0.5) / (holding + 0.5))

    def _words(self, document: Document) -> Counter[str]:
        terms = terms_of(document)
        return _telling(terms.body) - _telling(terms.title)


if __name__ == "__main__":
    main(sys.argv[1:])
