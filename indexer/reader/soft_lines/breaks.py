"""Which line breaks are soft: the next line belongs to the same paragraph.

Three signs are trusted. A block between blank lines is *regular* if its lines are as full as they
can be: the first word of the next line would not have fitted. Where no block has lines enough to
tell, those of the whole text may. And in any block a long line that ends no sentence goes on in one
that begins in lower case. All else stays apart: titles, navigation, lists, paragraphs of one line
each. Scripts without spaces between words are left as they are.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

from indexer.reader.soft_lines.widths import (
    CLOSING,
    NARROWEST,
    WIDEST,
    ends_sentence,
    is_full,
    page_width,
    pair_of,
    regular_width,
)

_ENTRY = re.compile(r"[-*•·▪◦‣–—]\s+[^a-z\s]|\(?[0-9]{1,3}[.)]\s|[a-z][.)]\s")
_ORDINAL = re.compile(r"[0-9]{1,3}\.\s[^\W\d_A-Z]")  # "the 31. eines Monats"
_ADDRESS = re.compile(r"(https?:|www\.)")
# Of a short block, a list of goods or an address has no end of a sentence; a paragraph has one.
_SHORT_BLOCK = 5
_ENDED = re.compile(r"[.!?…؟۔।][\"'”’»)\]]*(\s|$)")
# Of the lines of verse, and of one sentence a line, most end in one of these; of wrapped prose one
# in seven.
_PUNCTUATION = (".", "!", "?", "…", ":", ",", ";", "؟", "۔", "।", "،", "؛")
_PUNCTUATED_SHARE = 0.6
_AGREEING_SHARE = 0.8  # of the lines of a block that is said to be as wide as its page
# Before a name these words begin a byline as often as they go on in a sentence.
_BYLINE = re.compile(r"(by|von|par|por|di|door|av|af)\s+(?![a-z])")


def soft_breaks(lines: Sequence[str]) -> Iterator[int]:
    """The indices of the lines that the next one belongs to."""
    blocks = tuple(block for block in _blocks(lines) if not _is_verse(lines[slice(*block)]))
    of_page = page_width(
        pair_of(lines[index], lines[index + 1])
        for start, end in blocks
        if _has_sentence(lines[start:end])
        for index in range(start, end - 1)
        if not _begins_anew(lines[index], lines[index + 1])
    )
    widths = [_block_width(lines[start:end], of_page) for start, end in blocks]
    widest = max(widths, default=0)
    for (start, end), width in zip(blocks, widths, strict=True):
        entries = sum(_is_entry(line) for line in lines[start:end])
        for index in range(start, end - 1):
            line, following = lines[index], lines[index + 1]
            if _is_amid(line, following, width, entries) or _is_soft(
                line, following, width, widest
            ):
                yield index


def _is_verse(block: Sequence[str]) -> bool:
    """True for verse, entries, one sentence a line: each line is one for its own sake.

    Not so if a line is longer than any width: there whole paragraphs stand below each other.
    """
    if max(map(len, block)) > WIDEST:
        return False
    ended = sum(line.rstrip().rstrip(CLOSING).endswith(_PUNCTUATION) for line in block[:-1])
    return ended >= 3 and ended > _PUNCTUATED_SHARE * (len(block) - 1)


def _has_sentence(block: Sequence[str]) -> bool:
    """True if the block may speak for itself: it is long, or a sentence ends in it."""
    return len(block) > _SHORT_BLOCK or any(_ENDED.search(line) for line in block)


def _block_width(block: Sequence[str], of_page: int) -> int:
    """The width of a block by itself, else the page's if every line of it agrees; 0: neither."""
    if _has_sentence(block) and (width := regular_width(block)):
        return width
    agreeing = sum(_agrees(*pair, of_page) for pair in pairwise(block)) if of_page else 0
    return of_page if agreeing and agreeing >= _AGREEING_SHARE * (len(block) - 1) else 0


def _agrees(line: str, following: str, width: int) -> bool:
    """True if a line of a text of this width may look so: full, or the end of a paragraph."""
    pair = pair_of(line, following)
    return max(pair.length, len(following.rstrip())) <= width and (
        pair.reach > width or pair.is_ended
    )


def _blocks(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The runs of at least two lines that are not blank: start, end (exclusive)."""
    start = 0
    for index in range(len(lines) + 1):
        if index == len(lines) or not lines[index].strip():
            if index - start > 1:
                yield start, index
            start = index + 1


def _is_soft(line: str, following: str, width: int, widest: int) -> bool:
    """width: at which the block was wrapped, widest: at which any block was; 0 is not."""
    if _begins_anew(line, following):
        return False
    if width:
        return is_full(line, following, width) or _goes_on(line, following)
    if widest and max(len(line.rstrip()), len(following.rstrip())) <= widest:
        full = is_full(line, following, widest) and not ends_sentence(line)
        return full or _goes_on(line, following)
    return _goes_on(line, following)


def _is_amid(line: str, following: str, width: int, entries: int) -> bool:
    """True for what looks like the entry of a list, and stands amid a wrapped sentence.

    A day's number; a dash, an age, a year or a word of a script without spaces that has no like in
    its block. entries: lines of the block that look like one.
    """
    if not width or ends_sentence(line) or not is_full(line, following, width):
        return False
    bare = following.lstrip()
    if len(following) - len(bare) > len(line) - len(line.lstrip()) + 1:
        return False
    if _is_entry(following):
        return entries == 1 or _ORDINAL.match(bare) is not None
    return _is_wide(bare[0]) and not _is_wide(line.rstrip()[-1]) and not _is_mostly_wide(bare)


def _goes_on(line: str, following: str) -> bool:
    line, following = line.strip(), following.strip()
    return (
        NARROWEST <= len(line) <= WIDEST
        and following[0].islower()
        and not ends_sentence(line)
        and not _ADDRESS.match(following)
        and not (len(following) < NARROWEST and _BYLINE.match(following))
    )


def _begins_anew(line: str, following: str) -> bool:
    """True for an entry of a list, an indented paragraph, and a script without spaces."""
    bare = following.lstrip()
    indent = len(following) - len(bare)
    return indent > len(line) - len(line.lstrip()) + 1 or _is_entry(following) or _is_wide(bare[0])


def _is_entry(line: str) -> bool:
    return _ENTRY.match(line.lstrip()) is not None


def _is_wide(character: str) -> bool:
    """True for the scripts that write without spaces, and Korean."""
    return unicodedata.east_asian_width(character) in "WF"


def _is_mostly_wide(line: str) -> bool:
    return 2 * sum(_is_wide(character) for character in line[:WIDEST]) > len(line[:WIDEST])
