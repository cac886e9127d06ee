"""The lines of a file that may be larger than memory."""

import codecs
import io
from collections.abc import Iterator

from indexer.reader.encoding import marked_encoding
from indexer.reader.limits import MAXIMUM_LINE

_CHUNK = 1 << 16


def numbered_lines(stream: io.BufferedReader) -> Iterator[tuple[int, bytes | None]]:
    """Every line with its number from 1, its line end with it; None is a line that is too long.

    UTF-16 and UTF-32 with a byte order mark come out as UTF-8, and UTF-8 without its mark.
    """
    stream = _as_utf8(stream)
    number = 0
    while line := stream.readline(MAXIMUM_LINE + 1):
        number += 1
        if len(line) <= MAXIMUM_LINE:
            yield number, line
        else:
            _skip_rest(stream, line)
            yield number, None


def _skip_rest(stream: io.BufferedReader, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(_CHUNK)


def _as_utf8(stream: io.BufferedReader) -> io.BufferedReader:
    encoding = marked_encoding(stream.peek(4)[:4])
    if encoding is None:
        return stream
    return io.BufferedReader(_Transcoded(stream, encoding), buffer_size=_CHUNK)


class _Transcoded(io.RawIOBase):
    """A stream of another encoding, read as UTF-8."""

    def __init__(self, stream: io.BufferedReader, encoding: str) -> None:
        super().__init__()
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override] # Buffer
        while not self._ready and (data := self._stream.read(_CHUNK)):
            self._ready = self._decoder.decode(data).encode("utf8", "replace")
        if not self._ready:
            self._ready = self._decoder.decode(b"", final=True).encode("utf8", "replace")
        part, self._ready = self._ready[: len(buffer)], self._ready[len(buffer) :]
        buffer[: len(part)] = part
        return len(part)
