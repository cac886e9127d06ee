from indexer.cleaner.block import Block
from indexer.cleaner.container import Element
from indexer.cleaner.hidden import shown
from indexer.cleaner.hints import hints_of

LONG = Block(
    "The goat boarded the tram at the market, and the driver said nothing, for he knew it. " * 3
)
PLAIN = hints_of("div")


def element(first, end, hidden=True, parent=0):
    return Element(PLAIN, first, False, end, "div", parent, hidden)


def test_where_nothing_is_hidden_everything_stays():
    assert shown([LONG, LONG], [element(0, 2, hidden=False)]) == [True, True]


def test_a_hidden_box_beside_an_article_goes():
    elements = [element(0, 7, hidden=False, parent=-1), element(4, 7), element(5, 6)]
    assert shown([LONG] * 4 + [Block("Menu"), LONG, Block("Home")], elements) == [
        *[True] * 4,
        *[False] * 3,
    ]


def test_a_long_hidden_block_alone_is_for_machines():
    elements = [element(0, 4, hidden=False, parent=-1), element(2, 4)]
    dump = Block(LONG.text * 6)
    assert shown([LONG, LONG, LONG, dump], elements) == [True, True, False, False]


def test_hidden_text_that_is_longer_than_what_is_seen_stays():
    elements = [element(0, 4, hidden=False, parent=-1), element(1, 4)]
    assert shown([LONG] * 4, elements) == [True] * 4


def test_paragraphs_hidden_one_by_one_are_one_text():
    elements = [element(0, 5, hidden=False, parent=-1), *(element(n, n + 1) for n in (2, 3, 4))]
    assert shown([LONG] * 5, elements) == [True] * 5
    elements = [
        element(0, 5, hidden=False, parent=-1),
        *(element(n, n + 1, parent=n) for n in (3, 4)),
    ]
    assert shown([LONG] * 5, elements) == [True, True, True, False, False]


def test_a_page_that_shows_no_text_at_all_shows_what_it_hides():
    assert shown([Block("Home"), Block("A goat.")], [element(1, 2)]) == [True, True]
