"""Which element of a page holds the article, and which hints of its elements are to be believed."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from indexer.cleaner.block import Block
from indexer.cleaner.hints import ElementHints, Hint
from indexer.model import Reason

_SENTENCE_SIGN = re.compile(r"[.!?。！？؟।،,…။၊።។]")
_SHORTEST = 40  # characters outside of links; running text has more
_SHORTEST_UNSPACED = 20  # the same where a word is a sign or two

_MOST_HINTED = 0.5  # an element with a greater share of a page's running text is believed no hint
_LEAST_BESIDE = 300  # characters of running text beside comments that are longer than the article
_LEAST_DOUBTED = 400  # characters; with less text in it a box is a box, even if nothing is outside
_SECOND_THOUGHTS = 6
_LONGEST_PROMOTION = 300  # characters of running text; a "banner" that holds more is an article
_SEMANTIC = 0.5  # share of the running text in an <article> that is the article
_HEADED = 0.2  # the same, if the main heading stands in it: a list of other articles may be longer
_CONTAINER = 0.9  # and in the element inside it that is chosen


@dataclass(slots=True)
class Element:
    """A block element while a page is walked over; complete when it has ended."""

    hints: ElementHints
    first: int  # its first block
    is_semantic: bool = False  # <article>, or marked as the body of one
    end: int = 0  # the block after its last
    tag: str = "div"
    parent: int = -1  # the number of the element around it
    hidden: bool = False  # does its style hide it?


@dataclass(frozen=True, slots=True)
class Layout:
    """How a page is laid out."""

    hints: tuple[Hint | None, ...]  # per block, of the elements around it
    inside: tuple[bool, ...]  # per block: not outside of the element that holds the article
    container: range  # the blocks of that element
    headline: int  # the last main heading above it; where there is none, its first block
    masses: tuple[int, ...]  # per block: its running text, in characters


def mass_of(block: Block) -> int:
    """How much running text a block holds: its characters outside of links, if it has sentences."""
    if block.level:
        return 0
    letters = round(len(block.text) * (1 - block.links))
    shortest = _SHORTEST if block.text.isascii() else _SHORTEST_UNSPACED
    if letters < shortest or not _SENTENCE_SIGN.search(block.text):
        return 0
    return letters


def layout(blocks: Sequence[Block], elements: Sequence[Element]) -> Layout:
    """What the elements of a page say of its blocks, as far as they are to be believed."""
    masses = [mass_of(block) for block in blocks]
    hints = _hard_hints(masses, elements)
    hinted = [bool(block.hint or hint) for block, hint in zip(blocks, hints, strict=True)]
    sums = _running_sums(
        [0 if is_hinted else mass for is_hinted, mass in zip(hinted, masses, strict=True)]
    )
    container = _container(blocks, elements, sums) if sums[-1] else range(len(blocks))
    headline = _headline_before(blocks, container.start)
    inside = tuple(
        is_hinted
        or line in container
        or _is_lead(block, line, range(headline + 1, container.start))
        for line, (block, is_hinted) in enumerate(zip(blocks, hinted, strict=True))
    )
    return Layout(tuple(hints), inside, container, headline, tuple(masses))


def _hard_hints(masses: Sequence[int], elements: Sequence[Element]) -> list[Hint | None]:
    """For every block what its outermost believable element says of it."""
    sums = _running_sums(masses)
    disbelieved: set[int] = set()
    for _ in range(_SECOND_THOUGHTS):
        believed = _believed(elements, sums, disbelieved)
        free = sums[-1] - sum(_mass(elements[number], sums) for number in believed)
        # Whoever names the article's own element "sidebar" leaves less text outside than inside.
        doubtful = {number for number in believed if _is_doubtful(elements[number], sums, free)}
        if not doubtful:
            break
        disbelieved |= doubtful
    hints: list[Hint | None] = [None] * len(masses)
    for number in believed:
        element = elements[number]
        for line in range(element.first, element.end):
            hints[line] = element.hints.hint
    return hints


def _believed(elements: Sequence[Element], sums: Sequence[int], disbelieved: set[int]) -> list[int]:
    """The outermost elements whose hint is believed, by number."""
    found = []
    covered = 0
    for number, element in enumerate(elements):
        hint = element.hints.hint
        if hint is None or not hint.hard or element.first < covered or number in disbelieved:
            continue
        if _is_believable(hint, _mass(element, sums), sums[-1]):
            covered = element.end
            found.append(number)
    return found


def _is_doubtful(element: Element, sums: Sequence[int], free: int) -> bool:
    hint = element.hints.hint
    if hint is None or hint.reason in (Reason.COMMENTS, Reason.COOKIES):
        return False
    return _mass(element, sums) > max(free, _LEAST_DOUBTED)


def _mass(element: Element, sums: Sequence[int]) -> int:
    return sums[element.end] - sums[element.first]


def _running_sums(masses: Sequence[int]) -> list[int]:
    return [0, *accumulate(masses)]


def _is_believable(hint: Hint, mass: int, total: int) -> bool:
    if hint.reason is Reason.PROMOTION and mass > _LONGEST_PROMOTION:
        return False
    if hint.reason in (Reason.COMMENTS, Reason.COOKIES):
        return total - mass >= _LEAST_BESIDE or mass <= total * _MOST_HINTED
    return mass <= total * _MOST_HINTED


def _container(blocks: Sequence[Block], elements: Sequence[Element], sums: Sequence[int]) -> range:
    """The blocks of the innermost element that holds nearly all running text of the article.

    Elements that hold more than half of the text enclose each other, so the last is the innermost.
    """
    whole = range(len(sums) - 1)
    semantic = [element for element in elements if element.is_semantic]
    outer = _innermost(semantic, sums, whole, _SEMANTIC)
    if outer == whole:
        headings = [line for line, block in enumerate(blocks) if block.level == 1]
        headed = [each for each in semantic if _holds_one(headings, each)]
        outer = _innermost(headed, sums, whole, _HEADED)
    return _innermost(elements, sums, outer, _CONTAINER)


def _holds_one(lines: Sequence[int], element: Element) -> bool:
    return bisect_left(lines, element.first) < bisect_left(lines, element.end)


def _innermost(
    elements: Sequence[Element], sums: Sequence[int], outer: range, share: float
) -> range:
    least = share * (sums[outer.stop] - sums[outer.start])
    found = outer
    for element in elements:
        if outer.start <= element.first and element.end <= outer.stop and element.end:
            mass = _mass(element, sums)
            if mass > 0 and mass >= least:
                found = range(element.first, element.end)
    return found


def _headline_before(blocks: Sequence[Block], start: int) -> int:
    """The last main heading above a block; the block itself where there is none."""
    lines = (line for line in range(min(start, len(blocks) - 1), -1, -1) if blocks[line].level == 1)
    return next(lines, start)


def _is_lead(block: Block, line: int, between: range) -> bool:
    """Whether a block is running text between the headline and the container: a standfirst."""
    return line in between and block.links < 0.3 and mass_of(block) > 0
