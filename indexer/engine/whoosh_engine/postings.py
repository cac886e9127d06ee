"""Postings of the stock W3 codec, decoded a block at a time.

A term's extent is a tag and its blocks. A block is its length (negative: the last one), a pickled
header (postings, last document, heaviest weight, compression, two lengths), and a pickled triple
(gaps between documents, weights, values), compressed where the header says so.
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import numpy as np
import numpy.typing as npt

from indexer.engine.whoosh_engine.unpickling import load_pickle
from indexer.errors import DamagedIndexError

_TAG = b"W3Bl"
_LENGTH = struct.Struct("!i")

# What one block may unpack to: 128 postings of 30,000 positions. Real ones have some 2 kB.
_LARGEST_BLOCK = 1 << 24


@dataclass(frozen=True, slots=True)
class Postings:
    """Where a term stands in one segment."""

    documents: npt.NDArray[np.uint32]  # ascending
    frequencies: npt.NDArray[np.int32]  # of each document, at least 1
    positions: npt.NDArray[np.uint32]  # frequencies.sum() of them, ascending in each document


def decode_postings(extent: bytes) -> Postings:
    """The postings in an extent. Raises DamagedIndexError."""
    try:
        blocks = list(_blocks(extent))
        documents = np.concatenate([block.documents for block in blocks])
        frequencies = np.concatenate([block.frequencies for block in blocks])
        positions = np.concatenate([block.positions for block in blocks])
    except (struct.error, zlib.error, ValueError, TypeError, OverflowError) as error:
        raise DamagedIndexError(
            f"postings cannot be read ({type(error).__name__}: {error}); "
            "build the index again with: pressmark index --rebuild"
        ) from error
    return Postings(documents, frequencies, positions)


def _blocks(extent: bytes) -> Iterator[Postings]:
    if extent[:4] != _TAG:
        raise ValueError(f"tag {extent[:4]!r}")
    place, is_last = 4, False
    while not is_last:
        (length,) = _LENGTH.unpack_from(extent, place)
        is_last = length < 0
        end = place + 4 + abs(length)
        yield _block(extent[place + 4 : end])
        place = end
    if place != len(extent):
        raise ValueError(f"{len(extent)} bytes instead of {place}")


def _block(content: bytes) -> Postings:
    stream = BytesIO(content)
    count, last, _, is_compressed, _, _ = load_pickle(stream)
    body = stream.read()
    gaps, weights, values = load_pickle(_inflated(body) if is_compressed else body)
    documents = np.cumsum(np.array(gaps, dtype=np.int64))
    frequencies = _frequencies(weights, count)
    positions = np.frombuffer(values, dtype="<u4")
    if len(documents) != count or documents[-1] != last or len(positions) != frequencies.sum():
        raise ValueError(f"a block of {count} postings up to document {last} holds others")
    return Postings(documents.astype(np.uint32), frequencies, positions)


def _frequencies(weights: object, count: int) -> npt.NDArray[np.int32]:
    """Whoosh writes None where all weights are 1, one number where all are the same."""
    if weights is None:
        return np.ones(count, dtype=np.int32)
    return np.broadcast_to(np.asarray(weights, dtype=np.int32), (count,))


def _inflated(body: bytes) -> bytes:
    inflater = zlib.decompressobj()
    content = inflater.decompress(body, _LARGEST_BLOCK)
    if not inflater.eof:
        raise ValueError(f"a block of more than {_LARGEST_BLOCK} bytes")
    return content
