"""An engine in a folder, and every step that a publication takes on the disk, to be failed at will."""

import builtins
import errno
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from indexer.engine.durable import sha256_of
from indexer.engine.manifest import (
    StoredFile,
    current_to_bytes,
    manifest_from_bytes,
    manifest_to_bytes,
)
from indexer.engine.whoosh_engine import WhooshEngine
from indexer.model import ArchiveTables, Person


@pytest.fixture
def folder(tmp_path) -> Path:
    return tmp_path / "index"


@pytest.fixture
def engine(folder) -> WhooshEngine:
    return WhooshEngine(folder)


_CALLS = ("fsync", "replace", "rename", "link", "unlink", "remove", "mkdir", "rmdir", "ftruncate")
_NEED_SPACE = ("create", "write", "mkdir", "link")
_REAL_OPEN = io.open
_REAL = {name: getattr(os, name) for name in _CALLS}


@dataclass
class Disk:
    """Stands between a publication and the disk: tells each step, and acts at one of them.

    A step is a write that reaches a file or one of the calls above. act() is called in its middle:
    of a write, half has been done.
    """

    act_at: int = 0  # 0: never
    act: Callable[[], None] = lambda: None
    is_full: bool = False  # from that step on act() is called whenever space is needed
    steps: list[tuple[str, str]] = field(default_factory=list)  # what, path

    def step(self, what: str, path: object) -> None:
        self.steps.append((what, os.fspath(path) if isinstance(path, (str, Path)) else str(path)))
        number = len(self.steps)
        if number == self.act_at and not self.is_full:
            self.act()
        if self.is_full and number >= self.act_at and what in _NEED_SPACE:
            self.act()

    @contextmanager
    def between(self) -> Iterator["Disk"]:
        patched = pytest.MonkeyPatch()
        for name in _CALLS:
            patched.setattr(os, name, self._call(name))
        patched.setattr(io, "open", self._open)
        patched.setattr(builtins, "open", self._open)
        try:
            yield self
        finally:
            patched.undo()

    def _call(self, name: str) -> Callable:
        def call(path, *rest, **options):
            where = Path(f"/proc/self/fd/{path}").readlink() if isinstance(path, int) else path
            self.step(name, where)
            return None if name == "fsync" else _REAL[name](path, *rest, **options)

        return call

    def _open(self, file, mode="r", *rest, **options):
        if "w" not in mode:
            return _REAL_OPEN(file, mode, *rest, **options)
        self.step("create", file)
        raw = _WatchedFile(file, mode.replace("b", ""), self)
        return io.BufferedRandom(raw) if "+" in mode else io.BufferedWriter(raw)


class _WatchedFile(io.FileIO):
    def __init__(self, file, mode: str, disk: Disk) -> None:
        super().__init__(file, mode)
        self._disk = disk

    def write(self, content) -> int:
        content = bytes(content)
        half = super().write(content[: len(content) // 2])
        self._disk.step("write", self.name)
        return half + super().write(content[half:])


def _no_space() -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _broken() -> None:
    raise OSError(errno.EIO, os.strerror(errno.EIO))


class Disks:
    """A disk that tells its steps, and disks that fail at one of them."""

    watched = Disk

    @staticmethod
    def killed_at(step: int) -> Disk:
        return Disk(step, lambda: os._exit(9))

    @staticmethod
    def full_from(step: int) -> Disk:
        return Disk(step, _no_space, is_full=True)

    @staticmethod
    def broken_at(step: int) -> Disk:
        return Disk(step, _broken)


@pytest.fixture
def disks() -> type[Disks]:
    return Disks


@pytest.fixture
def filled(engine, article) -> WhooshEngine:
    """A generation with every kind of file, dead words included."""
    for ids in (("a", "b", "c", "d", "e"), ("f",)):
        with engine.writer() as writer:
            for id_ in ids:
                document = article(
                    id_, f"rain {id_}", "harbour", persons=("Ida Holm",), date="2016"
                )
                writer.put(document, f"<p>{id_}</p>", f"print {id_}")
            writer.set_tables(ArchiveTables(persons=(Person("p", "P"),)))
            writer.delete("b")
            writer.publish()
    return engine


@pytest.fixture
def current_folder(filled) -> Callable[[], Path]:
    return lambda: filled.folder / filled.current()


def _renew(path: Path, content: bytes) -> None:
    """Writes a new file, so that another generation that shares the old one keeps it."""
    path.unlink(missing_ok=True)
    path.write_bytes(content)


@pytest.fixture
def renew() -> Callable[[Path, bytes], None]:
    return _renew


@pytest.fixture
def forge(filled, current_folder) -> Callable[[str, bytes | Callable[[bytes], bytes]], None]:
    """Puts other content into the largest file of a kind and makes every checksum right."""

    def forge(name: str, content: bytes | Callable[[bytes], bytes]) -> None:
        folder = current_folder()
        files = [path for path in folder.iterdir() if path.name.endswith(name)]
        path = max(files, key=lambda path: path.stat().st_size)
        _renew(path, content if isinstance(content, bytes) else content(path.read_bytes()))
        manifest = manifest_from_bytes((folder / "MANIFEST.json").read_bytes())
        eager = manifest.files[path.name].eager
        manifest.files[path.name] = StoredFile(path.stat().st_size, sha256_of(path), eager)
        _renew(folder / "MANIFEST.json", manifest_to_bytes(manifest))
        _renew(filled.folder / "CURRENT", current_to_bytes(manifest))

    return forge
