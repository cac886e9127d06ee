"""Zip: its members are walked like the files of a folder. Nothing is ever unpacked into one."""

import io
import shutil
import stat
import struct
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath
from typing import cast
from zipfile import BadZipFile, ZipFile, ZipInfo

from indexer.errors import InputError
from indexer.model import Rejected
from indexer.reader.content import bounded, grown, open_content
from indexer.reader.limits import MAXIMUM_RATIO, MAXIMUM_ZIP_DIRECTORY, MEGABYTE
from indexer.reader.source_file import (
    SourceFile,
    beside,
    is_passed_over,
    kind_of,
    shown_name,
    sidecar_names,
)

ZIP_KIND = ".zip"

# What zipfile raises on damaged or unusual archives, found by damaging one byte after the other.
_ZIP_ERRORS = (
    *(BadZipFile, EOFError, IndexError, NotImplementedError, OverflowError, RuntimeError),
    *(ValueError, struct.error),
)
_ENCRYPTED = 0x1  # flag of a member


def walk_zip(file: SourceFile, is_wanted: Callable[[str], bool]) -> Iterator[SourceFile | Rejected]:
    """The members with a wanted name, in code point order of their paths; open only meanwhile.

    Raises: OSError; InputError if the file is no zip, or one that nobody should unpack.
    """
    with _seekable(file) as stream:
        size = stream.seek(0, io.SEEK_END)
        archive = _open_zip(stream)
        if sum(member.file_size for member in archive.infolist()) > grown(size):
            raise InputError(
                f"unpacks to more than {MAXIMUM_RATIO} times its size; unpack it yourself"
            )
        members = _Members(file.path, archive, _by_path(archive))
        for path, infos in sorted(members.by_path.items()):
            if is_wanted(PurePosixPath(path).name) and not _is_passed_over(path):
                yield from (members.checked(path, info) for info in infos)


@dataclass(frozen=True, slots=True)
class _Members:
    zip_path: str
    archive: ZipFile
    by_path: Mapping[str, list[ZipInfo]]  # several: the same name twice

    def checked(self, path: str, info: ZipInfo) -> SourceFile | Rejected:
        place = f"{self.zip_path}/{path}"
        reason = _reason_against(path, info)
        return Rejected(place, reason) if reason else self._file(path, info)

    def _file(self, path: str, info: ZipInfo) -> SourceFile:
        return SourceFile(
            path=f"{self.zip_path}/{path}",
            size=min(info.file_size, grown(info.compress_size)),
            open=partial(_open_member, self.archive, info),
            sidecar=partial(self._sidecar, path),
        )

    def _sidecar(self, path: str) -> SourceFile | None:
        names = sidecar_names(PurePosixPath(path).name)
        found = next((it for name in names if (it := beside(path, name)) in self.by_path), None)
        return self._file(found, self.by_path[found][0]) if found else None


def _by_path(archive: ZipFile) -> dict[str, list[ZipInfo]]:
    by_path: dict[str, list[ZipInfo]] = {}
    for info in archive.infolist():
        if not info.filename.endswith(("/", "\\")):  # is_dir fails on a name of no letters
            # Some programs of Windows write \ between folders.
            path = "/".join(map(shown_name, info.filename.replace("\\", "/").split("/")))
            by_path.setdefault(path, []).append(info)
    return by_path


def _is_passed_over(path: str) -> bool:
    """True for hidden files and what lies in hidden folders; "..", of course, is not hidden."""
    return any(is_passed_over(part) and part not in (".", "..") for part in path.split("/"))


def _reason_against(path: str, info: ZipInfo) -> str | None:
    parts = path.split("/")
    if parts[0] == "" or parts[0].endswith(":") or {".", "..", ""} & set(parts):
        return "a name that leads out of the archive; pack it again with plain names"
    if kind_of(path) == ZIP_KIND:
        return "a zip inside a zip; unpack it"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "a link inside a zip; pack the file itself"
    if info.flag_bits & _ENCRYPTED:
        return "encrypted; unpack it with its password"
    return None


def _open_member(archive: ZipFile, info: ZipInfo) -> io.BufferedReader:
    try:
        return bounded(archive.open(info), grown(info.compress_size))
    except _ZIP_ERRORS as error:
        raise InputError(f"cannot be unpacked: {error}; pack it again") from error


def _open_zip(stream: io.BufferedReader) -> ZipFile:
    try:
        return ZipFile(_SmallReads(stream))
    except _ZIP_ERRORS as error:
        raise InputError(f"not a usable zip: {error}; get the file again") from error


@contextmanager
def _seekable(file: SourceFile) -> Iterator[io.BufferedReader]:
    """The bytes of a zip; those of a .zip.gz in a temporary file, since a zip begins at its end."""
    with open_content(file) as content:
        if not file.is_gzip:
            yield content
            return
        with tempfile.TemporaryFile() as unpacked:
            shutil.copyfileobj(content, unpacked)
            unpacked.seek(0)
            yield cast(io.BufferedReader, unpacked)


class _SmallReads(io.BufferedReader):
    """zipfile reads the whole directory at once; this stops it before it makes objects of it."""

    def read(self, size: int | None = -1, /) -> bytes:
        data = super().read(size)
        if len(data) > MAXIMUM_ZIP_DIRECTORY:
            raise InputError(
                f"a zip with a directory of more than {MAXIMUM_ZIP_DIRECTORY // MEGABYTE} MB; "
                "split it"
            )
        return data
