"""Did you mean: a typed word that the archive does not know → the likeliest words that it knows.

nearness.py finds the words a slip or two away among all, slips.py says how likely people make such
a slip, speller.py weighs that against how common a word is, rewording.py puts it into the query.
"""

from indexer.spelling.rewording import corrected
from indexer.spelling.speller import DOCUMENTS_ENOUGH, Guess, Speller, likelihood

__all__ = ["DOCUMENTS_ENOUGH", "Guess", "Speller", "corrected", "likelihood"]
