"""A plain text falls apart into its lines."""

import re
from collections.abc import Iterator

from indexer.cleaner.block import Block
from indexer.cleaner.limits import bounded
from indexer.cleaner.tidy import tidy, tidy_lines
from indexer.model import PassageKind

# "Caption: A boat at the quay." is a mark and a caption, on one line.
_CAPTION_MARK = re.compile(
    r"(caption|photo caption|image caption|bildunterschrift|légende|leyenda|تعليق الصورة)\s*:",
    re.IGNORECASE,
)
_MARK_LENGTH = 24  # no such word is longer


def text_blocks(text: str) -> tuple[Block, ...]:
    """Every line that holds something to read, with the number of empty lines before it.

    Raises: InputError where they are more than an article can have.
    """
    return bounded(_blocks(text))


def is_caption_mark(text: str) -> bool:
    """Whether this line is nothing but the word that announces a caption."""
    return text.endswith(":") and _CAPTION_MARK.fullmatch(text) is not None


def _blocks(text: str) -> Iterator[Block]:
    gap = 0
    for line in tidy_lines(text):
        if not line:
            gap += 1
            continue
        if ":" in line[:_MARK_LENGTH]:
            yield from _blocks_of_line(line, gap)
        else:
            yield Block(line, PassageKind.PARAGRAPH, gap)  # by place: a third faster than by name
        gap = 0


def _blocks_of_line(line: str, gap: int) -> tuple[Block, ...]:
    mark = _CAPTION_MARK.match(line)
    caption = tidy(line[mark.end() :]) if mark else ""
    if mark is None or not caption:
        return (Block(line, gap=gap),)
    return Block(mark.group(), gap=gap), Block(caption)
