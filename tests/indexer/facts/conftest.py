from collections.abc import Callable
from pathlib import Path

import pytest

from indexer.codec import document_to_bytes, text_to_bytes
from indexer.facts import Fact, FactsStore, Source
from indexer.identity import document_id, passage_ids
from indexer.model import Document, Passage, RawDocument


def _raw_document(source_id: str, bytes_: str) -> RawDocument:
    return RawDocument(
        id=document_id(source_id),
        source_id=source_id,
        place=source_id,
        format="text",
        content="",
        source_hash=bytes_ or f"hash of {source_id}",
    )


def _document(source_id: str, *paragraphs: str) -> Document:
    ids = passage_ids(paragraphs)
    return Document(
        id=document_id(source_id),
        source_id=source_id,
        place=source_id,
        title=f"Title of {source_id}",
        passages=tuple(Passage(*pair) for pair in zip(ids, paragraphs, strict=True)),
    )


def _fact(source_id: str, *paragraphs: str, key: str | None = None) -> Fact:
    made = _document(source_id, *paragraphs)
    return Fact(
        key=key or f"base of {source_id}",
        id=made.id,
        base=f"base of {source_id}",
        outcome="document",
        original=text_to_bytes("\n".join(paragraphs)),
        document=document_to_bytes(made),
    )


Read = Callable[..., None]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "index" / "facts.sqlite"


@pytest.fixture
def store(path):
    with FactsStore(path) as opened:
        yield opened


@pytest.fixture
def read(store) -> Read:
    """Reads one SOURCE to its end: (raw, fact) pairs are all that is in it now."""

    def read_source(
        source: Path, *found: tuple[RawDocument, Fact], missing: tuple[Path, ...] = ()
    ) -> None:
        presence = store.presence
        known = {each.path for each in presence.sources()}
        if source not in known:
            presence.remember([Source(source, source.name)])
        presence.begin([source], missing)
        for position, (raw, its_fact) in enumerate(found):
            store.keep(its_fact)
            presence.found(source, position, raw, its_fact.key)
        presence.decide()

    return read_source


@pytest.fixture
def document() -> Callable[..., Document]:
    """document(source id, *paragraphs)."""
    return _document


@pytest.fixture
def fact() -> Callable[..., Fact]:
    """fact(source id, *paragraphs, key=None): of that document."""
    return _fact


@pytest.fixture
def one() -> Callable[..., tuple[RawDocument, Fact]]:
    """one(source id, bytes_=""): an input of one paragraph and its fact."""

    def input_and_fact(source_id: str, *, bytes_: str = "") -> tuple[RawDocument, Fact]:
        return _raw_document(source_id, bytes_), _fact(source_id, f"Text of {source_id}.")

    return input_and_fact
