"""python -m indexer.persons.training DATA.jsonl.gz... --weights FILE: trains the English tagger.

DATA is JSONL, `{"text": str, "spans": [[start, end], …]}`, the spans being mentions of persons.
"""

import argparse
import gzip
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from indexer.persons.model import save_weights
from indexer.persons.tagger import LANGUAGE, WEIGHTS
from indexer.persons.training.examples import Example, common_words, examples
from indexer.persons.training.perceptron import train
from indexer.persons.words import BY_LANGUAGE, Words


def main(arguments: list[str]) -> None:
    """Reads the data, trains, writes the weights."""
    parser = argparse.ArgumentParser(prog="python -m indexer.persons.training")
    parser.add_argument("data", nargs="+", type=Path)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    options = parser.parse_args(arguments)
    records = list(_read(options.data))
    common = common_words(record["text"] for record in records)
    words = replace(BY_LANGUAGE[LANGUAGE], common=common)
    learned = train(list(_examples(records, words)), words)
    save_weights(learned, options.weights)
    print(f"{len(learned.rows)} features, {options.weights.stat().st_size} bytes")


def _read(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    for path in paths:
        for line in gzip.decompress(path.read_bytes()).splitlines():
            yield json.loads(line)


def _examples(records: Iterable[dict[str, Any]], words: Words) -> Iterator[Example]:
    for record in records:
        yield from examples(record["text"], [(s, e) for s, e in record["spans"]], words)


if __name__ == "__main__":
    main(sys.argv[1:])
