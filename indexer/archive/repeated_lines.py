"""Lines that an outlet repeats from article to article: its debris, found by counting.

A line counts once a story: the articles of one title, and copies of one story, are one. So a story
that an outlet printed three times loses nothing.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from indexer.archive.copies import Groups, Story, copy_pairs, story
from indexer.archive.printed_lines import (
    PrintedLines,
    debris_lines,
    folded_line,
    printed_lines,
)
from indexer.archive.repetition import repetitions
from indexer.identity import fold
from indexer.model import Document, Name, Passage, Reason, Removed

# An outlet prints a story twice or three times; a passage in more of its articles is no sign that
# they are one story, rather that it is debris.
_MOST_COPIES = 6


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
    articles: list[PrintedLines] = field(default_factory=list)
    # Every line that was seen, and the text of those that were seen twice; by hash.
    seen: set[int] = field(default_factory=set)
    lines: dict[int, str] = field(default_factory=dict)


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


def with_passages_of(document: Document, other: Document) -> Document:
    """The document without the passages that another state of it, without repeated lines, lacks."""
    gone = {passage.id for passage in document.passages} - {p.id for p in other.passages}
    if not gone:
        return document
    names = _names_left(document.names, gone)
    return replace(document, passages=other.passages, removed=other.removed, names=names)


def _gather(outlet: _Outlet, document: Document) -> None:
    title = fold(document.title)
    kept = tuple(folded_line(passage.text) for passage in document.passages)
    debris = debris_lines(document)
    outlet.titles.append(title)
    outlet.stories.append(story(document))
    outlet.articles.append(printed_lines(kept, debris, title))
    for line in debris.union(kept):
        key = hash(line)
        if key in outlet.seen:
            outlet.lines.setdefault(key, line)
        outlet.seen.add(key)


def _repeated(outlet: _Outlet) -> dict[str, int]:
    counts = repetitions(outlet.articles, _stories(outlet).first)
    return dict(sorted((outlet.lines[line], count) for line, count in counts.items()))


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
