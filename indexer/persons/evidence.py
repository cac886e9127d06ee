"""What the whole document says of each word: where it stands elsewhere, and beside what."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from indexer.persons.lines import SUFFIXES, Line
from indexer.persons.words import Words


@dataclass(frozen=True, slots=True)
class Evidence:
    """Counts by folded word over all lines of one document that are not headlines."""

    lower: Counter[str] = field(default_factory=Counter)  # not capitalised
    capital: Counter[str] = field(default_factory=Counter)
    inside: Counter[str] = field(default_factory=Counter)  # capitalised, not first in a sentence
    titled: Counter[str] = field(default_factory=Counter)  # after a title or role
    speaking: Counter[str] = field(default_factory=Counter)  # beside a verb of saying
    place: Counter[str] = field(default_factory=Counter)  # right after in, at, near
    article: Counter[str] = field(default_factory=Counter)  # right after the
    body: Counter[str] = field(default_factory=Counter)  # before a word of organisations
    last: Counter[str] = field(default_factory=Counter)  # last of several capitals


def gather(lines: Iterable[Line], words: Words) -> Evidence:
    """The evidence of a document."""
    evidence = Evidence()
    for line in lines:
        if line.headline:
            continue
        for fold, capital in zip(line.words, line.capitals, strict=True):
            if not capital:
                evidence.lower[fold] += 1
        for run in line.runs:
            _gather_run(evidence, line, run, words)
    return evidence


def _gather_run(evidence: Evidence, line: Line, run: tuple[int, int], words: Words) -> None:
    start, end = run
    titled = start > 0 and names_role(line.words[start - 1], words)
    speaking = is_beside_saying(line, run, words)
    for place in range(start, end):
        word = line.words[place]
        if not line.capitals[place] or word in SUFFIXES:
            continue
        evidence.capital[word] += 1
        evidence.inside[word] += not line.starts[place]
        if names_role(word, words):
            titled = True
            continue
        evidence.titled[word] += titled
        evidence.speaking[word] += speaking
        before = line.words[place - 1] if place else ""
        evidence.place[word] += before in words.places_before
        evidence.article[word] += before == "the"
        evidence.body[word] += place + 1 < end and line.words[place + 1] in words.organisations
        evidence.last[word] += place == end - 1 > start


def names_role(word: str, words: Words) -> bool:
    """Whether the word is a title or a role."""
    return word in words.titles or word in words.roles


def is_beside_saying(line: Line, run: tuple[int, int], words: Words) -> bool:
    """Whether a verb of saying stands right before or after the run."""
    start, end = run
    after = line.words[end] if end < len(line.words) else ""
    before = line.words[start - 1] if start else ""
    return after in words.saying or before in words.saying
