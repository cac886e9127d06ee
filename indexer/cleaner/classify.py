"""Which blocks are the article, and what the others are.

The rules speak first: what a line says of itself (`own_verdicts`) and what a section says of its
lines (`section_verdicts`). The trained model (`lines`) weighs that with how the line looks, its
words, its neighbours and its place, and decides whether it is the article's. The rules keep the
last word on what the article's text never is: its title, a dump, a caption, a note on its author.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import exp

from indexer.cleaner.author_notes import is_author_note
from indexer.cleaner.block import Block, Verdict
from indexer.cleaner.core import core
from indexer.cleaner.dates import find_dates
from indexer.cleaner.features import Form
from indexer.cleaner.kept import kept_lines
from indexer.cleaner.kinds import kind_of, kinds_in_rows
from indexer.cleaner.lines import article_odds
from indexer.cleaner.own_verdicts import OUTSIDE, Reading, own_verdicts
from indexer.cleaner.sections import section_verdicts
from indexer.model import PassageKind, Reason

_CAPTIONS_BEFORE = 12  # lines above the article in which a caption belongs to it
_CAPTIONS_AFTER = 3
_NOTES = 3  # last sentences that may be about the author
_DATED_WORDS = 40


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
    odds = article_odds(reading, said, dense)
    kept = kept_lines(reading, said, odds, dense)
    percents = list(map(_percent, odds.tolist()))
    found = range(kept[0], kept[-1] + 1) if kept else range(0)
    notes = _author_notes(reading, said, kept)
    among = frozenset(kept)
    rows = kinds_in_rows(reading, found)
    verdicts = [
        notes.get(line)
        or (
            _keep(line, reading, said[line], rows, percents[line])
            if line in among
            else _drop(line, reading, said[line], found, percents[line])
        )
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


def _keep(
    line: int,
    reading: Reading,
    said: Verdict | None,
    rows: Mapping[int, PassageKind],
    percent: int,
) -> Verdict:
    if said is not None and said.reason is None:
        return said
    if _is_dated_caption(line, reading):
        return _DATED
    return _like(percent, kind_of(line, reading, rows))


_DATED = Verdict(None, "no sentence, and ends with a date", PassageKind.CAPTION)


def _is_dated_caption(line: int, reading: Reading) -> bool:
    form, block = reading.forms[line], reading.blocks[line]
    if form.prose or form.size > _DATED_WORDS or block.kind is not PassageKind.PARAGRAPH:
        return False
    end = block.text[-40:]
    dates = find_dates(end) if any(map(str.isdigit, end)) else ()
    return bool(dates) and dates[-1].span[1] == len(end)


def _drop(line: int, reading: Reading, said: Verdict | None, found: range, percent: int) -> Verdict:
    if said is not None and said.rule != OUTSIDE:
        return _settled(line, said, found)
    if line in found and _is_dated_caption(line, reading):
        return _DATED
    block, form = reading.blocks[line], reading.forms[line]
    rule = said.rule if said else ""
    if line < found.start:
        reason = Reason.PROMOTION if form.prose else Reason.NAVIGATION
        return _unlike("above", percent, rule, reason)
    if line < found.stop:
        return _unlike("amid", percent, rule, _reason_amid(block, form))
    reason = Reason.NAVIGATION if form.size <= 3 else Reason.RELATED
    return _unlike("below", percent, rule, reason)


@cache  # at most 101 of each kind
def _like(percent: int, kind: PassageKind) -> Verdict:
    return Verdict(None, f"like an article's lines ({percent} %)", kind)


@cache  # at most 101 of each reason
def _unlike(where: str, percent: int, rule: str, reason: Reason) -> Verdict:
    also = f", {rule}" if rule else ""
    return Verdict(reason, f"{where} the article, unlike an article's lines ({percent} %){also}")


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


def _percent(odds: float) -> int:
    return round(100 / (1 + exp(-odds)))
