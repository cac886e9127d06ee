"""What is taken away can be read by the programs it is for, and harms none of them."""

import csv
import io
import json

import pytest

from indexer.export import FORMATS, Exported
from indexer.model import DateOrigin, Document, Passage, PassageKind, Published


def article(**changes):
    values = {
        "id": "herald-1",
        "source_id": "herald-1",
        "place": "herald/1.txt",
        "title": "Harbour & mine: 5% {more}",
        "passages": (
            Passage("p1", "The harbour opened."),
            Passage("p2", "The quay at dawn.", PassageKind.CAPTION),
            Passage("p3", "The mine closed."),
        ),
        "source": "The Vessin Herald",
        "published": Published("2016-05", DateOrigin.META, sure=True),
        "language": "en",
        "byline": "Odile Marn",
        "url": "https://herald.example/1",
    }
    return Document(**{**values, **changes})


def written(name, *exported):
    return "".join(FORMATS[name].write(exported))


def exported(**changes):
    return Exported(article(**changes), ("Ilka Torvald", "Jon O’Dann"), "/documents/herald-1")


def rows(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_csv_line_holds_the_article_without_its_captions():
    (row,) = rows(written("csv", exported()))
    assert row["title"] == "Harbour & mine: 5% {more}"
    assert row["persons"] == "Ilka Torvald; Jon O’Dann"
    assert row["text"] == "The harbour opened.\n\nThe mine closed."
    assert row["published"] == "2016-05"
    assert row["published_from"] == "meta"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_that_would_run_as_a_formula_is_prefixed(start):
    (row,) = rows(written("csv", exported(title=f"{start}HYPERLINK(1)")))
    assert row["title"] == f"'{start}HYPERLINK(1)"


def test_csv_ends_its_lines_as_rfc_4180_says():
    assert written("csv", exported()).count("\r\n") == 2


def test_no_article_is_a_csv_of_its_head_line_alone():
    assert rows(written("csv")) == []


def test_a_jsonl_line_keeps_captions_and_paragraphs_apart():
    (line,) = written("jsonl", exported()).splitlines()
    record = json.loads(line)
    assert record["paragraphs"] == ["The harbour opened.", "The mine closed."]
    assert record["captions"] == ["The quay at dawn."]
    assert record["published_sure"] is True


def test_what_is_not_known_is_null_in_jsonl():
    record = json.loads(written("jsonl", exported(published=None, byline=None, source=None)))
    assert (record["published"], record["published_sure"], record["byline"]) == (None, None, None)


def test_bibtex_escapes_what_latex_would_read_as_commands():
    entry = written("bib", exported())
    assert r"title = {Harbour \& mine: 5\% \{more\}}" in entry
    assert entry.startswith("@article{herald-1,")
    assert "date = {2016-05}" in entry


def test_a_title_with_line_ends_stays_in_its_field():
    assert "title = {One Two}" in written("bib", exported(title="One\r\nTwo"))
    assert "TI  - One ER - Two\r\n" in written("ris", exported(title="One\nER - Two"))


def test_ris_begins_and_ends_each_record():
    record = written("ris", exported(), exported())
    assert record.count("TY  - NEWS\r\n") == record.count("ER  - \r\n") == 2
    assert "DA  - 2016/05\r\n" in record


def test_csl_is_one_json_array_with_dates_in_parts():
    (item, _) = json.loads(written("csl", exported(), exported()))
    assert item["issued"] == {"date-parts": [[2016, 5]]}
    assert item["container-title"] == "The Vessin Herald"
    assert "note" not in item


def test_csl_of_nothing_is_an_empty_array():
    assert json.loads(written("csl")) == []


def test_an_undated_article_has_no_issued_date():
    (item,) = json.loads(written("csl", exported(published=None, url=None)))
    assert "issued" not in item
    assert "URL" not in item


def test_an_article_without_an_address_is_cited_by_its_link_where_that_is_one():
    one = Exported(article(url=None), (), "https://archive.example/documents/herald-1")
    (item,) = json.loads(written("csl", one))
    assert item["URL"] == "https://archive.example/documents/herald-1"


@pytest.mark.parametrize("name", ["bib", "ris", "csl"])
def test_a_cited_passage_is_quoted(name):
    document = article()
    one = Exported(document, (), "/documents/herald-1/passages/p3", document.passages[2])
    assert "“The mine closed.”" in written(name, one)
    assert "/documents/herald-1/passages/p3" in written(name, one)


def test_an_exported_passage_is_the_text_of_its_line():
    document = article()
    one = Exported(document, (), "/x", document.passages[2])
    assert json.loads(written("jsonl", one))["text"] == "The mine closed."
