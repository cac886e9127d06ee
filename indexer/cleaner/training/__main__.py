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

from indexer.cleaner.lexicon import Numbers
from indexer.cleaner.lines.characters import Column
from indexer.cleaner.lines.columns import Columns
from indexer.cleaner.lines.model import (
    MODEL,
    Model,
    first_look,
    page_look,
    rows,
    save_model,
)
from indexer.cleaner.lines.second_look import spread
from indexer.cleaner.lines.trees import Trees
from indexer.cleaner.lines.words import Weights, scores
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
    parser.add_argument("--folds", type=Path, help="a folder for the model without each fold")
    options = parser.parse_args(arguments)
    examples = list(read_examples(options.data))
    _say(f"{len(examples)} documents of {len({one.site for one in examples})} sites")
    whole, folds = train(examples)
    save_model(whole, options.model)
    _say(f"{options.model}: {options.model.stat().st_size} bytes")
    if options.folds:
        options.folds.mkdir(parents=True, exist_ok=True)
        for fold, model in enumerate(folds):
            save_model(model, options.folds / f"{fold}.npz")


def train(examples: Sequence[Example]) -> tuple[Model, tuple[Model, ...]]:
    """The model that these documents teach, and for each fold the one that those outside it teach.

    A model of a fold never saw its sites. What one part of it learnt to make of the part before it
    rests on scores by models that saw them, though never the document scored.
    """
    words = [_weigh(_without(examples, fold), _said) for fold in range(FOLDS)]
    _score(examples, words, _said, "said")
    firsts = [_fit_first(_without(examples, fold)) for fold in range(FOLDS)]
    for one in examples:
        one.scores["first"] = firsts[one.fold].score(rows(_first(one)))
    pages = [one for one in examples if one.reading.is_page]
    names = [_weigh(_without(pages, fold), _named) for fold in range(FOLDS)]
    _score(pages, names, _named, "named")
    folds = tuple(
        Model(words[fold], names[fold], firsts[fold], _fit_page(_without(pages, fold)))
        for fold in range(FOLDS)
    )
    whole = Model(
        _weigh(examples, _said), _weigh(pages, _named), _fit_first(examples), _fit_page(pages)
    )
    return whole, folds


def _without(examples: Sequence[Example], fold: int) -> list[Example]:
    return [one for one in examples if one.fold != fold]


def _said(one: Example) -> tuple[Numbers, Numbers]:
    return one.said


def _named(one: Example) -> tuple[Numbers, Numbers]:
    return one.named


def _weigh(examples: Sequence[Example], of: _Features) -> Weights:
    weight = np.concatenate([one.weight for one in examples])
    return fit_weights([of(one) for one in examples], [one.kept for one in examples], weight)


def _score(
    examples: Sequence[Example], weights: Sequence[Weights], of: _Features, name: str
) -> None:
    """Every document's score by words that were weighed without its site."""
    for one in examples:
        one.scores[name] = scores(of(one), len(one.kept), weights[one.fold])


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


def _fit_page(pages: Sequence[Example]) -> Trees:
    return _fit([_page(one) for one in pages], pages, PAGE_TREES)


def _without_words(one: Example) -> Columns:
    silent: Column = np.zeros_like(one.lines.weight)
    return one.lines.columns | spread(silent, one.lines.weight, "said")


def _fit(shown: Sequence[Columns], examples: Sequence[Example], trees: int) -> Trees:
    return fit_trees(
        np.concatenate([rows(columns) for columns in shown], axis=1),
        list(shown[0]),
        np.concatenate([one.kept for one in examples]),
        np.concatenate([one.weight for one in examples]),
        trees,
    )


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
