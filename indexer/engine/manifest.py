"""MANIFEST.json: what a generation holds, and how to see that it is whole.

The checksums are against damage, not against attack. The manifest carries its own, and CURRENT
repeats the beginning of that, so that a flipped bit in either is seen.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from indexer.errors import DamagedIndexError, IndexVersionError

FORMAT = "pressmark-generation-1"
_FAMILY = FORMAT.rstrip("0123456789")

_NAME = re.compile(r"g([0-9]{6,9})")
_CURRENT = re.compile(r"(g[0-9]{6,9}) ([0-9a-f]{16})\n")
_FILE_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}")
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file of a generation."""

    size: int  # bytes
    sha256: str
    eager: bool = False  # small and read by an interpreter (a pickle): hashed at every opening


@dataclass(frozen=True, slots=True)
class Manifest:
    """What stands in MANIFEST.json."""

    generation: str
    engine: str  # which engine wrote it
    versions: Mapping[str, str]  # of everything that decides whether it can be read
    made_with: Mapping[str, str]  # for whoever looks into it; nothing depends on them
    counts: Mapping[str, int]
    files: Mapping[str, StoredFile]


def generation_name(number: int) -> str:
    """g000001 for 1."""
    return f"g{number:06d}"


def generation_number(name: str) -> int | None:
    """1 for g000001; None for what is no generation's name."""
    matched = _NAME.fullmatch(name)
    return int(matched[1]) if matched else None


def manifest_to_bytes(manifest: Manifest) -> bytes:
    """The text of MANIFEST.json; equal manifests give equal bytes."""
    body = _body(manifest)
    return _pretty({"checksum": _checksum(body), **body})


def manifest_from_bytes(text: bytes) -> Manifest:
    """What a MANIFEST.json says.

    Raises DamagedIndexError when it is not exactly as written, IndexVersionError when another
    version wrote it.
    """
    try:
        manifest = _manifest(json.loads(text))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise DamagedIndexError(
            f"MANIFEST.json cannot be read ({type(error).__name__}: {error})"
        ) from error
    if manifest_to_bytes(manifest) != text:
        raise DamagedIndexError("MANIFEST.json is not as it was written")
    return manifest


def current_to_bytes(manifest: Manifest) -> bytes:
    """The text of CURRENT: the generation's name and the beginning of its manifest's checksum."""
    return f"{manifest.generation} {_checksum(_body(manifest))[:16]}\n".encode()


def current_from_bytes(text: bytes) -> str:
    """The name of the generation that CURRENT points to. Raises DamagedIndexError."""
    matched = _CURRENT.fullmatch(text.decode("latin1"))
    if matched is None:
        raise DamagedIndexError(f"CURRENT names no generation: {text[:40]!r}")
    return matched[1]


def _body(manifest: Manifest) -> dict[str, object]:
    return {
        "format": FORMAT,
        "generation": manifest.generation,
        "engine": manifest.engine,
        "versions": dict(manifest.versions),
        "made_with": dict(manifest.made_with),
        "counts": dict(manifest.counts),
        "files": {
            name: [file.size, file.sha256, file.eager] for name, file in manifest.files.items()
        },
    }


def _manifest(body: Mapping[str, object]) -> Manifest:
    if body["format"] != FORMAT:
        raise _other_format(str(body["format"]))
    return Manifest(
        generation=_matched(_NAME, body["generation"]),
        engine=str(body["engine"]),
        versions={str(key): str(value) for key, value in _mapping(body["versions"]).items()},
        made_with={str(key): str(value) for key, value in _mapping(body["made_with"]).items()},
        counts={str(key): int(str(value)) for key, value in _mapping(body["counts"]).items()},
        files={
            _matched(_FILE_NAME, name): _stored_file(row)
            for name, row in _mapping(body["files"]).items()
        },
    )


def _other_format(name: str) -> Exception:
    if not name.startswith(_FAMILY):
        return ValueError(f"format {name!r:.60}")
    return IndexVersionError(
        f"the index has format {name:.60}, this version of Pressmark reads {FORMAT}; "
        "build it again with: pressmark index --rebuild"
    )


def _stored_file(row: object) -> StoredFile:
    if not isinstance(row, list):
        raise TypeError(f"expected an array, found {row!r:.40}")
    size, sha256, eager = row
    return StoredFile(int(size), _matched(_SHA256, sha256), bool(eager))


def _matched(pattern: re.Pattern[str], value: object) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise ValueError(f"{value!r:.60} is not of the form {pattern.pattern}")
    return value


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise TypeError(f"expected an object, found {value!r:.40}")
    return value


def _checksum(body: Mapping[str, object]) -> str:
    return hashlib.sha256(_pretty(body)).hexdigest()


def _pretty(body: Mapping[str, object]) -> bytes:
    return json.dumps(body, indent=1, sort_keys=True).encode("ascii") + b"\n"
