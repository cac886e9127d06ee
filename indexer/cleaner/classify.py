"""Which blocks are the article, and what the others are.

Three passes: what a line says of itself (`own_verdicts`), what a section says of its lines
(`section_verdicts`), and where the article is (`core`); what is still open is decided by its
neighbours. Verdicts that a line or a section carries are never taken back here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from indexer.cleaner.author_notes import is_author_note
from indexer.cleaner.block import Verdict
from indexer.cleaner.core import core, core_of_page
from indexer.cleaner.dates import find_dates
from indexer.cleaner.features import Form
from indexer.cleaner.own_verdicts import Reading, own_verdicts
from indexer.cleaner.sections import section_verdicts
from indexer.model import PassageKind, Reason

_CAPTIONS_BEFORE = 12  # lines above the article in which a caption belongs to it
_CAPTIONS_AFTER = 3
_STANDFIRST_LINES = 6  # between a title and its standfirst
_STANDFIRST_WORDS = 8
_HEADINGS = 2  # more bare lines than these in a row are a list, or debris
_HEADING_WORDS = 20
_NOTES = 3  # last sentences that may be about the author
_FEW_LINES = 6  # a text of no more is an article even without a sentence


@dataclass(frozen=True, slots=True)
class Classified:
    """A verdict for every block, and the lines of the article among them."""

    verdicts: tuple[Verdict, ...]
    core: range


def classify(reading: Reading) -> Classified:
    """The verdict on every block."""
    open_verdicts = rules_say(reading)
    found = _article(reading, open_verdicts)
    notes = _author_notes(reading, open_verdicts, found)
    verdicts = [
        notes.get(line) or _settled(line, verdict, found) or _open_verdict(line, reading, found)
        for line, verdict in enumerate(open_verdicts)
    ]
    _settle_runs(verdicts, open_verdicts, reading, found)
    return Classified(tuple(verdicts), found)


def rules_say(reading: Reading) -> list[Verdict | None]:
    """What the rules say of every block; None where they say nothing."""
    said = own_verdicts(reading)
    for line, verdict in section_verdicts(reading, said).items():
        said[line] = verdict
    return said


def _article(reading: Reading, verdicts: Sequence[Verdict | None]) -> range:
    signed = [verdict is not None for verdict in verdicts]
    if reading.is_page:
        return core_of_page(reading.blocks, reading.forms, signed, _last_title(reading))
    found = core(reading.forms, signed)
    if not found:
        return _few_lines(reading, verdicts)
    for line in range(_last_title(reading) + 1, found.start)[:_STANDFIRST_LINES]:
        form = reading.forms[line]
        if verdicts[line] is None and form.prose and form.size >= _STANDFIRST_WORDS:
            return range(line, found.stop)
    return found


def _last_title(reading: Reading) -> int:
    """The line below which the article begins; of a text that is the last of its head."""
    if reading.is_page:
        return reading.shown_title
    return max((line for line in reading.title.lines if line <= reading.first_prose), default=-1)


def _few_lines(reading: Reading, verdicts: Sequence[Verdict | None]) -> range:
    bare = [line for line, verdict in enumerate(verdicts) if verdict is None]
    if bare and len(bare) <= _FEW_LINES // 2 and len(verdicts) <= _FEW_LINES:
        return range(bare[0], bare[-1] + 1)
    return range(0)


def _author_notes(
    reading: Reading, verdicts: Sequence[Verdict | None], found: range
) -> dict[int, Verdict]:
    prose = [line for line in found if verdicts[line] is None and reading.forms[line].prose]
    texts = [reading.blocks[line].text for line in prose]
    notes = {}
    for place in range(max(1, len(prose) - _NOTES), len(prose)):
        if is_author_note(texts[place], texts[:place]):
            notes[prose[place]] = Verdict(Reason.AUTHOR_NOTE, "says who the author is")
    return notes


def _settled(line: int, verdict: Verdict | None, found: range) -> Verdict | None:
    """A verdict that stands: a caption or a credit far from the article is another article's."""
    if verdict is None or not found or not (verdict.credit or verdict.reason is None):
        return verdict
    if found.start - _CAPTIONS_BEFORE <= line < found.stop + _CAPTIONS_AFTER:
        return verdict
    if verdict.reason is not None:
        return replace(verdict, credit=None)
    return Verdict(Reason.RELATED, "a caption far from the article")


def _open_verdict(line: int, reading: Reading, found: range) -> Verdict:
    block, form = reading.blocks[line], reading.forms[line]
    if line not in found:
        return _outside(line, form, found)
    if form.prose or block.kind is not PassageKind.PARAGRAPH or block.text.endswith(":"):
        return Verdict(None, "running text inside the article", block.kind)
    if form.size <= 40 and _ends_with_date(block.text):
        return Verdict(None, "no sentence, and ends with a date", PassageKind.CAPTION)
    if not reading.is_page and form.size <= _HEADING_WORDS and not form.ends:
        return Verdict(None, "a short line above running text", PassageKind.HEADING)
    return Verdict(None, "between running text", PassageKind.PARAGRAPH)


def _outside(line: int, form: Form, found: range) -> Verdict:
    if line < found.start:
        reason = Reason.PROMOTION if form.prose else Reason.NAVIGATION
        return Verdict(reason, "above the article")
    if form.size <= 3:
        return Verdict(Reason.NAVIGATION, "a short line below the article")
    return Verdict(Reason.RELATED, "below the article")


def _ends_with_date(text: str) -> bool:
    found = find_dates(text[-40:])
    return bool(found) and found[-1].span[1] == len(text[-40:])


def _settle_runs(
    verdicts: list[Verdict],
    open_verdicts: Sequence[Verdict | None],
    reading: Reading,
    found: range,
) -> None:
    """Runs of bare lines inside a text are headings, a list, or links; a page marks its own."""
    if reading.is_page:
        return
    for run in _bare_runs(open_verdicts, reading, found):
        if len(run) <= _HEADINGS:
            continue
        is_list = _is_list(run, reading)
        for line in run:
            verdicts[line] = (
                Verdict(None, "a list inside the article", PassageKind.LIST_ITEM)
                if is_list
                else Verdict(Reason.RELATED, "one of many bare lines in a row")
            )


def _bare_runs(
    open_verdicts: Sequence[Verdict | None], reading: Reading, found: range
) -> list[list[int]]:
    runs: list[list[int]] = [[]]
    for line in found:
        if open_verdicts[line] is not None:
            continue
        if _stands_for_itself(line, reading):
            runs.append([])
        else:
            runs[-1].append(line)
    return [run for run in runs if run]


def _stands_for_itself(line: int, reading: Reading) -> bool:
    """Whether a line is running text, or the words that a list begins with."""
    return reading.forms[line].prose or reading.blocks[line].text.endswith(":")


def _is_list(run: Sequence[int], reading: Reading) -> bool:
    before = next((line for line in range(run[0] - 1, -1, -1) if reading.forms[line].prose), None)
    if run[0] and reading.blocks[run[0] - 1].text.endswith(":"):
        return True
    if before is not None and reading.blocks[before].text.endswith(":"):
        return True
    words = sum(len(reading.forms[line].words) for line in run)
    lower = sum(reading.forms[line].lower for line in run)
    return words >= 4 * len(run) and lower * 5 >= 2 * words
