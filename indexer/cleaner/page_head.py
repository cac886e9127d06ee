"""The head of a page, read by Beautiful Soup: title, metas, canonical address, language."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bs4 import BeautifulSoup
from bs4.filter import SoupStrainer

from indexer.cleaner.tidy import tidy

# Beautiful Soup is given the head alone, and no more of it than this: it builds an object for
# every tag, and a page's body is read from the one parse tree of html_blocks.
_MOST_HEAD = 200_000  # characters
_HEAD_END = re.compile(r"</head\b|<body\b", re.IGNORECASE)
_WANTED = SoupStrainer(["html", "title", "meta", "link"])

_TITLE_METAS = ("og:title", "twitter:title", "dc.title", "title", "parsely-title")
_SITE_METAS = ("og:site_name", "application-name", "twitter:app:name:iphone", "publisher")
# Metas that say when the page was published, the most careful ones first; those that say no more
# than "date", which is the day of the last change as often; and those of the last change.
_PUBLISHED_METAS = (
    *("article:published_time", "og:article:published_time", "article:published", "datepublished"),
    *("og:published_time", "article_date_original", "originalpublicationdate", "pubdate"),
    *("publishdate", "publish-date", "publish_date", "published_time", "published-date"),
    *("publication_date", "publicationdate", "article:publicationdate", "rnews:datepublished"),
    *("parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "published"),
    *("dc.date.issued", "dcterms.issued", "citation_online_date", "citation_publication_date"),
    *("displaydate", "bt:pubdate", "shareaholic:article_published_time"),
)
_DATED_METAS = (
    *("date", "dc.date", "dcterms.date", "dc.date.created", "dcterms.created", "datecreated"),
    *("article:created", "citation_date"),
)
_MODIFIED_METAS = (
    *("article:modified_time", "og:updated_time", "datemodified", "article_date_updated"),
    *("dc.date.modified", "dcterms.modified", "modified-date", "revised"),
)
_AUTHOR_METAS = (
    "author",
    "article:author",
    "dc.creator",
    "byl",
    "parsely-author",
    "sailthru.author",
)
_URL_METAS = ("og:url",)
_LANGUAGE_METAS = ("content-language", "og:locale", "dc.language", "language")


@dataclass(frozen=True, slots=True)
class PageHead:
    """What a page's head says; None where it says nothing."""

    title: str | None = None  # <title>
    named: str | None = None  # the title that its metas give
    site: str | None = None
    published: tuple[str, ...] = ()  # when it was published, as it stands there, the best first
    dated: tuple[str, ...] = ()  # dates of which it is not said what they are of
    modified: tuple[str, ...] = ()
    author: str | None = None
    url: str | None = None
    language: str | None = None


def read_head(markup: str) -> PageHead:
    """The head of stripped markup."""
    end = _HEAD_END.search(markup, 0, _MOST_HEAD)
    head = markup[: end.start() if end else min(len(markup), _MOST_HEAD)]
    if "<" not in head:
        return PageHead()  # Beautiful Soup takes such a text for an address, and warns
    soup = BeautifulSoup(head, "lxml", parse_only=_WANTED)
    metas = _metas(soup)
    page = soup.find("html")
    title = soup.find("title")
    canonical = soup.find("link", rel="canonical", href=True)
    return PageHead(
        title=tidy(title.get_text()) or None if title else None,
        named=_first(metas, _TITLE_METAS),
        site=_first(metas, _SITE_METAS),
        published=_all(metas, _PUBLISHED_METAS),
        dated=_all(metas, _DATED_METAS),
        modified=_all(metas, _MODIFIED_METAS),
        author=_first(metas, _AUTHOR_METAS),
        url=(tidy(str(canonical["href"])) if canonical else "") or _first(metas, _URL_METAS),
        language=(str(page.get("lang") or "") if page else "") or _first(metas, _LANGUAGE_METAS),
    )


def _metas(soup: BeautifulSoup) -> dict[str, str]:
    """The first content of every meta, by its lower-case name."""
    metas: dict[str, str] = {}
    for meta in soup.find_all("meta"):
        content = tidy(str(meta.get("content") or "")[:5000])
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            # An attribute may hold several names: itemprop="dateCreated datePublished".
            for name in str(meta.get(attribute) or "")[:200].casefold().split() if content else ():
                metas.setdefault(name, content)
    return metas


def _first(metas: dict[str, str], names: Iterable[str]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _all(metas: dict[str, str], names: Iterable[str]) -> tuple[str, ...]:
    return tuple(metas[name] for name in names if name in metas)
