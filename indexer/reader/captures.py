"""Crawlers fetch a page again and again: of the captures of one address the latest counts."""

import hashlib
from collections.abc import Callable, Iterator

from indexer.model import RawDocument


class LatestCaptures:
    """Which captures of a SOURCE count, over all of its files and whatever their names.

    Held are 200 bytes an address, and no page: so the captures are read twice, once to compare
    them and once to be indexed.
    """

    def __init__(self, read: Callable[[], Iterator[RawDocument]]) -> None:
        """The captures are read when the first one is asked about: most SOURCEs hold none."""
        self._read = read
        self._latest: dict[bytes, bytes] | None = None

    def counts(self, capture: RawDocument) -> bool:
        """True for the latest capture of its address, once, not for its twin; for others always."""
        if capture.captured is None:
            return True
        if self._latest is None:
            self._latest = _latest(self._read())
        key = _key(capture)
        if self._latest.get(key) != _rank(capture):
            return False
        self._latest[key] = b""
        return True


def _latest(captures: Iterator[RawDocument]) -> dict[bytes, bytes]:
    latest: dict[bytes, bytes] = {}
    for capture in captures:
        key, rank = _key(capture), _rank(capture)
        latest[key] = max(rank, latest.get(key, b""))
    return latest


def _key(capture: RawDocument) -> bytes:
    return hashlib.sha256(capture.id.encode("ascii")).digest()[:16]


def _rank(capture: RawDocument) -> bytes:
    """By the time; of captures of one moment, by what they hold: no file name decides."""
    return f"{capture.captured} ".encode("ascii") + bytes.fromhex(capture.source_hash)[:16]
