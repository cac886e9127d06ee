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


def paragraphs(document: Document) -> tuple[str, ...]:
    """The body, without captions."""
    return tuple(
        passage.text for passage in document.passages if passage.kind is not PassageKind.CAPTION
    )


def captions(document: Document) -> tuple[str, ...]:
    """What stands below pictures."""
    return tuple(
        passage.text for passage in document.passages if passage.kind is PassageKind.CAPTION
    )
