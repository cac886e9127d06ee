"""python -m indexer.persons.training DATA.jsonl.gz... --weights FILE: trains the English tagger.

DATA is JSONL, `{"text": str, "spans": [[start, end], …]}`, the spans being mentions of persons.
"""

import argparse
import gzip
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from indexer.persons.model import save_weights
from indexer.persons.tagger import LANGUAGE, WEIGHTS
from indexer.persons.training.examples import Example, examples
from indexer.persons.training.perceptron import train
from indexer.persons.words import BY_LANGUAGE


def main(arguments: list[str]) -> None:
    """Reads the data, trains, writes the weights."""
    parser = argparse.ArgumentParser(prog="python -m indexer.persons.training")
    parser.add_argument("data", nargs="+", type=Path)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    options = parser.parse_args(arguments)
    learned = train(list(_read(options.data)), BY_LANGUAGE[LANGUAGE])
    save_weights(learned, options.weights)
    print(f"{len(learned.rows)} features, {options.weights.stat().st_size} bytes")


def _read(paths: Iterable[Path]) -> Iterator[Example]:
    for path in paths:
        opened = gzip.open(path, "rt", encoding="utf8") if path.suffix == ".gz" else path.open()
        with opened as lines:
            for line in lines:
                record = json.loads(line)
                spans = [(start, end) for start, end in record["spans"]]
                yield from examples(record["text"], spans, BY_LANGUAGE[LANGUAGE])


if __name__ == "__main__":
    main(sys.argv[1:])
