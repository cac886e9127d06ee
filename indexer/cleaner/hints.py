"""What the name, role and class of an element say of its content.

Words that the makers of pages use for the parts of a page, whatever the site; a word in a class is
a hint and no proof: an element that holds most of a page's text is never removed for it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from operator import add
from typing import NamedTuple

from indexer.model import Reason

_WORDS = {
    Reason.NAVIGATION: """
        nav navbar navigation menu menus submenu breadcrumb breadcrumbs crumbs pagination pager
        toolbar topbar toc footer footnav sitemap search searchbox searchform login tags taglist
        tagcloud topics keywords skip skiplinks jumplinks contentinfo""",
    Reason.MASTHEAD: "masthead logo branding",
    Reason.SHARING: """
        share shares sharing sharebar sharelinks sharetools social socials socialshare sharebuttons
        followus""",
    Reason.RELATED: """
        related relatedposts recommended recommendation recommendations recommend trending popular
        mostread mostpopular morefrom morenews teaser teasers sidebar carousel rail complementary
        readnext upnext alsoread latest crosslinks readmore linkbox inlinelinks""",
    Reason.COMMENTS: "comment comments commentlist commentform respond replies disqus discussion",
    Reason.PROMOTION: """
        ad ads adv advert adverts advertisement advertising adbox adslot sponsor sponsored sponsors
        promo promos promotion promotions newsletter newsletters signup subscribe subscription
        banner popup modal overlay cta donate donation donations dialog callout upsell""",
    Reason.COOKIES: "cookie cookies consent gdpr cmp",
    Reason.AUTHOR_NOTE: "bio biography authorbio authorbox aboutauthor authorinfo",
}
_SOFT_WORDS = {
    Reason.CREDIT: "credit credits copyright photocredit imagecredit photographer",
    Reason.BYLINE: "byline bylines author authors authorname contributor contributors",
    Reason.DATE_LINE: """
        date time timestamp published pubdate datetime dates entrymeta postmeta articlemeta
        posted""",
    Reason.SOURCE_LINE: "source sources",
    Reason.NAVIGATION: "kicker eyebrow rubric overline badge",
}
_CAPTION_WORDS = frozenset(
    (
        *("caption", "captions", "figcaption", "imagecaption", "photocaption", "wpcaption"),
        *("captiontext", "cutline", "bildunterschrift", "legende"),
    )
)
_SPOKEN_WORDS = frozenset(
    ("sronly", "visuallyhidden", "visuallyhide", "screenreader", "hiddenvisually", "readertext")
)
_OF_TAG = {
    "nav": Reason.NAVIGATION,
    "footer": Reason.NAVIGATION,
    "aside": Reason.RELATED,
    "button": Reason.NAVIGATION,
    "form": Reason.NAVIGATION,
    "dialog": Reason.PROMOTION,
    "menu": Reason.NAVIGATION,
}
_OF_ROLE = {
    "navigation": Reason.NAVIGATION,
    "banner": Reason.MASTHEAD,
    "contentinfo": Reason.NAVIGATION,
    "complementary": Reason.RELATED,
    "search": Reason.NAVIGATION,
    "dialog": Reason.PROMOTION,
    "alertdialog": Reason.PROMOTION,
    "menu": Reason.NAVIGATION,
    "menubar": Reason.NAVIGATION,
    "button": Reason.NAVIGATION,
}


def _by_word(table: dict[Reason, str]) -> dict[str, Reason]:
    return {word: reason for reason, words in table.items() for word in words.split()}


_HARD_OF_WORD = _by_word(_WORDS)
_SOFT_OF_WORD = _by_word(_SOFT_WORDS)
_KNOWN_WORDS = _CAPTION_WORDS | _SPOKEN_WORDS | _HARD_OF_WORD.keys() | _SOFT_OF_WORD.keys()
# Elements that tell what they hold by their tag, or (the last two lines) by their classes; whether
# the rules believe what the classes say is another matter.
TELLING = (
    *("article", "main", "aside", "header", "footer", "nav", "section", "li", "figure", "table"),
    *("form", "blockquote"),
    *("navigation", "masthead", "sharing", "related", "comments", "promotion", "cookies"),
    *("author_note", "byline", "date_line", "credit", "source_line"),
)
_COLUMNS = {name: column for column, name in enumerate(TELLING)}
_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_NUMBER = re.compile(r"\d+")
_LONGEST_CLASS = 400  # characters that are looked at
_CLASSES = 3  # of an element, that are part of its name; the rest is mostly about its looks
_MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Hint:
    """What an element is said to be; hard: whatever it holds, soft: only if that is no prose."""

    reason: Reason
    rule: str
    hard: bool


@dataclass(frozen=True, slots=True)
class ElementHints:
    """All that the name and the classes of one element say."""

    hint: Hint | None = None
    is_caption: bool = False
    is_spoken: bool = False  # for readers aloud only: "opens in a new tab"
    name: str = ""  # its tag and classes without numbers, as in "div.post.body"
    words: tuple[str, ...] = ()  # of its classes and its id, in lower case
    columns: tuple[int, ...] = ()  # of TELLING: what its tag and its classes tell

    @property
    def splits(self) -> bool:
        """Whether an inline element of this kind ends a block: a caption or credit in a span."""
        return self.is_caption or (self.hint is not None and self.hint.reason is Reason.CREDIT)


class _Said(NamedTuple):
    """What one of an element's classes says."""

    words: tuple[str, ...]
    hard: Hint | None
    soft: Hint | None
    is_caption: bool
    is_spoken: bool


