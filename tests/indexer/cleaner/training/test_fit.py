from dataclasses import fields

import numpy as np
import pytest

from indexer.cleaner.lexicon import read_words
from indexer.cleaner.lines.trees import LEAF_UNIT, Trees
from indexer.cleaner.lines.words import BUCKETS, features, scores

catboost = pytest.importorskip("catboost", reason="training needs the extra 'training'")
fit = pytest.importorskip("indexer.cleaner.training.fit", reason="the extra 'training'")

NAMES = tuple("abcdefghijkl")


@pytest.fixture(scope="module")
def made():
    """Rows of twelve columns, and whether each is kept: where the first two have one sign, mostly."""
    random = np.random.default_rng(3)
    rows = random.normal(size=(12, 600)).astype(np.float32)
    kept = (rows[0] * rows[1] + random.normal(size=600) / 4 > 0).astype(np.int8)
    return rows, kept


def grown(rows, kept, trees, **options):
    model = catboost.CatBoostClassifier(
        iterations=trees, depth=fit.DEPTH, verbose=0, allow_writing_files=False, **options
    )
    model.fit(rows.T, kept)
    return model


def test_converted_trees_say_what_catboost_says(made):
    rows, kept = made
    model = grown(rows, kept, 30)
    ours = fit._trees(model, NAMES).score(rows)
    theirs = model.predict(rows.T, prediction_type="RawFormulaVal")
    assert np.abs(ours - theirs).max() <= 30 * LEAF_UNIT / 2 + 1e-5
    assert np.abs(theirs).max() > 1  # they say something


def test_trees_that_stopped_early_are_padded_and_say_the_same():
    rows = np.array([[0, 1] * 50], np.float32)  # one question can be asked, and no more
    model = grown(rows, rows[0], 3, learning_rate=0.5)
    trees = fit._trees(model, ("a",))
    assert trees.questions.shape == (3, fit.DEPTH)
    assert trees.leaves.shape == (3, 2**fit.DEPTH)
    theirs = model.predict(rows.T, prediction_type="RawFormulaVal")
    assert np.abs(trees.score(rows) - theirs).max() <= 3 * LEAF_UNIT / 2 + 1e-5


def test_a_tree_that_asks_nothing_says_the_same_of_every_row(made):
    rows, kept = made
    noise = rows[4:7]  # of three columns each tree may ask of one, and often finds nothing in it
    model = grown(noise, kept, 40, rsm=0.3, bootstrap_type="Bernoulli", subsample=0.7)
    trees = fit._trees(model, NAMES[:3])
    assert any(len(set(leaves)) == 1 for leaves in trees.leaves.tolist())
    theirs = model.predict(noise.T, prediction_type="RawFormulaVal")
    assert np.abs(trees.score(noise) - theirs).max() <= 40 * LEAF_UNIT / 2 + 1e-5


def test_trees_learn_what_no_column_says_alone(made):
    rows, kept = made
    scored = fit.fit_trees(rows, NAMES, kept, np.ones(600, np.float32), 60).score(rows)
    assert ((scored > 0) == kept).mean() > 0.9


def test_the_same_rows_grow_the_same_trees(made):
    rows, kept = made
    one, other = (fit.fit_trees(rows, NAMES, kept, np.ones(600, np.float32), 60) for _ in "ab")
    for field in fields(Trees):
        assert np.array_equal(getattr(one, field.name), getattr(other, field.name)), field.name
    assert one.names.split("\n") == list(NAMES)
    assert len(one.columns) == len(set(zip(one.columns, one.borders, strict=True)))


def test_from_rows_of_no_weight_trees_learn_nothing(made):
    rows, kept = made
    weight = np.ones(600, np.float32)
    weight[300:] = 0
    lies = kept.copy()
    lies[300:] = 1 - lies[300:]
    for labels in (kept, lies):
        trees = fit.fit_trees(rows, NAMES, labels, weight, 60)
        assert ((trees.score(rows) > 0) == kept)[300:].mean() > 0.8


def test_rows_that_may_be_kept_or_not_count_as_not_kept(made):
    rows, kept = made
    doubtful = np.where(kept == 0, 2, kept).astype(np.int8)
    one, other = (fit.fit_trees(rows, NAMES, each, rows[0] ** 2, 60) for each in (kept, doubtful))
    assert np.array_equal(one.leaves, other.leaves)


DOCUMENTS = (
    (("the", "goat", "left"), ("share", "this")),
    (("the", "tram", "left"), ("share", "that"), ("the", "goat")),
)
KEPT = tuple(np.array(kept, np.int8) for kept in ((1, 0), (1, 0, 1)))


def weighed(kept=KEPT, weight=(1, 1, 1, 1, 1)):
    found = [features(read_words(lines)) for lines in DOCUMENTS]
    return fit.fit_weights(found, kept, np.array(weight, np.float32))


def test_words_that_stand_in_articles_are_told_from_those_that_do_not():
    weights = weighed()
    found = features(read_words((("the", "goat"), ("share", "goat"))))
    article, debris = scores(found, 2, weights).tolist()
    assert article > 0 > debris
    assert (weights.weights.dtype, weights.weights.shape) == (np.int16, (BUCKETS,))


def test_lines_of_no_weight_weigh_no_words():
    lies = (KEPT[0], np.array((1, 1, 1), np.int8))
    assert np.array_equal(
        weighed(lies, (1, 1, 1, 0, 1)).weights, weighed(KEPT, (1, 1, 1, 0, 1)).weights
    )


def test_a_line_that_may_be_kept_or_not_counts_as_not_kept():
    doubtful = (KEPT[0], np.array((1, 2, 1), np.int8))
    assert np.array_equal(weighed(doubtful).weights, weighed().weights)
