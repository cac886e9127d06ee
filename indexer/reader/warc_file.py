"""WARC: what a web crawler fetched; each page is a document, known by its address."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from indexer.errors import InputError
from indexer.identity import document_id
from indexer.model import Given, RawDocument, Rejected
from indexer.reader.content import grown
from indexer.reader.encoding import charset_text, decode, decode_page, without_nuls
from indexer.reader.given import host_of, shown
from indexer.reader.limits import MAXIMUM_DOCUMENT, MEGABYTE
from indexer.reader.passed_over import PassedOver
from indexer.reader.records import plain_text
from indexer.reader.saved_page import without_pictures
from indexer.reader.source_file import SourceFile
from indexer.reader.warc import Broken, Record, decode_body, read_records
from indexer.reader.web_address import normal_url

_FORMS: dict[str, Literal["text", "html"]] = {
    "application/xhtml+xml": "html",
    "text/html": "html",
    "text/plain": "text",
}
_ADDRESS = re.compile(r"https?:", re.IGNORECASE)
# For crawlers, not for readers (RFC 9309, RFC 8615).
_FOR_CRAWLERS = re.compile(r"https?://[^/]+/(?:robots\.txt$|\.well-known/)")
_MARKUP = re.compile(rb"\s{0,200}<(?:!doctype html|html|head)", re.IGNORECASE)
_CHARSET = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9._:-]{1,40})", re.IGNORECASE)
_LONGEST_TYPE = 200  # characters of a Content-Type that are looked at
_TIME = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?Z?)?)?)?")

_OTHER_RECORD = PassedOver("records of another kind than response and resource")
_OTHER_TYPE = PassedOver("of another type than HTML and plain text")
_NOT_FOUND = PassedOver("redirects and errors (status not 200)")
_EMPTY = PassedOver("empty")

Found = RawDocument | Rejected | PassedOver


@dataclass(frozen=True, slots=True)
class _Kind:
    """What the head of a page says of it."""

    form: Literal["text", "html"]
    charset: str  # as spelled there; "" if it says none


def read_warc_file(file: SourceFile) -> Iterator[Found]:
    """Every capture of a page; which of several captures counts is not decided here.

    Raises: OSError; InputError, also for a file that is no WARC.
    """
    with file.open() as stored:
        for record in read_records(stored, max(grown(file.size), file.size)):
            place = f"{file.path}#{record.offset}"
            if isinstance(record, Broken):
                yield Rejected(place, _reason(record.reason, record.url))
            else:
                yield _read_record(record, place)


def _read_record(record: Record, place: str) -> Found:
    kind = record.field("WARC-Type").lower()
    if kind not in ("response", "resource") or not _ADDRESS.match(record.url):
        return _OTHER_RECORD
    try:
        return (
            _read_response(record, place) if kind == "response" else _read_resource(record, place)
        )
    except InputError as error:
        return Rejected(place, _reason(str(error), record.url))


def _read_response(record: Record, place: str) -> Found:
    head, body = record.http()
    if head.get_statuscode() != "200":
        return _NOT_FOUND
    type_ = head.get_header("Content-Type") or record.field("WARC-Identified-Payload-Type")
    kind = _kind(type_, body)
    if kind is None:
        return _OTHER_TYPE
    _check_size(record)
    transfer, encoding = (
        head.get_header(name) or "" for name in ("Transfer-Encoding", "Content-Encoding")
    )
    return _capture(record, place, kind, decode_body(body, transfer, encoding))


def _read_resource(record: Record, place: str) -> Found:
    kind = _kind(record.field("Content-Type"), record.block)
    if kind is None:
        return _OTHER_TYPE
    _check_size(record)
    return _capture(record, place, kind, record.block)


def _kind(content_type: str, body: bytes) -> _Kind | None:
    """What the page is; of one without a type, what its first bytes say. None: no page."""
    form = _FORMS.get(content_type.partition(";")[0].strip().lower())
    if not content_type and _MARKUP.match(body):
        form = "html"
    found = _CHARSET.search(content_type[:_LONGEST_TYPE])
    return _Kind(form, found[1] if found else "") if form else None


def _check_size(record: Record) -> None:
    if record.size > len(record.block):
        raise InputError(f"larger than {MAXIMUM_DOCUMENT // MEGABYTE} MB; leave it out")


def _capture(record: Record, place: str, kind: _Kind, data: bytes) -> Found:
    """Raises: InputError."""
    url = normal_url(record.url)
    if url is None:
        raise InputError("its address cannot be used; leave it out")
    if _FOR_CRAWLERS.match(url):
        return _OTHER_TYPE
    if not data.strip():
        return _EMPTY
    return RawDocument(
        id=document_id(url),
        source_id=url,
        place=place,
        format=kind.form,
        content=_content(kind, data),
        # Of what the page is, not when it was fetched: fetched again and the same is unchanged.
        source_hash=hashlib.sha256(f"{kind.form}\0{kind.charset}\0".encode() + data).hexdigest(),
        site=host_of(url),
        given=Given(url=url),
        captured=_captured(record.field("WARC-Date")),
    )


def _content(kind: _Kind, data: bytes) -> str | bytes:
    """Raises: InputError."""
    text = charset_text(data, kind.charset)
    if kind.form == "text":
        return plain_text(decode(data) if text is None else text)
    return without_pictures(decode_page(data) if text is None else without_nuls(text))


def _captured(date: str) -> str:
    """A WARC-Date so that later ones are greater; "" for what is none, before all others."""
    if not _TIME.fullmatch(date):
        try:
            date = datetime.fromisoformat(date).astimezone(UTC).isoformat()[:19]
        except (ValueError, OverflowError):
            return ""
    return re.sub(r"\D", "", date)


def _reason(reason: str, url: str) -> str:
    return f"{shown(url)}: {reason}" if url else reason
