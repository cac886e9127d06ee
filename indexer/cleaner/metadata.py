"""What is said of an article beside its text: by its record, its page, or its own lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.cleaner.block import Block, Verdict
from indexer.cleaner.byline import byline_in, names_in_byline
from indexer.cleaner.classify import Classified
from indexer.cleaner.date_lines import Place, date_in_dateline, dates_of_lines
from indexer.cleaner.dates import comes_day_first, date_of_url, find_dates
from indexer.cleaner.own_verdicts import Reading
from indexer.cleaner.publication import Evidence, Trust, weigh
from indexer.cleaner.site_name import is_of_host
from indexer.cleaner.tidy import tidy
from indexer.dates import calendar_date
from indexer.model import DateOrigin, Given, Published, RawDocument, Reason

_TITLES = 6  # printings of a title, the last ones, beside which its date may stand
_DATE_REACH = 30  # characters at the end of a title in which its date stands
_DATED_LENGTH = 300  # characters; in longer blocks no dates are looked for
_DAY_FIRST_LANGUAGES = frozenset(["ar", "de", "es", "fr", "it", "nl", "pt"])
_TITLE_CUT = 80  # characters of a first paragraph that stand in for a title


@dataclass(frozen=True, slots=True)
class Clues:
    """What a page's head says of its article; empty for a plain text."""

    title: str | None = None
    site: str | None = None
    dates: tuple[Evidence, ...] = ()
    byline: str | None = None
    language: str | None = None
    url: str | None = None


def published(
    given: Given, clues: Clues, reading: Reading, classified: Classified, language: str | None
) -> Published | None:
    """When the article was published, by all that says so; None: nobody does."""
    if given.published and (date := calendar_date(given.published)):
        return Published(date, DateOrigin.GIVEN, True)
    prose = _prose(reading, classified.verdicts)
    evidence = (
        *clues.dates,
        *_dates_of_url(given.url or clues.url),
        *_printed_dates(reading, classified, prose),
        *_date_of_dateline(reading, prose),
    )
    is_open = any(each.swapped for each in evidence)
    return weigh(evidence, day_first=_day_first(reading, language) if is_open else None)


def _day_first(reading: Reading, language: str | None) -> bool | None:
    """How the article writes 03/04/2016: as its other dates do, or as all do in its language."""
    texts = (block.text for block in reading.blocks if len(block.text) <= _DATED_LENGTH)
    found = comes_day_first(texts)
    return found if found is not None else (language in _DAY_FIRST_LANGUAGES or None)


def _dates_of_url(url: str | None) -> tuple[Evidence, ...]:
    date = date_of_url(url) if url else None
    return (Evidence(date, DateOrigin.URL, Trust.URL),) if date else ()


def _printed_dates(
    reading: Reading, classified: Classified, prose: Sequence[int]
) -> tuple[Evidence, ...]:
    texts = [block.text for block in reading.blocks]
    lines = [line for line, verdict in enumerate(classified.verdicts) if verdict.reason is not None]
    start = classified.core.start if classified.core else len(texts)
    end = prose[-1] if prose else len(texts)
    shown = reading.shown_title
    titles = sorted(line for line in reading.title.lines if line <= max(start, shown))
    if len(titles) > 1 and titles[0] == 0:
        del titles[0]  # a page's title above all that it prints
    place = Place(tuple(titles[-_TITLES:]), start, end)
    return (*dates_of_lines(texts, lines, place), *_date_of_page_title(reading))


def _date_of_page_title(reading: Reading) -> tuple[Evidence, ...]:
    """The date that a page's title ends with, above a text: "The goat – Wave – 03.04.2016"."""
    if reading.is_page or 0 not in reading.title.lines:
        return ()
    text = reading.blocks[0].text
    found = find_dates(text[-_DATE_REACH:])
    if not found or found[-1].span[1] != len(text[-_DATE_REACH:]):
        return ()
    return (Evidence(found[-1].date, DateOrigin.TEXT, Trust.UNSAID, found[-1].swapped),)


def _date_of_dateline(reading: Reading, prose: Sequence[int]) -> tuple[Evidence, ...]:
    found = date_in_dateline(reading.blocks[prose[0]].text) if prose else None
    if found is None:
        return ()
    return (Evidence(found.date, DateOrigin.TEXT, Trust.PRINTED, found.swapped),)


def _prose(reading: Reading, verdicts: Sequence[Verdict]) -> list[int]:
    return [
        line
        for line, verdict in enumerate(verdicts)
        if verdict.is_text and reading.forms[line].prose
    ]


def byline(given: Given, clues: Clues, reading: Reading, verdicts: Sequence[Verdict]) -> str | None:
    """Who wrote it, without "By"; None where nobody says."""
    if given.byline or clues.byline:
        return tidy(given.byline or clues.byline or "") or None
    for line, verdict in enumerate(verdicts):
        if verdict.reason is Reason.BYLINE:
            return names_in_byline(reading.blocks[line].text, reading.forms[line])
    dated = (line for line, verdict in enumerate(verdicts) if verdict.reason is Reason.DATE_LINE)
    names = (byline_in(reading.blocks[line].text, reading.forms[line]) for line in dated)
    return next((name for name in names if name), None)


def source(
    raw: RawDocument, clues: Clues, reading: Reading, verdicts: Sequence[Verdict]
) -> str | None:
    """The outlet: as given, as its page says, as its masthead or a source line says."""
    named = raw.given.source or clues.site or reading.title.site
    if named:
        return tidy(named) or None
    lines = (
        reading.blocks[line].text
        for line, verdict in enumerate(verdicts)
        if verdict.reason is Reason.SOURCE_LINE
    )
    return next((name for line in lines if (name := _named_source(line, raw.site))), None)


def _named_source(line: str, site: str | None) -> str | None:
    """The outlet in "Outlet :: Feed", or in "Source: Outlet" if the site is called like it."""
    outlet, feed, _ = line.partition("::")
    if feed:
        return tidy(outlet) or None
    _, mark, name = line.partition(":")
    name = tidy(name.strip(" ."))
    return name if mark and site and is_of_host(name, site) else None


def title_or_beginning(title: str, blocks: Sequence[Block], verdicts: Sequence[Verdict]) -> str:
    """The title; where nothing is one, the beginning of the first paragraph."""
    if title:
        return title
    kept = (block.text for block, verdict in zip(blocks, verdicts, strict=True) if verdict.is_text)
    return beginning(next(kept, ""))


def beginning(text: str) -> str:
    """The first words of a text, cut at a space, with an ellipsis where it goes on."""
    if len(text) <= _TITLE_CUT:
        return text
    cut = text[:_TITLE_CUT].rsplit(" ", 1)[0] if " " in text[:_TITLE_CUT] else text[:_TITLE_CUT]
    return f"{cut.rstrip(' ,;:–—-')} …"
