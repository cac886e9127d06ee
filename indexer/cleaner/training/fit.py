"""Fitting: words and names by logistic regression, columns by boosted oblivious trees.

scikit-learn and CatBoost are needed here only; what they learn becomes plain arrays.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from catboost import CatBoostClassifier, Pool
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import SGDClassifier

from indexer.cleaner.lexicon import Numbers
from indexer.cleaner.lines.characters import Column
from indexer.cleaner.lines.columns import Rows
from indexer.cleaner.lines.trees import LEAF_UNIT, Trees
from indexer.cleaner.lines.words import BUCKETS, WEIGHT_UNIT, Weights

SEED = 1
DEPTH = 6
_PENALTY = 3e-6
_BORDERS = 48
_ANY = (0, 0.0)  # the question of a tree that found none worth asking: its leaves are alike
_LEARNT = 40  # trees times the rate at which each corrects those before it


def fit_weights(
    found: Sequence[tuple[Numbers, Numbers]], kept: Sequence[NDArray[np.int8]], weight: Column
) -> Weights:
    """The weights of hashed features; a document each in found and kept, weight of all lines."""
    sizes = [len(each) for each in kept]
    starts = np.cumsum([0, *sizes[:-1]])
    columns = np.concatenate([buckets for buckets, _ in found])
    rows = np.concatenate([line + start for (_, line), start in zip(found, starts, strict=True)])
    counts = np.maximum(np.bincount(rows, minlength=sum(sizes)), 1)
    features = csr_matrix(
        ((1 / np.sqrt(counts))[rows], (rows, columns)),
        shape=(sum(sizes), BUCKETS),
        dtype=np.float32,
    )
    known = weight > 0
    model = SGDClassifier(
        "log_loss", alpha=_PENALTY, max_iter=10, tol=None, average=True, random_state=SEED
    )
    labels = np.concatenate(kept) == 1
    model.fit(features[known], labels[known], sample_weight=weight[known] / weight[known].mean())
    units = np.clip(np.rint(model.coef_[0] / WEIGHT_UNIT), -(2**15), 2**15 - 1)
    return Weights(units.astype(np.int16), float(model.intercept_[0]))


def fit_trees(
    rows: Rows, names: Sequence[str], kept: NDArray[np.int8], weight: Column, trees: int
) -> Trees:
    """Boosted trees over the columns with these names; rows hold a column each."""
    known = weight > 0
    model = CatBoostClassifier(
        iterations=trees,
        depth=DEPTH,
        learning_rate=_LEARNT / trees,
        l2_leaf_reg=4,
        random_seed=SEED,
        border_count=_BORDERS,
        boosting_type="Plain",
        rsm=0.4,
        bootstrap_type="Bernoulli",
        subsample=0.7,
        verbose=0,
        allow_writing_files=False,
    )
    model.fit(Pool(rows.T[known], kept[known] == 1, weight=weight[known]))
    return _trees(model, names)


def _trees(model: CatBoostClassifier, names: Sequence[str]) -> Trees:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "trees.json"
        model.save_model(str(path), format="json")
        saved = json.loads(path.read_text("utf8"))
    grown = saved["oblivious_trees"]
    asked = [_asked(tree["splits"] or ()) for tree in grown]
    questions = sorted({question for tree in asked for question in tree})
    number = {question: place for place, question in enumerate(questions)}
    scale, bias = saved["scale_and_bias"]
    leaves = np.array([_leaves(tree["leaf_values"]) for tree in grown]) * scale
    return Trees(
        columns=np.array([column for column, _ in questions], np.int32),
        borders=np.array([border for _, border in questions], np.float32),
        questions=np.array([[number[q] for q in tree] for tree in asked], np.int32),
        leaves=np.clip(np.rint(leaves / LEAF_UNIT), -(2**15), 2**15 - 1).astype(np.int16),
        bias=float(bias[0] if isinstance(bias, list) else bias),
        names="\n".join(names),
    )


def _asked(splits: Sequence[Mapping[str, Any]]) -> list[tuple[int, float]]:
    """The questions of a tree; one that stopped early goes on with one that changes nothing."""
    questions = [(split["float_feature_index"], split["border"]) for split in splits] or [_ANY]
    return questions + questions[-1:] * (DEPTH - len(questions))


def _leaves(values: list[float]) -> list[float]:
    """The leaves of a tree of full depth; those that a repeated question cannot reach are alike."""
    while len(values) < 2**DEPTH:
        values = values + values
    return values
