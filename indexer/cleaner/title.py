"""Which line is the title, which is the outlet's masthead, and what of a title is the site's name."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from indexer.cleaner.block import Block
from indexer.cleaner.date_lines import is_date_line
from indexer.cleaner.dumps import is_dump
from indexer.cleaner.features import WORD, Form
from indexer.cleaner.line_signs import line_sign
from indexer.identity import fold

# What stands between a title and the name of its site, the strong ones first.
_STRONG = re.compile(r"\s?(?:\||::|»|•|\s/\s|\s·\s)\s?")
_WEAK = re.compile(r"\s[-–—]{1,2}\s|\s:\s")

# A sentence that ends with a full stop is no title, "New rules for the U.S." may be one.
_FULL_STOP = re.compile(r"(?<!\b[A-Z])(?<!\bInc)(?<!\bLtd)(?<!\b[JS]r)(?<!\bCo)[.。।۔။][\s\"'”’»)]{0,3}$")

_HEAD = 12  # lines above the first prose in which a title is looked for
_LONGEST = 40  # words; a title of a story is no longer
_CONTENT_LETTERS = 4  # a word of fewer letters says nothing of what a text is about
_BODY_LINES = 6


@dataclass(frozen=True, slots=True)
class TitleChoice:
    """The title of a text, and the lines that carry it or the site's name."""

    text: str  # "" where no line is a title
    lines: frozenset[int] = frozenset()  # where it stands, the first being shown
    mastheads: frozenset[int] = frozenset()
    site: str | None = None  # the site's name, as a masthead or a title's end gives it


def choose_title(
    blocks: Sequence[Block], forms: Sequence[Form], known_site: str | None = None
) -> TitleChoice:
    """The title of a plain text from the structure of its first lines."""
    candidates = _candidates(blocks, forms)
    if not candidates:
        return TitleChoice("")
    site = known_site or _site_of([blocks[line].text for line in candidates[:4]])
    bodies = _body_words(blocks, forms, candidates[-1])
    stripped = {line: strip_site(blocks[line].text, site) for line in candidates}
    keys = Counter(form.key for form in forms)
    twice = {
        line
        for line in candidates
        if keys[_key(stripped[line])] > (forms[line].key == _key(stripped[line]))
    }
    best = max(candidates, key=lambda line: _score(line, stripped[line], bodies, line in twice))
    found = find_given_title(blocks, forms, stripped[best], site)
    return replace(found, lines=found.lines | {best})


def find_given_title(
    blocks: Sequence[Block], forms: Sequence[Form], title: str, site: str | None
) -> TitleChoice:
    """The lines of a text that carry a title which is known already."""
    wanted = _key(title)
    lines = frozenset(
        line
        for line, form in enumerate(forms)
        if wanted and wanted in form.key and _is_title(blocks[line].text, form, wanted, site)
    )
    if blocks and _begins_as_page_title(blocks[0].text, title):
        lines |= {0}
    return TitleChoice(title, lines, _mastheads(blocks, lines, site), site)


def strip_site(title: str, site: str | None) -> str:
    """The title without the name of its site at its end (or beginning)."""
    strong = [part.strip() for part in _STRONG.split(title) if part.strip()]
    if len(strong) > 1:
        return _longest_front(strong, site)
    for separator in reversed(list(_WEAK.finditer(title))):
        front, end = title[: separator.start()].strip(), title[separator.end() :].strip()
        if front and end and site and is_same_site(end, site):
            return front
        if front and end and site and is_same_site(front, site):
            return end
    return title


def is_same_site(name: str, site: str) -> bool:
    """Do two names of a site share most words of the shorter one (or are one, written together)?"""
    left, right = set(_key(name).split()), set(_key(site).split())
    if not left or not right:
        return False
    if _joined(name) and _joined(name) == _joined(site):
        return True
    shared = len(left & right)
    return shared * 2 > min(len(left), len(right)) and shared >= min(2, len(left), len(right))


