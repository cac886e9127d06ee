"""The name of a site: what of a page's title is not the article's title."""

import re
from collections.abc import Callable, Container, Sequence
from functools import lru_cache

from indexer.cleaner.features import WORD
from indexer.cleaner.tidy import tidy
from indexer.identity import fold

# What stands between a title and the name of its site, the strong ones first.
_STRONG = re.compile(
    r"\s?(?:\||::|»|•|\s/\s|\s·\s|(?<=[\u3400-\u9fff？！》）”])[_-]{1,3}(?=[\u3400-\u9fff]))\s?"
)
_WEAK = re.compile(r"\s[-–—]{1,2}\s|\s:\s")

_SHARED = 0.75  # of the words of the shorter of two names
_MOST_PARTS = 4  # between separators; more are a menu
_LONGEST_SITE = 6  # words
_LONGEST_REST = 80  # characters of a page's title behind the article's
_LONGEST_REMEMBERED = 200  # characters
_LEAST_LABEL = 4  # letters of a host's name that are looked for inside a longer name


def title_key(text: str) -> str:
    """The folded words of a title: what two printings of it share."""
    return _short_key(text) if len(text) <= _LONGEST_REMEMBERED else _key(text)


def _key(text: str) -> str:
    return " ".join(WORD.findall(fold(text)))


# The parts of some titles are compared with each other, and a site's name with them all.
_short_key = lru_cache(maxsize=1 << 12)(_key)


def strip_site(title: str, site: str | None) -> str:
    """The title without the name of its site at its end (or beginning)."""
    strong = [part for part in map(tidy, _STRONG.split(title)) if part]
    if len(strong) > 1:
        return _longest_front(strong, site)
    if site is None:
        return title
    for separator in reversed(list(_WEAK.finditer(title))):
        front, end = tidy(title[: separator.start()]), tidy(title[separator.end() :])
        if front and end and is_same_site(end, site):
            return front
        if front and end and is_same_site(front, site):
            return end
    return title


def title_parts(title: str) -> list[str]:
    """What separators part a title into."""
    pieces = (part for strong in _STRONG.split(title) for part in _WEAK.split(strong))
    return [part for part in map(tidy, pieces) if part]


def longest_front(title: str) -> str:
    """What stands first in a title that a strong separator parts, if it is long enough for one."""
    parts = [part for part in map(tidy, _STRONG.split(title)) if part]
    return _longest_front(parts, None) if len(parts) > 1 else title


def cut_names(title: str, is_name: Callable[[str], bool]) -> str:
    """The title without the parts at its end and its beginning that are names."""
    for pattern in (_STRONG, _WEAK):
        for separator in reversed(list(pattern.finditer(title))[-_MOST_PARTS:]):
            front, end = tidy(title[: separator.start()]), tidy(title[separator.end() :])
            if not front or not is_name(end):
                break
            title = front
        while first := pattern.search(title):
            front, end = tidy(title[: first.start()]), tidy(title[first.end() :])
            if not end or not front or not is_name(front):
                break
            title = end
    return title


def likeness(text: str, titles: Sequence[str]) -> float:
    """The greatest share of words that a text has in common with one of the titles (0 to 1)."""
    words = set(title_key(text).split())
    others = [set(title_key(title).split()) for title in titles]
    return max((len(words & other) / max(len(words), len(other), 1) for other in others), default=0)


def is_same_site(name: str, site: str) -> bool:
    """Whether two names of a site share most words of the shorter one, or are one."""
    left, right = set(title_key(name).split()), set(title_key(site).split())
    if not left or not right:
        return False
    if _joined(name) == _joined(site):
        return True
    shared = len(left & right)
    shorter = min(len(left), len(right))
    return shared >= min(2, shorter) and shared >= _SHARED * shorter


def find_site(heads: Sequence[str], keys: Container[str], host: str | None = None) -> str | None:
    """The site's name, as the first lines of a text tell it.

    Args:
        heads: the lines that may be a title, the first line first.
        keys: title_key of every line of the text.
        host: where the text is from: a host name, or a folder.

    """
    ends = [end for text in heads if (end := _strong_end(text))]
    for end in ends[1:]:
        if is_same_site(end, ends[0]):
            return min(ends[0], end, key=len)
    if ends and _length(ends[0]) <= _LONGEST_SITE:
        return ends[0]
    return next(
        (
            end
            for text in heads
            for front, end in _weak_parts(text)
            # "Title - Site" above "Title": what the second line lacks.
            if title_key(front) in keys
            or (host and is_of_host(end, host))
            or _is_brand(front, end, keys)
        ),
        None,
    )


def _is_brand(front: str, end: str, keys: Container[str]) -> bool:
    """Whether the end of a title stands alone on another line, as names and rubrics do."""
    return _length(front) >= 3 and 0 < _length(end) <= _LONGEST_SITE and title_key(end) in keys


def is_of_host(name: str, host: str) -> bool:
    """Whether a name is the one in a host name ("The Valley Post", valleypost.example)."""
    joined, labels = _joined(name), re.split(r"[.\W_]+", host.casefold()[:200])
    longest, together = max(labels, key=len), "".join(labels)
    if joined in labels or joined == together:
        return bool(joined)
    if len(together) >= _LEAST_LABEL and joined.endswith(together):
        return len(joined) < 2 * len(together)  # "The Valley Post" in the folder valley-post
    return len(longest) >= _LEAST_LABEL and (longest in joined and len(joined) < 2 * len(longest))


def carries_site(text: str, site: str) -> bool:
    """Whether one part of the line is the site's name."""
    return any(is_same_site(part, site) for part in _STRONG.split(text) if part)


def begins_as_page_title(text: str, title: str) -> bool:
    """Whether the line is a page's title: the article's title, a separator, a name."""
    if not title or not text.startswith(title):
        return False
    rest = text[len(title) :]
    return len(rest) < _LONGEST_REST and bool(_STRONG.match(rest) or _WEAK.match(rest))


def _longest_front(parts: list[str], site: str | None) -> str:
    if site and is_same_site(parts[0], site):
        return max(parts[1:], key=_length)
    # A rubric may stand in front ("Opinion | Why …"); the site's name at the end may be long.
    return parts[0] if _length(parts[0]) >= 3 else max(parts, key=_length)


def _strong_end(text: str) -> str | None:
    """What stands behind the last strong separator; None where that is the title itself."""
    parts = _STRONG.split(text)
    end = tidy(parts[-1])
    if len(parts) > _MOST_PARTS:
        return None
    return end if end != text and strip_site(text, None) != end else None


def _weak_parts(text: str) -> list[tuple[str, str]]:
    parts = [
        (text[: separator.start()].strip(), text[separator.end() :].strip())
        for separator in _WEAK.finditer(text)
    ]
    return [(front, end) for front, end in parts if front and end]


def _length(text: str) -> int:
    return len(WORD.findall(text))


def _joined(text: str) -> str:
    return title_key(text).replace(" ", "")
