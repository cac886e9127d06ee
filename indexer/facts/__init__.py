"""The facts: what was found in each source, as it was found; what an index is made from.

FactsStore is the face. Facts are immutable and kept by what they were made from (`record`), so that
a killed build resumes; `presence` says which of them belong in the index; `history` keeps what the
archive once held.
"""

from indexer.facts.history import SOURCE_GONE, History, TakenDown
from indexer.facts.presence import Double, Move, Presence, Source, Wanted
from indexer.facts.record import (
    Fact,
    Known,
    Outcome,
    Recipe,
    fact_base,
    fact_key,
)
from indexer.facts.store import FACTS_FILE, FactsStore, check_facts

__all__ = [
    "FACTS_FILE",
    "SOURCE_GONE",
    "Double",
    "Fact",
    "FactsStore",
    "History",
    "Known",
    "Move",
    "Outcome",
    "Presence",
    "Recipe",
    "Source",
    "TakenDown",
    "Wanted",
    "check_facts",
    "fact_base",
    "fact_key",
]
