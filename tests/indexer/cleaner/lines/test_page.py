from math import exp, log1p

import numpy as np
import pytest

from indexer.cleaner.block import Block, DomFacts
from indexer.cleaner.dom_facts import NUMBERS
from indexer.cleaner.lexicon import hash_of
from indexer.cleaner.lines.page import name_features, page_columns
from indexer.cleaner.lines.words import BUCKETS
from indexer.model import PassageKind


def fact(path="html>body>p", words=(), near=0, **numbers):
    return DomFacts(
        path.rpartition(">")[2],
        path,
        tuple(words),
        near,
        tuple(float(numbers.get(name, 0)) for name in NUMBERS),
    )


def columns_of(*blocks, odds=None, names=None, weight=None):
    none = [0.0] * len(blocks)
    made = (np.array(each or none, np.float32) for each in (odds, names, weight))
    return {name: column.tolist() for name, column in page_columns(blocks, *made).items()}


def named(*blocks):
    buckets, line = name_features(blocks)
    return sorted(zip(line.tolist(), buckets.tolist(), strict=True))


def bucket(number):
    return number & (BUCKETS - 1)


def test_names_of_a_block_are_its_tag_its_path_and_the_words_around_it():
    block = Block("x", dom=fact("div>p", words=("story", "sidebar"), near=1))
    expected = [
        hash_of("story"),
        hash_of("sidebar"),
        hash_of("story") * 31 + 7,  # once more, because it is near
        hash_of("<p>"),
        hash_of("div>p"),
    ]
    assert named(block) == sorted((0, bucket(number)) for number in expected)


def test_a_block_without_a_tree_has_no_names():
    assert named(Block("x"), Block("y", dom=fact("p"))) == sorted(
        (1, bucket(hash_of(name))) for name in ("<p>", "p")
    )


def test_the_numbers_of_the_tree_are_columns():
    found = columns_of(Block("x", dom=fact(depth=4, inside=1)), Block("y"))
    assert found["depth"] == [4, 0]
    assert found["inside"] == [1, 0]
    assert set(NUMBERS) <= set(found)


def test_what_markup_says_of_a_block_is_a_column():
    found = columns_of(
        Block("x", kind=PassageKind.HEADING, level=2),
        Block("y", kind=PassageKind.LIST_ITEM, links=0.5),
        Block("z"),
    )
    assert found["is_heading"] == [1, 0, 0]
    assert found[f"is_{PassageKind.LIST_ITEM}"] == [0, 1, 0]
    assert found["level"] == [2, 0, 0]
    assert found["links"] == [0, 0.5, 0]


def test_what_names_say_is_told_of_the_neighbours_too():
    found = columns_of(Block("x"), Block("y"), Block("z"), names=[1, 2, 3])
    assert found["names"] == [1, 2, 3]
    assert found["names_above"] == [0, 1, 2]
    assert found["names_below"] == [2, 3, 0]


def test_blocks_of_one_path_share_what_is_kept_of_them():
    blocks = [Block(path, dom=fact(path)) for path in ("main>p", "main>p", "nav>p")]
    found = columns_of(*blocks, odds=[2, -1, 0], weight=[9, 4, 0])
    share = [1 / (1 + exp(-odds)) for odds in (2, -1, 0)]
    kept = 10 * share[0] + 5 * share[1]
    whole = kept + share[2]
    assert found["path_kept"] == pytest.approx([kept / 15, kept / 15, share[2]])
    assert found["path_part"] == pytest.approx([kept / max(whole, 1)] * 2 + [share[2] / whole])
    assert found["path_lines"] == pytest.approx([log1p(2), log1p(2), log1p(1)])


def test_blocks_of_one_box_are_those_whose_paths_differ_in_the_last_name_alone():
    blocks = [Block(path, dom=fact(path)) for path in ("main>p", "main>h2", "nav>p")]
    found = columns_of(*blocks)
    assert found["path_lines"] == pytest.approx([log1p(1)] * 3)
    assert found["box_lines"] == pytest.approx([log1p(2), log1p(2), log1p(1)])


def test_a_page_of_which_nothing_is_kept_has_finite_columns():
    found = columns_of(*[Block("x", dom=fact())] * 2, odds=[-80, -80])
    assert all(np.isfinite(column).all() for column in found.values())
