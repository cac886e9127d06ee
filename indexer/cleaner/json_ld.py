"""What a page's JSON-LD says of its article (schema.org)."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from indexer.cleaner.site_name import likeness

_MOST_NODES = 5000  # a page that holds more is read no further
_MOST_ARTICLES = 30  # that are compared by their headlines
_LONGEST_BODY = 500_000  # characters
_ARTICLE_ENDS = ("article", "posting", "report", "liveblogposting")
_LESSER_ENDS = ("review", "recipe", "creativework")  # of many things; an article goes before
_PAGE_ENDS = ("page",)
_LISTS = frozenset(["collectionpage", "searchresultspage", "profilepage"])

# A script that is no JSON, for want of a comma, tells its date all the same.
_BROKEN_DATE = re.compile(r'"datePublished"\s{0,3}:\s{0,3}"([^"\\]{4,80})"')
_BROKEN_ARTICLE = re.compile(r'"@type"\s{0,3}:\s{0,3}"[A-Za-z]{0,30}(?:Article|Posting)"')


@dataclass(frozen=True, slots=True)
class LinkedData:
    """The facts of the article that the page's scripts describe."""

    headline: str | None = None
    published: str | None = None
    page_published: str | None = None  # of the page that the article stands on
    modified: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    language: str | None = None
    body: str | None = None  # the article's text, where the page's scripts alone hold it


def read_json_ld(scripts: Iterable[str], titles: Sequence[str] = ()) -> LinkedData:
    """The article's facts; what is broken or of another kind is passed over.

    Of several articles it is the one whose headline is most like one of the page's titles.
    """
    scripts = tuple(scripts)
    nodes = [node for script in scripts for node in _nodes(_parsed(script))]
    page = next((node for node in nodes if _is_page(node)), {})
    article = _article(nodes, titles)
    site = _site_of(nodes)
    if article is None:
        return LinkedData(
            published=_broken_date(scripts),
            page_published=_text(page.get("datePublished")),
            modified=_text(page.get("dateModified")),
            publisher=site,
        )
    return LinkedData(
        headline=_text(article.get("headline")) or _text(article.get("name")),
        published=_text(article.get("datePublished")) or _text(article.get("dateCreated")),
        page_published=_text(page.get("datePublished")),
        modified=_text(article.get("dateModified")) or _text(page.get("dateModified")),
        authors=tuple(_names(article.get("author"))),
        publisher=next(_names(article.get("publisher")), None) or site,
        language=_text(article.get("inLanguage")),
        body=_text(article.get("articleBody"), _LONGEST_BODY),
    )


def _parsed(script: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    try:
        return json.loads(script.strip().removesuffix(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: Any) -> Iterator[Mapping[str, Any]]:  # noqa: ANN401 - whatever JSON holds
    """Every object, outer ones first; without recursion, for the nesting is not ours."""
    pending = [value]
    for _ in range(_MOST_NODES):
        if not pending:
            return
        current = pending.pop(0)
        if isinstance(current, dict):
            yield current
            pending.extend(each for each in current.values() if isinstance(each, dict | list))
        elif isinstance(current, list):
            pending.extend(current[:200])


def _article(nodes: Sequence[Mapping[str, Any]], titles: Sequence[str]) -> Mapping[str, Any] | None:
    articles = [node for node in nodes if _is_of(node, _ARTICLE_ENDS)]
    articles = articles or [node for node in nodes if _is_of(node, _LESSER_ENDS)]
    if len(articles) < 2 or not titles:
        return articles[0] if articles else None
    return max(articles[:_MOST_ARTICLES], key=lambda node: likeness(_headline(node) or "", titles))


def _is_of(node: Mapping[str, Any], ends: tuple[str, ...]) -> bool:
    return any(kind.endswith(ends) for kind in _kinds(node))


def _is_page(node: Mapping[str, Any]) -> bool:
    return _is_of(node, _PAGE_ENDS) and _LISTS.isdisjoint(_kinds(node)) and "datePublished" in node


def _kinds(node: Mapping[str, Any]) -> list[str]:
    kinds = node.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    # Only words are kinds: to spell an object out took 5 s where objects were each other's kind.
    return [kind.casefold() for kind in named if isinstance(kind, str)]


def _broken_date(scripts: Iterable[str]) -> str | None:
    for script in scripts:
        if _BROKEN_ARTICLE.search(script) and (found := _BROKEN_DATE.search(script)):
            return found[1]
    return None


def _site_of(nodes: Iterable[Mapping[str, Any]]) -> str | None:
    sites = (node for node in nodes if node.get("@type") in ("WebSite", "NewsMediaOrganization"))
    return next((name for site in sites if (name := _text(site.get("name")))), None)


def _names(value: Any) -> Iterator[str]:  # noqa: ANN401 - whatever JSON holds
    for each in value[:20] if isinstance(value, list) else [value]:
        name = _text(each.get("name") if isinstance(each, dict) else each)
        if name and not name.startswith(("http:", "https:")):
            yield name


def _headline(node: Mapping[str, Any]) -> str | None:
    return _text(node.get("headline")) or _text(node.get("name"))


def _text(value: Any, longest: int = 1000) -> str | None:  # noqa: ANN401 - whatever JSON holds
    """The text of a value; programs write its entities once more than they should."""
    if isinstance(value, list):
        value = value[0] if value else None
    if not isinstance(value, str):
        return None
    text = value.strip()[:longest]
    return (unescape(text) if longest == 1000 and "&" in text else text) or None
