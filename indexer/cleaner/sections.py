"""Sections below a head: comments to the end, other articles until running text resumes."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from indexer.cleaner.block import Verdict
from indexer.cleaner.line_signs import comment_head, related_head
from indexer.cleaner.own_verdicts import Reading
from indexer.cleaner.traces import BUTTONS
from indexer.model import Reason

_PROSE_BEFORE = 40  # words of running text that must stand above a comment section
_COMMENT_SIGNS = 2  # replies and ages below its head that make it one
_LINES_PER_SIGN = 8
_COMMENT_REASONS = (Reason.COMMENTS, Reason.DATE_LINE)
_BOX = 40  # lines; a box of other articles is no longer
_LINKED = 0.5  # of a block of a page that points to another article


def section_verdicts(reading: Reading, verdicts: Sequence[Verdict | None]) -> Mapping[int, Verdict]:
    """New verdicts, by line, on what stands in the sections of comments and of other articles."""
    comments = _comment_start(reading, verdicts)
    found = {
        line: Verdict(Reason.COMMENTS, "below the head of a comment section")
        for line in range(comments, len(verdicts))
        if verdicts[line] is None or verdicts[line].reason is None  # type: ignore[union-attr]
    }
    end = 0
    for head in _heads(reading):
        if end <= head < comments:
            end = _box_end(head + 1, comments, reading, verdicts)
            found.update(_box(range(head + 1, end), verdicts))
    return found


def _heads(reading: Reading) -> list[int]:
    """Where a box of other articles begins; one that is an element ends by itself."""
    return [
        line
        for line, (block, form) in enumerate(zip(reading.blocks, reading.forms, strict=True))
        if reading.marks.traces[line] & BUTTONS
        and related_head(block.text, form)
        and not block.hint
    ]


def _box(lines: range, verdicts: Sequence[Verdict | None]) -> dict[int, Verdict]:
    return {
        line: Verdict(Reason.RELATED, "below the head of a box of other articles")
        for line in lines
        if verdicts[line] is None
    }


def _comment_start(reading: Reading, verdicts: Sequence[Verdict | None]) -> int:
    words = 0
    for line, form in enumerate(reading.forms):
        if verdicts[line] is None and form.prose:
            words += form.size
        elif (
            words >= _PROSE_BEFORE
            and reading.marks.traces[line] & BUTTONS
            and comment_head(form)
            and _are_comments(line + 1, verdicts)
        ):
            return line + 1
    return len(verdicts)


def _are_comments(start: int, verdicts: Sequence[Verdict | None]) -> bool:
    """Whether replies and ages stand so densely below that these are comments."""
    signs = [
        line
        for line in range(start, len(verdicts))
        if (verdict := verdicts[line]) and verdict.reason in _COMMENT_REASONS
    ]
    if len(signs) < _COMMENT_SIGNS or signs[0] - start >= _LINES_PER_SIGN:
        return False
    return len(signs) * _LINES_PER_SIGN >= len(verdicts) - start


def _box_end(start: int, stop: int, reading: Reading, verdicts: Sequence[Verdict | None]) -> int:
    """Where running text resumes: at two sentences in a row, or at a last one that stands alone."""
    last = min(stop, start + _BOX)
    unsigned = [line for line in range(start, min(stop, last + 1)) if verdicts[line] is None]
    prose = [line for line in unsigned if _is_own_prose(line, reading)]
    if prose and reading.is_page:
        return prose[0]
    for line, following in pairwise(unsigned):
        if line in prose and following in prose:
            return line
    if len(prose) == 1 and stop - prose[0] < 3:
        return prose[0]
    return last


def _is_own_prose(line: int, reading: Reading) -> bool:
    """Whether this is running text, and no link to another article."""
    return reading.forms[line].prose and reading.blocks[line].links < _LINKED
