"""The records of a WARC, one at a time; a broken one is named, and the next is looked for.

The heads of records and of HTTP are read by warcio. Its iterator is not used: it ends at the first
broken record, and reads a chunk or a packed page whole, however large (warcio 1.8.1).
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass

from warcio.recordloader import ArcWarcRecordLoader  # type: ignore[import-untyped]  # no stubs
from warcio.statusandheaders import (  # type: ignore[import-untyped]
    StatusAndHeaders,
    StatusAndHeadersParser,
    StatusAndHeadersParserException,
)

from indexer.errors import InputError
from indexer.reader.limits import (
    MAXIMUM_BROKEN_RECORDS,
    MAXIMUM_DOCUMENT,
    MAXIMUM_HEAD,
    MAXIMUM_LENGTH_DIGITS,
)
from indexer.reader.warc.packed import CUT_OFF
from indexer.reader.warc.stream import RECORD_START, Stream

_WRONG_LENGTH = "its Content-Length is wrong: no record begins where it ends"
_VERIFIED = StatusAndHeadersParser(ArcWarcRecordLoader.WARC_TYPES)
_ANY_STATUS = StatusAndHeadersParser([], verify=False)  # HTTP/2 too


@dataclass(frozen=True, slots=True)
class Broken:
    """A place in the file where a record cannot be read."""

    offset: str  # as Stream.offset gives it
    reason: str
    url: str = ""  # where its head still says it


@dataclass(frozen=True, slots=True)
class Record:
    """A record whose length is right; whether its block is, its reader finds out."""

    offset: str
    head: StatusAndHeaders  # of the record
    block: bytes
    size: int  # of the block; of a larger one than MAXIMUM_DOCUMENT only the beginning is held

    def field(self, name: str) -> str:
        """A field of the record's head, without spaces around; "" if it is not there."""
        return _field(self.head, name)

    @property
    def url(self) -> str:
        """The address; some versions of wget put it into angle brackets."""
        return _url(self.head)

    def http(self) -> tuple[StatusAndHeaders, bytes]:
        """The HTTP head of the block, and what follows it. Raises: InputError."""
        stream = io.BytesIO(self.block[:MAXIMUM_HEAD])
        try:
            head = _ANY_STATUS.parse(stream)
        except EOFError as error:
            raise InputError("it is empty, and should hold an HTTP response") from error
        if not head.protocol.startswith("HTTP/"):
            raise InputError("it should hold an HTTP response, and does not begin like one")
        if stream.tell() == MAXIMUM_HEAD:
            raise InputError(f"its HTTP head is larger than {MAXIMUM_HEAD} bytes")
        return head, self.block[stream.tell() :]


def read_records(stored: io.BufferedReader, most: int) -> Iterator[Record | Broken]:
    """Every record of a WARC, packed or not; most: how many bytes it may unpack to.

    Raises: OSError; InputError for a file that is no WARC, is a bomb, or is broken all over.
    """
    stream = Stream(stored, most)
    broken = 0
    for found in _records(stream):
        if isinstance(found, Broken):
            broken += 1
            # Each one may have 20 MB looked through, so that there has to be an end to it.
            if broken > MAXIMUM_BROKEN_RECORDS:
                raise InputError(
                    f"more than {MAXIMUM_BROKEN_RECORDS} records are broken; what follows byte "
                    f"{found.offset} is not read"
                )
        yield found


def _records(stream: Stream) -> Iterator[Record | Broken]:
    stream.take_blank()
    if not stream.at_record() and not stream.damage:
        raise InputError("not a WARC file (it does not begin with WARC/)")
    while True:
        stream.take_blank()
        if not stream.at_end():
            yield _next_record(stream)
            continue
        if stream.damage:  # where no record is begun
            yield Broken(stream.offset(), stream.damage)
        if not stream.go_on():
            return


def _next_record(stream: Stream) -> Record | Broken:
    """The record that begins here; behind it, what comes next does."""
    offset = stream.offset()
    try:
        head = _VERIFIED.parse(_Head(stream))
    except (StatusAndHeadersParserException, EOFError, InputError) as error:
        reason = str(error) if isinstance(error, InputError) else "no WARC record begins here"
        return _passed(stream, Broken(offset, stream.damage or reason))
    url, length = _url(head), _field(head, "Content-Length")
    if not length.isdecimal() or len(length) > MAXIMUM_LENGTH_DIGITS:
        reason = stream.damage or (CUT_OFF if stream.at_end() else "it has no usable length")
        return _passed(stream, Broken(offset, reason, url))
    held, reason = _read_block(stream, int(length))
    return Broken(offset, reason, url) if reason else Record(offset, head, held, int(length))


def _read_block(stream: Stream, length: int) -> tuple[bytes, str]:
    """The block, or its beginning, and what is wrong with it; the stream stands behind it."""
    held = stream.read(min(length, MAXIMUM_DOCUMENT))
    is_cut = len(held) < min(length, MAXIMUM_DOCUMENT)
    if (is_cut or length > len(held)) and _give_back(stream, held, b""):
        return held, _WRONG_LENGTH
    if is_cut or stream.skip(length - len(held)) < length - len(held):
        return held, _end(stream)
    blank = stream.take_blank()
    if stream.at_end():
        return held, _end(stream) if stream.breaks_off else ""
    if stream.at_record():
        return held, ""
    if length > len(held) or not _give_back(stream, held, blank):
        if blank.replace(b"\r", b"").startswith(b"\n\n"):
            return held, ""  # it ends as a record does; what follows is none, and is named next
        stream.skip_to_record()
    return held, _WRONG_LENGTH


def _give_back(stream: Stream, held: bytes, blank: bytes) -> bool:
    """Puts the records in front again that stand in a block too long; False: there are none."""
    found = RECORD_START.search(held)
    if found:
        stream.push_back(held[found.end() :] + blank)
    return found is not None


def _end(stream: Stream) -> str:
    """Why the segment ends in a record; the next one is begun."""
    reason = stream.damage or CUT_OFF
    stream.go_on()
    return reason


def _passed(stream: Stream, broken: Broken) -> Broken:
    if stream.at_end():
        stream.go_on()
    elif not stream.at_record():
        stream.skip_to_record()
    return broken


def _field(head: StatusAndHeaders, name: str) -> str:
    return str(head.get_header(name) or "").strip()


def _url(head: StatusAndHeaders) -> str:
    return _field(head, "WARC-Target-URI").strip("<>")


class _Head:
    """What warcio's parser reads from: lines, with an end to how many bytes there are."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._left = MAXIMUM_HEAD

    def readline(self) -> bytes:
        line = self._stream.readline(self._left)
        self._left -= len(line)
        if not self._left:
            raise InputError(f"its head is larger than {MAXIMUM_HEAD} bytes")
        return line
