"""The cleaner: a raw document becomes an article, and what is not the article, with reasons.

A source falls apart into blocks (`text_blocks`, `html_blocks`); title, dates and byline are found
(`title`, `dates`, `byline`); every block gets a verdict (`classify`), which the reader's own rules
overrule (`block_rules`); `assemble` puts the document together.
"""

from indexer.cleaner.clean import VERSION, Cleaned, clean, take_as_clean

__all__ = ["VERSION", "Cleaned", "clean", "take_as_clean"]
