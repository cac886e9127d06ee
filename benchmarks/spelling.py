"""Did you mean: how often the first suggestion is right, what it costs, and that it keeps quiet.

    python -m benchmarks.spelling [INDEX] [--seed N] [--slips N]

Builds an index of the 20,000 real articles of PRESSMARK_EVALUATION_DATA/bench, or takes INDEX.
Words of at least five letters that stand in at least five articles are drawn, a word in 100
articles 100 times as often as a word in one (a last row draws all alike), and misspelt. A slip is
one edit anywhere in the word: a letter more, less or another, two letters swapped (each as likely,
letters of the alphabet of the archive's words alike); a third of the slips are typical ones
instead: a letter doubled, a double letter single, a neighbouring key, ei for ie. "one or two
slips" makes two in every fourth word. Left out, and drawn again, is what the archive holds itself,
or finds enough for by its stem: no suggestion is due there (said in the last column, in per cent).

Names are persons of the register with at least three articles, a slip in their longest word, then
in two of their words. In company: a misspelt word beside a right word of one article. At last 400
right words, and the same in pairs, with hits enough: nothing may be suggested for them.
"""

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path

from indexer.analyzer import exact_forms
from indexer.engine import open_engine
from indexer.engine.protocol import Searcher
from indexer.model import AnyTerm, MatchRequest, Query, Results
from indexer.query import parse_query
from indexer.search import search
from indexer.search.suggestion import HITS_ENOUGH, likeliest_words, suggest_query

SHORTEST = 5  # letters
DOCUMENTS_ENOUGH = 5
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")

Chance = random.Random
Slip = Callable[[str, Chance], str]


@dataclass
class Score:
    """What was asked for a row, and what came of it."""

    first: int = 0
    third: int = 0
    asked: int = 0
    not_due: int = 0
    milliseconds: list[float] = field(default_factory=list)

    def row(self, label: str) -> str:
        """A line of the table."""
        slowest = statistics.quantiles(self.milliseconds, n=20)[-1]
        middle = statistics.median(self.milliseconds)
        not_due = 100 * self.not_due / (self.asked + self.not_due)
        return (
            f"{label:26} {self.first / self.asked:6.3f} {self.third / self.asked:8.3f} "
            f"{middle:9.2f} {slowest:7.2f} {not_due:8.1f}"
        )


