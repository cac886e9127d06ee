"""Facet counts: what the total would be if a value alone were chosen in its facet.

So a facet leaves out its own alternatives and keeps every other restriction.
"""

from collections.abc import Sequence

import numpy as np

from indexer.engine.whoosh_engine.columns import Longs
from indexer.engine.whoosh_engine.values import FacetColumn, Mask
from indexer.model import FacetCount


def count_values(
    column: FacetColumn, mask: Mask, chosen: Sequence[str], most: int | None
) -> tuple[FacetCount, ...]:
    """The values in the mask, most documents first, then by value.

    The first `most` of them (None: all), and the chosen ones besides: those never vanish, not even
    when they count nothing.
    """
    counts = column.counts(mask)
    offered = np.flatnonzero(column.listed & (counts > 0))
    codes = offered[_largest(counts[offered], most)].tolist()
    found = {column.words[code]: int(counts[code]) for code in codes}
    for value in chosen:
        code = column.code_of(value)
        found[value] = 0 if code is None else int(counts[code])
    values = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return tuple(FacetCount(value, count, value in chosen) for value, count in values)


def _largest(counts: Longs, most: int | None) -> Longs:
    """Places of the largest counts, of equal ones the first."""
    if most is None or most >= len(counts):
        return np.arange(len(counts))
    if most <= 0:
        return np.arange(0)
    least = np.partition(counts, len(counts) - most)[len(counts) - most]
    near = np.flatnonzero(counts >= least)
    return near[np.argsort(-counts[near], kind="stable")[:most]]
