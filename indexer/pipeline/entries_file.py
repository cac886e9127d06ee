"""Who is named where, kept beside the facts: a correction of a person decodes no document.

The file is derived from the facts and worth nothing without them: where it is missing, damaged or
of other texts, the documents are read. 100,000 articles with 180,000 names take 5 MB, and loading
them half a second, where decoding the documents takes fifteen.
"""

import hashlib
import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from indexer.archive import Entry, NamedHere
from indexer.engine.durable import replace_durably

ENTRIES_FILE = "entries.z"  # in the folder of the facts

_VERSION = 1
_LEVEL = 1  # written by every build that changes a document: 0.4 s, where level 6 takes 2


@dataclass(frozen=True, slots=True)
class Kept:
    """The entries of all documents, by id, as they were published."""

    texts: str  # State.texts and .blocks of the documents
    added: tuple[str, ...]  # the names of add: lines that they hold
    entries: Sequence[Entry]


class EntriesFile:
    """The one file; nothing but a full disk or missing rights makes it raise."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / ENTRIES_FILE

    def read(self, texts: str) -> Kept | None:
        """What was kept of these texts; None: nothing, or nothing whole."""
        try:
            digest, _, body = self._path.read_bytes().partition(b"\n")
            if hashlib.sha256(body).hexdigest().encode("ascii") != digest:
                return None
            version, kept, added, names, entries = json.loads(_unpacked(body))
        except (OSError, ValueError, TypeError, zlib.error):
            return None
        if (version, kept) != (_VERSION, texts):
            return None
        known = [_name(name) for name in names]
        return Kept(texts, tuple(added), [_entry(entry, known) for entry in entries])

    def write(self, kept: Kept) -> None:
        """Keeps this in place of what was kept."""
        numbers: dict[NamedHere, int] = {}
        entries = [
            (
                e.document,
                e.source,
                e.published,
                [numbers.setdefault(n, len(numbers)) for n in e.names],
            )
            for e in kept.entries
        ]
        array = [_VERSION, kept.texts, kept.added, list(numbers), entries]
        text = json.dumps(array, ensure_ascii=False, separators=(",", ":"))
        body = zlib.compress(text.encode("utf8", "surrogatepass"), _LEVEL)
        digest = hashlib.sha256(body).hexdigest().encode("ascii")
        replace_durably(self._path, digest + b"\n" + body)

    def forget(self) -> None:
        """Keeps nothing: what was taken down must not stay here."""
        self._path.unlink(missing_ok=True)


def shared(entries: Iterable[Entry]) -> list[Entry]:
    """The entries, equal names as one object: a name stands in many articles alike."""
    known: dict[NamedHere, NamedHere] = {}
    return [
        entry._replace(names=tuple(known.setdefault(name, name) for name in entry.names))
        for entry in entries
    ]


def _unpacked(body: bytes) -> str:
    return zlib.decompress(body).decode("utf8", "surrogatepass")


def _name(array: list[Any]) -> NamedHere:
    key, text, mentions, forms = array
    return NamedHere(key, text, mentions, tuple(forms))


def _entry(array: list[Any], known: Sequence[NamedHere]) -> Entry:
    document, source, published, names = array
    return Entry(document, source, published, tuple(known[number] for number in names))
