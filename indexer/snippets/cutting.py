"""Snippets: the best passages, each cut to what can be read at a glance."""

import math
import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from indexer.model import Document, Leaf, PassageKind, Snippet, Span
from indexer.snippets.best import best_passages, lowered
from indexer.snippets.marks import Mark, Marked, marked, marked_passages, spans_of
from indexer.snippets.wanted import small_leaves, wanted

_WIDTH = 240  # characters: two to three lines
_TOLERANCE = 40  # a passage this little longer is shown in full
_BEFORE = 0.4  # of the room around the matches goes before them
_LONGEST_WORD = 40  # characters; where no space comes sooner, the cut goes through the word
_REPETITION = 0.01  # what a leaf that stands there again weighs
_WIDEST_MARK = 1000  # characters; a wider one (one word of a megabyte) is cut itself

_SPACE = re.compile(r"\s")


def cut_snippets(
    document: Document,
    leaves: Sequence[Leaf],
    statistics: Mapping[int, float] | Sequence[float],
    limit: int = 3,
) -> tuple[Snippet, ...]:
    """The best passages, best first, cut to about 240 characters around their matches.

    statistics: per leaf, by its number, its inverse passage frequency in the archive. Where
    no passage matches (the title did), the article's first paragraph, without highlights.
    """
    weights = tuple(statistics[number] for number in range(len(leaves)))
    passages = marked_passages(document, tuple(leaves))
    small = small_leaves(tuple(leaves), document.language)
    best = best_passages(passages, weights, small, limit)
    if not best:
        return _lead(document, limit)
    shown = lowered(weights, small)
    return tuple(
        _snippet(passages[number], shown, document.passages[number].id, number + 1)
        for number in best
    )


def removed_snippets(
    document: Document, leaves: Sequence[Leaf], limit: int = 3
) -> tuple[Snippet, ...]:
    """What the cleaner removed and the query matches, in the order of the article."""
    looked_for = wanted(tuple(leaves), "removed")
    texts = (marked(block.text, document.language, looked_for) for block in document.removed)
    weights = (1.0,) * len(leaves)
    return tuple(_snippet(text, weights, "", 0) for text in texts if text.marks)[:limit]


def _lead(document: Document, limit: int) -> tuple[Snippet, ...]:
    """The first paragraph; of an article without one, its first passage."""
    numbered = list(enumerate(document.passages, start=1))
    numbered.sort(key=lambda pair: pair[1].kind is not PassageKind.PARAGRAPH)
    return tuple(
        _snippet(Marked(passage.text, (), 0), (), passage.id, number)
        for number, passage in numbered[: min(1, limit)]
    )


def _snippet(text: Marked, weights: Sequence[float], passage: str, number: int) -> Snippet:
    spans = spans_of(text.marks)
    first, last = _window(text, weights, spans)
    return Snippet(
        text=text.text[first:last],
        highlights=tuple(_inside(spans, first, last)),
        passage=passage,
        number=number,
        cut_before=bool(text.text[:first].strip()),
        cut_after=bool(text.text[last:].strip()),
    )


def _inside(spans: Sequence[Span], first: int, last: int) -> Iterator[Span]:
    for start, end in spans:
        if start < last and end > first:
            yield max(start, first) - first, min(end, last) - first


def _window(text: Marked, weights: Sequence[float], spans: Sequence[Span]) -> Span:
    """What of the text is shown: its ends at word borders and not inside a highlight."""
    length = len(text.text)
    if length <= _WIDTH + _TOLERANCE:
        return _stripped(text.text, 0, length)
    begin, end = _densest(text.marks, weights)
    room = max(0, _WIDTH - (end - begin))
    first = max(0, min(begin - int(room * _BEFORE), length - _WIDTH))
    last = min(length, max(end, first + _WIDTH))
    first = _word_begin(text.text, first, begin)
    last = _word_end(text.text, end, last)
    if around := _span_around(spans, first):
        first = around[0] if around[1] > begin else around[1]
    if around := _span_around(spans, last):
        last = around[1] if around[0] < end else around[0]
    return _stripped(text.text, first, last)


def _densest(marks: Sequence[Mark], weights: Sequence[float]) -> Span:
    """Where the leaves that weigh most stand within the width of a snippet; (0, 0) if none do."""
    inside: Counter[int] = Counter()
    best, most, left = (0, 0), -math.inf, 0
    for right, mark in enumerate(marks):
        inside[mark.leaf] += 1
        while left < right and mark.end - marks[left].start > _WIDTH:
            inside.subtract((marks[left].leaf,))
            left += 1
        # Another leaf weighs more than any number of repetitions.
        value = sum(weights[leaf] for leaf, times in inside.items() if times) + _REPETITION * (
            right - left
        )
        if value > most:
            best, most = (marks[left].start, min(mark.end, marks[left].start + _WIDEST_MARK)), value
    return best


def _word_begin(text: str, first: int, begin: int) -> int:
    """The first word border from first on, at most where the matches begin."""
    if first == 0 or text[first - 1].isspace():
        return first
    if space := _SPACE.search(text, first, min(begin, first + _LONGEST_WORD)):
        return space.end()
    if begin - first <= _LONGEST_WORD:
        return begin
    return next(place for place in range(first, begin + 1) if not _is_mark(text, place))


def _word_end(text: str, end: int, last: int) -> int:
    """The last word border before last, at least where the matches end."""
    if last == len(text):
        return last
    nearest = range(last, max(end, last - _LONGEST_WORD) - 1, -1)
    space = next((place for place in nearest if text[place].isspace()), None)
    if space is not None:
        return space
    if last - end <= _LONGEST_WORD:
        return end
    return next((place for place in nearest if not _is_mark(text, place)), last)


def _is_mark(text: str, place: int) -> bool:
    return place < len(text) and unicodedata.category(text[place]).startswith("M")


def _span_around(spans: Sequence[Span], place: int) -> Span | None:
    """The highlight that a cut here would go through, unless it is too wide to be kept whole."""
    number = bisect_left(spans, (place, 0)) - 1
    if number < 0 or spans[number][1] <= place:
        return None
    return spans[number] if spans[number][1] - spans[number][0] <= _WIDEST_MARK else None


def _stripped(text: str, first: int, last: int) -> Span:
    while first < last and text[first].isspace():
        first += 1
    while first < last and text[last - 1].isspace():
        last -= 1
    return first, last
