"""A folder's files, all the way down, in code point order of their paths."""

import io
import os
import stat
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from indexer.model import Rejected
from indexer.reader.source_file import SourceFile, beside, is_passed_over, shown_name, sidecar_names


def walk_folder(root: Path, is_wanted: Callable[[str], bool]) -> Iterator[SourceFile | Rejected]:
    """The files with a wanted name, and what looks like one and must not be read.

    Held are the names of the folders on the way down, never the whole tree. Raises: OSError if
    root itself cannot be listed.
    """
    root = root.resolve()
    pending = _listed(root, "")
    while pending:
        path, entry = pending.pop()
        if is_passed_over(entry.name):
            continue
        try:
            if entry.is_dir(follow_symlinks=False):
                pending += _listed(Path(entry.path), path)
            elif entry.is_symlink():
                yield from _linked(root, path, Path(entry.path), is_wanted)
            elif is_wanted(entry.name):
                yield _checked(root, path, Path(entry.path))
        except OSError as error:
            yield Rejected(path.rstrip("/"), f"cannot be read: {error.strerror}")


def file_at(path: Path) -> SourceFile:
    """A SOURCE that is one file; its side-car may stand beside it. Raises: OSError."""
    return _source_file(path.resolve().parent, shown_name(path.name), path)


def _listed(folder: Path, path: str) -> list[tuple[str, os.DirEntry[str]]]:
    """The entries of a folder, last first; path is that of the folder, empty or ending with /.

    A folder among them ends with / too: so the order of names is that of the paths below them.
    """
    with os.scandir(folder) as entries:
        listed = [
            (path + shown_name(entry.name) + "/" * entry.is_dir(follow_symlinks=False), entry)
            for entry in entries
        ]
    return sorted(listed, key=lambda pair: (pair[0], pair[1].name), reverse=True)


def _linked(
    root: Path, path: str, where: Path, is_wanted: Callable[[str], bool]
) -> Iterator[SourceFile | Rejected]:
    """A link to a file in the SOURCE is that file; others could lead anywhere, or in circles."""
    try:
        target = where.resolve(strict=True)
    except RuntimeError:  # what pathlib makes of a circle, up to Python 3.12
        yield Rejected(path, "a link that leads in a circle; take it out")
        return
    if target.is_dir():
        yield Rejected(path, "a link to a folder; name the folder itself as a SOURCE")
    elif is_wanted(where.name):
        if target.is_relative_to(root):
            yield _checked(root, path, where)
        else:
            yield Rejected(path, "a link that leads out of the SOURCE; put the file itself there")


def _checked(root: Path, path: str, where: Path) -> SourceFile | Rejected:
    if not stat.S_ISREG(where.stat().st_mode):
        return Rejected(path, "not a file (a pipe, a socket or a device); take it out")
    return _source_file(root, path, where)


def _source_file(root: Path, path: str, where: Path) -> SourceFile:
    return SourceFile(
        path=path,
        size=where.stat().st_size,
        open=partial(_open, where),
        sidecar=partial(_sidecar, root, path, where),
    )


def _open(where: Path) -> io.BufferedReader:
    return where.open("rb")


def _sidecar(root: Path, path: str, where: Path) -> SourceFile | None:
    for name in sidecar_names(where.name):
        found = where.with_name(name)
        if found.is_file() and found.resolve().is_relative_to(root):
            return _source_file(root, beside(path, shown_name(name)), found)
    return None
