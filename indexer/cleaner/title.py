"""Which line is the title, and which is the outlet's masthead."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from indexer.cleaner.block import Block
from indexer.cleaner.byline import byline_in
from indexer.cleaner.captions import caption_of
from indexer.cleaner.date_lines import is_date_line
from indexer.cleaner.dumps import is_dump
from indexer.cleaner.features import WORD, Form
from indexer.cleaner.line_signs import line_sign
from indexer.cleaner.site_name import (
    begins_as_page_title,
    carries_site,
    find_site,
    strip_site,
    title_key,
)
from indexer.cleaner.traces import ANY, BYLINE, CODE, DIGIT, PICTURE, WORDLESS

# A sentence that ends with a full stop is no title, "New rules for the U.S." may be one.
_FULL_STOP = re.compile(
    r"(?<!\b[A-Z])(?<!\bInc)(?<!\bLtd)(?<!\b[JS]r)(?<!\bCo)[.。।۔။][\s\"'”’»)]{0,3}$"
)

_HEAD = 12  # lines above the running text in which a title is looked for; alike ones further up
_COMPANY = 2  # lines between two sentences of a running text; a lone one is a notice
_SITE_LINES = 4
_LONGEST = 40  # words; a title of a story is no longer
_CONTENT_LETTERS = 4  # a word of fewer letters says nothing of what a text is about
_BODY_LINES = 6

# What speaks for a line, beside the share of its words that the article has (0 to 1). Chosen on
# 1,418 texts by title (.71 to .79 exact); on 772 that were not looked at .61 became .79.
_FULL_LENGTH = 8  # words; as long as this it counts 1
_FIRST = 0.4  # the first line, if it is no page's title with a site's name
_FIRST_OF_PAGE = 0.2
_FIRST_OF_TWO = 0.0  # a masthead stands above the page's title
_TWICE = 0.5
_ALIKE = 0.3  # a line like the first is the heading which that was made from, and by how much
_LEAST_ALIKE = 0.2  # of the words of both
_SIGNED = 0.5  # a date or a byline stands close below
_SIGN_REACH = 4  # lines
_NEAR = 0.1  # the running text begins close below
_NEAR_REACH = 4


@dataclass(frozen=True, slots=True)
class TitleChoice:
    """The title of a text, and the lines that carry it or the site's name."""

    text: str  # "" where no line is a title
    lines: frozenset[int] = frozenset()  # where it stands
    mastheads: frozenset[int] = frozenset()
    site: str | None = None  # the site's name, as a masthead or a title's end gives it


@dataclass(frozen=True, slots=True)
class _Field:
    """What the candidates for a title are compared by."""

    stripped: Mapping[int, str]  # line → its text without the site's name
    twice: frozenset[int]  # lines whose title stands in another line too
    body: frozenset[str]  # words of the article's beginning
    page_title: frozenset[str]  # words of the first line
    first: float  # what speaks for the first line
    signed: frozenset[int]  # lines with a date or a byline close below
    start: int  # where the running text begins


def choose_title(
    blocks: Sequence[Block],
    forms: Sequence[Form],
    known_site: str | None = None,
    host: str | None = None,
    traces: Sequence[int] = (),
) -> TitleChoice:
    """The title of a plain text from the structure of its first lines.

    known_site is the outlet's name where a record gives it, host where the text is from; traces
    are those of the lines, where they were looked for.
    """
    traces = traces or [ANY] * len(blocks)
    start = _start(forms)
    candidates = [
        line
        for line in _head(forms, start)
        if _may_be_title(blocks[line].text, forms[line], forms[0], traces[line])
    ]
    if not candidates:
        return TitleChoice("")
    keys = Counter(form.key for form in forms)
    heads = [blocks[line].text for line in candidates[:_SITE_LINES]]
    site = known_site or find_site(heads, keys, host)
    stripped = {line: strip_site(blocks[line].text, site) for line in candidates}
    field = _Field(
        stripped=stripped,
        twice=frozenset(
            line for line in candidates if _is_twice(stripped[line], forms[line], keys)
        ),
        body=_body_words(blocks, forms, candidates[-1]),
        page_title=_content(stripped.get(0, "")),
        first=_first(blocks, stripped),
        signed=_signed(blocks, forms, candidates, traces),
        start=start,
    )
    best = max(candidates, key=lambda line: (_score(line, field), -line))
    found = find_given_title(blocks, forms, stripped[best], site)
    first = {0} if _alike(_content(stripped[best]), field.page_title) else set()
    return replace(found, lines=found.lines | {best} | first)


def find_given_title(
    blocks: Sequence[Block], forms: Sequence[Form], title: str, site: str | None
) -> TitleChoice:
    """The lines of a text that carry a title which is known already."""
    wanted = title_key(title)
    lines = frozenset(
        line
        for line, form in enumerate(forms)
        if wanted and wanted in form.key and _is_title(blocks[line].text, form, wanted, site)
    )
    if blocks and begins_as_page_title(blocks[0].text, title):
        lines |= {0}
    return TitleChoice(title, lines, _mastheads(blocks, lines, site), site)


