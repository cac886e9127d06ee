"""Which blocks of a page belong to its article, told from the article's text: what a model learns.

The rules, for one gold text (words in lower case; of a script without spaces every sign):

- A block matches where its runs of four words stand in the gold text; every word of the gold text
  is given to one block only. Blocks that follow each other as their places in the gold text do
  (the heaviest increasing chain) are served first, the others take what is left, the fuller first.
- A block without such a run (a sub-heading, an item of a list) belongs to the article if its words
  stand, in a row, in that part of the gold text that its neighbours in the chain leave open.
- 1: at least .6 of a block's words are the article's; 0: at most .4.

None, because it cannot be said: a share between the two (article and debris in one block), a block
without words, a copy of a longer block that is kept, and a block that one of two gold texts has and
the other has not (a standfirst), if both fit the page equally well.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_WORD = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7a3\u0e00-\u0e7f\u1000-\u109f]|[^\W_]+"
)
_RUN = 4  # words
_KEPT = 0.6
_DROPPED = 0.4
_EITHER = 0.5
_COPY = 8  # words; a shorter line may well be printed twice with two meanings
_EQUALLY_WELL = 0.02  # of F1 over runs

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alignment:
    """What of a gold text a page's blocks hold."""

    shares: tuple[float, ...]  # per block, of its words that are the article's, 0 to 1
    f1: float  # over runs of four words, if every block with a share of a half or more is kept


@dataclass(frozen=True, slots=True)
class _Match:
    """Where in the gold text most of a block stands."""

    start: int
    weight: int  # words of the block in runs of the gold text


def labels(texts: Sequence[str], golds: Sequence[str]) -> list[float | None]:
    """For each block 1 if it is the article's, 0 if not, None if that cannot be said.

    Args:
        texts: the blocks of a page in the order in which they are read.
        golds: the article's text, in one or several editions that are equally right.

    """
    if not golds:
        return [None] * len(texts)
    blocks = [words_of(text) for text in texts]
    found = [_align(blocks, words_of(gold)) for gold in golds]
    best = max(found, key=lambda each: each.f1)
    rivals = [each for each in found if each.f1 >= best.f1 - _EQUALLY_WELL]
    kept = {block for block, share in zip(blocks, best.shares, strict=True) if share >= _KEPT}
    return [
        _label(block, block in kept, [each.shares[line] for each in rivals])
        for line, block in enumerate(blocks)
    ]


def align(texts: Sequence[str], gold: str) -> Alignment:
    """The blocks of a page laid along one gold text."""
    return _align([words_of(text) for text in texts], words_of(gold))


def words_of(text: str) -> Words:
    """The words of a text in lower case; of a script without spaces every sign."""
    return tuple(_WORD.findall(text.lower()))


def runs_of(words: Words) -> Counter[Words]:
    """The runs of four words, counted; a shorter text is one run."""
    starts = range(max(1, len(words) - _RUN + 1)) if words else range(0)
    return Counter(words[start : start + _RUN] for start in starts)


def _label(block: Words, is_kept: bool, shares: Sequence[float]) -> float | None:
    said = {1.0 if share >= _KEPT else 0.0 if share <= _DROPPED else None for share in shares}
    label = said.pop() if len(said) == 1 else None
    if not block or (label == 0 and is_kept and len(block) >= _COPY):
        return None
    return label


def _align(blocks: Sequence[Words], gold: Words) -> Alignment:
    shares = _Laying(blocks, gold).shares()
    kept = [block for block, share in zip(blocks, shares, strict=True) if share >= _EITHER]
    ours, theirs = runs_of(tuple(word for block in kept for word in block)), runs_of(gold)
    f1 = 2 * (ours & theirs).total() / max(ours.total() + theirs.total(), 1)
    return Alignment(tuple(shares), f1)


