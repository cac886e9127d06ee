from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.cleaner.classify import densest, rules_say
from indexer.cleaner.clean import read_raw
from indexer.cleaner.lines import article_odds
from indexer.cleaner.lines.columns import read_lines
from indexer.cleaner.lines.model import (
    FORMAT,
    MODEL,
    Model,
    first_look,
    load_model,
    page_look,
    rows,
    save_model,
    the_model,
)
from indexer.cleaner.lines.trees import Trees
from indexer.cleaner.lines.words import BUCKETS, Weights
from indexer.model import Given, RawDocument

shipped = pytest.mark.skipif(
    not MODEL.exists(), reason="the model is not there: python -m indexer.cleaner.training"
)

GOAT = "The goat boarded the tram at the market on Monday, and the driver said nothing."
SEA = "It left the tram at the sea, where the milk is cheap and the wind is cold."
DEBRIS = ("Home", "News", "Share this article", "Read more: all the goats of our town")
PAGE = f"<html><body><nav><a>Home</a></nav><article><h1>Goat</h1><p>{GOAT}</p><p>{SEA}</p>"


def read_as(content, format="text"):
    raw = RawDocument("d1", "d1", "d1", format, content, "0", None, Given())
    return read_raw(raw).reading


def odds_of(reading):
    said = rules_say(reading)
    return article_odds(reading, said, densest(reading, said))


def lines_of(reading):
    said = rules_say(reading)
    return read_lines(reading, said, densest(reading, said))


def trees_of(seed):
    random = np.random.default_rng(seed)
    return Trees(
        columns=random.integers(0, 3, 5).astype(np.int32),
        borders=random.normal(size=5).astype(np.float32),
        questions=random.integers(0, 5, (4, 2)).astype(np.int32),
        leaves=random.integers(-99, 99, (4, 4)).astype(np.int16),
        bias=-0.125,
        names="chars\nwörds\ndate line_near",
    )


def made_model():
    words, names = (np.arange(BUCKETS, dtype=np.int64) * by % 999 for by in (7, 11))
    return Model(
        Weights(words.astype(np.int16), 0.1),
        Weights(names.astype(np.int16), -0.2),
        trees_of(1),
        trees_of(2),
    )


def same(one, other):
    return all(
        np.array_equal(getattr(one, field.name), getattr(other, field.name))
        for field in fields(one)
    )


def test_a_model_that_was_saved_is_the_same_when_loaded(tmp_path):
    save_model(made_model(), tmp_path / "model.npz")
    loaded, made = load_model(tmp_path / "model.npz"), made_model()
    assert same(loaded.words, made.words)
    assert same(loaded.names, made.names)
    for look in ("first", "page"):
        assert same(getattr(loaded, look), getattr(made, look))
        for field in fields(Trees):
            before, after = (getattr(getattr(model, look), field.name) for model in (made, loaded))
            assert np.asarray(after).dtype == np.asarray(before).dtype, field.name


def test_the_same_model_is_the_same_bytes(tmp_path):
    save_model(made_model(), tmp_path / "one.npz")
    save_model(load_model(tmp_path / "one.npz"), tmp_path / "two.npz")
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()


def test_another_model_is_other_bytes(tmp_path):
    save_model(made_model(), tmp_path / "one.npz")
    save_model(replace(made_model(), page=trees_of(3)), tmp_path / "two.npz")
    assert (tmp_path / "one.npz").read_bytes() != (tmp_path / "two.npz").read_bytes()


def test_a_model_of_another_format_is_refused(tmp_path):
    path = tmp_path / "model.npz"
    np.savez_compressed(path, format=np.array(FORMAT + 1))
    with pytest.raises(ValueError, match=f"format {FORMAT + 1}, expected {FORMAT}; train it again"):
        load_model(path)


def test_no_pickle_is_opened(tmp_path):
    path = tmp_path / "model.npz"
    np.savez_compressed(path, format=np.array([{"a": 1}], dtype=object))
    with pytest.raises(ValueError, match="pickle"):
        load_model(path)


