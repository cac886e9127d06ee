"""What one line or entry of an export is made from."""

from dataclasses import dataclass

from indexer.model import Document, Passage, PassageKind


@dataclass(frozen=True, slots=True)
class Exported:
    """An article on its way out."""

    document: Document
    persons: tuple[str, ...]  # names from the register
    link: str  # permanent, to the article or to the passage
    passage: Passage | None = None  # what is quoted, where a passage is cited


def body(document: Document) -> tuple[Passage, ...]:
    """The article without its captions."""
    return tuple(passage for passage in document.passages if not _is_caption(passage))


def paragraphs(document: Document) -> tuple[str, ...]:
    """The texts of the body."""
    return tuple(passage.text for passage in body(document))


def captions(document: Document) -> tuple[str, ...]:
    """What stands below pictures."""
    return tuple(passage.text for passage in document.passages if _is_caption(passage))


def _is_caption(passage: Passage) -> bool:
    return passage.kind is PassageKind.CAPTION
