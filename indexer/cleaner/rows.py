"""The cells of a table's row become one block; a table that lays out a page stays as it is."""

from collections.abc import Sequence
from itertools import groupby

from indexer.cleaner.block import Block
from indexer.model import PassageKind

_LONGEST_CELL = 200  # characters; a row with a longer cell lays out a page


def with_rows(blocks: Sequence[Block], cells: Sequence[tuple[int, int]]) -> tuple[Block, ...]:
    """The blocks with every row of a table of figures or facts as one.

    Args:
        blocks: the blocks of a page.
        cells: for each its row and its cell, numbered through the page; row 0 is outside of tables.

    """
    found: list[Block] = []
    numbered = zip(blocks, cells, strict=True)
    for row, group in groupby(numbered, key=lambda pair: pair[1][0]):
        members = list(group)
        of_row = [block for block, _ in members]
        if row and len({cell for _, (_, cell) in members}) > 1 and _is_of_figures(of_row):
            found.append(_joined(of_row))
        else:
            found.extend(of_row)
    return tuple(found)


def _is_of_figures(row: Sequence[Block]) -> bool:
    return all(len(block.text) <= _LONGEST_CELL and not block.level for block in row)


def _joined(row: Sequence[Block]) -> Block:
    links = sum(block.links * len(block.text) for block in row) / sum(len(b.text) for b in row)
    text = " | ".join(block.text for block in row)
    return row[0]._replace(text=text, kind=PassageKind.TABLE, links=links)
