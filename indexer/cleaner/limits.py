"""How much a source may ask of the cleaner.

All that it does is linear in what is capped here (benchmarks/bombs.py keeps it so): at the caps a
source costs some seconds and some hundred megabytes.
"""

from collections.abc import Iterable, Iterator

from indexer.cleaner.block import Block
from indexer.errors import InputError

# The longest live blogs have some thousand blocks. Each costs up to 50 µs and 2 kB.
MOST_BLOCKS = 50_000

# Characters. A newspaper article is below one megabyte, a long novel is three; each word costs
# 300 bytes while it is looked at.
MOST_TEXT = 5_000_000

# Tags that are left of a page without its scripts; each costs the parser 1 µs and 200 bytes.
MOST_TAGS = 300_000


def bounded(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks. Raises: InputError where they are more than an article can have."""
    return tuple(_counted(blocks))


def _counted(blocks: Iterable[Block]) -> Iterator[Block]:
    characters = 0
    for number, block in enumerate(blocks):
        characters += len(block.text)
        if number >= MOST_BLOCKS or characters > MOST_TEXT:
            check_blocks(number + 1, characters)
        yield block


def check_blocks(number: int, characters: int = 0) -> None:
    """Raises: InputError where an article cannot have so many blocks or characters."""
    if number > MOST_BLOCKS or characters > MOST_TEXT:
        raise InputError(
            f"too long for an article: more than {MOST_BLOCKS:,} lines or {MOST_TEXT:,} "
            "characters; split it into its articles"
        )


def check_tags(markup: str) -> None:
    """Raises: InputError where a page has more tags than one that a browser could show."""
    if (tags := markup.count("<")) > MOST_TAGS:
        raise InputError(f"too much markup: {tags:,} tags, and at most {MOST_TAGS:,} are read")
