"""MHTML (RFC 2557): a page that a browser saved as an e-mail, its pictures beside it.

Only the heads go through the parser of the standard library, and only the page's part is unpacked:
of a whole message it makes objects of every line and part, and of nested ones a stack.
"""

import binascii
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesHeaderParser

from indexer.errors import InputError
from indexer.model import RawDocument, Rejected
from indexer.reader.content import read_content
from indexer.reader.encoding import charset_text, decode_page, without_nuls
from indexer.reader.limits import MAXIMUM_HEAD, MAXIMUM_PARTS, MAXIMUM_SAVED_PAGE
from indexer.reader.pages import check_page, read_page
from indexer.reader.saved_page import saved_from, without_pictures
from indexer.reader.source_file import SourceFile
from indexer.reader.web_address import normal_url

_HEAD_END = re.compile(rb"\r?\n\r?\n|\A\r?\n")
_MOST_BOUNDARIES = 20  # multiparts inside multiparts: a page has one, with an alternative two
_LONGEST_TYPE = 2_000  # characters of a Content-Type
_PAGE_TYPES = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class _Part:
    """A part that is no multipart, and its body as it was sent."""

    head: Message
    body: bytes
    is_cut: bool = False  # the file ends in it


def read_mhtml_file(file: SourceFile) -> Iterator[RawDocument | Rejected]:
    """The page of an MHTML file. Raises: OSError, InputError."""
    data = read_content(file, MAXIMUM_SAVED_PAGE)
    whole = _part(data)
    root = _root(whole)
    _check(not root.is_cut, "that ends in the middle of its page")
    content = check_page(without_pictures(_content(root)))
    url = _address(root.head, whole.head) or saved_from(content)
    yield from read_page(file, "html", data, content, url)


def _root(whole: _Part) -> _Part:
    """The page itself: what the start parameter names, else the first HTML. Raises: InputError."""
    if not whole.head.keys():
        raise InputError("not MHTML (it does not begin with the head of a message)")
    start = str(whole.head.get_param("start") or "")
    pages = []
    for part in _parts(whole):
        if part.head.get_content_type() in _PAGE_TYPES:
            if start and str(part.head["Content-ID"] or "").strip() == start.strip():
                return part
            pages.append(part)
    _check(bool(pages), "without a page in it (no part is text/html)")
    return pages[0]


def _parts(whole: _Part) -> Iterator[_Part]:
    """All parts, those of a multipart in a multipart too, in order. Raises: InputError."""
    if whole.head.get_content_maintype() != "multipart":
        yield whole
        return
    boundaries = [_boundary(whole.head)]
    body = b"\n" + whole.body  # so that a line end stands before every delimiter
    delimiter = _delimiter(boundaries)
    number, found = 0, delimiter.search(body)
    while found:
        after = delimiter.search(body, found.end())
        if not found["is_last"]:  # what follows the last one is no part
            number += 1
            _check(number <= MAXIMUM_PARTS, f"of more than {MAXIMUM_PARTS} parts")
            part = _part(body[found.end() : after.start() if after else None], is_cut=not after)
            if part.head.get_content_maintype() == "multipart":
                boundaries.append(_boundary(part.head))
                _check(len(boundaries) <= _MOST_BOUNDARIES, "of too many multiparts in multiparts")
                delimiter = _delimiter(boundaries)
                after = delimiter.search(body, found.end())
            else:
                yield part
        found = after


def _part(data: bytes, *, is_cut: bool = False) -> _Part:
    end = _HEAD_END.search(data, 0, MAXIMUM_HEAD)
    head = BytesHeaderParser().parsebytes(data[: end.start() if end else MAXIMUM_HEAD])
    if len(str(head["Content-Type"] or "")) > _LONGEST_TYPE:  # the parser takes long for them
        del head["Content-Type"]
    return _Part(head, data[end.end() :] if end else b"", is_cut)


def _boundary(head: Message) -> bytes:
    """Raises: InputError."""
    boundary = head.get_boundary() or ""
    try:
        spelled = boundary.encode("ascii")
    except UnicodeEncodeError:
        spelled = b""
    _check(bool(spelled), "without a usable boundary between its parts")
    return spelled


def _delimiter(boundaries: list[bytes]) -> re.Pattern[bytes]:
    """The line between two parts."""
    any_of_them = b"|".join(map(re.escape, boundaries))
    return re.compile(rb"\r?\n--(?:%s)(?P<is_last>--)?[ \t]{0,99}(?:\r?\n|\Z)" % any_of_them)


def _content(root: _Part) -> str | bytes:
    """The page as text, or as bytes for its <meta> to say. Raises: InputError."""
    encoding = str(root.head["Content-Transfer-Encoding"] or "").strip().lower()
    match encoding:
        case "quoted-printable":
            data = quopri.decodestring(root.body)
        case "base64":
            data = _from_base64(root.body)
        case "" | "7bit" | "8bit" | "binary":
            data = root.body
        case _:
            raise InputError(f"MHTML packed in an unknown way ({encoding[:60]!r})")
    text = charset_text(data, root.head.get_content_charset() or "")
    return decode_page(data) if text is None else without_nuls(text)


def _from_base64(body: bytes) -> bytes:
    try:
        return binascii.a2b_base64(body)
    except binascii.Error as error:
        raise InputError(f"MHTML whose page is damaged ({error}); save it again") from error


def _address(page: Message, whole: Message) -> str | None:
    """The page's own address: that of its part, else that of the message."""
    said = (
        page["Content-Location"],
        whole["Snapshot-Content-Location"],  # Chrome's and Edge's
        whole["Content-Location"],
    )
    # A long one is folded: the line ends in it are not part of it.
    urls = (normal_url("".join(str(value).split())) for value in said if value)
    return next((url for url in urls if url), None)


def _check(holds: bool, reason: str) -> None:
    if not holds:
        raise InputError(f"MHTML {reason}; save the page again")
