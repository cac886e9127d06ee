"""What is said of an article beside its text: by its record, its page, or its own lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.cleaner.block import Block, Verdict
from indexer.cleaner.byline import byline_in, names_in_byline
from indexer.cleaner.classify import Classified
from indexer.cleaner.date_lines import published_in_dateline, published_in_lines
from indexer.cleaner.dates import date_of_machine, date_of_url, find_dates
from indexer.cleaner.own_verdicts import Reading
from indexer.cleaner.site_name import is_of_host
from indexer.cleaner.tidy import tidy
from indexer.model import DateOrigin, Given, Published, RawDocument, Reason

_TITLE_CUT = 80  # characters of a first paragraph that stand in for a title


@dataclass(frozen=True, slots=True)
class Clues:
    """What a page's head says of its article; empty for a plain text."""

    title: str | None = None
    site: str | None = None
    published: Published | None = None
    byline: str | None = None
    language: str | None = None
    url: str | None = None


def published(
    given: Given, clues: Clues, reading: Reading, classified: Classified
) -> Published | None:
    """When the article was published, by the most trustworthy that says so; None: nobody does."""
    if given.published and (date := date_of_machine(given.published)):
        return Published(date, DateOrigin.GIVEN, True)
    return (
        clues.published
        or _published_by_url(given.url)
        or _published_by_lines(reading, classified)
        or _published_by_dateline(reading, classified)
    )


def _published_by_url(url: str | None) -> Published | None:
    date = date_of_url(url) if url else None
    # A month alone may be the folder of a picture or an issue.
    return Published(date, DateOrigin.URL, len(date) == 10) if date else None


def _published_by_lines(reading: Reading, classified: Classified) -> Published | None:
    texts = [block.text for block in reading.blocks]
    dated = [
        line
        for line, verdict in enumerate(classified.verdicts)
        if verdict.reason is Reason.DATE_LINE
        or (verdict.reason is Reason.BYLINE and find_dates(texts[line]))
    ]
    prose = _prose(reading, classified.verdicts)
    return published_in_lines(texts, dated, reading.shown_title, prose)


def _published_by_dateline(reading: Reading, classified: Classified) -> Published | None:
    prose = _prose(reading, classified.verdicts)
    return published_in_dateline(reading.blocks[prose[0]].text) if prose else None


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
