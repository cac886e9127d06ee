"""The way through the cleaner: decode, blocks, title, verdicts, document."""

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.cleaner.decode import decode
from indexer.cleaner.tidy import tidy, tidy_lines
from indexer.identity import passage_ids
from indexer.model import (
    BlockRule,
    Document,
    NoArticle,
    Passage,
    Published,
    RawDocument,
    DateOrigin,
)

VERSION = "1"  # of everything that decides what a document holds; a change cleans again


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What the cleaner made of a source."""

    document: Document | NoArticle
    original: str  # the decoded text or markup


def clean(raw: RawDocument, rules: Sequence[BlockRule] = ()) -> Cleaned:
    """The article in a raw document, everything else of it removed with a reason."""
    return take_as_clean(raw)


def take_as_clean(raw: RawDocument) -> Cleaned:
    original = decode(raw.content, raw.format == "html")
    lines = [line for line in tidy_lines(original) if line]
    if not lines and not raw.given.title:
        return Cleaned(NoArticle(raw.id, raw.place, "there is no text"), original)
    title = raw.given.title or lines[0]
    ids = passage_ids(lines)
    g = raw.given
    return Cleaned(
        Document(
            raw.id,
            raw.source_id,
            raw.place,
            tidy(title),
            tuple(Passage(i, l) for i, l in zip(ids, lines)),
            url=g.url,
            source=g.source,
            language=g.language,
            byline=g.byline,
            published=Published(g.published, DateOrigin.GIVEN, True) if g.published else None,
        ),
        original,
    )
