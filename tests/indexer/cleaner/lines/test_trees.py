import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.cleaner.lines.trees import LEAF_UNIT, Trees

# Three questions over two columns: a > 0.5, a > 1.5, b > -1.
COLUMNS = np.array([0, 0, 1], np.int32)
BORDERS = np.array([0.5, 1.5, -1.0], np.float32)


def trees_of(questions, leaves, bias=0.0):
    return Trees(
        COLUMNS,
        BORDERS,
        np.array(questions, np.int32),
        np.array(leaves, np.int16),
        bias,
        "a\nb",
    )


def walked(trees, row):
    """The score of one row, a tree after the other, a question after the other."""
    units = 0
    for questions, leaves in zip(trees.questions, trees.leaves, strict=True):
        leaf = sum(
            2**bit
            for bit, question in enumerate(questions)
            if row[trees.columns[question]] > trees.borders[question]
        )
        units += int(leaves[leaf])
    return units * LEAF_UNIT + trees.bias


def scored(trees, *rows):
    return trees.score(np.array(rows, np.float32).T).tolist()


def test_a_question_chooses_a_bit_of_the_leaf():
    trees = trees_of([[0, 2]], [[1, 2, 4, 8]])
    rows = ((0, -2), (1, -2), (0, 0), (1, 0))
    assert scored(trees, *rows) == [unit * LEAF_UNIT for unit in (1, 2, 4, 8)]


def test_what_stands_on_a_border_is_not_above_it():
    trees = trees_of([[0, 2]], [[1, 2, 4, 8]])
    assert scored(trees, (0.5, -1)) == [LEAF_UNIT]


def test_trees_are_added_up_and_the_bias_once():
    trees = trees_of([[0, 2], [1, 0]], [[1, 2, 4, 8], [-100, 50, 0, 7]], bias=0.5)
    assert scored(trees, (2, 0)) == [(8 + 7) * LEAF_UNIT + 0.5]


def test_sums_of_leaves_do_not_run_over():
    most = 2**15 - 1
    trees = trees_of([[0, 1]] * 300, [[most] * 4] * 300)
    assert scored(trees, (0, 0)) == [300 * most * LEAF_UNIT]


@given(
    st.lists(
        st.tuples(
            st.lists(st.integers(0, 2), min_size=3, max_size=3),
            st.lists(st.integers(-(2**15), 2**15 - 1), min_size=8, max_size=8),
        ),
        min_size=1,
        max_size=4,
    ),
    st.lists(st.tuples(*[st.sampled_from((-2.0, -1.0, 0.0, 0.5, 1.0, 2.0))] * 2), min_size=1),
)
def test_the_score_is_that_of_a_walk_through_every_tree(grown, rows):
    trees = trees_of(*zip(*grown, strict=True), bias=-0.25)
    assert scored(trees, *rows) == [pytest.approx(walked(trees, row)) for row in rows]


def test_a_tree_that_stopped_early_asks_its_last_question_again():
    short = trees_of([[0, 2]], [[1, 2, 4, 8]])
    padded = trees_of([[0, 2, 2, 2]], [[1, 2, 4, 8] * 4])
    rows = [(a, b) for a in (0, 1, 2) for b in (-2, 0)]
    assert scored(padded, *rows) == scored(short, *rows)


def test_no_rows_have_no_scores():
    trees = trees_of([[0, 2]], [[1, 2, 4, 8]])
    assert trees.score(np.zeros((2, 0), np.float32)).tolist() == []
