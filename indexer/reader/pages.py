"""What text and HTML files have in common: one file is one article, and may have a side-car."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from indexer.errors import InputError
from indexer.identity import document_id
from indexer.model import RawDocument, Rejected
from indexer.reader.given import host_of
from indexer.reader.limits import MAXIMUM_DOCUMENT, MEGABYTE
from indexer.reader.records import NOTHING_IN_IT
from indexer.reader.sidecar import Sidecar, read_sidecar
from indexer.reader.source_file import SourceFile, folder_of


def check_page(content: str | bytes) -> str | bytes:
    """The page that is left of a file of pictures. Raises: InputError if it still is too large."""
    if len(content) > MAXIMUM_DOCUMENT:
        raise InputError(
            f"larger than {MAXIMUM_DOCUMENT // MEGABYTE} MB without its pictures; leave it out"
        )
    return content


def read_page(
    file: SourceFile,
    form: Literal["text", "html"],
    data: bytes,
    content: str | bytes,
    url: str | None = None,
) -> Iterator[RawDocument | Rejected]:
    """The article of a file: its bytes as they are, and as its format reads them.

    url is the address that stands in the file; that of a side-car wins over it. A broken side-car
    is named first. Raises: InputError if there is neither title nor text.
    """
    sidecar = read_sidecar(file)
    if sidecar.rejected:
        yield sidecar.rejected
    if not content.strip() and not sidecar.said.given.title:
        raise InputError(NOTHING_IN_IT if data else f"empty; {NOTHING_IN_IT}")
    said = sidecar.said
    given = replace(said.given, url=said.given.url or url)
    source_id = said.id or file.path
    yield RawDocument(
        id=document_id(source_id),
        source_id=source_id,
        place=file.path,
        format=form,
        content=content,
        source_hash=_hash(data, sidecar),
        site=said.site or host_of(given.url or "") or folder_of(file.path),
        given=given,
    )


def _hash(data: bytes, sidecar: Sidecar) -> str:
    """The length stands between, so that no byte can wander from one file to the other."""
    digest = hashlib.sha256(data)
    if sidecar.data:
        digest.update(b"\0%d\0" % len(data) + sidecar.data)
    return digest.hexdigest()
