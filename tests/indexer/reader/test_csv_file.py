import pytest

from indexer.model import Rejected
from indexer.reader import read_source


def read(root, data):
    (root / "news.csv").write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(read_source(root))


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_every_row_is_a_document(tmp_path, separator):
    rows = [
        ["ID", " Title ", "Text", "Published", "Persons", "mood"],
        [
            "a1",
            "Nothing decided",
            '"The council, which met; said ""no""."',
            "2016-10",
            "A. Berg",
            "x",
        ],
        ["", "", "Two.", "", "", ""],
    ]
    first, second = read(tmp_path, "\n".join(separator.join(row) for row in rows))
    assert (first.id, first.place, first.format) == ("a1", "news.csv:2", "text")
    assert first.content == 'The council, which met; said "no".'
    assert first.given.title == "Nothing decided"
    assert first.given.published == "2016-10"
    assert first.given.persons == ("A. Berg",)
    assert (second.source_id, second.content) == ("news.csv:3", "Two.")
    assert second.given.persons is None


def test_a_text_may_run_over_lines_and_its_row_is_named_by_the_first(tmp_path):
    first, second = read(tmp_path, 'text\n"One.\n\nTwo."\n\nThree.\n')
    assert (first.place, first.content) == ("news.csv:2", "One.\n\nTwo.")
    assert (second.place, second.content) == ("news.csv:6", "Three.")


def test_a_text_may_be_longer_than_python_allows_by_itself(tmp_path):
    (document,) = read(tmp_path, "text\n" + "word " * 100_000)
    assert len(document.content) == 500_000


@pytest.mark.parametrize("data", ["", "a,b\n1,2\n", "The council met.\n", "text\ra"])
def test_a_file_without_a_header_is_rejected(tmp_path, data):
    (found,) = read(tmp_path, data)
    assert found.place == "news.csv"
    assert "the first line names none of the columns id, " in found.reason


def test_a_row_with_too_many_fields_is_rejected_and_the_next_one_read(tmp_path):
    long, short = read(tmp_path, "id,title,text\n1,a,b,c\n2,a\n")
    assert long == Rejected(
        "news.csv:2", "4 fields, but the header has 3; quote what holds separators"
    )
    assert short.id == "2"


def test_what_is_no_row_is_rejected_and_the_next_one_read(tmp_path):
    broken, good = read(tmp_path, "id,text\n1,a\rb\n2,c\n")
    assert broken.place == "news.csv:2"
    assert broken.reason.startswith("not a row of CSV (")
    assert good.content == "c"


def test_a_line_that_is_too_long_ends_the_file(tmp_path, monkeypatch):
    monkeypatch.setattr("indexer.reader.lines.MAXIMUM_LINE", 100)
    good, broken = read(tmp_path, "text\nOne.\n" + "a" * 200 + "\nTwo.\n")
    assert good.content == "One."
    assert broken.place == "news.csv"
    assert broken.reason.startswith("a line of more than")


def test_excel_writes_utf16_and_bom(tmp_path):
    for encoding in ("utf-16", "utf-8-sig"):
        (document,) = read(tmp_path, "text\ttitle\r\nÉté\tOne\r\n".encode(encoding))
        assert (document.content, document.given.title) == ("Été", "One")


def test_a_row_that_cannot_be_used_is_named_with_its_field(tmp_path):
    (found,) = read(tmp_path, "text,published\nOne.,yesterday\n")
    assert found.reason == "published is 'yesterday'; YYYY, YYYY-MM or YYYY-MM-DD is expected"


def test_a_nul_rejects_the_row_whose_text_holds_it_and_is_dropped_from_a_page(tmp_path):
    rows = b"id,text,html\na,,<p>The council\0 met.</p>\nb,The mayor\0 left.,\nc,Nobody spoke.,\n"
    page, text, last = read(tmp_path, rows)
    assert (page.id, page.content) == ("a", "<p>The council met.</p>")
    assert text == Rejected("news.csv:3", "text is not text (NUL character at 9)")
    assert last.id == "c"
