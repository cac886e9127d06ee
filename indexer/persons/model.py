"""The weights of the trained tagger, as a plain file of arrays: no pickle, a format, a version.

The file is numpy's .npz. Its members: `features`, UTF-8 bytes, one feature a line; `weights`,
int8, one row a feature and one column for B, I, E, S, as they differ from O; `transitions`, int16,
from B, I, E, S, O and the start of a run (rows) to B, I, E, S, O. Weights and transitions are in
the same unit. `common`, like features, the words that are often written in lower case; `format`
holds FORMAT.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from struct import Struct

import numpy as np
from numpy.typing import NDArray

FORMAT = 1

Row = tuple[int, int, int, int]
# The four weights of a feature are kept as one integer, so that a token's scores are one addition:
# twice as fast as adding rows, and loaded in half the time. A token has some sixty features, no
# weight is beyond 127: a sum of them fits 16 bits.
_BITS = 16
ZERO = 1 << (_BITS - 1)  # what stands for 0 in unpacked sums
_UNITS = [1 << (_BITS * column) for column in range(4)]
_ZEROS = ZERO * sum(_UNITS)
_COLUMNS = Struct("<4H")


@dataclass(frozen=True, slots=True)
class Weights:
    """What the perceptron learned."""

    rows: Mapping[str, int]  # feature → packed weights of B, I, E, S against O
    transitions: Sequence[Sequence[int]]  # six rows of five
    common: frozenset[str] = frozenset()  # words often written in lower case, folded


def packed(row: Row) -> int:
    """Four weights as one integer; such integers may be added."""
    return sum(weight * unit for weight, unit in zip(row, _UNITS, strict=True))


def unpacked(total: int) -> Row:
    """The four sums of weights in a sum of packed ones, each with ZERO added."""
    begins, inside, ends, single = _COLUMNS.unpack((total + _ZEROS).to_bytes(8, "little"))
    return begins, inside, ends, single


def load_weights(path: Path) -> Weights:
    """The weights in a file. Raises ValueError for a file of another format."""
    with np.load(path, allow_pickle=False) as file:
        if int(file["format"]) != FORMAT:
            raise ValueError(
                f"{path}: weights of format {file['format']}, expected {FORMAT}; train them again"
            )
        rows = (file["weights"].astype(np.int64) @ _UNITS).tolist()
        return Weights(
            dict(zip(_lines(file["features"]), rows, strict=True)),
            file["transitions"].tolist(),
            frozenset(_lines(file["common"])),
        )


def save_weights(weights: Weights, path: Path) -> None:
    """Writes the weights, the same bytes for the same weights."""
    features = sorted(weights.rows)
    with path.open("wb") as file:
        np.savez_compressed(
            file,
            format=np.int64(FORMAT),
            features=_bytes(features),
            common=_bytes(sorted(weights.common)),
            weights=np.array([_row(weights.rows[feature]) for feature in features], np.int8),
            transitions=np.array(weights.transitions, np.int16),
        )


def _row(total: int) -> list[int]:
    return [weight - ZERO for weight in unpacked(total)]


def _lines(array: NDArray[np.uint8]) -> list[str]:
    return array.tobytes().decode("utf8").split("\n")


def _bytes(lines: Iterable[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(lines).encode("utf8"), np.uint8)