def _longest_front(parts: list[str], site: str | None) -> str:
    if site and is_same_site(parts[0], site) and len(parts) > 1:
        return max(parts[1:], key=_length)
    # A rubric may stand in front ("Opinion | Why …"); the site's name at the end may be long.
    return parts[0] if _length(parts[0]) >= 3 else max(parts, key=_length)


def _length(text: str) -> int:
    return len(WORD.findall(text))


def _key(text: str) -> str:
    return " ".join(WORD.findall(fold(text)))


def _joined(text: str) -> str:
    return "".join(WORD.findall(fold(text)))


def _candidates(blocks: Sequence[Block], forms: Sequence[Form]) -> list[int]:
    """The lines of the head that may be a title; a text's first line may even be a sentence."""
    end = next((line for line, form in enumerate(forms) if form.prose and line), len(forms))
    head = range(max(0, end - _HEAD), end)
    lines = [0, *(line for line in head if line)] if blocks else []
    return [line for line in lines if _may_be_title(blocks[line].text, forms[line])]


def _may_be_title(text: str, form: Form) -> bool:
    if not 0 < form.size <= _LONGEST or is_dump(text) or is_date_line(text):
        return False
    return line_sign(text, form) is None and not (form.prose and _FULL_STOP.search(text))


def _site_of(heads: Sequence[str]) -> str | None:
    """The site's name, where two lines of the head end with it, or one line is a title and a name."""
    ends = [parts[-1].strip() for text in heads if len(parts := _STRONG.split(text)) > 1]
    for end in ends[1:]:
        if is_same_site(end, ends[0]):
            return min(ends[0], end, key=len)
    if ends:
        return ends[0] or None
    return _site_by_repetition(heads)


def _site_by_repetition(heads: Sequence[str]) -> str | None:
    """ "Title - Site" above "Title": what the second line lacks."""
    keys = {_key(text) for text in heads}
    for text in heads:
        for separator in _WEAK.finditer(text):
            front, end = text[: separator.start()], text[separator.end() :]
            if _key(front) in keys and end.strip():
                return end.strip()
    return None


def _body_words(blocks: Sequence[Block], forms: Sequence[Form], after: int) -> frozenset[str]:
    prose = [line for line in range(after, len(blocks)) if forms[line].prose][:_BODY_LINES]
    return frozenset(word for line in prose for word in forms[line].folded)


def _score(line: int, text: str, body: frozenset[str], is_twice: bool) -> tuple[float, int]:
    """How much a line is like the title of this body; the higher line wins a tie."""
    words = [word for word in WORD.findall(fold(text)) if len(word) >= _CONTENT_LETTERS]
    shared = sum(word in body for word in words)
    about = shared / len(words) if words else 0.0
    length = min(_length(text), 8) / 8
    # A title given twice is one for sure; a first line is one unless others speak against it.
    twice = 0.5 if is_twice and _length(text) > 2 else 0.0
    return about + length + twice + (0.6 if line == 0 else 0.0), -line


def _mastheads(blocks: Sequence[Block], titles: frozenset[int], site: str | None) -> frozenset[int]:
    """The lines above the last title of the head that carry the site's name."""
    if not site or not titles:
        return frozenset()
    end = min(max(titles), _HEAD)
    return frozenset(
        line for line in range(end) if line not in titles and _carries_site(blocks[line].text, site)
    )


def _carries_site(text: str, site: str) -> bool:
    return any(is_same_site(part, site) for part in _STRONG.split(text) if part)


def _is_title(text: str, form: Form, wanted: str, site: str | None) -> bool:
    return form.key == wanted or _key(strip_site(text, site)) == wanted


def _begins_as_page_title(text: str, title: str) -> bool:
    """Is this first line a page's title: the title, a separator, a name?"""
    if not title or not text.startswith(title):
        return False
    rest = text[len(title) :]
    return len(rest) < 80 and bool(_STRONG.match(rest) or _WEAK.match(rest))
