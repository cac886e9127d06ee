"""Boosted trees whose every level asks one question of all its nodes, scored with numpy alone.

A tree of depth D is D questions "is column c above border b?" and 2**D leaves; the answers are the
bits of the leaf's number (oblivious trees, as CatBoost grows them: Prokhorenkova et al. 2018).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indexer.cleaner.lines.characters import Column
from indexer.cleaner.lines.columns import Rows

LEAF_UNIT = 2.0**-13


@dataclass(frozen=True, slots=True)
class Trees:
    """Trees of one depth over the columns of a matrix; a question is asked once for all trees."""

    columns: NDArray[np.int32]  # (questions,)
    borders: NDArray[np.float32]  # (questions,)
    questions: NDArray[np.int32]  # (trees, depth)
    leaves: NDArray[np.int16]  # (trees, 2**depth), in LEAF_UNITs
    bias: float
    names: str  # of the columns, one a line

    def score(self, rows: Rows) -> Column:
        """The log odds of each line; rows are its columns, a column a row."""
        # take() copies whole rows, which an index in brackets takes twice as long for.
        answers = (rows.take(self.columns, 0) > self.borders[:, None]).view(np.uint8)
        trees, depth = self.questions.shape
        leaf = answers.take(self.questions[:, -1], 0)
        for bit in reversed(range(depth - 1)):
            leaf += leaf
            leaf |= answers.take(self.questions[:, bit], 0)
        first = (np.arange(trees, dtype=np.int32) << depth)[:, None]
        sums = self.leaves.ravel().take(first + leaf).sum(0, dtype=np.int32)
        return np.asarray(sums * LEAF_UNIT + self.bias, np.float32)
