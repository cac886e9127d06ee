"""Trains the English tagger.

python -m indexer.persons.training DATA.jsonl.gz... --labels LABELS TEXTS.jsonl.gz

DATA is JSONL, `{"text": str, "spans": [[start, end], …]}`, the spans
being mentions of persons. LABELS are made by hand (`labels.py`), of some texts in TEXTS, `{"id":
str, "text": str}`; what DATA says of the same sentences is passed over.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from indexer.persons.model import save_weights
from indexer.persons.tagger import LANGUAGE, WEIGHTS
from indexer.persons.training.examples import Example, common_words, examples
from indexer.persons.training.labels import check_text, read_labels, read_records, read_texts
from indexer.persons.training.perceptron import train
from indexer.persons.words import BY_LANGUAGE, Words

# By hand is worth more than by machine: with three quarters of the labels, taken once and three
# times, 88.5 and 88.7 (mentions), 83.2 and 83.5 (persons) on worldwide news.
_TIMES_BY_HAND = 3


def main(arguments: list[str]) -> None:
    """Reads the data, trains, writes the weights."""
    parser = argparse.ArgumentParser(prog="python -m indexer.persons.training")
    parser.add_argument("data", nargs="+", type=Path)
    parser.add_argument("--labels", nargs=2, type=Path, metavar=("LABELS", "TEXTS"))
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    options = parser.parse_args(arguments)
    by_hand = list(_by_hand(*options.labels)) if options.labels else []
    others = _without_texts(read_records(options.data), [record["text"] for record in by_hand])
    records = [*others, *by_hand * _TIMES_BY_HAND]
    common = common_words(record["text"] for record in records)
    words = replace(BY_LANGUAGE[LANGUAGE], common=common)
    learned = train(list(_examples(records, words)), words)
    save_weights(learned, options.weights)
    print(f"{len(learned.rows)} features, {options.weights.stat().st_size} bytes")


def _by_hand(labels: Path, texts: Path) -> Iterator[dict[str, Any]]:
    known = read_texts([texts])
    for document in read_labels(labels.read_text("utf-8").splitlines()).values():
        check_text(document, known[document.id])
        yield {"text": known[document.id], "spans": document.persons()}


_SHORTEST = 40  # characters of a line that two texts do not share by chance


def _without_texts(
    records: Iterable[dict[str, Any]], texts: Iterable[str]
) -> Iterator[dict[str, Any]]:
    """The records that share no line with the texts."""
    lines = {line for text in texts for line in text.split("\n") if len(line) >= _SHORTEST}
    for record in records:
        if lines.isdisjoint(record["text"].split("\n")):
            yield record


def _examples(records: Iterable[dict[str, Any]], words: Words) -> Iterator[Example]:
    for record in records:
        yield from examples(record["text"], [(s, e) for s, e in record["spans"]], words)


if __name__ == "__main__":
    main(sys.argv[1:])
