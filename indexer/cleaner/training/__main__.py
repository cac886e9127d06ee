"""python -m indexer.cleaner.training DATA.jsonl.gz... --model FILE: trains the model of a line.

Words are weighed first, then the lines, then the blocks of pages; each learns from what the one
before says of documents of other sites (five folds by site).
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

import numpy as np

from indexer.cleaner.lines.characters import Column
from indexer.cleaner.lines.columns import Columns
from indexer.cleaner.lines.model import (
    MODEL,
    Model,
    first_look,
    matrix,
    page_look,
    save_model,
)
from indexer.cleaner.lines.second_look import spread
from indexer.cleaner.lines.trees import Trees
from indexer.cleaner.lines.words import Numbers, Weights, scores
from indexer.cleaner.training.examples import FOLDS, Example, read_examples
from indexer.cleaner.training.fit import SEED, fit_trees, fit_weights

FIRST_TREES = 400
PAGE_TREES = 300
_WITHOUT_WORDS = 0.12  # of the documents: as if they were in a language that was never seen

_Features = Callable[[Example], tuple[Numbers, Numbers]]


def main(arguments: list[str]) -> None:
    """Reads the data, trains, writes the model."""
    parser = argparse.ArgumentParser(prog="python -m indexer.cleaner.training")
    parser.add_argument("data", nargs="+", type=Path)
    parser.add_argument("--model", type=Path, default=MODEL)
    options = parser.parse_args(arguments)
    examples = list(read_examples(options.data))
    _say(f"{len(examples)} documents of {len({one.site for one in examples})} sites")
    save_model(train(examples), options.model)
    _say(f"{options.model}: {options.model.stat().st_size} bytes")


def train(examples: Sequence[Example]) -> Model:
    """The model that these documents teach."""
    words = _weigh(examples, lambda one: one.said, "said")
    for fold in range(FOLDS):
        trees = _fit_first([one for one in examples if one.fold != fold])
        for one in examples:
            if one.fold == fold:
                one.scores["first"] = trees.score(matrix(_first(one)))
        _say(f"first look, fold {fold + 1} of {FOLDS}")
    first = _fit_first(examples)
    pages = [one for one in examples if one.reading.is_page]
    names = _weigh(pages, lambda one: one.named, "named")
    page = _fit([_page(one) for one in pages], pages, PAGE_TREES)
    return Model(words, names, first, page)


def _weigh(examples: Sequence[Example], of: _Features, name: str) -> Weights:
    """Weights learnt of all; each document is scored by those learnt of the other folds."""
    for fold in range(FOLDS):
        weights = _fit_weights([one for one in examples if one.fold != fold], of)
        for one in examples:
            if one.fold == fold:
                one.scores[name] = scores(of(one), len(one.kept), weights)
    return _fit_weights(examples, of)


def _fit_weights(examples: Sequence[Example], of: _Features) -> Weights:
    weight = np.concatenate([one.weight for one in examples])
    return fit_weights([of(one) for one in examples], [one.kept for one in examples], weight)


def _first(one: Example) -> Columns:
    return first_look(one.lines, one.scores["said"])


def _page(one: Example) -> Columns:
    return page_look(one.reading, one.lines, one.scores["first"], one.scores["named"])


def _fit_first(examples: Sequence[Example]) -> Trees:
    random = Random(SEED)
    shown = [
        _without_words(one) if random.random() < _WITHOUT_WORDS else _first(one) for one in examples
    ]
    return _fit(shown, examples, FIRST_TREES)


def _without_words(one: Example) -> Columns:
    silent: Column = np.zeros_like(one.lines.weight)
    return one.lines.columns | spread(silent, one.lines.weight, "said")


def _fit(shown: Sequence[Columns], examples: Sequence[Example], trees: int) -> Trees:
    return fit_trees(
        np.concatenate([matrix(columns) for columns in shown]),
        list(shown[0]),
        np.concatenate([one.kept for one in examples]),
        np.concatenate([one.weight for one in examples]),
        trees,
    )


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
