"""The trainer: examples of labelled texts, and what is learned from them."""

import gzip
import json

import pytest

from indexer.persons.decoding import B, E, I, O, S
from indexer.persons.lines import read_line
from indexer.persons.model import load_weights
from indexer.persons.tagger import Tagger
from indexer.persons.training.__main__ import main
from indexer.persons.training.examples import common_words, examples
from indexer.persons.words import BY_LANGUAGE

ENGLISH = BY_LANGUAGE["en"]
GIVEN = ("Ilka", "Marek", "Tove", "Emil")
FAMILY = ("Torvald", "Oslund", "Brandt", "Vance")


def record(text: str, *names: str) -> dict[str, object]:
    starts = [(text.index(name), len(name)) for name in names]
    return {"text": text, "spans": [[start, start + size] for start, size in starts]}


@pytest.fixture(scope="module")
def records() -> list[dict[str, object]]:
    return [
        record(
            f"Then {one} {other} said no.\nThe boat reached Port {other} today.", f"{one} {other}"
        )
        for one in GIVEN
        for other in FAMILY
    ] * 3


def test_labels_become_tags_of_the_runs():
    text = "Later Piet van Arn met Ilka in Port Arn.\nThen Jon Arn's boat left."
    spans = [(6, 18), (23, 27), (46, 55)]
    found = [example.tags for example in examples(text, spans, ENGLISH)]
    assert found == [[O, B, I, E], [S], [O, O], [O, B, E]]


def test_labels_that_no_tokens_match_are_left_out():
    (example,) = examples("Ilkas", [(0, 4)], ENGLISH)
    assert example.tags == [O]


def test_common_words_are_those_often_in_lower_case():
    texts = ["the boat and arn. The Boat"] * 5 + ["Arn"] * 20
    assert common_words(texts) == {"the", "boat", "and"}


def test_what_was_trained_tells_people_from_ports_and_is_the_same_each_time(records, tmp_path):
    data = tmp_path / "data.jsonl.gz"
    data.write_bytes(gzip.compress("\n".join(map(json.dumps, records)).encode()))
    for name in ("one.npz", "other.npz"):
        main([str(data), "--weights", str(tmp_path / name)])
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "other.npz").read_bytes()
    tagger = Tagger(load_weights(tmp_path / "one.npz"), ENGLISH)
    lines = [read_line(t, ENGLISH) for t in ("Then Siv Oslund said no.", "It reached Port Vance.")]
    assert [(m.line, m.start, m.end) for m in tagger.tag(lines)] == [(0, 1, 3)]
