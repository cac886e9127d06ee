"""What the cleaner makes of documents whose sites its model never saw.

python -m benchmarks.folds MODELS DATA.jsonl.gz [--flavour light|full] > predictions.jsonl

MODELS is the folder that `python -m indexer.cleaner.training --folds` writes; each document of the
data is cleaned with the model of its own fold. The evaluator takes the result with --pred.
"""

import argparse
import gzip
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from indexer.archive import clean_sites
from indexer.cleaner import clean
from indexer.cleaner.lines import model
from indexer.cleaner.training.examples import FOLDS, fold_of
from indexer.cli.output import batch_record
from indexer.model import Document, NoArticle, RawDocument
from indexer.reader import raw_from_record

_GIVEN = ("id", "url", "site")


def main(arguments: list[str]) -> None:
    """Prints a record a document, as `pressmark clean --jsonl` does."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.folds")
    parser.add_argument("models", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--flavour")
    options = parser.parse_args(arguments)
    records = [
        record
        for record in map(json.loads, gzip.decompress(options.data.read_bytes()).splitlines())
        if options.flavour in (None, record.get("flavour"))
    ]
    batch = list(_cleaned(records, options.models))
    for (raw, _), document in zip(batch, clean_sites(batch), strict=True):
        print(json.dumps(batch_record(raw, document), ensure_ascii=False))


def _cleaned(
    records: list[Mapping[str, Any]], models: Path
) -> Iterator[tuple[RawDocument, Document | NoArticle]]:
    """The documents fold by fold, so that each model is read once."""
    for fold in range(FOLDS):
        model.MODEL = models / f"{fold}.npz"
        model.the_model.cache_clear()
        for record in records:
            if fold_of(record["site"]) == fold:
                raw = _raw(record)
                yield raw, clean(raw).document


def _raw(record: Mapping[str, Any]) -> RawDocument:
    body = {"html": record["html"]} if "html" in record else {"text": record["raw_text"]}
    raw = raw_from_record({name: record.get(name) for name in _GIVEN} | body, "the data")
    if not isinstance(raw, RawDocument):
        sys.exit(f"error: {record['id']}: {raw.reason}")
    return raw


if __name__ == "__main__":
    main(sys.argv[1:])
