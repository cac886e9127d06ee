"""What HTTP did to a page on its way is undone: chunks and compression, never beyond a size.

The decoders of warcio and FastWARC are not used: of a packed chunk of 20 MB they would make 20 GB,
and where data are damaged warcio's end without a word.
"""

import re
import zlib
from collections.abc import Callable, Mapping

import brotli  # type: ignore[import-untyped]  # it has no stubs

from indexer.errors import InputError
from indexer.reader.limits import MAXIMUM_DOCUMENT, MEGABYTE

_CHUNK_HEAD = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,200})?\r?\n")
_LINE_END = re.compile(rb"\r?\n")
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,200}<[!?a-zA-Z]")
_MOST_ENCODINGS = 3  # of one page; there is hardly ever more than one
_MOST_MEMBERS = 100  # of a gzipped page: each costs a copy of what follows it
_NOT_PACKED = frozenset({"", "identity", "none", "utf-8", "chunked"})  # the last by mistake
_GZIP = b"\x1f\x8b"
_TOO_LARGE = f"larger than {MAXIMUM_DOCUMENT // MEGABYTE} MB; leave it out"


def decode_body(body: bytes, transfer: str, encoding: str) -> bytes:
    """The page in a response, by its Transfer-Encoding and its Content-Encoding.

    A head may speak of what the crawler undid already: what does not begin like chunks is taken as
    it is, and so is markup. Raises: InputError.
    """
    if "chunked" in transfer.lower():
        body = _without_chunks(body)
    names = [name.strip().lower() for name in encoding.split(",")]
    names = [name for name in names if name not in _NOT_PACKED]
    if len(names) > _MOST_ENCODINGS:
        raise InputError(f"packed {len(names)} times over ({encoding[:60]!r})")
    for name in reversed(names):
        if not body or _MARKUP.match(body):
            break
        body = _unpacked(body, name)
    if len(body) > MAXIMUM_DOCUMENT:
        raise InputError(_TOO_LARGE)
    return body


def _without_chunks(body: bytes) -> bytes:
    if not _CHUNK_HEAD.match(body):
        return body
    parts: list[bytes] = []
    position = 0
    while head := _CHUNK_HEAD.match(body, position):
        size = int(head[1], 16)
        if size == 0:
            return b"".join(parts)
        position = head.end() + size
        parts.append(body[head.end() : position])
        line_end = _LINE_END.match(body, position)
        position = line_end.end() if line_end else position
    where = "the last one is cut off" if position >= len(body) else f"at byte {position}"
    raise InputError(f"its chunks cannot be put together ({where}); get the file again")


def _unpacked(body: bytes, name: str) -> bytes:
    unpack = _UNPACKERS.get(name)
    if unpack is None:
        raise InputError(f"packed in a way that cannot be undone (Content-Encoding: {name[:60]!r})")
    try:
        page = unpack(body)
    except (zlib.error, brotli.error, EOFError) as error:
        raise InputError(
            f"not what its Content-Encoding says ({name}: {str(error) or 'it ends too early'})"
        ) from error
    if len(page) > MAXIMUM_DOCUMENT:
        raise InputError(_TOO_LARGE)
    return page


def _gunzip(body: bytes) -> bytes:
    """All gzip members; what follows them is no part of the page."""
    parts, left = [], MAXIMUM_DOCUMENT + 1
    for _ in range(_MOST_MEMBERS):
        page, body = _inflate(body, 31, left)
        parts.append(page)
        left -= len(page)
        if left == 0 or not body.startswith(_GZIP):
            return b"".join(parts)
    raise EOFError(f"more than {_MOST_MEMBERS} gzip members")


def _deflate(body: bytes) -> bytes:
    """HTTP means zlib's format; some servers send it without its header."""
    try:
        return _inflate(body, 15, MAXIMUM_DOCUMENT + 1)[0]
    except zlib.error:
        return _inflate(body, -15, MAXIMUM_DOCUMENT + 1)[0]


def _inflate(body: bytes, bits: int, most: int) -> tuple[bytes, bytes]:
    """At most so many bytes, and what follows. Raises: zlib.error, EOFError."""
    inflater = zlib.decompressobj(bits)
    page = inflater.decompress(body, most)
    if len(page) < most and not inflater.eof:
        raise EOFError
    return page, inflater.unused_data


def _unbrotli(body: bytes) -> bytes:
    decoder = brotli.Decompressor()
    parts, left, more = [], MAXIMUM_DOCUMENT + 1, body
    while left > 0 and not decoder.is_finished():
        page = decoder.process(more, output_buffer_limit=left)
        if not page and not more:
            raise EOFError
        parts.append(page)
        left -= len(page)
        more = b""
    return b"".join(parts)


_UNPACKERS: Mapping[str, Callable[[bytes], bytes]] = {
    "gzip": _gunzip,
    "x-gzip": _gunzip,
    "deflate": _deflate,
    "br": _unbrotli,
}
