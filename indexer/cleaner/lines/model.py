"""The trained model of a line, as a plain file of arrays: no pickle, a format, a version.

The file is numpy's .npz. Its members: `format`; `word_weights` and `name_weights`, int16, a weight
a bucket, with `word_bias` and `name_bias`; and of each set of trees (`first`, `page`) its
`columns` (int32), `borders` (float32), `questions` (int32), `leaves` (int16), `bias` and `names`
(of the columns that it was trained on, one a line). Weights and leaves are whole numbers, so that
their sums are the same on every machine.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from indexer.cleaner.block import Verdict
from indexer.cleaner.lines.characters import Column
from indexer.cleaner.lines.columns import Columns, Lines, Rows, read_lines
from indexer.cleaner.lines.page import name_features, page_columns
from indexer.cleaner.lines.second_look import second_look, spread
from indexer.cleaner.lines.trees import Trees
from indexer.cleaner.lines.words import Weights, features, scores
from indexer.cleaner.own_verdicts import Reading

FORMAT = 1
MODEL = Path(__file__).with_name("model.npz")


@dataclass(frozen=True, slots=True)
class Model:
    """A model of the lines of texts and of the blocks of pages."""

    words: Weights
    names: Weights  # of elements, classes and ids
    first: Trees  # of a line, in a text and in a page
    page: Trees  # the second look at a block of a page, its place in the tree known


def article_odds(reading: Reading, verdicts: Sequence[Verdict | None], dense: range) -> Column:
    """The log odds of every line that it is the article's.

    Args:
        reading: the lines.
        verdicts: what the rules say of each.
        dense: where the running text is the densest (`core`).

    """
    if not reading.blocks:
        return np.zeros(0, np.float32)
    model = the_model()
    lines = read_lines(reading, verdicts, dense)
    said = scores(features(lines.words), len(lines.weight), model.words)
    first = model.first.score(rows(first_look(lines, said)))
    if not reading.is_page:
        return first
    named = scores(name_features(reading.blocks), len(lines.weight), model.names)
    return model.page.score(rows(page_look(reading, lines, first, named)))


def first_look(lines: Lines, said: Column) -> Columns:
    """What the first look sees: the columns of the lines, and what their words say."""
    return lines.columns | spread(said, lines.weight, "said")


def page_look(reading: Reading, lines: Lines, first: Column, named: Column) -> Columns:
    """What the second look at a page sees: what the first said, and the tree."""
    again = {name: lines.columns[name] for name in _LOOKED_AT_AGAIN}
    around = second_look(first, lines.weight, lines.columns["prose"])
    return again | around | page_columns(reading.blocks, first, named, lines.weight)


def rows(columns: Columns) -> Rows:
    """The columns as the trees ask of them, a column a row."""
    return np.concatenate(list(columns.values())).reshape(len(columns), -1)


_LOOKED_AT_AGAIN = (
    *("chars", "words", "lower_share", "capital_share", "ends", "colon", "prose", "begins_lower"),
    *("bars", "digits", "shared", "alone", "in_title", "copies", "from_text", "to_text", "in_core"),
    *("from_core", "past_core", "share_above", "rule", "rules_near_8", "rule_caption"),
    *("rule_date line", "from_comments", "from_related", "comments_above", "date line_near"),
)


@cache
def the_model() -> Model:
    """The model that Pressmark ships."""
    return load_model(MODEL)


def load_model(path: Path) -> Model:
    """The model in a file. Raises ValueError for a file of another format."""
    with np.load(path, allow_pickle=False) as file:
        if int(file["format"]) != FORMAT:
            raise ValueError(
                f"{path}: a model of format {file['format']}, expected {FORMAT}; train it again"
            )
        return Model(
            words=Weights(file["word_weights"], float(file["word_bias"])),
            names=Weights(file["name_weights"], float(file["name_bias"])),
            **{look: _trees(file, look) for look in ("first", "page")},
        )


def save_model(model: Model, path: Path) -> None:
    """Writes the model, the same bytes for the same model."""
    with path.open("wb") as file:
        np.savez_compressed(file, **_arrays(model))  # type: ignore[arg-type]  # its stubs see allow_pickle


def _arrays(model: Model) -> Mapping[str, NDArray[np.generic]]:
    arrays: dict[str, NDArray[np.generic]] = {
        "format": np.array(FORMAT),
        "word_weights": model.words.weights,
        "word_bias": np.array(model.words.bias),
        "name_weights": model.names.weights,
        "name_bias": np.array(model.names.bias),
    }
    for look in ("first", "page"):
        trees: Trees = getattr(model, look)
        for name in Trees.__dataclass_fields__:
            arrays[f"{look}_{name}"] = np.array(getattr(trees, name))
    return arrays


def _trees(file: Mapping[str, NDArray[np.generic]], look: str) -> Trees:
    arrays = {name: file[f"{look}_{name}"] for name in Trees.__dataclass_fields__}
    return Trees(**(arrays | {"bias": float(arrays["bias"]), "names": str(arrays["names"])}))  # type: ignore[arg-type]
