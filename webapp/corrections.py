"""Lines for corrections.txt that a page offers for copying."""

import re
from itertools import islice, takewhile
from unicodedata import is_normalized

from indexer.model import Document, Removed

WORDS_OF_A_BLOCK = 8  # enough to tell a block from its neighbours, short enough to read
CHARACTERS_OF_A_BLOCK = 200

# A place that the line's grammar would read as something else.
_AMBIGUOUS = re.compile(r"source\s|everywhere$|\s|.*[|\x00-\x1f\x7f-\x9f]|.*\s$", re.DOTALL)


def keep_line(document: Document, removed: Removed) -> str:
    """The line that restores a removed block at the next run; "" where no line could name it."""
    # A line holds no control characters, so the block is named by the words before the first.
    words = takewhile(str.isprintable, islice(removed.text.split(), WORDS_OF_A_BLOCK))
    beginning = " ".join(words)[:CHARACTERS_OF_A_BLOCK].strip()
    place = document.place if _reads_as_it_stands(document.place) else document.id
    return f"keep: {place} | {beginning}" if beginning else ""


def _reads_as_it_stands(place: str) -> bool:
    """Whether the grammar, which composes what it reads (NFC), finds this very place in a line."""
    return _AMBIGUOUS.match(place) is None and is_normalized("NFC", place)