def _start(forms: Sequence[Form]) -> int:
    """The first line of the running text: a sentence with another one close below it."""
    prose = [line for line, form in enumerate(forms) if form.prose and form.key != forms[0].key]
    company = (one for one, other in pairwise(prose) if other - one <= _COMPANY)
    return next(company, prose[0] if prose else len(forms))


def _head(forms: Sequence[Form], start: int) -> list[int]:
    """The lines of the head among which a title is looked for."""
    if not forms:
        return []
    page = _long_words(forms[0].folded)
    lines = [0]
    for line in range(1, start):
        form = forms[line]
        if line >= start - _HEAD or (
            3 <= form.size <= _LONGEST and _alike(_long_words(form.folded), page)
        ):
            lines.append(line)
    return lines


def _may_be_title(text: str, form: Form, first: Form, traces: int) -> bool:
    if not 0 < form.size <= _LONGEST or (traces & (CODE | WORDLESS) and is_dump(text)):
        return False
    if (traces & DIGIT and is_date_line(text)) or line_sign(text, form, traces):
        return False
    is_first_again = form is not first and form.key == first.key
    if form.prose and _FULL_STOP.search(text) and not is_first_again:
        return False
    caption = caption_of(text) if traces & PICTURE else None
    return caption is None or not (caption.text and caption.credit)


def _signed(
    blocks: Sequence[Block],
    forms: Sequence[Form],
    candidates: Sequence[int],
    traces: Sequence[int],
) -> frozenset[int]:
    """The candidates with a date or a byline close below."""
    below = {line for title in candidates for line in range(title + 1, title + 1 + _SIGN_REACH)}
    signs = {
        line
        for line in below
        if line < len(blocks)
        and (
            (traces[line] & DIGIT and is_date_line(blocks[line].text))
            or (traces[line] & BYLINE and byline_in(blocks[line].text, forms[line]))
        )
    }
    return frozenset(
        title
        for title in candidates
        if not signs.isdisjoint(range(title + 1, title + 1 + _SIGN_REACH))
    )


def _is_twice(title: str, form: Form, keys: Mapping[str, int]) -> bool:
    """Whether another line carries the title too."""
    key = title_key(title)
    return len(key.split()) > 2 and keys[key] > (form.key == key)


def _body_words(blocks: Sequence[Block], forms: Sequence[Form], after: int) -> frozenset[str]:
    prose = [line for line in range(after, len(blocks)) if forms[line].prose][:_BODY_LINES]
    words = {word for line in prose for word in forms[line].folded}
    # "The river's" speaks of the river.
    return frozenset(words.union(word.split("'")[0] for word in words if "'" in word))


def _first(blocks: Sequence[Block], stripped: Mapping[int, str]) -> float:
    """What speaks for the first line: least where another line below ends with the site's name."""
    sited = {line: text for line, text in stripped.items() if text != blocks[line].text}
    if 0 not in sited:
        return _FIRST
    others = {title_key(text) for text in sited.values()}
    return _FIRST_OF_PAGE if len(others) == 1 else _FIRST_OF_TWO


def _content(text: str) -> frozenset[str]:
    return _long_words(title_key(text).split())


def _long_words(words: Sequence[str]) -> frozenset[str]:
    return frozenset(word for word in words if len(word) >= _CONTENT_LETTERS)


def _score(line: int, field: _Field) -> float:
    """How much a line is like the title of this article."""
    text = field.stripped[line]
    words = _content(text)
    score = len(words & field.body) / len(words) if words else 0.0
    score += min(len(WORD.findall(text)), _FULL_LENGTH) / _FULL_LENGTH
    score += _TWICE if line in field.twice else 0.0
    if line == 0:
        return score + field.first
    if alike := _alike(words, field.page_title):
        score += _ALIKE + alike
    score += _SIGNED if line in field.signed else 0.0
    return score + (_NEAR if field.start - line <= _NEAR_REACH else 0.0)


def _alike(words: frozenset[str], others: frozenset[str]) -> float:
    """The share of words that two titles have in common; 0 where it is too small to say much."""
    share = len(words & others) / max(1, len(words | others))
    return share if share >= _LEAST_ALIKE else 0.0


def _mastheads(blocks: Sequence[Block], titles: frozenset[int], site: str | None) -> frozenset[int]:
    """The lines above the last title of the head that carry the site's name."""
    if not site or not titles:
        return frozenset()
    end = min(max(titles), _HEAD)
    return frozenset(
        line for line in range(end) if line not in titles and carries_site(blocks[line].text, site)
    )


def _is_title(text: str, form: Form, wanted: str, site: str | None) -> bool:
    return form.key == wanted or title_key(strip_site(text, site)) == wanted
