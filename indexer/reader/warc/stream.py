"""The bytes of a WARC, unpacked; behind a damaged place they go on at the next gzip member."""

import io
import re

from indexer.errors import InputError
from indexer.reader.limits import MAXIMUM_RATIO
from indexer.reader.warc.packed import BLANK, CHUNK, GZIP_MAGIC, RECORD, DamageError, Packed, Plain

# A record's first line, at the beginning of a line. Looked for only where lengths do not fit.
RECORD_START = re.compile(rb"\n(?=WARC/[01]\.[0-9]{1,2}\r?\n)")
_LONGEST_START = 12


class Stream:
    """The unpacked bytes, in segments: one ends at the end of the file, or where it is damaged.

    Nothing reads over the end of a segment; go_on() does.
    """

    def __init__(self, stored: io.BufferedReader, most: int) -> None:
        """Reads the bytes as stored, packed or not, and unpacks at most so many."""
        packed = stored.peek(2)[:2] == GZIP_MAGIC
        self._source: Packed | Plain = (Packed if packed else Plain)(stored)
        self._left = most
        self._buffer = b""
        self._at = 0  # in the buffer
        self._begin = 0  # where the buffer begins in the unpacked bytes
        self._ended: str | None = None  # how the segment ended; None: not yet, "": with the file
        self._at_once = False  # the damaged member has no byte in the segment

    @property
    def damage(self) -> str:
        """What is wrong behind the last byte of the segment; "" if nothing is."""
        return self._ended or ""

    @property
    def breaks_off(self) -> bool:
        """True if the damage is in the gzip member of the last byte, and not in the next one."""
        return bool(self._ended) and not self._at_once

    def offset(self) -> str:
        """Where the next byte is: its offset in the file, or that of its gzip member +offset."""
        return self._source.place(self._begin + self._at)

    def at_end(self) -> bool:
        """True if the segment has no more bytes. Raises: InputError for a bomb; OSError."""
        while self._at >= len(self._buffer) and self._fill():
            pass
        return self._at >= len(self._buffer)

    def go_on(self) -> bool:
        """Forgets the damage and begins the next segment; False: there is none."""
        if not self.damage:
            return False
        self._ended = None if self._source.goes_on else ""
        return self._source.goes_on

    def at_record(self) -> bool:
        """True if the next bytes are those that a record begins with."""
        while len(self._buffer) - self._at < len(RECORD) and self._fill():
            pass
        return self._buffer.startswith(RECORD, self._at)

    def read(self, size: int) -> bytes:
        """So many bytes; fewer at the end of the segment."""
        parts = [self._taken(size)]
        left = size - len(parts[0])
        while left and not self.at_end():
            parts.append(self._taken(left))
            left -= len(parts[-1])
        return b"".join(parts)

    def readline(self, size: int) -> bytes:
        """The bytes up to the end of the line, at most so many."""
        while (end := self._buffer.find(b"\n", self._at)) < 0:
            if len(self._buffer) - self._at >= size or not self._fill():
                return self._taken(size)
        return self._taken(min(size, end + 1 - self._at))

    def skip(self, size: int) -> int:
        """Passes over so many bytes; how many there were."""
        left = size
        while left and (passed := len(self.read(min(left, CHUNK)))):
            left -= passed
        return size - left

    def take_blank(self) -> bytes:
        """The line ends and spaces that come next."""
        blank = b""
        while not self.at_end():
            rest = self._buffer[self._at : self._at + CHUNK]
            number = len(rest) - len(rest.lstrip(BLANK))
            blank = blank[-CHUNK:] + self._taken(number)
            if number < len(rest):
                break
        return blank

    def skip_to_record(self) -> None:
        """Passes over everything before the next line that a record may begin with."""
        while not self.at_end():
            found = RECORD_START.search(self._buffer, self._at)
            if found:
                self._at = found.end()
                return
            tail = self._buffer[max(self._at, len(self._buffer) - _LONGEST_START) :]
            self._at = len(self._buffer)
            if not self._fill():
                return
            self.push_back(tail)

    def push_back(self, data: bytes) -> None:
        """Puts bytes in front again that were read last."""
        self._begin += self._at - len(data)
        self._buffer = data + self._buffer[self._at :]
        self._at = 0

    def _taken(self, size: int) -> bytes:
        data = self._buffer[self._at : self._at + size]
        self._at += len(data)
        return data

    def _fill(self) -> bool:
        if self._ended is not None:
            return False
        try:
            data = self._source.read()
        except DamageError as damage:
            self._ended, self._at_once = str(damage), damage.at_once
            return False
        if not data:
            self._ended = ""
            return False
        self._left -= len(data)
        if self._left < 0:
            raise InputError(
                f"unpacks to more than {MAXIMUM_RATIO} times its size; unpack it yourself"
            )
        self._begin += self._at
        self._buffer = self._buffer[self._at :] + data
        self._at = 0
        return True
