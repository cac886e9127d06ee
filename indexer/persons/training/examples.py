"""Labelled texts made into examples: for each run of capitals its clues and its true tags."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple

from indexer.model import Span
from indexer.persons.decoding import B, E, I, O, S
from indexer.persons.evidence import gather
from indexer.persons.features import clues
from indexer.persons.lines import Line, read_line
from indexer.persons.tokens import reading, tokenise
from indexer.persons.words import Words


class Example(NamedTuple):
    """One run: for each of its tokens the clues, and the true tag."""

    clues: Sequence[tuple[Hashable, ...]]
    tags: Sequence[int]


def examples(text: str, spans: Sequence[Span], words: Words) -> Iterator[Example]:
    """The examples of one text, of which every mention of a person is in spans.

    A span that does not begin and end with a token, or reaches out of its run, is left out.
    """
    lines = [read_line(paragraph, words) for paragraph in text.split("\n")]
    evidence = gather(lines, words)
    wanted = {_trimmed(text, span) for span in spans}
    offset = 0
    for line, paragraph in zip(lines, text.split("\n"), strict=True):
        here = {(start - offset, end - offset) for start, end in wanted}
        for run in line.runs:
            yield Example(clues(line, run, evidence, words), _tags(line, run, here))
        offset += len(paragraph) + 1


def _trimmed(text: str, span: Span) -> Span:
    """The span without marks around it and without 's; labels differ in whether they hold them."""
    start, end = span
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] == "."):
        end -= 1
    return start, end - 2 if text[max(start, end - 2) : end] in ("'s", "’s") else end


def _tags(line: Line, run: tuple[int, int], spans: set[Span]) -> list[int]:
    start, end = run
    tags = [O] * (end - start)
    for first in range(start, end):
        for last in range(first, min(end, first + 10)):
            if (line.tokens[first].start, line.tokens[last].end) in spans:
                size = last - first + 1
                inside = [S] if size == 1 else [B, *[I] * (size - 2), E]
                tags[first - start : last + 1 - start] = inside
    return tags


# In lower case so many times and at least half as often as capitalised: such a word is common.
_OFTEN = 3


def common_words(texts: Iterable[str]) -> frozenset[str]:
    """The words that the texts often have in lower case, folded."""
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for text in texts:
        for token in tokenise(text):
            fold, is_capital = reading(token.text)
            (capital if is_capital else lower)[fold] += 1
    return frozenset(
        word
        for word, count in lower.items()
        if word.isalpha() and count >= _OFTEN and 2 * count >= capital[word]
    )
