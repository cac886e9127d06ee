"""How often a line must stand in an outlet's stories to be debris: that depends on where it stands.

Debris gathers at the edges of an article: from its first or last line on, the lines that other
stories have too; and in blocks, several such lines in a row. There two stories are enough for what
is no sentence, for a sentence beyond such a line, and for one that is about something else than its
article, if the stories have nothing to do with each other. What stands alone amid an article
must be repeated more often, most of all a sentence: reporters write the same words again, agencies
whole paragraphs.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from math import ceil

from indexer.archive.printed_lines import LineForm, PrintedLines

LEAST_STORIES_AT_EDGE = 2
LEAST_STORIES = 3
# Of an outlet's stories; at the edges of a large outlet's no more than so many: nobody prints the
# same line there fifty times by chance. Amid its articles somebody does ("Nine months", above the
# figures of a business report).
LEAST_SHARE_AT_EDGE = 0.01
LEAST_SHARE = 0.02
ENOUGH_STORIES = 50
# Amid an article, with no other repeated line beside it, a sentence is what reporters write again
# ("He did not elaborate."), and however many stories have it, it may be no more than that.
LEAST_SHARE_LONE = 0.05
LEAST_SHARE_LONG = 0.3
LEAST_STORIES_LONG = 6

MOST_VERSIONS = 6  # of one event that an outlet prints as stories of their own
BLOCK = 3  # repeated lines in a row
_PASSED_OVER = 2  # lines of its own, as a date, that an article may have at its very edge
_MOSTLY = 0.8  # of the stories that keep a line


@dataclass(slots=True)
class _Found:
    """In which stories a line stands, and how, by the first number of each story."""

    kept: set[int]
    form: LineForm = LineForm.BARE  # of an article; where it is foreign or at home is told below
    removed: set[int] = field(default_factory=set)
    at_edge: set[int] = field(default_factory=set)
    at_end: set[int] = field(default_factory=set)  # at the lower edge
    strange: set[int] = field(default_factory=set)  # there, beyond a line that is no sentence
    foreign: set[int] = field(default_factory=set)  # there, about something else than its article
    at_home: set[int] = field(default_factory=set)  # anywhere, about what its article is about
    beside: set[int] = field(default_factory=set)  # next to another repeated line


def repetitions(articles: Sequence[PrintedLines], story_of: Callable[[int], int]) -> dict[int, int]:
    """The hashes of an outlet's repeated lines, with the number of stories that each stands in.

    story_of tells the story of an article, both by number.
    """
    found = _stories_of_lines(articles, story_of)
    for number, article in enumerate(articles):
        _note_places(article, story_of(number), found)
    total = len({story_of(number) for number in range(len(articles))})
    kin = _kin(articles, story_of, found)
    return {
        line: len(places.kept | places.removed)
        for line, places in found.items()
        if _is_debris(places, total, places.kept in kin)
    }


def _stories_of_lines(
    articles: Sequence[PrintedLines], story_of: Callable[[int], int]
) -> dict[int, _Found]:
    """The lines that more than one story has, and that are kept in one of them."""
    first: dict[int, int] = {}  # the story where a line was kept first
    found: dict[int, _Found] = {}
    for number, article in enumerate(articles):
        story = story_of(number)
        for line in article.kept:
            if first.setdefault(line, story) != story:
                found.setdefault(line, _Found({first[line]})).kept.add(story)
    for number, article in enumerate(articles):
        story = story_of(number)
        for line in article.debris:
            if line in found or first.get(line, story) != story:
                found.setdefault(line, _Found({first[line]})).removed.add(story)
    return found


def _note_places(article: PrintedLines, story: int, found: dict[int, _Found]) -> None:
    forms = [LineForm(form) for form in article.forms]
    repeated = [line in found for line in article.kept]
    above = _edge(repeated, forms, downwards=True)
    below = _edge(repeated, forms, downwards=False)
    for edge in (above, below, *_blocks(repeated)):
        beyond_bare = False
        for place in edge:
            places, form = found[article.kept[place]], forms[place]
            beyond_bare |= form is LineForm.BARE
            places.at_edge.add(story)
            if beyond_bare and not form.is_at_home:
                places.strange.add(story)
            if form.is_foreign:
                places.foreign.add(story)
    for place in below:
        found[article.kept[place]].at_end.add(story)
    for place, line in enumerate(article.kept):
        if repeated[place]:
            found[line].form = forms[place]
            if forms[place].is_at_home:
                found[line].at_home.add(story)
            if any(repeated[max(place - 1, 0) : place] + repeated[place + 1 : place + 2]):
                found[line].beside.add(story)


def _edge(repeated: Sequence[bool], forms: Sequence[LineForm], *, downwards: bool) -> list[int]:
    """The places of the repeated lines from an end of an article inwards, the innermost first.

    A summary or a date may stand above them, a date or a name below them.
    """
    places = range(len(repeated)) if downwards else range(len(repeated) - 1, -1, -1)
    edge: list[int] = []
    for passed, place in enumerate(places):
        if repeated[place]:
            edge.append(place)
        elif edge or passed == _PASSED_OVER or not (downwards or forms[place] is LineForm.BARE):
            break
    return edge[::-1]


def _blocks(repeated: Sequence[bool]) -> list[list[int]]:
    """The places of several repeated lines in a row, from both sides."""
    runs = [
        list(run) for is_run, run in groupby(range(len(repeated)), repeated.__getitem__) if is_run
    ]
    blocks = [run for run in runs if len(run) >= BLOCK]
    return blocks + [run[::-1] for run in blocks]


def _kin(
    articles: Sequence[PrintedLines], story_of: Callable[[int], int], found: dict[int, _Found]
) -> set[frozenset[int]]:
    """The sets of stories of which a sentence that all of them share is no sign of debris.

    They tell of one event: they share another sentence that is about what they are about, or their
    titles have a word in common.
    """
    titles: dict[int, frozenset[str]] = {}
    for number, article in enumerate(articles):
        story = story_of(number)
        titles[story] = titles.get(story, frozenset()) | article.title
    kin = set()
    for places in found.values():
        if places.form is not LineForm.BARE and len(places.kept) <= MOST_VERSIONS:
            words = frozenset.intersection(*(titles[story] for story in places.kept))
            if words or _mostly(places.at_home, places):
                kin.add(frozenset(places.kept))
    return kin


def _is_debris(places: _Found, total: int, of_kin: bool) -> bool:
    is_bare = places.form is LineForm.BARE
    # A summary is printed again above other articles' links: that removes it from none.
    counts_removed = is_bare or _mostly(places.at_end, places)
    stories = places.kept | places.removed if counts_removed else places.kept
    enough = _of_bare(places, total) if is_bare else _of_sentences(places, total, of_kin)
    return len(stories) >= enough


def _of_bare(places: _Found, total: int) -> int:
    if _mostly(places.at_edge, places):
        return _few(LEAST_STORIES_AT_EDGE, LEAST_SHARE_AT_EDGE, total)
    if places.removed:  # what the cleaner removed in one story it may have missed in another
        return _few(LEAST_STORIES_AT_EDGE, LEAST_SHARE, total)
    return max(LEAST_STORIES, ceil(LEAST_SHARE * total))


def _of_sentences(places: _Found, total: int, of_kin: bool) -> int:
    if not of_kin and _mostly(places.strange | places.foreign, places):
        return _few(LEAST_STORIES_AT_EDGE, LEAST_SHARE_AT_EDGE, total)
    if places.form.is_long:
        return max(LEAST_STORIES_LONG, ceil(LEAST_SHARE_LONG * total))
    in_company = _mostly(places.at_edge | places.beside, places)
    return max(LEAST_STORIES, ceil((LEAST_SHARE if in_company else LEAST_SHARE_LONE) * total))


def _few(least: int, share: float, total: int) -> int:
    return max(least, min(ENOUGH_STORIES, ceil(share * total)))


def _mostly(some: set[int], places: _Found) -> bool:
    return len(some) >= _MOSTLY * len(places.kept)
