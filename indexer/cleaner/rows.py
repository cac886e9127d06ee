"""The cells of a data table's row become one block; a table that lays out a page stays as it is."""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import chain

from indexer.cleaner.block import Block
from indexer.cleaner.container import Element
from indexer.cleaner.features import form_of
from indexer.model import PassageKind

_LONGEST_CELL = 200  # characters of a block; a row with a longer one holds a text
_CELL_BLOCKS = 5  # a cell with more holds a menu, or a page
_HEAD_WORDS = 6
_EVEN_ROWS = 3
_TEXT_SHARE = 0.5  # of a table's characters in such long blocks: then no row of it is data


def with_rows(
    blocks: Sequence[Block], elements: Sequence[Element], laid_out: Container[int] = ()
) -> tuple[Block, ...]:
    """The blocks with every row of a table of figures or facts as one.

    Args:
        blocks: the blocks of a page.
        elements: of the page, in the order in which they begin.
        laid_out: the tables, by number, that say themselves that they only lay out the page.

    """
    found: list[Block] = []
    position = 0
    for row in _rows_of_data(blocks, elements, laid_out):
        if row.start < position:
            continue  # broken markup: a row within a row
        found.extend(blocks[position : row.start])
        found.append(_joined(blocks[row.start : row.stop]))
        position = row.stop
    found.extend(blocks[position:])
    return tuple(found)


def _rows_of_data(
    blocks: Sequence[Block], elements: Sequence[Element], laid_out: Container[int]
) -> Iterator[range]:
    """The blocks of every row that becomes one block, in their order."""
    tables = _tables(elements)
    is_data = {
        table: table not in laid_out and _is_data(blocks, elements, rows)
        for table, rows in tables.items()
    }
    rows = sorted((row, table) for table, rows in tables.items() for row in rows)
    for row, table in rows:
        of_row = range(elements[row].first, elements[row].end)
        if is_data[table] and len(tables[table][row]) > 1 and _is_of_figures(blocks, of_row):
            yield of_row


def _tables(elements: Sequence[Element]) -> Mapping[int, Mapping[int, list[int]]]:
    """The cells with anything in them, by row, of every table that holds no other; by number."""
    table_of: list[int] = []  # per element: the innermost table that it is or stands in, or -1
    cells: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    around: set[int] = set()  # tables that hold others
    for number, element in enumerate(elements):
        outer = table_of[element.parent] if element.parent >= 0 else -1
        table_of.append(number if element.tag == "table" else outer)
        if element.tag == "table":
            around.add(outer)
        elif outer >= 0 and _is_cell(element, elements):
            cells[outer][element.parent].append(number)
    return {table: rows for table, rows in cells.items() if table not in around}


def _is_cell(element: Element, elements: Sequence[Element]) -> bool:
    """Whether it is a cell of a row, and something stands in it."""
    is_filled = element.tag in ("td", "th") and element.first < element.end
    return is_filled and elements[element.parent].tag == "tr"


def _is_data(
    blocks: Sequence[Block], elements: Sequence[Element], rows: Mapping[int, Sequence[int]]
) -> bool:
    """Whether no cell holds a text of several paragraphs, nor the table mostly long ones.

    A table with heads of its rows or columns is one whatever is written in it.
    """
    cells = [[elements[number] for number in of_row] for of_row in rows.values()]
    is_headed = _is_headed(blocks, cells)
    length = text = 0
    for cell in chain.from_iterable(cells):
        inner = blocks[cell.first : cell.end]
        sentences = sum(form_of(block.text).prose for block in inner)
        if _holds_text(len(inner), sentences, len(rows), is_headed=is_headed):
            return False
        lengths = [len(block.text) for block in inner]
        length += sum(lengths)
        text += sum(each for each in lengths if each > _LONGEST_CELL)
    return is_headed or text <= _TEXT_SHARE * length


def _is_headed(blocks: Sequence[Block], rows: Sequence[Sequence[Element]]) -> bool:
    """Whether a table has heads of its rows or columns, or is even, with a first row like heads."""
    if any(cell.tag == "th" for cell in chain.from_iterable(rows)):
        return True
    if len(rows) < _EVEN_ROWS or len(rows[0]) < 2 or len({len(row) for row in rows}) > 1:
        return False
    first = [form_of(block.text) for cell in rows[0] for block in blocks[cell.first : cell.end]]
    return all(form.size <= _HEAD_WORDS and not form.prose for form in first)


def _holds_text(paragraphs: int, sentences: int, rows: int, *, is_headed: bool) -> bool:
    """Whether a cell holds a text or a menu rather than a fact."""
    if is_headed:
        return paragraphs > _CELL_BLOCKS and sentences > 1
    return paragraphs > _CELL_BLOCKS or sentences > 1 or (sentences > 0 and rows == 1)


def _is_of_figures(blocks: Sequence[Block], row: range) -> bool:
    return all(
        len(block.text) <= _LONGEST_CELL and not block.level
        for block in blocks[row.start : row.stop]
    )


def _joined(row: Sequence[Block]) -> Block:
    links = sum(block.links * len(block.text) for block in row) / sum(len(b.text) for b in row)
    text = " | ".join(block.text for block in row)
    return row[0]._replace(text=text, kind=PassageKind.TABLE, links=links)
