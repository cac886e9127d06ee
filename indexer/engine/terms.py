"""Document → terms at positions: what every engine indexes of a document.

One number line a document and field. Each block (title, passage, credit, removed block) takes as
many positions as it has words; between two blocks is a gap, so that no phrase runs over the end of
one. The title stands twice in the body, before and after the passages: so it counts twice
(notes: +0.7 points of nDCG@10 against once), by frequency and by length, in one combined field.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from indexer import analyzer
from indexer.model import Document, TermField

# Larger than any slop that the query language lets through (10), and 4 million blocks a document
# still fit 32 bits. A larger slop is cut to GAP - 1.
GAP = 1024

FIELDS: tuple[TermField, ...] = ("text", "exact", "title", "title_exact", "byline", "removed")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of some blocks in order; three lists of one length."""

    exact: list[str] = field(default_factory=list)
    stems: list[str] = field(default_factory=list)
    positions: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)  # position at which each block begins


@dataclass(frozen=True, slots=True)
class DocumentTerms:
    """What the postings hold of a document.

    body is the title, each passage, and the title again: fields text and exact. title: fields title
    and title_exact. byline: exact words of byline and credits. removed: stems of removed blocks.
    """

    body: Words
    title: Words
    byline: Words
    removed: Words


def terms_of(document: Document) -> DocumentTerms:
    """The terms of a document, stemmed in its own language."""
    language = document.language
    passages = (passage.text for passage in document.passages)
    byline = (*((document.byline,) if document.byline else ()), *document.credits)
    return DocumentTerms(
        body=_words((document.title, *passages, document.title), language),
        title=_words((document.title,), language),
        byline=_words(byline, language),
        removed=_words((block.text for block in document.removed), language),
    )


def _words(blocks: Iterable[str], language: str | None) -> Words:
    words = Words()
    start = 0
    for block in blocks:
        pairs = analyzer.terms(block, language)
        words.starts.append(start)
        words.exact.extend(exact for exact, _ in pairs)
        words.stems.extend(stem for _, stem in pairs)
        words.positions.extend(range(start, start + len(pairs)))
        start += len(pairs) + GAP
    return words
