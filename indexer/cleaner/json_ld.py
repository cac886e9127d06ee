"""What a page's JSON-LD says of its article (schema.org)."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_MOST_NODES = 5000  # a page that holds more is read no further
_LONGEST_BODY = 500_000  # characters
_ARTICLE_ENDS = ("article", "posting", "report", "review", "liveblogposting")


@dataclass(frozen=True, slots=True)
class LinkedData:
    """The facts of the first article that the page's scripts describe."""

    headline: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    language: str | None = None
    body: str | None = None  # the article's text, where the page's scripts alone hold it


def read_json_ld(scripts: Iterable[str]) -> LinkedData:
    """The article's facts; what is broken or of another kind is passed over."""
    nodes = [node for script in scripts for node in _nodes(_parsed(script))]
    article = next((node for node in nodes if _is_article(node)), None)
    if article is None:
        return LinkedData(publisher=_site_of(nodes))
    return LinkedData(
        headline=_text(article.get("headline")) or _text(article.get("name")),
        published=_text(article.get("datePublished")) or _text(article.get("dateCreated")),
        authors=tuple(_names(article.get("author"))),
        publisher=next(_names(article.get("publisher")), None) or _site_of(nodes),
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


def _is_article(node: Mapping[str, Any]) -> bool:
    kinds = node.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    # Only words are kinds: to spell an object out took 5 s where objects were each other's kind.
    words = (kind for kind in named if isinstance(kind, str))
    return any(word.casefold().endswith(_ARTICLE_ENDS) for word in words)


def _site_of(nodes: Iterable[Mapping[str, Any]]) -> str | None:
    sites = (node for node in nodes if node.get("@type") in ("WebSite", "NewsMediaOrganization"))
    return next((name for site in sites if (name := _text(site.get("name")))), None)


def _names(value: Any) -> Iterator[str]:  # noqa: ANN401 - whatever JSON holds
    for each in value[:20] if isinstance(value, list) else [value]:
        name = _text(each.get("name") if isinstance(each, dict) else each)
        if name and not name.startswith(("http:", "https:")):
            yield name


def _text(value: Any, longest: int = 1000) -> str | None:  # noqa: ANN401 - whatever JSON holds
    if isinstance(value, list):
        value = value[0] if value else None
    return value.strip()[:longest] or None if isinstance(value, str) else None
