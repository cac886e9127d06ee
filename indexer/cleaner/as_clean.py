"""Sources that are clean already (--no-clean): paragraphs as they stand, nothing judged."""

from collections.abc import Sequence

from indexer.cleaner.block import Block
from indexer.cleaner.features import form_of
from indexer.cleaner.html_page import read_page
from indexer.cleaner.language import language_code, language_of
from indexer.cleaner.metadata import Clues, beginning
from indexer.cleaner.publication import weigh
from indexer.cleaner.text_blocks import text_blocks
from indexer.cleaner.tidy import tidy
from indexer.dates import calendar_date
from indexer.identity import passage_ids
from indexer.model import (
    DateOrigin,
    Document,
    NoArticle,
    Passage,
    Published,
    RawDocument,
)

_TITLE_WORDS = 30  # a longer first line is a paragraph


def taken_as_clean(raw: RawDocument, original: str) -> Document | NoArticle:
    """The document of a source's decoded text or markup, every paragraph of it kept."""
    blocks, clues = _blocks_and_clues(raw, original)
    title = tidy(raw.given.title or clues.title or "")
    if not blocks and not title:
        return NoArticle(raw.id, raw.place, "there is no text")
    if not title and _is_title(blocks):
        title, blocks = blocks[0].text, blocks[1:]
    return _document(raw, title or beginning(blocks[0].text), blocks, clues)


def _blocks_and_clues(raw: RawDocument, original: str) -> tuple[Sequence[Block], Clues]:
    if raw.format == "html":
        page = read_page(original, raw.site)
        return page.blocks, page.clues
    return _paragraphs(text_blocks(original)), Clues()


def _paragraphs(lines: Sequence[Block]) -> tuple[Block, ...]:
    """The lines joined between the empty ones; as they stand where there are no empty ones."""
    if not any(line.gap for line in lines[1:]):
        return tuple(lines)
    paragraphs: list[list[str]] = []
    for line in lines:
        if line.gap or not paragraphs:
            paragraphs.append([])
        paragraphs[-1].append(line.text)
    return tuple(Block(tidy(" ".join(paragraph))) for paragraph in paragraphs)


def _is_title(blocks: Sequence[Block]) -> bool:
    form = form_of(blocks[0].text)
    return len(blocks) > 1 and form.size <= _TITLE_WORDS and not form.ends


def _document(raw: RawDocument, title: str, blocks: Sequence[Block], clues: Clues) -> Document:
    given = raw.given
    texts = [block.text for block in blocks]
    date = calendar_date(given.published or "")
    return Document(
        id=raw.id,
        source_id=raw.source_id,
        place=raw.place,
        title=title,
        passages=tuple(
            Passage(id, block.text, block.kind)
            for id, block in zip(passage_ids(texts), blocks, strict=True)
        ),
        url=given.url or clues.url,
        source=given.source or clues.site,
        published=Published(date, DateOrigin.GIVEN, True) if date else weigh(clues.dates),
        language=language_code(given.language) or language_of("\n".join(texts), clues.language),
        byline=given.byline or clues.byline,
    )
