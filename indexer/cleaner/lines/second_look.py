"""The second look at a line: what the first made of its neighbours and of the whole text."""

import numpy as np

from indexer.cleaner.lines.characters import Column
from indexer.cleaner.lines.columns import Columns, shifted, window

_REACHES = (2, 5, 12)
_NEXT = (-4, -3, -2, -1, 1, 2, 3, 4)
_FAR = 30  # lines
_MOST_ODDS = 9.0


def spread(scores: Column, weight: Column, name: str) -> Columns:
    """A score of every line, and what it is around the line and in the whole text."""
    weighted = scores * weight
    whole = float(weighted.sum()) / max(float(weight.sum()), 1.0)
    columns = {name: scores}
    for by in (-2, -1, 1, 2):
        columns[f"{name}{by:+}"] = shifted(scores, by)
    for reach in (3, 8):
        columns[f"{name}_near_{reach}"] = _mean_near(weighted, weight, reach)
    columns[f"{name}_whole"] = np.full_like(scores, whole)
    columns[f"{name}_positive"] = window((scores > 0).astype(np.float32), 3)
    return columns


def second_look(odds: Column, weight: Column, prose: Column) -> Columns:
    """The columns of the second look; odds are the log odds of the first."""
    odds = np.clip(odds, -_MOST_ODDS, _MOST_ODDS)
    share = (1 / (1 + np.exp(-odds))).astype(np.float32)
    columns = {"odds": odds}
    for by in _NEXT:
        columns[f"odds{by:+}"] = shifted(odds, by, -_MOST_ODDS)
    for reach in _REACHES:
        columns[f"kept_words_{reach}"] = _mean_near(share * weight, weight, reach)
        columns[f"kept_lines_{reach}"] = _mean_near(share, np.ones_like(share), reach)
    bare = prose < 0.5
    columns["kept_bare"] = np.full_like(odds, (share * bare).sum() / max(bare.sum(), 1))
    columns["kept_prose"] = np.full_like(odds, (share * ~bare).sum() / max((~bare).sum(), 1))
    return columns | _stretch(odds, weight)


def _mean_near(weighted: Column, weight: Column, reach: int) -> Column:
    return np.asarray(window(weighted, reach) / np.maximum(window(weight, reach), 1), np.float32)


def _stretch(odds: Column, weight: Column) -> Columns:
    """Where the stretch of lines with the greatest sum of odds is (Kadane's algorithm)."""
    at = np.arange(len(odds), dtype=np.float32)
    sums = np.concatenate(([0.0], np.cumsum(odds * np.log1p(weight), dtype=np.float64)))
    lowest = np.minimum.accumulate(sums)[:-1]
    stop = int(np.argmax(sums[1:] - lowest))
    start = int(np.argmin(sums[: stop + 1]))
    kept = np.flatnonzero(odds > 0)
    first, last = (kept[0], kept[-1]) if len(kept) else (len(odds), -1)
    columns = {
        "in_stretch": (at >= start) & (at <= stop),
        "from_stretch": np.clip(at - start, -_FAR, _FAR),
        "past_stretch": np.clip(at - stop, -_FAR, _FAR),
        "from_first_kept": np.clip(at - first, -_FAR, _FAR),
        "past_last_kept": np.clip(at - last, -_FAR, _FAR),
    }
    return {name: np.asarray(column, np.float32) for name, column in columns.items()}