class _Laying:
    """Blocks while they are laid along a gold text; every word of it is given away once."""

    def __init__(self, blocks: Sequence[Words], gold: Words) -> None:
        self._blocks = blocks
        self._gold = gold
        self._free = [True] * len(gold)
        self._places: dict[Words, list[int]] = defaultdict(list)
        for start in range(len(gold) - _RUN + 1):
            self._places[gold[start : start + _RUN]].append(start)

    def shares(self) -> list[float]:
        """Of each block's words, the share that is the article's."""
        matches = [self._match(block) for block in self._blocks]
        chain = _heaviest_chain(matches)
        rest = set(range(len(matches))).difference(chain)
        taken = {line: self._take(line, matches[line].start) for line in chain}
        for line in sorted(rest, key=lambda line: -matches[line].weight):
            taken[line] = self._take(line, matches[line].start) if matches[line].weight else []
        spans = {line: taken[line] for line in chain if self._share(line, taken) >= _EITHER}
        self._fill(taken, spans)
        return [self._share(line, taken) for line in range(len(self._blocks))]

    def _share(self, line: int, taken: dict[int, list[int]]) -> float:
        return len(taken[line]) / max(len(self._blocks[line]), 1)

    def _match(self, block: Words) -> _Match:
        """The place that most runs of a block agree on; two runs of a word each say no more."""
        starts: Counter[int] = Counter()
        for offset in range(len(block) - _RUN + 1):
            for place in self._places.get(block[offset : offset + _RUN], ())[:_RUN]:
                starts[max(place - offset, 0)] += 1
        if not starts:
            return _Match(0, 0)
        start, votes = max(starts.items(), key=lambda item: (item[1], -item[0]))
        return _Match(start, votes + _RUN - 1)

    def _take(self, line: int, start: int) -> list[int]:
        """The places in the gold text that a block's words are given, as near as can be."""
        block = self._blocks[line]
        given: dict[int, int] = {}  # of a word in the block: its place
        due = start
        for offset in range(len(block) - _RUN + 1):
            places = self._places.get(block[offset : offset + _RUN], ())
            place = self._nearest(places, given.get(offset, due + offset))
            if place is None:
                continue
            due = place - offset
            for step in range(_RUN):
                given.setdefault(offset + step, place + step)
        found = list(dict.fromkeys(place for place in given.values() if self._free[place]))
        for place in found:
            self._free[place] = False
        return found

    def _nearest(self, places: Sequence[int], due: int) -> int | None:
        if not places:
            return None
        after = bisect_left(places, due)
        near = places[max(after - _RUN, 0) : after + _RUN]
        free = [place for place in near if self._free[place]]
        return min(free, key=lambda place: abs(place - due)) if free else None

    def _fill(self, taken: dict[int, list[int]], spans: dict[int, list[int]]) -> None:
        """Give the blocks without a run what their neighbours leave open."""
        bounds = list(_bounds(spans, len(self._blocks), len(self._gold)))
        position = 0
        for line, (begin, end) in enumerate(bounds):
            block = self._blocks[line]
            if taken[line] or not block or len(block) >= 2 * _RUN:
                continue
            position = max(position, begin)
            found = self._in_a_row(block, position, end)
            if found:
                taken[line] = list(found)
                position = found.stop

    def _in_a_row(self, block: Words, begin: int, end: int) -> range:
        for start in range(begin, end - len(block) + 1):
            place = range(start, start + len(block))
            if self._gold[start : place.stop] == block and all(self._free[at] for at in place):
                for at in place:
                    self._free[at] = False
                return place
        return range(0)


def _bounds(spans: dict[int, list[int]], lines: int, size: int) -> Iterator[tuple[int, int]]:
    """For each block the end of the last neighbour's place above it, the start of the next's."""
    ends, end = [size] * lines, size
    for line in range(lines - 1, -1, -1):
        ends[line] = end
        end = min(spans[line]) if line in spans else end
    begin = 0
    for line in range(lines):
        yield begin, ends[line]
        begin = max(spans[line]) + 1 if line in spans else begin


def _heaviest_chain(matches: Sequence[_Match]) -> list[int]:
    """The blocks whose places in the gold text rise as the blocks do, with the most words in all.

    Of two chains of one weight, the one whose blocks stand closer together.
    """
    lines = [line for line, match in enumerate(matches) if match.weight]
    best: list[tuple[int, int]] = []  # per line: the weight of its chain, the place of the last
    for number, line in enumerate(lines):
        before = [
            (best[other][0], other)
            for other in range(number)
            if matches[lines[other]].start < matches[line].start
        ]
        weight, last = max(before, default=(0, -1))
        best.append((weight + matches[line].weight, last))
    number = max(range(len(best)), key=lambda each: (best[each][0], -each), default=-1)
    chain = []
    while number >= 0:
        chain.append(lines[number])
        number = best[number][1]
    return chain[::-1]
