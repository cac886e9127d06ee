"""Files that survive a power cut: written, synced, and only then named."""

import hashlib
import os
import shutil
from pathlib import Path

_CHUNK = 1 << 20  # bytes hashed at a time


def write_durably(path: Path, content: bytes) -> None:
    """Writes a new file and syncs it; its folder is the caller's to sync."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def replace_durably(path: Path, content: bytes) -> None:
    """Puts a file in the place of another at once: readers see the old one or the new one."""
    temporary = path.with_name(path.name + ".tmp")
    write_durably(temporary, content)
    temporary.replace(path)
    sync(path.parent)


def sync(path: Path) -> None:
    """Waits until a file or a folder is on the disk."""
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def share(source: Path, target: Path) -> None:
    """Gives an immutable file a second name; where the disk knows no hard links, copies it."""
    try:
        target.hardlink_to(source)
    except OSError:
        shutil.copyfile(source, target)
        sync(target)


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file's content, in hex."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
