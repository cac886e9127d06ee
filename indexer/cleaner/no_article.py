"""Sources without an article: lists of headlines, walls of all kinds, error pages, empty ones."""

from collections.abc import Sequence

from indexer.cleaner.block import Verdict
from indexer.cleaner.block_rules import is_restored, says_article
from indexer.cleaner.indexes import is_index
from indexer.cleaner.own_verdicts import Reading
from indexer.cleaner.walls import COOKIE_WALL, SCRIPTS, Instead, asks_for_a_browser, wall_of
from indexer.model import Reason

_FEW = 30  # blocks; a page of more is no wall
_LINES_BESIDE = 6  # of debris, in a text that is otherwise a title
_ABOUT_THE_ARTICLE = frozenset(
    (
        *(Reason.TITLE, Reason.REPEATED_TITLE, Reason.MASTHEAD, Reason.DATE_LINE),
        *(Reason.BYLINE, Reason.CREDIT, Reason.SOURCE_LINE),
    )
)
_LIST = Instead("a list of headlines and teasers, without an article", Reason.RELATED)


def instead_of_article(
    reading: Reading, verdicts: Sequence[Verdict], core: range
) -> Instead | None:
    """What a source holds instead of an article; None where it holds one.

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
    if wall := wall_of(reading, kept):
        return wall
    if not kept:
        return _why_nothing(reading, verdicts)
    if is_index(reading, verdicts, kept, core):
        return _LIST
    return None


def _why_nothing(reading: Reading, verdicts: Sequence[Verdict]) -> Instead | None:
    if not verdicts:
        return None if reading.title.text else Instead("there is no text")
    if asks_for_a_browser(reading, range(min(_FEW, len(reading.blocks)))):
        return SCRIPTS
    if any(verdict.reason is Reason.COOKIES for verdict in verdicts) and len(verdicts) < _FEW:
        return COOKIE_WALL
    others = [verdict for verdict in verdicts if verdict.reason not in _ABOUT_THE_ARTICLE]
    if reading.title.text and len(others) <= (0 if reading.is_page else _LINES_BESIDE):
        return None  # a title, and a date or a name
    return Instead("links and buttons, without an article")
