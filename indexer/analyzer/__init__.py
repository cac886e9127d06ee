"""The one analyzer: text → tokens, the same for indexing, querying, snippets and every engine.

characters.py says which characters make words, folding.py what is written alike, stemming.py which
words are forms of one word, analysis.py puts them together, stop_words.py knows the small words.
"""

from indexer.analyzer.analysis import Token, analyze, exact_forms, find, stem_slots, stems, terms
from indexer.analyzer.stemming import VERSION
from indexer.analyzer.stop_words import stop_words

__all__ = [
    "VERSION",
    "Token",
    "analyze",
    "exact_forms",
    "find",
    "stem_slots",
    "stems",
    "stop_words",
    "terms",
]
