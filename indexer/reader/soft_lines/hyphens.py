"""A hyphen at the end of a line: part of a compound, which keeps it, or of a broken word.

The text itself tells most: the same word elsewhere, unbroken. Beyond that a text is taken to break
words if some break is plainly one, or if more lines end in a hyphen than compounds would make.
"""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from indexer.reader.soft_lines.word_parts import (
    COMPOUND_FIRSTS,
    COMPOUND_LASTS,
    CONJUNCTIONS,
    ENDINGS,
    SHORT_WORDS,
)

_HYPHENS = "-‐"
_SOFT_HYPHENS = "\xad¬"  # the second is what readers of scanned pages write for it
_WORD = re.compile(r"[^\W_]+(?:[-‐][^\W_]+)*")
_LEADING = re.compile(r"[^\W\d_]+(?![^\W_])")
_SHORT = 3  # letters; "for", "der" and "des" stand in every text and begin many a word
_HYPHENS_OF_WORD = 3  # "state-of-the-"; more are the name of a page, in the middle of its address
_LONGEST_WORD = 60  # letters; what is longer is no word
# One line of fifteen: of the breaks between words in news, one of fifty to a hundred is at the
# hyphen of a compound.
_LINES_A_BREAK = 15


class _Break(NamedTuple):
    left: str  # letters before the hyphen, after the one before it
    right: str  # letters that the next line begins with

    @property
    def joined(self) -> str:
        return (self.left + self.right).casefold()

    @property
    def compound(self) -> str:
        return f"{self.left}-{self.right}".casefold()


@dataclass(frozen=True, slots=True)
class Hyphens:
    """What a text tells about the hyphens at its soft line breaks."""

    words: Set[str]  # case folded, of the lines that no break touches
    breaks_words: bool

    @classmethod
    def of(cls, lines: Sequence[str], soft: Set[int]) -> "Hyphens":
        """Reads the text once; a text without such a hyphen is not read at all."""
        at = {index: _break_at(lines[index], lines[index + 1]) for index in soft}
        breaks = [found for found in at.values() if found is not None]
        if not breaks:
            return cls(frozenset(), False)
        words = frozenset(_words(lines, {index for index, found in at.items() if found}))
        return cls(words, _breaks_words(breaks, words, len(soft)))

    def with_glue(self, line: str, following: str) -> tuple[str, str]:
        """A line and what stands between it and the next, which belongs to it."""
        line = line.rstrip()
        if line.endswith(tuple(_SOFT_HYPHENS)) and line[-2:-1].isalpha():
            return line[:-1], ""
        if not (line.endswith(tuple(_HYPHENS)) and line[-2:-1].isalnum()):
            return line, " "
        found = _break_at(line, following)
        if found is None:  # an address, numbers, a name in quotes
            return line, "" if following.lstrip()[0].isalnum() else " "
        if _is_suspended(found, self.words, self.breaks_words):
            return line, " "
        return (line[:-1] if self._is_broken(found) else line), ""

    def _is_broken(self, found: _Break) -> bool:
        if found.compound in self.words:
            return False
        if _is_known(found.joined, self.words):
            return True
        if not found.right.islower() or found.left.isupper():
            return False
        return self.breaks_words and not _is_compound(found, self.words)


def _break_at(line: str, following: str) -> _Break | None:
    """The two halves of the word that a hyphen at the end of a line parts; None: no such word."""
    if _is_address(line):
        return None
    tail = line.rstrip()[-_LONGEST_WORD:]
    right = _LEADING.match(following.lstrip()[:_LONGEST_WORD])
    if not tail.endswith(tuple(_HYPHENS)) or right is None:
        return None
    left = _LEADING.match(tail[-2::-1])
    return _Break(left[0][::-1], right[0]) if left else None


def _is_address(line: str) -> bool:
    """True for a line that ends in a web address or a path: no hyphen of those may go."""
    end = line[line.rstrip().rfind(" ") + 1 :]
    return "/" in end or end.count("-") > _HYPHENS_OF_WORD


def _words(lines: Sequence[str], broken: Set[int]) -> Iterator[str]:
    """The words and compounds of a text but for the halves of those that a break parts."""
    for index, line in enumerate(lines):
        found = [word.casefold().replace("‐", "-") for word in _WORD.findall(line)]
        first = 1 if index - 1 in broken else 0
        for word in found[first : len(found) - (index in broken)]:
            yield word
            if "-" in word:
                yield from word.split("-")


def _breaks_words(breaks: Iterable[_Break], words: Set[str], soft: int) -> bool:
    """True if the lines of the text end within words, as a typesetter's do."""
    unknown = [
        found
        for found in breaks
        if found.right.islower()
        and not found.left.isupper()
        and found.compound not in words
        and not _is_compound(found, words)
        and found.right not in CONJUNCTIONS
    ]
    if any(_is_known(found.joined, words) or _is_fragment(found, words) for found in unknown):
        return True
    return len(unknown) > 1 and len(unknown) * _LINES_A_BREAK >= soft


def _is_known(joined: str, words: Set[str]) -> bool:
    """True for a word of the text, and one that differs by a letter of its ending."""
    if joined in words or f"{joined}s" in words:
        return True
    return len(joined) > 5 and joined[:-1] in words


def _is_fragment(found: _Break, words: Set[str]) -> bool:
    """True if one half is no word: an ending, or shorter than all words but those known.

    A capital tells nothing: Korean given names are two short halves.
    """
    if found.right in ENDINGS and found.right not in words:
        return True
    return found.left.islower() and any(
        len(half) <= _SHORT and not (half in words or half in known or half in SHORT_WORDS)
        for half, known in ((found.left, COMPOUND_FIRSTS), (found.right, COMPOUND_LASTS))
    )


def _is_compound(found: _Break, words: Set[str]) -> bool:
    """True if both halves are words of their own: of the text, or such as compounds are made of."""
    left, right = found.left.casefold(), found.right
    is_first = left in COMPOUND_FIRSTS or (len(left) > _SHORT and left in words)
    is_last = right in COMPOUND_LASTS or (len(right) > _SHORT and right in words)
    return is_first and is_last


def _is_suspended(found: _Break, words: Set[str], breaks_words: bool) -> bool:
    """True for the hyphen of "Ober- und Niederweidach", which stands for what comes later."""
    if found.right not in CONJUNCTIONS or _is_known(found.joined, words):
        return False
    left = found.left.casefold()
    return not breaks_words or left in words or left in COMPOUND_FIRSTS