def main(place: Path, seed: int, number: int) -> None:
    searcher = open_engine(str(place)).searcher()
    words = _words(searcher)
    print(f"{searcher.summary().documents:,} articles, {len(searcher.vocabulary()):,} words")
    started = time.process_time()
    suggest_query(searcher, parse_query("harbuor"), 0)
    print(f"first question of a generation: {time.process_time() - started:.2f} s CPU")
    print(f"{'':26} {'first':>6} {'of three':>8} {'ms median':>9} {'ms p95':>7} {'not due':>8}")
    letters = _letters(words)
    for label, common, slips, typical in (
        ("one slip anywhere", True, 1.0, 0.0),
        ("one typical slip", True, 1.0, 1.0),
        ("two slips anywhere", True, 2.0, 0.0),
        ("one or two slips", True, 1.25, 1 / 3),
        ("the same, words alike", False, 1.25, 1 / 3),
    ):
        chance = Chance(f"{seed} {label}")
        drawn = _drawn(words, common, chance)
        pairs = ((word, _misspelt(word, slips, typical, letters, chance)) for word in drawn)
        print(_asked(searcher, pairs, number).row(label), flush=True)
    chance = Chance(f"{seed} names")
    for label, slips in (("names", 1), ("names, slips in two words", 2)):
        names = _names(searcher, slips, letters, chance)
        print(_asked(searcher, names, number // 2).row(label), flush=True)
    print(_asked(searcher, _pairs(searcher, words, letters, chance), number // 2).row("in company"))
    print(_said_of_right_words(searcher, words, chance, number))
    for label, text in _HOSTILE:
        print(f"{label}: {_slowest(searcher, text):.1f} ms at most of five")


def _asked(searcher: Searcher, pairs: Iterator[tuple[str, str]], number: int) -> Score:
    score = Score()
    while score.asked < number:
        right, typed = next(pairs)
        results = search(searcher, Query(text=typed, size=1))
        total = _hits(results)
        if total >= HITS_ENOUGH or _is_of_the_archive(searcher, typed):
            score.not_due += 1
            continue
        parsed = parse_query(typed)
        started = time.process_time()
        suggest_query(searcher, parsed, total)
        score.milliseconds.append(1000 * (time.process_time() - started))
        score.asked += 1
        found = results.suggestion  # as the page shows it
        score.first += _is(found, right)
        three = likeliest_words(searcher, typed, 3) if " " not in typed else (found,)
        score.third += any(_is(one, right) for one in three)
    return score


def _is(found: str | None, right: str) -> bool:
    return found is not None and exact_forms(found) == exact_forms(right)


def _hits(results: Results) -> int:
    """The articles with all the words: the page may have counted those with some."""
    return results.total if results.match == "all" else 0


def _is_of_the_archive(searcher: Searcher, typed: str) -> bool:
    return all(
        searcher.match(MatchRequest(tree=AnyTerm("exact", (form,)), limit=0)).total > 0
        for form in exact_forms(typed)
    )


def _words(searcher: Searcher) -> list[tuple[str, int]]:
    return [
        (one.word, one.documents)
        for one in searcher.vocabulary()
        if len(one.word) >= SHORTEST and one.word.isalpha() and one.documents >= DOCUMENTS_ENOUGH
    ]


def _letters(words: Sequence[tuple[str, int]]) -> str:
    """The letters of the archive's words: a Latin one is not misspelt with Arabic."""
    return "".join(sorted({letter for word, _ in words for letter in word if letter.isascii()}))


def _drawn(words: Sequence[tuple[str, int]], common: bool, chance: Chance) -> Iterator[str]:
    weights = [documents if common else 1 for _, documents in words]
    while True:
        yield from (word for word, _ in chance.choices(words, weights, k=1000))


def _names(
    searcher: Searcher, slips: int, letters: str, chance: Chance
) -> Iterator[tuple[str, str]]:
    """A person of two or three words as in the register, and the name with slips in the longest."""
    known = [
        person.name
        for person in searcher.persons()
        if person.documents >= HITS_ENOUGH
        and len(person.name.split()) in (2, 3)
        and all(word.isalpha() for word in person.name.split())
        and sum(len(word) >= SHORTEST for word in person.name.split()) >= slips
    ]
    while True:
        name = chance.choice(known)
        typed = name.lower().split()
        for word in sorted(typed, key=len)[-slips:]:
            typed[typed.index(word)] = _misspelt(word, 1.0, 1 / 3, letters, chance)
        yield name, " ".join(typed)


def _pairs(
    searcher: Searcher, words: Sequence[tuple[str, int]], letters: str, chance: Chance
) -> Iterator[tuple[str, str]]:
    """Two words of one article, the second with one or two slips."""
    known = {word for word, _ in words}
    for word in _drawn(words, True, chance):
        request = MatchRequest(tree=AnyTerm("exact", (word,)), limit=20)
        article = searcher.document(chance.choice(searcher.match(request).matches).document)
        text = "" if article is None else " ".join(one.text for one in article.passages)
        others = sorted({form for form in exact_forms(text[:5000]) if form in known} - {word})
        if others:
            other = chance.choice(others)
            typed = _misspelt(word, 1.25, 1 / 3, letters, chance)
            yield f"{other} {word}", f"{other} {typed}"


def _said_of_right_words(
    searcher: Searcher, words: Sequence[tuple[str, int]], chance: Chance, number: int
) -> str:
    pairs = _pairs(searcher, words, "a", chance)
    texts = chain(islice(_drawn(words, False, chance), number), (right for right, _ in pairs))
    results = (search(searcher, Query(text=text, size=1)) for text in texts)
    enough = islice((one for one in results if _hits(one) >= HITS_ENOUGH), 2 * number)
    said = sum(one.suggestion is not None for one in enough)
    return f"right words, and pairs of them, with hits enough: {said} suggestions for {2 * number}"


def _slowest(searcher: Searcher, text: str) -> float:
    parsed = parse_query(text)
    times = []
    for _ in range(5):
        started = time.process_time()
        suggest_query(searcher, parsed, 0)
        times.append(1000 * (time.process_time() - started))
    return max(times)


def _misspelt(word: str, slips: float, typical: float, letters: str, chance: Chance) -> str:
    """The word with so many slips in the mean, each typical with this likelihood; another word."""
    number = int(slips) + (chance.random() < slips % 1)
    typed = word
    for _ in range(number):
        before = typed
        while typed in (before, word):
            kinds = _TYPICAL if chance.random() < typical else _ANYWHERE
            typed = chance.choice(kinds)(before, letters, chance)
    return typed


def _insertion(word: str, letters: str, chance: Chance) -> str:
    place = chance.randint(0, len(word))
    return word[:place] + chance.choice(letters) + word[place:]


def _deletion(word: str, _letters: str, chance: Chance) -> str:
    place = chance.randrange(len(word))
    return word[:place] + word[place + 1 :]


def _substitution(word: str, letters: str, chance: Chance) -> str:
    place = chance.randrange(len(word))
    return word[:place] + chance.choice(letters) + word[place + 1 :]


def _transposition(word: str, _letters: str, chance: Chance) -> str:
    place = chance.randrange(len(word) - 1)
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def _doubling(word: str, _letters: str, chance: Chance) -> str:
    place = chance.randrange(len(word))
    return word[:place] + word[place] + word[place:]


def _single(word: str, _letters: str, chance: Chance) -> str:
    doubles = [n for n in range(1, len(word)) if word[n] == word[n - 1]]
    place = chance.choice(doubles) if doubles else len(word)
    return word[:place] + word[place + 1 :]


def _neighbour(word: str, _letters: str, chance: Chance) -> str:
    place = chance.randrange(len(word))
    beside = [
        key
        for row in _KEYS
        if word[place] in row
        for at in (row.index(word[place]),)
        for key in row[max(0, at - 1) : at + 2]
    ]
    return word[:place] + chance.choice(beside or [word[place]]) + word[place + 1 :]


def _ei_for_ie(word: str, _letters: str, _chance: Chance) -> str:
    if "ie" in word:
        return word.replace("ie", "ei", 1)
    return word.replace("ei", "ie", 1)


_ANYWHERE = (_insertion, _deletion, _substitution, _transposition)
_HOSTILE = (
    ("a word of 40 kB", "governmenz" * 4000),
    (
        "5,000 misspelt words",
        " ".join(f"gov{'er' * (n % 3)}nm{chr(97 + n % 26)}nt" for n in range(5000)),
    ),
    ("5,000 short words", "ab cd ef gh ij " * 1000),
)
_TYPICAL = (_doubling, _single, _neighbour, _ei_for_ie)


def _build(place: Path) -> None:
    source = place.parent / "news"
    source.mkdir(parents=True, exist_ok=True)
    maker = Path(os.environ["PRESSMARK_EVALUATION_DATA"]) / "bench" / "make_corpus.py"
    with (source / "corpus.jsonl").open("wb") as out:
        subprocess.run([sys.executable, maker, "20000"], stdout=out, check=True)
    command = [sys.executable, "-m", "indexer", "index", str(source), "--no-clean"]
    subprocess.run([*command, "--index", str(place)], check=True, capture_output=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m benchmarks.spelling")
    parser.add_argument("index", type=Path, nargs="?")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--slips", type=int, default=400)
    options = parser.parse_args()
    if options.index is not None:
        main(options.index, options.seed, options.slips)
    else:
        with tempfile.TemporaryDirectory() as folder:
            _build(Path(folder) / "index")
            main(Path(folder) / "index", options.seed, options.slips)