def test_columns_become_rows_in_their_order(reading_of):
    reading = reading_of(GOAT, "Home")
    columns = first_look(lines_of(reading), np.zeros(2, np.float32))
    made = rows(columns)
    assert made.shape == (len(columns), 2)
    assert made.dtype == np.float32
    assert made[list(columns).index("chars")].tolist() == columns["chars"].tolist()


@shipped
def test_the_shipped_model_was_trained_on_the_columns_that_are_computed_today():
    reading = read_as(PAGE, "html")
    lines = lines_of(reading)
    nothing = np.zeros(len(lines.weight), np.float32)
    model = the_model()
    for trees, columns in (
        (model.first, first_look(lines, nothing)),
        (model.page, page_look(reading, lines, nothing, nothing)),
    ):
        assert trees.names.split("\n") == list(columns)
        assert 0 <= trees.columns.min() <= trees.columns.max() < len(columns)


@shipped
def test_the_shipped_model_fits_its_arrays():
    model = the_model()
    for weights in (model.words, model.names):
        assert (weights.weights.dtype, weights.weights.shape) == (np.int16, (BUCKETS,))
    for trees in (model.first, model.page):
        assert trees.leaves.dtype == np.int16
        assert trees.leaves.shape == (len(trees.questions), 2 ** trees.questions.shape[1])
        assert trees.questions.max() < len(trees.columns) == len(trees.borders)


@shipped
def test_running_text_is_likelier_the_article_s_than_what_stands_around_it():
    text = read_as("\n".join((*DEBRIS[:2], GOAT, SEA, GOAT.replace("goat", "sheep"), *DEBRIS[2:])))
    odds = odds_of(text).tolist()
    assert min(odds[2:5]) > 0 > max(odds[:2] + odds[5:])
    page = read_as(PAGE + f"<p>{GOAT.replace('goat', 'sheep')}</article><p>Share</p>", "html")
    said = dict(zip([block.text for block in page.blocks], odds_of(page).tolist(), strict=True))
    assert min(said[GOAT], said[SEA]) > max(said["Home"], said["Share"])


@shipped
def test_an_empty_source_has_no_odds():
    assert odds_of(read_as("")).tolist() == []
    assert odds_of(read_as("<html></html>", "html")).tolist() == []


HOSTILE = (
    "a" * 100_000,
    "goat " * 20_000,
    "\u202egoat\u202c tram",
    "\u0301" * 500,
    "大" * 5_000,
    "{" * 2_000,
    "\ud800 goat",
    "🐐" * 300,
    ".",
    "\u200b",
)


@shipped
@pytest.mark.parametrize("line", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_lines_have_finite_odds(line, reading_of):
    for reading in (reading_of(line), reading_of("Home", line, GOAT)):
        odds = odds_of(reading)
        assert odds.shape == (len(reading.blocks),)
        assert np.isfinite(odds).all()


@shipped
@given(st.lists(st.text(min_size=1).map(lambda line: line.replace("\n", " ")), min_size=1))
def test_the_same_lines_have_the_same_odds(reading_of, lines):
    reading = reading_of(*lines)
    odds = odds_of(reading)
    assert np.isfinite(odds).all()
    assert odds.tolist() == odds_of(reading).tolist()


@shipped
@pytest.mark.parametrize(
    "sign", ["\n", "\r", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "&#10;", "<br>"]
)
def test_whatever_else_ends_a_line_every_block_has_its_odds(sign):
    blocks = f"<h1>a{sign}b</h1><p>{GOAT}{sign}{SEA}</p><pre>a{sign}b</pre><table><td>a{sign}b"
    for reading in (read_as(blocks, "html"), read_as(f"{GOAT}{sign}{SEA}")):
        assert odds_of(reading).shape == (len(reading.blocks),)


@shipped
def test_a_page_of_thousands_of_blocks_has_finite_odds():
    page = read_as("<body>" + f"<div class=x><p>{GOAT}</p></div><li>Home" * 2_000, "html")
    assert np.isfinite(odds_of(page)).all()
