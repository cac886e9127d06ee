"""Lines for corrections.txt that a page offers for copying."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal
from unicodedata import is_normalized

from indexer.block_rules import WHOLE, beginning, visible
from indexer.model import Document

Action = Literal["keep", "remove"]
Scope = Literal["article", "outlet", "everywhere"]

WORDS_OF_A_BLOCK = 8  # enough to tell a block from its neighbours, short enough to read
CHARACTERS_OF_A_BLOCK = 200
MOST_CHARACTERS = 600  # where the neighbours begin alike

_LONGEST_NAME = 300  # characters of a path, an address or an outlet; the line holds 4,000

# A place that the line's grammar would read as something else.
_AMBIGUOUS = re.compile(r"source\s|everywhere$|\s|.*[|\x00-\x1f\x7f-\x9f]|.*\s$", re.DOTALL)
# What a line cannot hold: controls, and what cannot be saved as UTF-8.
_UNUSABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Offer:
    """A line that a reader may copy."""

    scope: Scope
    line: str


def offer_lines(
    document: Document, action: Action, text: str, others: Sequence[str] = ()
) -> tuple[Offer, ...]:
    """The lines that keep or remove a block of this text; () where no line could name it.

    others: told_apart of the texts of which the line had better speak of this one alone.
    """
    block = _told_by(text, others)
    if not block:
        return ()
    scopes: tuple[tuple[Scope, str], ...] = (
        ("article", _article(document)),
        ("outlet", _outlet(document)),
        ("everywhere", "everywhere"),
    )
    return tuple(Offer(scope, f"{action}: {about} | {block}") for scope, about in scopes if about)


def told_apart(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts as offer_lines compares them: folded, each once, in order."""
    return tuple(sorted({beginning(text) for text in texts}))


def _told_by(text: str, others: Sequence[str]) -> str:
    """A short block whole; of a long one the first words, as many as tell it from the others."""
    usable = _UNUSABLE.split(visible(text), maxsplit=1)
    words = usable[0].split()
    shown = " ".join(words)
    if len(usable) == 1 and len(words) <= WORDS_OF_A_BLOCK and len(shown) <= CHARACTERS_OF_A_BLOCK:
        return f"{shown} {WHOLE}" if beginning(shown) else ""
    number = _words_needed(words, beginning(text), others)
    most = CHARACTERS_OF_A_BLOCK if number <= WORDS_OF_A_BLOCK else MOST_CHARACTERS
    # A bar at the end would mean the whole block.
    return " ".join(words[:number])[:most].rstrip(f" {WHOLE}")


def _words_needed(words: Sequence[str], whole: str, others: Sequence[str]) -> int:
    """How many words it takes until no other block begins so; twins of the block do not count."""
    # What begins alike stands together in the order: whoever is nearest is alike for longest.
    place = bisect_left(others, whole)
    beside = [text for text in others[max(0, place - 1) : place + 2] if text != whole]
    number = WORDS_OF_A_BLOCK
    while number < len(words):
        begun = beginning(" ".join(words[:number]))
        if len(begun) >= MOST_CHARACTERS or not any(text.startswith(begun) for text in beside):
            break
        number += 1
    return number


def _article(document: Document) -> str:
    """Its name in its source, which outlives a line put in above it, else its id."""
    names = (document.source_id, document.place, document.id)
    return next((name for name in names if _reads_as_it_stands(name)), "")


def _outlet(document: Document) -> str:
    name = " ".join((document.source or "").split())
    usable = name and "|" not in name and len(name) <= _LONGEST_NAME and not _UNUSABLE.search(name)
    return f"source {name}" if usable else ""


def _reads_as_it_stands(name: str) -> bool:
    """Whether the grammar, which composes what it reads (NFC), finds this very name in a line."""
    return (
        0 < len(name) <= _LONGEST_NAME
        and name.isprintable()
        and _AMBIGUOUS.match(name) is None
        and is_normalized("NFC", name)
    )
