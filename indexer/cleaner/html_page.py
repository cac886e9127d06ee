"""A page of HTML: its blocks, and what its head, its JSON-LD and its tree say of the article."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape

from indexer.cleaner.block import Block
from indexer.cleaner.container import mass_of
from indexer.cleaner.dates import date_of_machine
from indexer.cleaner.features import WORD
from indexer.cleaner.html_blocks import PageBlocks, html_blocks
from indexer.cleaner.json_ld import LinkedData, read_json_ld
from indexer.cleaner.limits import bounded, check_tags
from indexer.cleaner.markup import strip_markup
from indexer.cleaner.metadata import Clues
from indexer.cleaner.page_head import PageHead, read_head
from indexer.cleaner.site_name import strip_site, title_key
from indexer.cleaner.text_blocks import text_blocks
from indexer.cleaner.tidy import tidy
from indexer.model import DateOrigin, Published

_LEAST_PRINTED = 250  # characters of running text; a page with less has its article elsewhere
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_HEAD_BLOCKS = 40  # of a page, in which its title is printed
_TIMES_BELOW = 12  # blocks below the headline in which a <time> is the article's
_TIMES_ABOVE = 6
_ADDRESS = re.compile(r"https?://|www\.|@", re.IGNORECASE)
_BY = re.compile(r"^(?:by|von|par|por)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """A page, ready to be judged."""

    blocks: tuple[Block, ...]
    clues: Clues


def read_page(markup: str) -> Page:
    """The page in decoded markup. Raises: InputError where it is more than an article can be."""
    stripped = strip_markup(markup)
    check_tags(stripped.markup)
    head, data = read_head(stripped.markup), read_json_ld(stripped.json_ld)
    body = html_blocks(stripped.markup)
    site = head.site or data.publisher
    clues = Clues(
        title=_title(head, data, body, site),
        site=site,
        published=_published(head, data) or _published_by_time(body),
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


def _title(head: PageHead, data: LinkedData, body: PageBlocks, site: str | None) -> str | None:
    """The main heading that the page's own titles speak of; else the best of these titles."""
    said = [strip_site(text, site) for text in (head.named, data.headline, head.title) if text]
    if body.headlines:
        best = max(body.headlines, key=lambda headline: _likeness(headline, said))
        if _likeness(best, said) >= 0.5 or (not said and len(body.headlines) == 1):
            return best
    return _printed_title(said, body.blocks) or next((text for text in said if text), None)


def _printed_title(titles: Sequence[str], blocks: Sequence[Block]) -> str | None:
    """A line of the page's head that a title holds, beside a name and a colon or the like."""
    for title in titles:
        least = max(2, len(WORD.findall(title)) / 2)
        for block in blocks[:_HEAD_BLOCKS]:
            if block.text in title and len(WORD.findall(block.text)) > least:
                return block.text
    return None


def _likeness(headline: str, titles: Sequence[str]) -> float:
    """The greatest share of words that a heading has in common with one of the titles."""
    words = set(title_key(headline).split())
    others = [set(title_key(title).split()) for title in titles]
    return max((len(words & other) / max(len(words), len(other), 1) for other in others), default=0)


def _published(head: PageHead, data: LinkedData) -> Published | None:
    if date := date_of_machine(tidy(data.published or "")):
        return Published(date, DateOrigin.JSON_LD, True)
    if date := date_of_machine(head.published or ""):
        return Published(date, DateOrigin.META, True)
    return None


def _published_by_time(body: PageBlocks) -> Published | None:
    """The date of the page's own <time>: one that is marked, or the first beside its headline."""
    marked = [time for time in body.times if time.marked]
    headline = next((line for line, block in enumerate(body.blocks) if block.level == 1), None)
    beside = [
        time
        for time in body.times
        if headline is not None
        and headline - _TIMES_ABOVE <= time.before <= headline + _TIMES_BELOW
    ]
    for time in (*marked[:1], *beside):
        if date := date_of_machine(time.stamp):
            return Published(date, DateOrigin.DATE_LINE, time.marked)
    return None


def _byline(head: PageHead, data: LinkedData) -> str | None:
    if data.authors:
        return ", ".join(dict.fromkeys(tidy(name) for name in data.authors))
    if head.author and not _ADDRESS.search(head.author) and len(head.author) < 120:
        return _BY.sub("", head.author, count=1).strip(" ,;&|") or None
    return None
