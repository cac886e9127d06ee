"""Named arrays in one file, read where they lie: a JSON head, then each array's bytes.

No pickles: what a file says of itself is checked against its size before anything is read.
"""

import json
import mmap
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from indexer.engine.whoosh_engine.internals import map_file
from indexer.errors import DamagedIndexError

Array: TypeAlias = npt.NDArray[Any]

_MAGIC = b"PMARRAY1"
_HEAD = struct.Struct("<8sQ")  # magic, length of the JSON
_ALIGNMENT = 64  # bytes; a cache line
_KINDS = "iufbS"  # what may be read: no objects


def arrays_to_bytes(arrays: Mapping[str, Array]) -> bytes:
    """The file's content: every array must be of one dimension."""
    rows: dict[str, list[object]] = {}
    parts: list[bytes] = []
    place = 0
    for name, array in arrays.items():
        array = np.ascontiguousarray(array, dtype=array.dtype.newbyteorder("<"))
        padding = -array.nbytes % _ALIGNMENT
        rows[name] = [array.dtype.str, len(array), place]
        parts += [array.tobytes(), bytes(padding)]
        place += array.nbytes + padding
    text = json.dumps(rows).encode("ascii")
    text += b" " * (-(_HEAD.size + len(text)) % _ALIGNMENT)
    return b"".join([_HEAD.pack(_MAGIC, len(text)), text, *parts])


def read_arrays(path: Path) -> dict[str, Array]:
    """The arrays of a file, mapped and not writable. Raises DamagedIndexError."""
    try:
        return _arrays(map_file(path) or b"")
    except (OSError, ValueError, TypeError, KeyError, struct.error, RecursionError) as error:
        raise DamagedIndexError(
            f"{path} cannot be read ({type(error).__name__}: {error}); "
            "build the index again with: pressmark index --rebuild"
        ) from error


def _arrays(content: "mmap.mmap | bytes") -> dict[str, Array]:
    magic, length = _HEAD.unpack_from(content)
    start = _HEAD.size + length
    if magic != _MAGIC or start > len(content):
        raise ValueError("it is no file of arrays")
    rows = json.loads(content[_HEAD.size : start])
    return {
        name: np.frombuffer(content, _dtype(kind), count, start + place)
        for name, (kind, count, place) in rows.items()
    }


def _dtype(kind: str) -> np.dtype[Any]:
    dtype = np.dtype(kind)
    if dtype.kind not in _KINDS or dtype.itemsize == 0:
        raise ValueError(f"arrays of {kind!r} are not allowed")
    return dtype
