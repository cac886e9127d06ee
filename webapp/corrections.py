"""Lines for corrections.txt that a page offers for copying."""

from indexer.model import Document, Removed

WORDS_OF_A_BLOCK = 8  # enough to tell a block from its neighbours, short enough to read


def keep_line(document: Document, removed: Removed) -> str:
    """The line that restores a removed block at the next run."""
    place = document.id if "|" in document.place or "#" in document.place else document.place
    beginning = " ".join(removed.text.split()[:WORDS_OF_A_BLOCK])
    return f"keep: {place} | {beginning}"
