"""The bytes of a file, unpacked, with an end to how many there are."""

import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from gzip import BadGzipFile, GzipFile
from typing import Protocol
from zipfile import BadZipFile

from indexer.errors import InputError
from indexer.reader.limits import ALWAYS_ALLOWED, MAXIMUM_DOCUMENT, MAXIMUM_RATIO, MEGABYTE
from indexer.reader.source_file import SourceFile


@contextmanager
def open_content(file: SourceFile) -> Iterator[io.BufferedReader]:
    """The bytes of a file, unpacked if it is a .gz.

    Raises: OSError; InputError for damaged data and for a bomb, at the read that meets it.
    """
    with file.open() as stored:
        if not file.is_gzip:
            yield stored
            return
        with GzipFile(fileobj=stored) as unpacked:
            yield bounded(unpacked, grown(file.size))


def read_content(file: SourceFile, most: int = MAXIMUM_DOCUMENT) -> bytes:
    """All bytes of a file. Raises: OSError; InputError, also if there are more than most."""
    with open_content(file) as content:
        data = content.read(most + 1)
    if len(data) > most:
        raise InputError(f"larger than {most // MEGABYTE} MB; split it, or leave it out")
    return data


def bounded(stream: "_Stream", most: int) -> io.BufferedReader:
    """The stream, which raises InputError after so many bytes or where its data are damaged."""
    return io.BufferedReader(_Bounded(stream, most), buffer_size=1 << 16)


def grown(size: int) -> int:
    """How many bytes a compressed file of this size may unpack to."""
    return max(ALWAYS_ALLOWED, size * MAXIMUM_RATIO)


class _Stream(Protocol):
    def read(self, size: int, /) -> bytes: ...
    def close(self) -> None: ...


class _Bounded(io.RawIOBase):
    def __init__(self, stream: _Stream, most: int) -> None:
        super().__init__()
        self._stream = stream
        self._left = most

    def close(self) -> None:
        self._stream.close()
        super().close()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override] # Buffer
        try:
            data = self._stream.read(len(buffer))
        except (BadGzipFile, BadZipFile, EOFError, zlib.error) as error:
            raise InputError(f"damaged: {error}; get the file again") from error
        self._left -= len(data)
        if self._left < 0:
            raise InputError(
                f"unpacks to more than {MAXIMUM_RATIO} times its size; unpack it yourself"
            )
        buffer[: len(data)] = data
        return len(data)
