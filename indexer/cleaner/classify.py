"""Which blocks are the article, and what the others are.

The rules speak first: what a line says of itself (`own_verdicts`) and what a section says of its
lines (`section_verdicts`). The trained model (`lines`) weighs that with how the line looks, its
words, its neighbours and its place, and decides whether it is the article's. The rules keep the
last word on what the article's text never is: its title, a dump, a caption, a note on its author.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import exp

import numpy as np
from numpy.typing import NDArray

from indexer.cleaner.author_notes import is_author_note
from indexer.cleaner.block import Block, Verdict
from indexer.cleaner.core import core
from indexer.cleaner.dates import find_dates
from indexer.cleaner.features import Form
from indexer.cleaner.lines import article_odds
from indexer.cleaner.lines.characters import Column
from indexer.cleaner.own_verdicts import OUTSIDE, Reading, own_verdicts
from indexer.cleaner.sections import section_verdicts
from indexer.model import PassageKind, Reason

# Log odds from which a line is kept; of a bare line, of a sentence, and of a sentence between two
# that are kept: to lose evidence is worse than to keep a line too much. A line that a rule speaks
# against needs more. Chosen on documents that the model had not seen (docs/evaluation.md).
_BARE = 0.2
_SENTENCE = -0.4
_AMID = -1.2
_AGAINST = 1.0
_DENSE = -0.5  # a sentence where the running text is the densest, that no rule speaks of
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
_CAPTIONS_BEFORE = 12  # lines above the article in which a caption belongs to it
_CAPTIONS_AFTER = 3
_HEADING_WORDS = 20
_NOTES = 3  # last sentences that may be about the author
_FEW_LINES = 6  # a text of no more is an article even without a sentence
_LIKELIEST = -2.5  # log odds of the sentences of a text that has none better
_LABELS = 1.5  # log odds of a bare line in a row of lines that look like headlines
_DATED_WORDS = 40
_LISTED = 3  # bare lines in a row, below a line that ends with a colon, or so many at all


@dataclass(frozen=True, slots=True)
class Classified:
    """A verdict for every block, and the lines of the article among them."""

    verdicts: tuple[Verdict, ...]
    core: range  # from the first to the last that is kept
    dense: range  # where the running text is the densest, whatever is kept


def classify(reading: Reading) -> Classified:
    """The verdict on every block."""
    said = rules_say(reading)
    dense = densest(reading, said)
    odds = article_odds(reading, said)
    kept = _kept(reading, said, odds, dense)
    found = range(kept[0], kept[-1] + 1) if kept else range(0)
    notes = _author_notes(reading, said, kept)
    among = frozenset(kept)
    verdicts = [
        notes.get(line)
        or (_keep if line in among else _drop)(line, reading, said[line], found, odds)
        for line in range(len(said))
    ]
    return Classified(tuple(verdicts), found, dense)


def rules_say(reading: Reading) -> list[Verdict | None]:
    """What the rules say of every block; None where they say nothing."""
    said = own_verdicts(reading)
    for line, verdict in section_verdicts(reading, said).items():
        said[line] = verdict
    return said


def densest(reading: Reading, said: Sequence[Verdict | None]) -> range:
    """Where the running text is the densest that no rule speaks of."""
    return core(reading.forms, [verdict is not None for verdict in said])


def _kept(
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
    amid = (above >= 0) & (above <= _REACH) & (below >= 0) & (below <= _REACH)
    told = prose | np.array([block.kind in _TOLD for block in reading.blocks], np.bool_)
    kept = sure | (may_be & told & amid & (odds > _AMID + _AGAINST * signed))
    if not reading.is_page:
        for run in _rows_of_labels(reading, np.flatnonzero(kept).tolist()):
            kept[run] = odds[run] > _LABELS
    return [int(line) for line in np.flatnonzero(kept)]


def _rows_of_labels(reading: Reading, kept: Sequence[int]) -> Iterator[list[int]]:
    """Bare lines in a row that are no list's: more likely headlines of other articles."""
    run: list[int] = []
    for line in (*kept, -1):
        if line >= 0 and _is_bare(line, reading) and (not run or line == run[-1] + 1):
            run.append(line)
            continue
        if len(run) >= _LISTED and not _is_list(run, reading):
            yield run
        run = [line] if line >= 0 and _is_bare(line, reading) else []


def _is_list(run: Sequence[int], reading: Reading) -> bool:
    """Whether a row of bare lines was announced, or has the small words of phrases."""
    if run[0] and reading.blocks[run[0] - 1].text.endswith(":"):
        return True
    words = sum(len(reading.forms[line].folded) for line in run)
    lower = sum(reading.forms[line].lower for line in run)
    return words >= 4 * len(run) and lower * 5 >= 2 * words


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
        return [int(line) for line in likely]
    bare = [line for line, verdict in enumerate(said) if verdict is None]
    return bare if len(said) <= _FEW_LINES and len(bare) <= _FEW_LINES // 2 else []


