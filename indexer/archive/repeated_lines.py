"""Lines that an outlet repeats from article to article: its debris, found by counting.

A line counts once a story: the articles of one title, and copies of one story, are one. So a story
that an outlet printed three times loses nothing.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from math import ceil
from urllib.parse import urlsplit

from indexer.archive.copies import Groups, Story, copy_pairs, story
from indexer.identity import fold
from indexer.model import Document, Name, Passage, Reason, Removed

LEAST_STORIES = 3
# Of an outlet's stories; in a large outlet no more than so many: nobody writes the same line fifty
# times by chance.
LEAST_SHARE = 0.02
ENOUGH_STORIES = 50
# A whole sentence may be quoted again and again, as agencies do with their background: only what
# stands in so many of the stories is debris however long it is.
LONG_LINE = 120  # characters
LONG_LINE_WORDS = 20
LEAST_SHARE_LONG = 0.3
LEAST_STORIES_LONG = 6

# An outlet prints a story twice or three times; a passage in more of its articles is no sign that
# they are one story, rather that it is debris.
_MOST_COPIES = 6

_COMPARED = 400  # characters; lines alike so far are alike, and long ones cost no more

_DIGITS = re.compile(r"\d+")


def outlet_of(document: Document) -> str:
    """What articles with the same debris have in common: the host of the URL, else the source."""
    try:
        host = urlsplit(document.url or "").hostname
    except ValueError:  # "http://[", and letters that no host has
        host = None
    return host or document.source or ""


OutletOf = Callable[[Document], str]


@dataclass(frozen=True, slots=True)
class RepeatedLines:
    """The lines each outlet repeats, folded, with the number of stories they stand in."""

    stories: Mapping[str, Mapping[str, int]] = field(default_factory=dict)  # outlet → line → count
    outlet_of: OutletOf = outlet_of


@dataclass(slots=True)
class _Outlet:
    """What is gathered of one outlet while reading its articles, which are numbered from 0."""

    titles: list[str] = field(default_factory=list)  # folded
    stories: list[Story] = field(default_factory=list)
    holders: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))  # by hash
    lines: dict[int, str] = field(default_factory=dict)  # the lines that may be repeated, by hash


def repeated_lines(documents: Iterable[Document], outlet_of: OutletOf = outlet_of) -> RepeatedLines:
    """The lines that each outlet repeats; documents without an outlet repeat nothing."""
    outlets: dict[str, _Outlet] = defaultdict(_Outlet)
    for document in documents:
        if name := outlet_of(document):
            _gather(outlets[name], document)
    found = {name: _repeated(outlet) for name, outlet in sorted(outlets.items())}
    return RepeatedLines({name: lines for name, lines in found.items() if lines}, outlet_of)


def without_repeated_lines(document: Document, repeated: RepeatedLines) -> Document:
    """The document with its outlet's repeated lines among what was removed.

    The other passages keep their ids. Mentions in what goes away go with it, and so do names that
    are left without one; a name that had none before was given by the source and stays.
    """
    stories = repeated.stories.get(repeated.outlet_of(document))
    if not stories:
        return document
    counts = [stories.get(folded_line(passage.text)) for passage in document.passages]
    if not any(counts):
        return document
    kept = tuple(p for p, count in zip(document.passages, counts, strict=True) if not count)
    return replace(
        document,
        passages=kept,
        removed=_with_removed(document, counts),
        names=_names_left(document.names, {p.id for p in document.passages} - {p.id for p in kept}),
    )


def folded_line(text: str) -> str:
    """A line for comparison: its beginning, folded as ids fold, its numbers all alike."""
    return _DIGITS.sub("0", fold(text[:_COMPARED]))


def _gather(outlet: _Outlet, document: Document) -> None:
    number = len(outlet.titles)
    outlet.titles.append(fold(document.title))
    outlet.stories.append(story(document))
    for line in {folded_line(passage.text) for passage in document.passages}:
        holders = outlet.holders[hash(line)]
        holders.append(number)
        if len(holders) == LEAST_STORIES:
            outlet.lines[hash(line)] = line


def _repeated(outlet: _Outlet) -> dict[str, int]:
    stories = _stories(outlet)
    total = len({stories.first(number) for number in range(len(outlet.titles))})
    found = {}
    for key, line in outlet.lines.items():
        count = len({stories.first(number) for number in outlet.holders[key]})
        if count >= _enough(line, total):
            found[line] = count
    return dict(sorted(found.items()))


def _stories(outlet: _Outlet) -> Groups:
    """The articles in sets: those of one title, and copies."""
    stories = Groups(len(outlet.titles))
    titled: dict[str, int] = {}
    for number, title in enumerate(outlet.titles):
        if title:
            stories.join(number, titled.setdefault(title, number))
    for one, other in copy_pairs(outlet.stories, _MOST_COPIES):
        stories.join(one, other)
    return stories


def _enough(line: str, stories: int) -> int:
    if len(line) >= LONG_LINE or line.count(" ") >= LONG_LINE_WORDS - 1:
        return max(LEAST_STORIES_LONG, ceil(LEAST_SHARE_LONG * stories))
    return max(LEAST_STORIES, min(ENOUGH_STORIES, ceil(LEAST_SHARE * stories)))


def _with_removed(document: Document, counts: list[int | None]) -> tuple[Removed, ...]:
    """All that is removed, in order of place; after counts the passages that are still kept."""
    gone_before = [0]
    for count in counts:
        gone_before.append(gone_before[-1] + bool(count))
    old = [
        (r.after, 0, number, replace(r, after=r.after - gone_before[min(r.after, len(counts))]))
        for number, r in enumerate(document.removed)
    ]
    new = [
        (place, 1, 0, _removed(passage, count, place - gone_before[place]))
        for place, (passage, count) in enumerate(zip(document.passages, counts, strict=True))
        if count
    ]
    return tuple(removed for *_, removed in sorted(old + new, key=lambda item: item[:3]))


def _removed(passage: Passage, count: int, after: int) -> Removed:
    rule = f"the outlet repeats it in {count} stories"
    return Removed(passage.text, Reason.REPEATED_LINE, after, rule)


def _names_left(names: Iterable[Name], gone: set[str]) -> tuple[Name, ...]:
    left = []
    for name in names:
        mentions = tuple(m for m in name.mentions if m.passage not in gone)
        if mentions or not name.mentions:
            left.append(replace(name, mentions=mentions))
    return tuple(left)
