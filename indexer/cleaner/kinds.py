"""What the kept lines of a text are: paragraphs, sub-headings, items of a list."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from indexer.cleaner.own_verdicts import Reading
from indexer.model import PassageKind

LISTED = 3  # bare lines in a row, below a line that ends with a colon, or so many at all
_HEADING_WORDS = 20


def kind_of(line: int, reading: Reading, rows: Mapping[int, PassageKind]) -> PassageKind:
    """The kind of a line that is kept; rows is what `kinds_in_rows` says of the text."""
    block, form = reading.blocks[line], reading.forms[line]
    if reading.is_page or form.prose or block.kind is not PassageKind.PARAGRAPH:
        return block.kind
    if block.text.endswith(":") or form.size > _HEADING_WORDS:
        return PassageKind.PARAGRAPH
    if line in rows:
        return rows[line]
    return PassageKind.PARAGRAPH if form.ends else PassageKind.HEADING


def kinds_in_rows(reading: Reading, found: range) -> dict[int, PassageKind]:
    """What the bare lines of a text are that stand in rows: items of a list, headings above it."""
    kinds: dict[int, PassageKind] = {}
    if not reading.is_page:
        for row in bare_rows(found, reading):
            kinds |= _kinds_of_row(row, reading)
    return kinds


def bare_rows(lines: Iterable[int], reading: Reading) -> Iterator[list[int]]:
    """The runs of following lines among these that are neither running text nor announce a list."""
    row: list[int] = []
    for line in lines:
        if row and line != row[-1] + 1:
            yield row
            row = []
        if not reading.forms[line].prose and not reading.blocks[line].text.endswith(":"):
            row.append(line)
    if row:
        yield row


def is_announced(row: Sequence[int], reading: Reading) -> bool:
    """Whether the line above a row ends with a colon."""
    return row[0] > 0 and reading.blocks[row[0] - 1].text.endswith(":")


def _kinds_of_row(row: Sequence[int], reading: Reading) -> dict[int, PassageKind]:
    announced = is_announced(row, reading)
    if len(row) < LISTED:
        return dict.fromkeys(row, PassageKind.LIST_ITEM) if announced else {}
    kinds = dict.fromkeys(row, PassageKind.LIST_ITEM)
    begins_upper = {line: reading.blocks[line].text[0].isupper() for line in row}
    for edge, beside in ((row[0], row[1]), (row[-1], row[-2])):
        if begins_upper[edge] and not begins_upper[beside] and not announced:
            kinds[edge] = PassageKind.HEADING
    return kinds
