"""Text that a page's own style hides: most of it is not for the reader, some of it is the article.

A page that shows its article by a script, or to subscribers only, has it hidden. So what is hidden
stays where it is a good part of a page's running text, and goes otherwise.
"""

from collections import defaultdict
from collections.abc import Sequence

from indexer.cleaner.block import Block
from indexer.cleaner.container import Element, mass_of

_GOOD_PART = 0.5  # of the running text that is not hidden
_LEAST = 400  # characters of running text
_MOST_IN_ONE = 0.4  # of it in one block


def shown(blocks: Sequence[Block], elements: Sequence[Element]) -> list[bool]:
    """For every block whether it stays."""
    hidden = _outermost(elements)
    if not hidden:
        return [True] * len(blocks)
    masses = [mass_of(block) for block in blocks]
    within: dict[int, list[int]] = defaultdict(list)  # masses, by the element around the hidden
    for element in hidden:
        within[element.parent].extend(masses[element.first : element.end])
    seen = sum(masses) - sum(map(sum, within.values()))
    stays = [True] * len(blocks)
    for element in hidden:
        if seen and not _is_article(within[element.parent], seen):
            stays[element.first : element.end] = [False] * (element.end - element.first)
    return stays


def _is_article(masses: Sequence[int], seen: int) -> bool:
    """Whether hidden text is paragraphs, and many; what is for machines is one long block."""
    mass = sum(masses)
    return mass >= max(_LEAST, _GOOD_PART * seen) and max(masses) <= _MOST_IN_ONE * mass


def _outermost(elements: Sequence[Element]) -> list[Element]:
    found: list[Element] = []
    covered = 0
    for element in elements:
        if element.hidden and element.first >= covered and element.end > element.first:
            covered = element.end
            found.append(element)
    return found
