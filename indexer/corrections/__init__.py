"""The corrections: what the reader decided, one line each, in corrections.txt beside the sources.

grammar.py says how a line reads, contradictions.py which lines exclude each other, rules.py what
they come to. A line that says nothing valid becomes an error with file and line; nothing raises.
"""

from indexer.corrections.reading import parse_corrections, read_corrections
from indexer.corrections.rules import (
    Corrections,
    NameRule,
    PairRule,
    PersonLine,
    PersonRules,
    SplitRule,
    person_lines,
)

__all__ = [
    "Corrections",
    "NameRule",
    "PairRule",
    "PersonLine",
    "PersonRules",
    "SplitRule",
    "parse_corrections",
    "person_lines",
    "read_corrections",
]
