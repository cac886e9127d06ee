"""What the tree of a page adds to what its lines say."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

import numpy as np

from indexer.cleaner.block import Block, DomFacts
from indexer.cleaner.dom_facts import NUMBERS
from indexer.cleaner.lexicon import Numbers, hash_of
from indexer.cleaner.lines.characters import Column
from indexer.cleaner.lines.columns import Columns
from indexer.cleaner.lines.words import BUCKETS
from indexer.model import PassageKind

_KINDS = (PassageKind.HEADING, PassageKind.LIST_ITEM, PassageKind.QUOTATION, PassageKind.TABLE)


# The names of a site's elements come again on each of its pages.
_hash_of = lru_cache(maxsize=1 << 16)(hash_of)


def name_features(blocks: Sequence[Block]) -> tuple[Numbers, Numbers]:
    """The names around each block (tags, classes, ids) as (bucket, line), weighed as words are."""
    named = [_hashes(block.dom) if block.dom else () for block in blocks]
    counts = np.fromiter(map(len, named), np.int64, len(named))
    every = np.fromiter(chain.from_iterable(named), np.int64, int(counts.sum()))
    return every & (BUCKETS - 1), np.repeat(np.arange(len(named)), counts)


def page_columns(blocks: Sequence[Block], odds: Column, names: Column, weight: Column) -> Columns:
    """The columns of a page's blocks; odds are of the lines alone, names those of the names."""
    numbers = np.array(
        [block.dom.numbers if block.dom else (0.0,) * len(NUMBERS) for block in blocks], np.float32
    )
    columns: Columns = dict(zip(NUMBERS, np.ascontiguousarray(numbers.T), strict=True))
    columns["links"] = np.array([block.links for block in blocks], np.float32)
    columns["level"] = np.array([block.level for block in blocks], np.float32)
    for kind in _KINDS:
        columns[f"is_{kind}"] = np.array([block.kind is kind for block in blocks], np.float32)
    paths = [block.dom.path if block.dom else "" for block in blocks]
    share = (1 / (1 + np.exp(-odds))).astype(np.float32)
    for name, keys in (("path", paths), ("box", [path.rpartition(">")[0] for path in paths])):
        columns |= _by_path(keys, share, weight, name)
    columns["names"] = names
    columns["names_above"] = np.concatenate(([0], names[:-1])).astype(np.float32)
    columns["names_below"] = np.concatenate((names[1:], [0])).astype(np.float32)
    return columns


def _hashes(dom: DomFacts) -> tuple[int, ...]:
    words = [_hash_of(word) for word in dom.words]
    near = [number * 31 + 7 for number in words[: dom.near]]
    return (*words, *near, _hash_of(f"<{dom.tag}>"), _hash_of(dom.path))


def _by_path(paths: Sequence[str], share: Column, weight: Column, name: str) -> Columns:
    """Of the blocks that stand at the same path: their part of what is kept, how much is kept."""
    numbers: dict[str, int] = {}
    place = np.array([numbers.setdefault(path, len(numbers)) for path in paths])
    heavy = weight + 1
    kept = np.bincount(place, weights=share * heavy)
    whole = np.bincount(place, weights=heavy)
    return {
        f"{name}_kept": (kept / whole)[place].astype(np.float32),
        f"{name}_part": (kept / max(kept.sum(), 1))[place].astype(np.float32),
        f"{name}_lines": np.log1p(np.bincount(place))[place].astype(np.float32),
    }
