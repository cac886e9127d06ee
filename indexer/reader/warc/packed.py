"""The stored bytes of a WARC: plain, or gzip members, and how to find the next one.

A .warc.gz is one gzip member a record, so that only one record is lost with a damaged member.
Neither warcio 1.8 nor FastWARC 2.0 goes on behind one: docs/decisions/0005-warc.md.
"""

import io
import zlib
from array import array
from bisect import bisect_right
from contextlib import suppress

GZIP_MAGIC = b"\x1f\x8b"
RECORD = b"WARC/"  # what a record begins with
BLANK = b"\r\n\t "
CHUNK = 1 << 16
CUT_OFF = "the file ends in the middle of it; get the file again"

_STEP = 1 << 8  # the unpacked bytes before a damage are kept up to so many
_MEMBER = GZIP_MAGIC + b"\x08"
_GZIP_BITS = 31  # zlib: a gzip header and trailer, the largest window
# Bytes before a damage in which the next member is looked for: zlib sees a damage late.
_LOOKED_BACK = 1 << 18
_TO_KNOW_A_RECORD = 1 << 10  # packed bytes, enough for the word WARC/
_RECOGNISED = 16  # unpacked bytes with that word; more might reach the damage of a short member


class DamageError(Exception):
    """The packed bytes cannot be unpacked here. Never leaves this wing."""

    def __init__(self, reason: str, *, at_once: bool) -> None:
        """at_once: nothing came of the damaged member."""
        super().__init__(reason)
        self.at_once = at_once


class Plain:
    """A file that is not packed."""

    goes_on = False

    def __init__(self, stored: io.BufferedReader) -> None:
        self._stored = stored

    def read(self) -> bytes:
        """The next bytes, b"" at the end."""
        return self._stored.read(CHUNK)

    def place(self, offset: int) -> str:
        """Where an unpacked byte is in the file."""
        return str(offset)


class Packed:
    """Gzip members, one after the other."""

    def __init__(self, stored: io.BufferedReader) -> None:
        self._stored = stored
        self._raw = b""  # read and not unpacked yet
        self._raw_begin = 0  # its offset in the file
        self._inflater = zlib.decompressobj(_GZIP_BITS)
        self._inside = False  # a member was begun
        self._fed = bytearray()  # the last bytes of the member that were unpacked
        self._unpacked = 0
        self._damage = ""  # that comes next
        # Where each member begins, in the unpacked bytes and in the file: 16 bytes a member.
        self._starts, self._offsets = array("Q"), array("Q")
        self.goes_on = True

    def read(self) -> bytes:
        """The next unpacked bytes, b"" at the end. Raises: DamageError, OSError, InputError."""
        while self._inside or self._begin_member():
            if not self._raw:
                self._load()
            data = self._unpack()
            if not data and not self._raw and not self._inflater.eof:
                self.goes_on = False
                raise self._error(CUT_OFF)
            if not self._damage:
                self._pass_on()
            if data:
                self._unpacked += len(data)
                return data
        return b""

    def place(self, offset: int) -> str:
        """Where an unpacked byte is: the offset of its member, and its own in that."""
        number = bisect_right(self._starts, offset) - 1
        if number < 0:
            return "0"
        inside = offset - self._starts[number]
        return f"{self._offsets[number]}+{inside}" if inside else str(self._offsets[number])

    def _unpack(self) -> bytes:
        """What the raw bytes unpack to, up to a damage. Raises: DamageError at the damage."""
        if self._damage:
            damage, self._damage = self._error(self._damage), ""
            self._find_next_member()
            raise damage
        before = self._inflater.copy()
        try:
            return self._inflater.decompress(self._raw, CHUNK)
        except zlib.error as error:
            self._damage = f"damaged ({error}); get the file again"
            return _before_damage(before, self._raw)

    def _error(self, reason: str) -> DamageError:
        return DamageError(reason, at_once=self._starts[-1] == self._unpacked)

    def _load(self) -> bool:
        """Reads on; False at the end of the file."""
        more = self._stored.read(CHUNK)
        self._raw += more
        return bool(more)

    def _begin_member(self) -> bool:
        """False if there is none: zeros behind the last one are padding."""
        while not (bare := self._raw.lstrip(b"\0")):
            self._raw_begin += len(self._raw)
            self._raw = b""
            if not self._load():
                self.goes_on = False
                return False
        self._raw_begin += len(self._raw) - len(bare)
        self._raw = bare
        self._inflater = zlib.decompressobj(_GZIP_BITS)
        self._inside = True
        self._fed.clear()
        self._starts.append(self._unpacked)
        self._offsets.append(self._raw_begin)
        return True

    def _pass_on(self) -> None:
        """What of the raw bytes was unpacked is passed."""
        rest = self._inflater.unused_data or self._inflater.unconsumed_tail
        used = len(self._raw) - len(rest)
        self._fed += self._raw[:used]
        del self._fed[:-_LOOKED_BACK]
        self._raw, self._raw_begin = rest, self._raw_begin + used
        self._inside = not self._inflater.eof

    def _find_next_member(self) -> None:
        """Passes over everything before the next member that begins with a record."""
        self._inside = False
        self._raw_begin -= len(self._fed)
        self._raw = bytes(self._fed) + self._raw
        position = 1  # the damaged one may begin at 0
        while True:
            position = self._raw.find(_MEMBER, position)
            if position < 0 or len(self._raw) - position < _TO_KNOW_A_RECORD:
                keep = position if position >= 0 else max(0, len(self._raw) - len(_MEMBER) + 1)
                self._raw, self._raw_begin = self._raw[keep:], self._raw_begin + keep
                position = 0
                if self._load():
                    continue
                if not self._raw.startswith(_MEMBER):
                    self.goes_on = False
                    return
            if _begins_record(self._raw[position : position + _TO_KNOW_A_RECORD]):
                self._raw, self._raw_begin = self._raw[position:], self._raw_begin + position
                return
            position += 1


def _before_damage(inflater: "zlib._Decompress", raw: bytes) -> bytes:
    """What comes before the damage: zlib itself forgets it, and a record's head is in it."""
    parts = []
    with suppress(zlib.error):
        while part := inflater.decompress(raw, _STEP):
            parts.append(part)
            raw = inflater.unconsumed_tail
    return b"".join(parts)


def _begins_record(packed: bytes) -> bool:
    try:
        data = zlib.decompressobj(_GZIP_BITS).decompress(packed, _RECOGNISED)
    except zlib.error:
        return False
    return data.lstrip(BLANK).startswith(RECORD)
