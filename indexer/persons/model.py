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

import numpy as np
from numpy.typing import NDArray

FORMAT = 1

Row = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Weights:
    """What the perceptron learned."""

    rows: Mapping[str, Row]  # feature → weights of B, I, E, S against O
    transitions: Sequence[Sequence[int]]  # six rows of five
    common: frozenset[str] = frozenset()  # words often written in lower case, folded


def load_weights(path: Path) -> Weights:
    """The weights in a file. Raises ValueError for a file of another format."""
    with np.load(path, allow_pickle=False) as file:
        if int(file["format"]) != FORMAT:
            raise ValueError(
                f"{path}: weights of format {file['format']}, expected {FORMAT}; train them again"
            )
        rows = map(tuple, file["weights"].tolist())
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
            weights=np.array([weights.rows[feature] for feature in features], np.int8),
            transitions=np.array(weights.transitions, np.int16),
        )


def _lines(array: NDArray[np.uint8]) -> list[str]:
    return array.tobytes().decode("utf8").split("\n")


def _bytes(lines: Iterable[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(lines).encode("utf8"), np.uint8)
