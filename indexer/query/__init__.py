"""The query language: what a reader typed → a tree of words, and how it was read.

Lenient: whatever is typed is read as something, and each liberty taken is a note. lexemes.py cuts
the text, values.py reads words and dates, parser.py builds the tree, reading.py puts it in words.
docs/query-language.md is the reader's page.
"""

from indexer.query.parser import parse_query
from indexer.query.reading import read_as
from indexer.query.values import plain_words

__all__ = ["parse_query", "plain_words", "read_as"]
