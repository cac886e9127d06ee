"""What the kept lines of a text are: paragraphs, sub-headings, items of a list."""

from collections.abc import Mapping, Sequence

from indexer.cleaner.own_verdicts import Reading
from indexer.model import PassageKind

LISTED = 3  # bare lines in a row, below a line that ends with a colon, or so many at all
_HEADING_WORDS = 20


def kind_of(line: int, reading: Reading, rows: Mapping[int, PassageKind]) -> PassageKind:
    """The kind of a line that is kept; rows is what `rows_of` says of the text."""
    block, form = reading.blocks[line], reading.forms[line]
    if reading.is_page or form.prose or block.kind is not PassageKind.PARAGRAPH:
        return block.kind
    if block.text.endswith(":") or form.size > _HEADING_WORDS:
        return PassageKind.PARAGRAPH
    if line in rows:
        return rows[line]
    return PassageKind.PARAGRAPH if form.ends else PassageKind.HEADING


def rows_of(reading: Reading, found: range) -> dict[int, PassageKind]:
    """What the bare lines of a text are that stand in rows: items of a list, headings above it."""
    kinds: dict[int, PassageKind] = {}
    row: list[int] = []
    for line in () if reading.is_page else (*found, found.stop):
        if line < found.stop and is_bare(line, reading):
            row.append(line)
        elif row:
            kinds |= _kinds_of_row(row, reading)
            row = []
    return kinds


def _kinds_of_row(row: Sequence[int], reading: Reading) -> dict[int, PassageKind]:
    announced = row[0] > 0 and reading.blocks[row[0] - 1].text.endswith(":")
    if len(row) < LISTED:
        return dict.fromkeys(row, PassageKind.LIST_ITEM) if announced else {}
    kinds = dict.fromkeys(row, PassageKind.LIST_ITEM)
    begins_upper = {line: reading.blocks[line].text[0].isupper() for line in row}
    for edge, beside in ((row[0], row[1]), (row[-1], row[-2])):
        if begins_upper[edge] and not begins_upper[beside] and not announced:
            kinds[edge] = PassageKind.HEADING
    return kinds


def is_bare(line: int, reading: Reading) -> bool:
    """Whether a line is neither running text nor the words that a list begins with."""
    return not reading.forms[line].prose and not reading.blocks[line].text.endswith(":")
