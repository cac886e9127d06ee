"""Labelled documents become rows: a line's columns, what it weighs, and whether it is kept.

DATA is JSONL, a document a line, of three kinds:

- a text, `raw_text` and `lines`: `[{"text", "keep": 1 kept, 0 debris, 2 either}]`;
- a page, `html` and `gold_text`, with `gold_alt` for other editions that are as right;
- a page of which some segments are known, `html`, `with` and `without`.
"""

import gzip
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from indexer.cleaner.classify import densest, rules_say
from indexer.cleaner.clean import read_raw
from indexer.cleaner.lexicon import Numbers
from indexer.cleaner.lines.characters import Column
from indexer.cleaner.lines.columns import Lines, read_lines
from indexer.cleaner.lines.page import name_features
from indexer.cleaner.lines.words import features
from indexer.cleaner.own_verdicts import Reading
from indexer.cleaner.training.labels import labels
from indexer.model import Given, RawDocument

FOLDS = 5

# What nothing is learnt from, whatever a file holds: these slices measure how the model does in
# languages and on sites that it never saw.
_NEVER = ("daniel",)

_WORD = re.compile(r"[^\W_]+")
_AHEAD = 4  # lines of the data among which a block is looked for
_EITHER = 0.15  # the weight of a line that may as well be kept as not
_TWO_EDITIONS = 0.6  # the same page is there as a whole and as its article's element
_HALF_WEIGHT = 20.0  # words that weigh as much as being a line does
_SMALL = 20.0


@dataclass(slots=True)
class Example:
    """A document's lines, and what is known of them."""

    site: str
    reading: Reading
    lines: Lines
    kept: NDArray[np.int8]  # 1 kept, 0 not, 2 either, -1 unknown
    weight: Column
    said: tuple[Numbers, Numbers]
    named: tuple[Numbers, Numbers]
    scores: dict[str, Column] = field(default_factory=dict)  # of models that never saw its site

    @property
    def fold(self) -> int:
        """The fold that its site is in."""
        return fold_of(self.site)


def fold_of(site: str) -> int:
    """The fold of a site: the same on every machine, whatever else is in the data."""
    return crc32(site.encode()) % FOLDS


def read_examples(paths: Sequence[Path]) -> Iterator[Example]:
    """The documents that can be learnt from."""
    for path in paths:
        for line in gzip.decompress(path.read_bytes()).splitlines():
            record = json.loads(line)
            if not str(record.get("slice") or "").startswith(_NEVER):
                yield from _examples(record)


def _examples(record: Mapping[str, Any]) -> Iterator[Example]:
    is_page = "html" in record
    raw = RawDocument(
        id=record["id"],
        source_id=record["id"],
        place=record["id"],
        format="html" if is_page else "text",
        content=record["html"] if is_page else record["raw_text"],
        source_hash="",
        site=record["site"],
        given=Given(url=record.get("url")),
    )
    reading = read_raw(raw).reading
    if not reading.blocks:
        return
    verdicts = rules_say(reading)
    lines = read_lines(reading, verdicts, densest(reading, verdicts))
    kept = np.array(_labels(record, [block.text for block in reading.blocks]), np.int8)
    yield Example(
        site=record["site"],
        reading=reading,
        lines=lines,
        kept=kept,
        weight=_weight(lines.weight, kept) * (1 if is_page else _TWO_EDITIONS),
        said=features(lines.words),
        named=name_features(reading.blocks),
    )


def _labels(record: Mapping[str, Any], texts: Sequence[str]) -> list[int]:
    if "lines" in record:
        return _line_labels(texts, record["lines"])
    if "with" in record:
        return _segment_labels(texts, record["with"], record["without"])
    golds = [record["gold_text"], *(record.get("gold_alt") or ())]
    return [-1 if label is None else int(label) for label in labels(texts, golds)]


def _line_labels(texts: Sequence[str], lines: Sequence[Mapping[str, Any]]) -> list[int]:
    """The labels of lines, given to the blocks that they became, in order."""
    wanted = [_key(line["text"]) for line in lines]
    found = []
    at = 0
    for text in texts:
        key = _key(text)
        ahead = range(at, min(at + _AHEAD, len(wanted)))
        match = next((n for n in ahead if (key and key in wanted[n]) or key == wanted[n]), None)
        if match is not None:
            at = match + (wanted[match] == key)
        found.append(-1 if match is None else int(lines[match]["keep"]))
    return found


def _segment_labels(texts: Sequence[str], kept: Sequence[str], dropped: Sequence[str]) -> list[int]:
    inside, outside = (tuple(filter(None, map(_key, part))) for part in (kept, dropped))
    return [_segment_label(_key(text), inside, outside) for text in texts]


def _segment_label(key: str, inside: Iterable[str], outside: Iterable[str]) -> int:
    is_kept = any(segment in key for segment in inside)
    is_dropped = any(segment in key for segment in outside)
    return -1 if is_kept == is_dropped else int(is_kept)


def _key(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _weight(words: Column, kept: NDArray[np.int8]) -> Column:
    """Long lines weigh more, and so does a document, though by the root of its length only."""
    weight = 0.5 + words / _HALF_WEIGHT
    weight = weight / np.sqrt(weight.sum() + _SMALL)
    known = np.where(kept < 0, 0, np.where(kept > 1, _EITHER, 1))
    return np.asarray(weight * known, np.float32)
