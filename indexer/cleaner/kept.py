"""Which lines are the article's text: the model's odds, and how much of them each line needs."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from indexer.cleaner.block import Verdict
from indexer.cleaner.kinds import LISTED, bare_rows, is_announced
from indexer.cleaner.lines.characters import Column
from indexer.cleaner.own_verdicts import Reading
from indexer.model import PassageKind, Reason

# Log odds from which a line is kept; of a bare line, of a sentence, and of a sentence between two
# that are kept: to lose evidence is worse than to keep a line too much. A line that a rule speaks
# against needs more. Chosen on documents that the model had not seen (docs/evaluation.md).
_BARE = 0.2
_SENTENCE = -0.4
_AMID = -1.2
_AGAINST = 1.0
_DENSE = -0.5  # a sentence where the running text is the densest, that no rule speaks of
_BEYOND = 0.8  # a bare line above the first sentence that is kept, or below the last
_REACH = 12  # lines to the kept sentences above and below

# The model learnt from texts in the Latin script. In another, what stands outside the densest text
# needs so much more, and a bare line twice that: without it menus are kept.
_FOREIGN = 2.0

# What a page's markup says is no heading and no menu; amid the article it needs as little as a
# sentence does.
_TOLD = (PassageKind.LIST_ITEM, PassageKind.QUOTATION, PassageKind.TABLE)

_SETTLED = frozenset(
    (
        *(Reason.TITLE, Reason.REPEATED_TITLE, Reason.MASTHEAD),
        *(Reason.BYLINE, Reason.DATE_LINE, Reason.CREDIT),
    )
)
_LIKELIEST = -2.5  # log odds of the sentences of a text that has none better
_LABELS = 1.5  # log odds of a bare line in a row of lines that look like headlines
_FEW_LINES = 6  # a text of no more is an article even without a sentence


def kept_lines(
    reading: Reading, said: Sequence[Verdict | None], odds: Column, dense: range
) -> list[int]:
    """The lines that are the article's text."""
    may_be = np.array([_may_be_text(verdict, reading.is_page) for verdict in said], np.bool_)
    prose = np.array([form.prose for form in reading.forms], np.bool_)
    signed = np.array([verdict is not None for verdict in said], np.bool_)
    outside = _outside(dense, len(said))
    asked = np.where(prose, _SENTENCE, _BARE) + _AGAINST * (signed & may_be)
    asked += _DENSE * (prose & ~signed & ~outside)
    if not reading.is_page and reading.script not in (None, "latin"):
        asked += np.where(outside, _FOREIGN * np.where(prose, 1, 2), _DENSE * prose)
    sure = may_be & (odds > asked)
    sentences = np.flatnonzero(sure & prose)
    if not len(sentences):
        return _without_sentences(said, odds, may_be, prose)
    at = np.arange(len(said))
    place = np.searchsorted(sentences, at)
    above = at - sentences[np.maximum(place - 1, 0)]
    below = sentences[np.minimum(place, len(sentences) - 1)] - at
    beyond = (at < sentences[0]) | (at > sentences[-1])
    sure &= prose | ~beyond | (odds > asked + _BEYOND)
    amid = (above >= 0) & (above <= _REACH) & (below >= 0) & (below <= _REACH)
    told = prose | np.array([block.kind in _TOLD for block in reading.blocks], np.bool_)
    kept = sure | (may_be & told & amid & (odds > _AMID + _AGAINST * signed))
    if not reading.is_page:
        for row in _rows_of_labels(reading, np.flatnonzero(kept).tolist()):
            kept[row] = odds[row] > _LABELS
    return np.flatnonzero(kept).tolist()


def _rows_of_labels(reading: Reading, kept: Sequence[int]) -> Iterator[list[int]]:
    """Bare lines in a row that are no list's: more likely headlines of other articles."""
    for row in bare_rows(kept, reading):
        if len(row) >= LISTED and not _is_list(row, reading):
            yield row


def _is_list(row: Sequence[int], reading: Reading) -> bool:
    """Whether a row of bare lines was announced, or has the small words of phrases."""
    if is_announced(row, reading):
        return True
    words = sum(len(reading.forms[line].folded) for line in row)
    lower = sum(reading.forms[line].lower for line in row)
    return words >= 4 * len(row) and lower * 5 >= 2 * words


def _outside(dense: range, lines: int) -> NDArray[np.bool_]:
    at = np.arange(lines)
    return (at < dense.start) | (at >= dense.stop)


def _without_sentences(
    said: Sequence[Verdict | None],
    odds: Column,
    may_be: NDArray[np.bool_],
    prose: NDArray[np.bool_],
) -> list[int]:
    """What is kept of a text in which no sentence is likely the article's: the likeliest."""
    likely = np.flatnonzero(may_be & prose & (odds > _LIKELIEST))
    if len(likely):
        return likely.tolist()
    bare = [line for line, verdict in enumerate(said) if verdict is None]
    return bare if len(said) <= _FEW_LINES and len(bare) <= _FEW_LINES // 2 else []


def _may_be_text(verdict: Verdict | None, is_page: bool) -> bool:
    if verdict is None:
        return True
    if verdict.reason is Reason.DUMP:
        return is_page  # what a page prints as code may be an article's; in a text it is debris
    return verdict.reason not in _SETTLED and verdict.kind is not PassageKind.CAPTION