def _may_be_text(verdict: Verdict | None, is_page: bool) -> bool:
    if verdict is None:
        return True
    if verdict.reason is Reason.DUMP:
        return is_page  # what a page prints as code may be an article's; in a text it is debris
    return verdict.reason not in _SETTLED and verdict.kind is not PassageKind.CAPTION


def _author_notes(
    reading: Reading, said: Sequence[Verdict | None], kept: Sequence[int]
) -> dict[int, Verdict]:
    """The last sentences of the article, or those just below it, that are about its author."""
    below = range(kept[-1] + 1, min(kept[-1] + 1 + _NOTES, len(said))) if kept else range(0)
    lines = (*kept, *(line for line in below if said[line] is None))
    prose = [line for line in lines if reading.forms[line].prose]
    texts = [reading.blocks[line].text for line in prose]
    notes = {}
    for place in range(max(1, len(prose) - _NOTES), len(prose)):
        if is_author_note(texts[place], texts[:place]):
            notes[prose[place]] = Verdict(Reason.AUTHOR_NOTE, "says who the author is")
    return notes


def _keep(line: int, reading: Reading, said: Verdict | None, found: range, odds: Column) -> Verdict:
    if said is not None and said.reason is None:
        return said
    if _is_dated_caption(line, reading):
        return _DATED
    rule = f"like an article's lines ({_percent(odds[line])})"
    return Verdict(None, rule, _kind(line, reading, found))


_DATED = Verdict(None, "no sentence, and ends with a date", PassageKind.CAPTION)


def _is_dated_caption(line: int, reading: Reading) -> bool:
    form, block = reading.forms[line], reading.blocks[line]
    if form.prose or form.size > _DATED_WORDS or block.kind is not PassageKind.PARAGRAPH:
        return False
    end = block.text[-40:]
    dates = find_dates(end) if any(map(str.isdigit, end)) else ()
    return bool(dates) and dates[-1].span[1] == len(end)


def _kind(line: int, reading: Reading, found: range) -> PassageKind:
    block, form = reading.blocks[line], reading.forms[line]
    if reading.is_page or form.prose or block.kind is not PassageKind.PARAGRAPH:
        return block.kind
    if block.text.endswith(":") or form.size > _HEADING_WORDS:
        return PassageKind.PARAGRAPH
    if _is_listed(line, reading, found):
        return PassageKind.LIST_ITEM
    return PassageKind.PARAGRAPH if form.ends else PassageKind.HEADING


def _is_listed(line: int, reading: Reading, found: range) -> bool:
    """Whether a bare line of a text stands in a row of such lines."""
    start = stop = line
    while start > found.start and _is_bare(start - 1, reading):
        start -= 1
    while stop + 1 < found.stop and _is_bare(stop + 1, reading):
        stop += 1
    announced = start > 0 and reading.blocks[start - 1].text.endswith(":")
    return stop - start + 1 >= _LISTED or announced


def _is_bare(line: int, reading: Reading) -> bool:
    return not reading.forms[line].prose and not reading.blocks[line].text.endswith(":")


def _drop(line: int, reading: Reading, said: Verdict | None, found: range, odds: Column) -> Verdict:
    if said is not None and said.rule != OUTSIDE:
        return _settled(line, said, found)
    if line in found and _is_dated_caption(line, reading):
        return _DATED
    block, form = reading.blocks[line], reading.forms[line]
    rule = f", {said.rule}" if said else ""
    unlike = f"unlike an article's lines ({_percent(odds[line])}){rule}"
    if line < found.start:
        reason = Reason.PROMOTION if form.prose else Reason.NAVIGATION
        return Verdict(reason, f"above the article, {unlike}")
    if line < found.stop:
        return Verdict(_reason_amid(block, form), f"amid the article, {unlike}")
    reason = Reason.NAVIGATION if form.size <= 3 else Reason.RELATED
    return Verdict(reason, f"below the article, {unlike}")


def _reason_amid(block: Block, form: Form) -> Reason:
    if form.prose and not block.links:
        return Reason.PROMOTION
    return Reason.RELATED


def _settled(line: int, verdict: Verdict, found: range) -> Verdict:
    """A verdict that stands: a caption or a credit far from the article is another article's."""
    if not found or not (verdict.credit or verdict.reason is None):
        return verdict
    if found.start - _CAPTIONS_BEFORE <= line < found.stop + _CAPTIONS_AFTER:
        return verdict
    if verdict.reason is not None:
        return replace(verdict, credit=None)
    return Verdict(Reason.RELATED, "a caption far from the article")


def _percent(odds: float) -> str:
    return f"{100 / (1 + exp(-float(odds))):.0f} %"
