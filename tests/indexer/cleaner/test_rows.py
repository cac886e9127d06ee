from indexer.cleaner.html_blocks import html_blocks
from indexer.model import PassageKind

GOAT = "The goat boarded the tram at the market, and the driver said nothing."
SEA = "At noon it got off at the sea, which is the end of the line, and slept."
LONG = f"{GOAT} {SEA} {GOAT} {SEA}"


def texts(markup):
    return [block.text for block in html_blocks(markup).blocks]


def table(*rows):
    cells = ["".join(f"<td>{cell}</td>" for cell in row) for row in rows]
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


def test_the_cells_of_a_row_are_one_line():
    page = html_blocks(table(("Goats", "3"), ("Trams", "<p>2</p>")) + "<p>After</p>")
    assert [(block.text, block.kind) for block in page.blocks] == [
        ("Goats | 3", PassageKind.TABLE),
        ("Trams | 2", PassageKind.TABLE),
        ("After", PassageKind.PARAGRAPH),
    ]


def test_rows_with_a_sentence_are_data_too():
    assert texts(table(("10:40", GOAT), ("12:00", SEA))) == [f"10:40 | {GOAT}", f"12:00 | {SEA}"]


def test_empty_cells_are_none():
    assert texts(table(("", "Goats", " "), ("Trams", "", "2"))) == ["Goats", "Trams | 2"]


def test_a_row_with_a_long_text_stays_as_it_is_and_the_others_do_not():
    rows = [(f"Goat {number} of the tram", f"{number} years at the market") for number in range(20)]
    found = texts(table(*rows, ("Remark", LONG)))
    assert found[0] == "Goat 0 of the tram | 0 years at the market"
    assert found[-2:] == ["Remark", LONG]


def test_a_table_of_long_texts_lays_out_a_page():
    assert texts(table(("By", "Ann Lee"), ("x", LONG))) == ["By", "Ann Lee", "x", LONG]


def test_an_article_in_one_cell_keeps_its_paragraphs():
    article = f"<h2>Goat</h2><p>{GOAT}</p><p>{SEA}</p>"
    assert texts(table(("Menu", article), ("Left", "Right"))) == [
        *("Menu", "Goat", GOAT, SEA, "Left", "Right"),
    ]


def test_an_article_in_several_cells_of_one_row_keeps_them_apart():
    assert texts(table((GOAT, SEA))) == [GOAT, SEA]


def test_a_menu_in_a_cell_is_no_data():
    menu = "".join(f"<div>Goat {number}</div>" for number in range(8))
    assert texts(table((menu, "Sea")))[-2:] == ["Goat 7", "Sea"]


def test_a_table_around_another_lays_out_the_page():
    inner = table(("Goats", "3"), ("Trams", "2"))
    assert texts(table(("Menu", f"Goat{inner}"), ("Left", "Right"))) == [
        *("Menu", "Goat", "Goats | 3", "Trams | 2", "Left", "Right"),
    ]


def test_a_table_may_say_that_it_is_none():
    markup = table(("Goats", "3"), ("Trams", "2"))
    presented = markup.replace("<table>", "<table role=presentation>")
    assert texts(presented) == ["Goats", "3", "Trams", "2"]


def test_broken_rows_double_nothing():
    markup = "<table><tr><td>Sea</td><td>1</td><div><tr><td>Goat</td><td>2</td></tr></div></tr>"
    assert " ".join(texts(markup)).count("Goat") == 1


def test_headings_in_a_row_stay_headings():
    assert texts(table(("<h3>Goats</h3>", "3"), ("Trams", "2"))) == ["Goats", "3", "Trams | 2"]


def test_an_even_table_with_heads_is_data_whatever_is_written_in_it():
    rows = (("Stop", "What it did"), ("Market", GOAT + " " + SEA), ("Sea", LONG), ("End", SEA))
    found = texts(table(*rows))
    assert found[:2] == ["Stop | What it did", f"Market | {GOAT} {SEA}"]
    assert found[2:4] == ["Sea", LONG]


def test_heads_of_columns_make_a_table_data():
    markup = f"<table><tr><th>Stop</th><th>Goat</th></tr><tr><td>Sea</td><td>{SEA}</td></tr>"
    assert texts(markup) == ["Stop | Goat", f"Sea | {SEA}"]
