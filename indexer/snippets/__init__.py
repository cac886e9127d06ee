"""What of an article is shown for a query: where it matches, its best passages, cut to size.

The same for every engine: it sees the article and the query's leaves, never an index. wanted.py
says which tokens a query looks for, marks.py where they stand, best.py which passages are best,
cutting.py what of them is shown.
"""

from indexer.snippets.cutting import cut_snippets, removed_snippets
from indexer.snippets.marks import count_matches, highlights
from indexer.snippets.wanted import Place

__all__ = ["Place", "count_matches", "cut_snippets", "highlights", "removed_snippets"]
