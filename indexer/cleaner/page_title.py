"""The title of a page: the headline that it prints, told by what its head calls it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from indexer.cleaner.block import Block
from indexer.cleaner.features import WORD
from indexer.cleaner.html_blocks import PageBlocks
from indexer.cleaner.json_ld import LinkedData
from indexer.cleaner.page_head import PageHead
from indexer.cleaner.site_name import (
    cut_names,
    is_of_host,
    is_same_site,
    likeness,
    longest_front,
    title_key,
    title_parts,
)

_ALIKE = 0.5  # the share of words that a headline has in common with a page's title
_MOST_HEADINGS = 50  # that are looked at
_LONGEST = 600  # characters of a title or heading; what is longer is a text
_HEAD_BLOCKS = 300  # of a page, in which its title is printed
_LEAST_LINE = 7  # characters of such a line
_LEAST_TITLE = 3  # words of a title before which a kicker may stand
_LEAST_KICKER = 2  # words; one may be an article that the other printing leaves out
_CONTENT_LETTERS = 4  # a word of fewer says nothing of what an article is about
_NAME_WORDS = 2  # titles of no more words name the site, not the article

# "Pure joy: the goat on the tram" is one headline; "Opinion / The goat on the tram" is two things.
_ONE_HEADLINE = re.compile(r"(?:\S:|[-–—])[\s\"'“„»«‚‘]*$")


@dataclass(frozen=True, slots=True)
class _Site:
    """Whose page it is."""

    name: str | None
    host: str | None

    def is_name(self, text: str) -> bool:
        """Whether a part of a title is the site's name."""
        if self.name and is_same_site(text, self.name):
            return True
        return bool(self.host and is_of_host(text, self.host))

    def cut(self, title: str) -> str:
        """The title without the site's name; if nobody tells it, without what may be one."""
        cut = cut_names(title, self.is_name)
        return cut if self.name or cut != title else longest_front(title)


def title_of_page(
    head: PageHead, data: LinkedData, body: PageBlocks, host: str | None = None
) -> str | None:
    """The main heading that the page's own titles speak of; else the best of these titles."""
    site = _Site(head.site or data.publisher, host or _host(head.url))
    said = [text[:_LONGEST] for text in (head.named, data.headline, head.title) if text]
    bare = [text for text in map(site.cut, said) if text]
    headings = _headings(body.headlines[:_MOST_HEADINGS], said, site)
    heading = _spoken_of(headings, bare, [*bare, *said])
    if heading:
        return _without_kicker(heading, bare, said)
    return (
        _printed_heading(bare, body.blocks)
        or _beginning(headings, bare)
        or _lone(headings, bare)
        or _printed_line(bare, body.blocks)
        or next(iter(bare), None)
    )


def _host(url: str | None) -> str | None:
    return url.partition("://")[2].partition("/")[0].removeprefix("www.") or None if url else None


def _headings(headlines: Sequence[str], said: Sequence[str], site: _Site) -> list[str]:
    """The main headings that are not the site's name, nor a rubric that a title ends with."""
    ends = set()
    for parts in map(title_parts, said):
        ends |= {title_key(part) for part in parts[1:] if part != max(parts, key=len)}
    short = (headline for headline in headlines if len(headline) <= _LONGEST)
    cut = dict.fromkeys(cut_names(headline, site.is_name) for headline in short)
    return [text for text in cut if title_key(text) not in {"", *ends} and not site.is_name(text)]


def _spoken_of(headings: Sequence[str], bare: Sequence[str], titles: Sequence[str]) -> str | None:
    """The heading that is most like a title; both headings where a title is made of two."""
    for one, other in pairwise(headings):
        both = f"{title_key(one)} {title_key(other)}"
        if joined := next((title for title in bare if title_key(title) == both), None):
            return joined
    best = max(headings, key=lambda heading: likeness(heading, titles), default="")
    return best if likeness(best, titles) >= _ALIKE else None


def _beginning(headings: Sequence[str], titles: Sequence[str]) -> str | None:
    """The heading that a title begins with: it goes on with other words."""
    keys = [f"{title_key(title)} " for title in titles]
    return next(
        (text for text in headings if any(key.startswith(f"{title_key(text)} ") for key in keys)),
        None,
    )


def _without_kicker(heading: str, bare: Sequence[str], said: Sequence[str]) -> str:
    """The heading without the words above the headline that an element of its own holds."""
    key = title_key(heading)
    wanted = {title_key(title) for title in bare}
    if key in wanted or any(key == title_key(title) for title in said):
        return heading
    for word in list(WORD.finditer(heading))[_LEAST_KICKER:]:
        rest = title_key(heading[word.start() :])
        if rest in wanted and len(rest.split()) >= _LEAST_TITLE:
            front = heading[: word.start()]
            return heading if _ONE_HEADLINE.search(front) else _from_quote(heading, word.start())
    return heading


def _from_quote(heading: str, start: int) -> str:
    """The heading from a word on, with the quotation mark that opens before it."""
    while start and heading[start - 1] in "\"'“„»«‚‘":
        start -= 1
    return heading[start:]


def _printed_heading(titles: Sequence[str], blocks: Sequence[Block]) -> str | None:
    """A lesser heading that says what a title says, or a part of it that may be one."""
    parts = (part for title in titles for part in title_parts(title))
    keys = {title_key(part) for part in parts if len(WORD.findall(part)) >= _LEAST_TITLE}
    keys |= {title_key(title) for title in titles}
    return next(
        (block.text for block in blocks if block.level > 1 and title_key(block.text) in keys), None
    )


def _lone(headings: Sequence[str], titles: Sequence[str]) -> str | None:
    """The only main heading, if it speaks of what a title speaks of, or no title says anything."""
    if len(headings) != 1:
        return None
    longest = max((len(WORD.findall(title)) for title in titles), default=0)
    words = _content(headings[0])
    if longest <= _NAME_WORDS or any(words & _content(title) for title in titles):
        return headings[0]
    return None


def _content(text: str) -> set[str]:
    words = title_key(text).split()
    return {word for word in words if len(word) >= _CONTENT_LETTERS or word.isdigit()}


def _printed_line(titles: Sequence[str], blocks: Sequence[Block]) -> str | None:
    """A line of the page that a title holds, beside a name and a colon or the like."""
    for title in titles:
        least = max(_LEAST_LINE, len(title) / 2)
        for block in blocks[:_HEAD_BLOCKS]:
            if least < len(block.text) < len(title) and block.text in title:
                return block.text
    return None
