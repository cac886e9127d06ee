"""A Document as bytes and back, exactly: what the facts and every engine's records hold.

Canonical JSON (one document, one spelling), UTF-8, in zlib. Each value is an array in the order of
its class's fields; the first element of all is the version of this spelling.
"""

import json
import zlib
from collections.abc import Sequence
from typing import Any

from indexer.errors import DamagedIndexError, IndexVersionError
from indexer.model import (
    DateOrigin,
    Document,
    Mention,
    MentionKind,
    Name,
    Passage,
    PassageKind,
    Published,
    Reason,
    Removed,
)

CODEC_VERSION = 1

# Articles of 200 to 1,000 words: level 6 is 2 % larger than 9 and twice as fast to write.
_LEVEL = 6

_KINDS = {kind.value: kind for kind in PassageKind}
_REASONS = {reason.value: reason for reason in Reason}
_ORIGINS = {origin.value: origin for origin in DateOrigin}
_MENTION_KINDS = {kind.value: kind for kind in MentionKind}


def document_to_bytes(document: Document) -> bytes:
    """The document, compressed."""
    return zlib.compress(document_to_json(document), _LEVEL)


def document_from_bytes(stored: bytes) -> Document:
    """The document that document_to_bytes was given.

    Raises DamagedIndexError (these are not the bytes of a document) and IndexVersionError (they
    were written by another version).
    """
    try:
        return document_from_json(zlib.decompress(stored))
    except zlib.error as error:
        raise _damaged(error) from error


def document_to_json(document: Document) -> bytes:
    """The document in canonical JSON: equal documents, equal bytes (a hash of them identifies)."""
    array = [CODEC_VERSION, *_document_to_array(document)]
    text = json.dumps(array, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    # surrogatepass: a lone surrogate in a hostile text comes back as it was.
    return text.encode("utf8", "surrogatepass")


def document_from_json(stored: bytes) -> Document:
    """The document that document_to_json was given. Raises what document_from_bytes raises."""
    try:
        version, *array = json.loads(stored.decode("utf8", "surrogatepass"))
        if version == CODEC_VERSION:
            return _document_from_array(array)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise _damaged(error) from error
    raise IndexVersionError(
        f"a stored document has format {version!r}, this version of Pressmark reads "
        f"{CODEC_VERSION}; build it again with: pressmark index --rebuild"
    )


def holds_any(stored: bytes, texts: Sequence[str]) -> bool:
    """Whether one of the texts stands anywhere in a document that document_to_bytes spelled.

    Without reading it as a document: ten times as fast. Raises DamagedIndexError.
    """
    try:
        whole = zlib.decompress(stored)
    except zlib.error as error:
        raise _damaged(error) from error
    return any(_spelled(text) in whole for text in texts)


def _spelled(text: str) -> bytes:
    return json.dumps(text, ensure_ascii=False)[1:-1].encode("utf8", "surrogatepass")


def text_to_bytes(text: str) -> bytes:
    """A text, compressed: how originals are stored."""
    return zlib.compress(text.encode("utf8", "surrogatepass"), _LEVEL)


def text_from_bytes(stored: bytes) -> str:
    """The text that text_to_bytes was given. Raises DamagedIndexError."""
    try:
        return zlib.decompress(stored).decode("utf8", "surrogatepass")
    except (zlib.error, UnicodeDecodeError) as error:
        raise _damaged(error) from error


def _damaged(error: Exception) -> DamagedIndexError:
    return DamagedIndexError(
        f"a stored document cannot be read ({type(error).__name__}: {error}); find what is damaged "
        "with: pressmark check --deep, and build it again with: pressmark index --rebuild"
    )


# JSON knows neither tuples nor enumerations, so both directions are written out. A StrEnum is
# already the string that JSON needs.


def _document_to_array(document: Document) -> list[Any]:
    published = document.published
    return [
        document.id,
        document.source_id,
        document.place,
        document.title,
        [[passage.id, passage.text, passage.kind] for passage in document.passages],
        [[gone.text, gone.reason, gone.after, gone.rule] for gone in document.removed],
        document.url,
        document.source,
        published and [published.date, published.origin, published.sure],
        document.language,
        document.byline,
        document.credits,
        [_name_to_array(name) for name in document.names],
    ]


def _name_to_array(name: Name) -> list[Any]:
    mentions = [[mention.passage, *mention.span] for mention in name.mentions]
    return [name.key, name.text, mentions, name.kind]


def _document_from_array(array: list[Any]) -> Document:
    (id_, source_id, place, title, passages, removed, url, source, published, *rest) = array
    language, byline, credits_, names = rest
    return Document(
        id=id_,
        source_id=source_id,
        place=place,
        title=title,
        passages=tuple(Passage(id_, text, _KINDS[kind]) for id_, text, kind in passages),
        removed=tuple(
            Removed(text, _REASONS[reason], after, rule) for text, reason, after, rule in removed
        ),
        url=url,
        source=source,
        published=_published_from_array(published),
        language=language,
        byline=byline,
        credits=tuple(credits_),
        names=tuple(_name_from_array(name) for name in names),
    )


def _published_from_array(array: list[Any] | None) -> Published | None:
    if array is None:
        return None
    date, origin, sure = array
    return Published(date, _ORIGINS[origin], sure)


def _name_from_array(array: list[Any]) -> Name:
    key, text, mentions, kind = array
    spans = tuple(Mention(passage, (start, end)) for passage, start, end in mentions)
    return Name(key, text, spans, _MENTION_KINDS[kind])
