"""Between two inline elements without white space: whether a reader sees one word there or two.

A page's style sets them apart, and no style sheet is read; so the elements tell. What marks up a
part of a word (an initial, a search word, an edited letter) has letters of that word beside it.
"""

from collections.abc import Sequence
from itertools import islice

from lxml import etree

from indexer.cleaner.hints import hints_of

# Printed in place of the element, or a gap: what stands on either side of it does not touch.
REPLACED = frozenset(
    "img svg math iframe object embed canvas video audio select textarea input".split()  # noqa: SIM905
)
MOST_PASSED = 16  # elements between two texts that are looked at
_FAR = 8  # elements around one, among which the code that it stands in is looked for
_RAISED = ("sup", "sub")  # "[1][2]" is printed as it is written
_CLOSING = frozenset('.!?:;,…)]}”»"%؟،؛。')
_OPENING = frozenset('“«„"')


class Seam:
    """The inline elements that ended and began since the last text."""

    def __init__(self) -> None:
        self._ended: list[etree._Element] = []
        self._begun: list[etree._Element] = []
        self._is_replaced = False

    def begin(self, element: etree._Element) -> None:
        """An inline element begins."""
        if len(self._begun) < MOST_PASSED:
            self._begun.append(element)

    def end(self, element: etree._Element) -> None:
        """An inline element ends."""
        if len(self._ended) < MOST_PASSED:
            self._ended.append(element)

    def replaced(self) -> None:
        """Here the page prints something that is no text."""
        self._is_replaced = True

    def clear(self) -> None:
        """A text was read, or a block has ended."""
        self._ended.clear()
        self._begun.clear()
        self._is_replaced = False

    def parts(self, before: str, after: str) -> bool:
        """Whether there is a space between the text before and the next, which have none."""
        if not _may_part(before[-1:], after[:1]):
            return False
        if self._is_replaced:
            return True
        ended = [one for one in self._ended if one not in self._begun]
        begun = [one for one in self._begun if one not in self._ended]
        if any(one.tag in _RAISED for one in (*ended, *begun)):
            return False
        if _of_two_links(ended, begun):
            return True
        if any(map(_tells, (*self._ended, *self._begun))):
            return bool(ended and begun) or _is_seam(before, after, uncased=True)
        if not (ended and begun and _differ(ended[0], begun[-1]) and _is_seam(before, after)):
            return False
        return not _is_code(begun[-1])


def _may_part(last: str, first: str) -> bool:
    return (last.isalnum() or last in _CLOSING) and (first.isalnum() or first in _OPENING)


def _is_seam(before: str, after: str, *, uncased: bool = False) -> bool:
    """Whether a word would look here as no word does within: "Lee|11", "11|Oct", "sea|By".

    Args:
        before: ends with a letter, a figure or a sign that closes.
        after: begins with a letter, a figure or a quotation mark.
        uncased: are letters that are neither small nor capital told apart as well?

    """
    last, first = before[-1], after[0]
    if not (last.isalnum() and first.isalnum()):
        return not first.islower()
    if last.isdigit() or first.isdigit():
        return last.isdigit() != first.isdigit() and not first.islower()
    if last.islower():
        return first.isupper() and before[-2:-1].isalpha()  # an "i" before a capital is a brand's
    return uncased and not (last.isupper() or first.islower() or first.isupper())


def _of_two_links(ended: Sequence[etree._Element], begun: Sequence[etree._Element]) -> bool:
    """Whether a link ended and one to another place began; an editor may cut one link in two."""
    before = [one.get("href") for one in ended if one.tag == "a"]
    after = [one.get("href") for one in begun if one.tag == "a"]
    return bool(before and after) and before[0] != after[-1]


def _tells(element: etree._Element) -> bool:
    """Whether an element says what it holds: a time, a byline, a label."""
    if element.tag == "time":
        return True
    classes, id_ = element.get("class", ""), element.get("id", "")
    return bool(classes or id_) and hints_of(str(element.tag), "", classes, id_).hint is not None


def _differ(ended: etree._Element, begun: etree._Element) -> bool:
    """Whether the page lays two elements out in its own way, and each in another."""
    names = [
        (str(one.tag), one.get("class", "")) if _is_laid_out(one) else None
        for one in (ended, begun)
    ]
    return None not in names and names[0] != names[1]


def _is_code(element: etree._Element) -> bool:
    """Whether the colours of a program's words are set here; they are no more than colours."""
    around = islice(element.iterancestors(), _FAR)
    return any(one.tag in ("pre", "code") for one in around)


def _is_laid_out(element: etree._Element) -> bool:
    return element.tag == "a" or "class" in element.attrib or "-" in str(element.tag)
