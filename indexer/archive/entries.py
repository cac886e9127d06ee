"""What the register needs to know of each article: who is named there, where and when."""

from typing import NamedTuple

from indexer.model import Document


class NamedHere(NamedTuple):
    """A name as one article has it."""

    key: str
    text: str
    mentions: int
    forms: tuple[str, ...] = ()  # as printed in the mentions, each once


class Entry(NamedTuple):
    """What the register needs to know of one article."""

    document: str  # its id
    source: str | None
    published: str | None
    names: tuple[NamedHere, ...]


def register_entry(document: Document) -> Entry:
    """What the register needs to know of a document."""
    texts = {passage.id: passage.text for passage in document.passages} | {"title": document.title}
    names = tuple(
        NamedHere(
            name.key,
            name.text,
            len(name.mentions),
            tuple(sorted({texts[m.passage][slice(*m.span)] for m in name.mentions})),
        )
        for name in document.names
    )
    published = document.published.date if document.published else None
    return Entry(document.id, document.source, published, names)
