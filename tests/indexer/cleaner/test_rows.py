from indexer.cleaner.block import Block
from indexer.cleaner.rows import with_rows
from indexer.model import PassageKind


def test_the_cells_of_a_row_are_one_line():
    blocks = [Block("Goats"), Block("3"), Block("Trams"), Block("2"), Block("After")]
    rows = with_rows(blocks, [(1, 1), (1, 2), (2, 3), (2, 4), (0, 4)])
    assert [block.text for block in rows] == ["Goats | 3", "Trams | 2", "After"]
    assert [block.kind for block in rows] == [
        PassageKind.TABLE,
        PassageKind.TABLE,
        PassageKind.PARAGRAPH,
    ]


def test_a_row_that_lays_out_a_page_stays_as_it_is():
    blocks = [Block("Menu"), Block("word " * 50)]
    assert with_rows(blocks, [(1, 1), (1, 2)]) == tuple(blocks)


def test_paragraphs_of_one_cell_stay_apart():
    blocks = [Block("One."), Block("Two.")]
    assert with_rows(blocks, [(1, 1), (1, 1)]) == tuple(blocks)
