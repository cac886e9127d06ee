"""Pages without an article: lists of links and headlines, cookie walls, error pages, empty ones."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from indexer.cleaner.block import Verdict
from indexer.cleaner.block_rules import is_restored, says_article
from indexer.cleaner.own_verdicts import Reading
from indexer.cleaner.vocabulary import COOKIES
from indexer.model import Reason

_ERROR = re.compile(
    r"(?:error\s?)?(?:40[0-9]|410|451|50[0-9])\b.{0,60}|.{0,40}\b(?:page|article|story|site|url) "
    r"(?:you .{0,40})?"
    r"(?:was |is |has |could )?(?:not (?:be )?found|been (?:moved|removed|deleted)|no longer "
    r"(?:available|exists))"
    r".{0,60}|page not found|not found|access denied|forbidden|(?:internal )?server error|bad "
    r"gateway|"
    r"service unavailable|just a moment|attention required.{0,40}|are you a robot.{0,20}|verify "
    r"you are human.{0,40}|"
    r"seite nicht gefunden.{0,40}|.{0,40}nicht gefunden|page (?:non|introuvable|not).{0,40}|"
    r"página no encontrada.{0,40}|(?:الصفحة غير موجودة|لم يتم العثور على الصفحة).{0,40}",
    re.IGNORECASE,
)
_ERROR_WORDS = 120  # an article about an error is longer
_WALL = re.compile(
    r"\b(?:enable|activate|turn on|requires?|disable your|aktivieren|activer|activar)\b.{0,40}"
    r"\b(?:javascript|cookies|ad ?blocker)\b|checking your browser|unusual (?:traffic|activity)",
    re.IGNORECASE,
)

_WALL_LENGTH = 1000  # characters of a block that are looked at
_FEW = 30  # blocks; a page of more is no wall
_LINES_BESIDE = 6  # of debris, in a text that is otherwise a title
_ABOUT_THE_ARTICLE = frozenset(
    (
        *(Reason.TITLE, Reason.REPEATED_TITLE, Reason.MASTHEAD, Reason.DATE_LINE),
        *(Reason.BYLINE, Reason.CREDIT, Reason.SOURCE_LINE),
    )
)

# Of an index page: so many headlines, and its teasers stand alone between them and are short.
_HEADLINES = 8
_TEASER_WORDS = 32
_INDEX_WORDS = 250  # of running text; who calls an article of more an index loses all of it
_IN_COMPANY = 0.34
_LINKED = 0.8  # of a headline that is a link
_HEADLINE_WORDS = 4


def why_no_article(reading: Reading, verdicts: Sequence[Verdict], core: range) -> str | None:
    """Why a source holds no article; None where it holds one.

    A title with nothing or a sentence or two below it is an article; a list of links is none. What
    the reader keeps a block of, by a line for this source alone, is one whatever it looks like.
    """
    if says_article(verdicts):
        return None
    kept = [
        line
        for line, verdict in enumerate(verdicts)
        if verdict.is_text and not is_restored(verdict)
    ]
    words = sum(reading.forms[line].size for line in kept)
    if words <= _ERROR_WORDS and (reason := _wall(reading, kept)):
        return reason
    if not kept:
        return _why_nothing(reading, verdicts)
    if _is_index(reading, verdicts, core):
        return "a list of headlines and teasers, without an article"
    return None


def _wall(reading: Reading, kept: Sequence[int]) -> str | None:
    if _ERROR.fullmatch(reading.title.text.strip()):
        return f'an error page: "{reading.title.text[:80]}"'
    if kept and all(_WALL.search(reading.blocks[line].text) for line in kept[:2]):
        return "a wall: the page asks for a browser that runs scripts"
    prose = [reading.blocks[line].text for line in kept if reading.forms[line].prose]
    if prose and all(COOKIES.search(text) for text in prose):
        return "a cookie notice, without an article"
    return None


def _why_nothing(reading: Reading, verdicts: Sequence[Verdict]) -> str | None:
    if not verdicts:
        return None if reading.title.text else "there is no text"
    if any(_WALL.search(block.text[:_WALL_LENGTH]) for block in reading.blocks[:_FEW]):
        return "a wall: the page asks for a browser that runs scripts"
    if any(verdict.reason is Reason.COOKIES for verdict in verdicts) and len(verdicts) < _FEW:
        return "a cookie notice, without an article"
    others = [verdict for verdict in verdicts if verdict.reason not in _ABOUT_THE_ARTICLE]
    if reading.title.text and len(others) <= (0 if reading.is_page else _LINES_BESIDE):
        return None  # a title, and a date or a name
    return "links and buttons, without an article"


def _is_index(reading: Reading, verdicts: Sequence[Verdict], core: range) -> bool:
    """Whether headlines and short teasers take turns, with hardly two sentences in a row."""
    kept = [line for line in core if verdicts[line].is_text and reading.forms[line].prose]
    headlines = [line for line in core if _is_headline(line, reading)]
    if len(headlines) < _HEADLINES or len(kept) > 2 * len(headlines):
        return False
    words = sum(reading.forms[line].size for line in kept)
    if words > _INDEX_WORDS:
        return False
    return _in_company(kept, headlines) < _IN_COMPANY * len(kept) and words < _TEASER_WORDS * len(
        kept
    )


def _is_headline(line: int, reading: Reading) -> bool:
    block, form = reading.blocks[line], reading.forms[line]
    if reading.is_page:
        return block.links >= _LINKED and form.size >= _HEADLINE_WORDS
    return not form.prose


def _in_company(prose: Sequence[int], headlines: Sequence[int]) -> int:
    """How many sentences have another one above or below before any headline."""
    chapters: Counter[int] = Counter(bisect_left(headlines, line) for line in prose)
    return sum(size for size in chapters.values() if size > 1)
