"""A page of HTML: its blocks, and what its head, its JSON-LD and its tree say of the article."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape

from indexer.cleaner.block import Block
from indexer.cleaner.container import mass_of
from indexer.cleaner.date_lines import dates_of_line
from indexer.cleaner.html_blocks import PageBlocks, TimeElement, html_blocks
from indexer.cleaner.json_ld import LinkedData, read_json_ld
from indexer.cleaner.limits import bounded, check_tags
from indexer.cleaner.markup import strip_markup
from indexer.cleaner.metadata import Clues
from indexer.cleaner.microdata import dates_of_tags
from indexer.cleaner.page_head import PageHead, read_head
from indexer.cleaner.page_title import title_of_page
from indexer.cleaner.publication import Evidence, Trust, stamped
from indexer.cleaner.text_blocks import text_blocks
from indexer.cleaner.tidy import tidy
from indexer.model import DateOrigin

_LEAST_PRINTED = 250  # characters of running text; a page with less has its article elsewhere
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_TIMES_BELOW = 12  # blocks below the headline in which a <time> is the article's
_TIMES_ABOVE = 6
_ADDRESS = re.compile(r"https?://|www\.|@", re.IGNORECASE)
_BY = re.compile(r"^(?:by|von|par|por)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """A page, ready to be judged."""

    blocks: tuple[Block, ...]
    clues: Clues


def read_page(markup: str, host: str | None = None) -> Page:
    """The page in decoded markup. Raises: InputError where it is more than an article can be."""
    stripped = strip_markup(markup)
    check_tags(stripped.markup)
    head = read_head(stripped.markup)
    data = read_json_ld(stripped.json_ld, [title for title in (head.named, head.title) if title])
    body = html_blocks(stripped.markup, data.body)
    site = head.site or data.publisher
    title = title_of_page(head, data, body, host)
    clues = Clues(
        title=title,
        site=site,
        dates=(
            *_dates(head, data, dates_of_tags(stripped.markup)),
            *_times(body, title or ""),
        ),
        byline=_byline(head, data),
        language=head.language or data.language,
        url=head.url if head.url and _ADDRESS.match(head.url) else None,
    )
    return Page(bounded(_with_body(body.blocks, data.body)), clues)


def _with_body(blocks: tuple[Block, ...], body: str | None) -> tuple[Block, ...]:
    """The blocks, and the text in the JSON-LD of a page that prints hardly any of its own."""
    printed = sum(mass_of(block) for block in blocks if block.inside and not block.hint)
    if body is None or printed >= _LEAST_PRINTED or len(body) <= printed:
        return blocks
    lines = _TAG.sub("\n", unescape(body)) if "<" in body or "&" in body else body
    return *blocks, *text_blocks(lines)


def _dates(head: PageHead, data: LinkedData, tags: Sequence[str]) -> tuple[Evidence, ...]:
    """All that the page's head and the attributes of its tags say of the day of publication."""
    changed = (*head.modified, data.modified)
    return (
        *stamped([data.published], DateOrigin.JSON_LD, Trust.ARTICLE),
        *stamped(head.published, DateOrigin.META, Trust.META),
        *stamped(tags, DateOrigin.META, Trust.META if len(tags) == 1 else Trust.STRAY),
        *stamped([data.page_published], DateOrigin.JSON_LD, Trust.PAGE),
        *stamped(head.dated, DateOrigin.META, Trust.UNSAID),
        *stamped(changed, DateOrigin.META, Trust.CHANGED),
    )


def _times(body: PageBlocks, title: str) -> tuple[Evidence, ...]:
    """The <time>s beside the headline."""
    if not body.times:
        return ()
    headline = _headline(body.blocks, title)
    if headline is None:
        return ()
    beside = range(headline - _TIMES_ABOVE, headline + _TIMES_BELOW + 1)
    times = [time for time in body.times if time.before in beside]
    return tuple(evidence for time in times for evidence in _dates_of_time(time, body))


def _headline(blocks: Sequence[Block], title: str) -> int | None:
    """The line of the heading that prints the title, or of the first main heading."""
    headings = [line for line, block in enumerate(blocks) if block.level]
    named = (line for line in headings if title and title in blocks[line].text)
    return next(named, next((line for line in headings if blocks[line].level == 1), None))


def _dates_of_time(time: TimeElement, body: PageBlocks) -> tuple[Evidence, ...]:
    """What a <time> shows to readers; where that is no date ("3 hours ago"), its stamp."""
    shown = body.blocks[time.before].text if time.before < len(body.blocks) else ""
    if printed := dates_of_line(shown):
        return printed
    trust = Trust.SAID if time.marked else Trust.PRINTED
    return stamped([time.stamp], DateOrigin.DATE_LINE, trust)


def _byline(head: PageHead, data: LinkedData) -> str | None:
    if data.authors:
        return ", ".join(dict.fromkeys(tidy(name) for name in data.authors))
    if head.author and not _ADDRESS.search(head.author) and len(head.author) < 120:
        return _BY.sub("", head.author, count=1).strip(" ,;&|") or None
    return None