def hints_of(tag: str, role: str = "", classes: str = "", id_: str = "") -> ElementHints:
    """What an element's name, role, classes and id say of its content; without their numbers."""
    if not (classes or id_ or role):
        return _hints_of(tag, "", "", "")
    if id_:
        id_ = _NUMBER.sub("-", id_[:_LONGEST_CLASS])
    return _hints_of(tag, role, classes[:_LONGEST_CLASS], id_)


@lru_cache(maxsize=20_000)
def _hints_of(tag: str, role: str, classes: str, id_: str) -> ElementHints:
    names = _NUMBER.sub("-", classes).split()
    name = ".".join((tag, *names[:_CLASSES]))
    said = [_said_by(each) for each in (*names, *id_.split())]
    words = tuple(dict.fromkeys(chain.from_iterable(each.words for each in said)))[:_MOST_WORDS]
    if tag in ("html", "body", "main", "article"):
        return ElementHints(name=name, words=words, columns=_columns(tag, None))
    is_caption = tag == "figcaption" or any(each.is_caption for each in said)
    is_spoken = any(each.is_spoken for each in said)
    hint = _hint(tag, role, said)
    return ElementHints(hint, is_caption, is_spoken, name, words, _columns(tag, hint))


def _columns(tag: str, hint: Hint | None) -> tuple[int, ...]:
    names = (tag, hint.reason.name.lower() if hint else "")
    return tuple(_COLUMNS[name] for name in names if name in _COLUMNS)


def _hint(tag: str, role: str, said: Sequence[_Said]) -> Hint | None:
    if reason := _OF_TAG.get(tag):
        return Hint(reason, f"stands in a <{tag}> element", True)
    if reason := _OF_ROLE.get(role):
        return Hint(reason, f'stands in an element with the role "{role}"', True)
    hard = next((each.hard for each in said if each.hard), None)
    return hard or next((each.soft for each in said if each.soft), None)


@lru_cache(maxsize=40_000)
def _said_by(name: str) -> _Said:
    """What one class says: "relatedPosts" is "related", "posts" and "relatedposts"."""
    parts = tuple(_PART.findall(name)) if name.islower() else _parts(name)
    hard = soft = None
    is_caption = is_spoken = False
    for word in (*parts, *map(add, parts, parts[1:])):
        if word in _KNOWN_WORDS:
            is_caption = is_caption or word in _CAPTION_WORDS
            is_spoken = is_spoken or word in _SPOKEN_WORDS
            hard = hard or _hint_of(word, _HARD_OF_WORD, hard=True)
            soft = soft or _hint_of(word, _SOFT_OF_WORD, hard=False)
    return _Said(parts, hard, soft, is_caption, is_spoken)


def _parts(name: str) -> tuple[str, ...]:
    return tuple(part.casefold() for part in _PART.findall(name))


def _hint_of(word: str, table: dict[str, Reason], hard: bool) -> Hint | None:
    reason = table.get(word)
    if reason is None:
        return None
    return Hint(reason, f'stands in an element of the class "{word}"', hard)
