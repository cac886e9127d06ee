"""What text and HTML files have in common: one file is one article, and may have a side-car."""

import hashlib
from collections.abc import Iterator
from typing import Literal

from indexer.errors import InputError
from indexer.identity import document_id
from indexer.model import RawDocument, Rejected
from indexer.reader.given import host_of
from indexer.reader.records import NOTHING_IN_IT
from indexer.reader.sidecar import Sidecar, read_sidecar
from indexer.reader.source_file import SourceFile, folder_of


def read_page(
    file: SourceFile, form: Literal["text", "html"], data: bytes, content: str | bytes
) -> Iterator[RawDocument | Rejected]:
    """The article of a file: its bytes as they are, and as its format reads them.

    A broken side-car is named first. Raises: InputError if there is neither title nor text.
    """
    sidecar = read_sidecar(file)
    if sidecar.rejected:
        yield sidecar.rejected
    if not content.strip() and not sidecar.said.given.title:
        raise InputError(NOTHING_IN_IT if data else f"empty; {NOTHING_IN_IT}")
    said = sidecar.said
    source_id = said.id or file.path
    yield RawDocument(
        id=document_id(source_id),
        source_id=source_id,
        place=file.path,
        format=form,
        content=content,
        source_hash=_hash(data, sidecar),
        site=said.site or host_of(said.given.url or "") or folder_of(file.path),
        given=said.given,
    )


def _hash(data: bytes, sidecar: Sidecar) -> str:
    """The length stands between, so that no byte can wander from one file to the other."""
    digest = hashlib.sha256(data)
    if sidecar.data:
        digest.update(b"\0%d\0" % len(data) + sidecar.data)
    return digest.hexdigest()
