"""A page: stub."""

from dataclasses import dataclass

from indexer.cleaner.block import Block
from indexer.cleaner.metadata import Clues


@dataclass(frozen=True, slots=True)
class Page:
    blocks: tuple[Block, ...]
    clues: Clues


def read_page(markup: str, url: str | None) -> Page:
    import lxml.html

    from indexer.cleaner.text_blocks import text_blocks

    return Page(text_blocks(lxml.html.fromstring(markup).text_content()), Clues())
