import gzip
import json

import pytest

from indexer.model import Given, RawDocument, Rejected
from indexer.reader import read_source
from indexer.reader.sidecar import read_sidecar
from indexer.reader.source_file import SourceFile

ARTICLE = "The council met on Tuesday."


def read(root, **files):
    for name, content in files.items():
        data = content if isinstance(content, bytes) else content.encode()
        (root / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    return list(read_source(root))


def test_a_side_car_says_all_that_a_record_may_say(tmp_path):
    fields = {
        "id": "h-17",
        "title": "Nothing decided",
        "url": "http://herald.example/17",
        "source": "The Herald",
        "published": "2016-10-19",
        "language": "en",
        "byline": "A. Berg",
        "persons": [],
        "text": "is not looked at",
    }
    (document,) = read(tmp_path, **{"x.txt": ARTICLE, "x.meta.json": json.dumps(fields)})
    assert (document.id, document.source_id, document.place) == ("h-17", "h-17", "x.txt")
    assert (document.content, document.site) == (ARTICLE, "herald.example")
    assert document.given == Given(
        title="Nothing decided",
        url="http://herald.example/17",
        source="The Herald",
        published="2016-10-19",
        language="en",
        byline="A. Berg",
        persons=(),
    )


@pytest.mark.parametrize(
    ("name", "sidecar"),
    [
        ("x.txt", "x.meta.json"),
        ("x.txt", "x.txt.meta.json"),
        ("x.html", "x.html.meta.json"),
        ("x.txt.gz", "x.meta.json"),
        ("x.txt.gz", "x.txt.meta.json"),
        ("x.txt.GZ.txt", "x.txt.GZ.meta.json"),
    ],
)
def test_a_side_car_is_found_by_the_name_of_its_document(tmp_path, name, sidecar):
    (document,) = read(tmp_path, **{name: ARTICLE, sidecar: '{"title": "Nothing decided"}'})
    assert document.given.title == "Nothing decided"


def test_the_side_car_with_the_suffix_is_for_one_of_two(tmp_path):
    files = {"x.html": ARTICLE, "x.txt": ARTICLE, "x.meta.json": '{"title": "Both"}'}
    page, text = read(tmp_path, **files, **{"x.html.meta.json": '{"title": "Page"}'})
    assert (page.given.title, text.given.title) == ("Page", "Both")


def test_a_side_car_may_give_an_empty_file_its_title(tmp_path):
    (document,) = read(tmp_path, **{"x.txt": "", "x.meta.json": '{"title": "Nothing decided"}'})
    assert (document.content, document.given.title) == ("", "Nothing decided")


@pytest.mark.parametrize(
    ("sidecar", "reason"),
    [
        ("{", "not valid JSON (Expecting property name enclosed in double quotes at character 2)"),
        ("[]", "a JSON object is expected, but it is a list"),
        ("[" * 50_000, "not usable JSON (nested too deep, or too long a number)"),
        (b"\xff", "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"),
        (" " * 1_000_001, "larger than 1 MB; split it, or leave it out"),
    ],
)
def test_a_broken_side_car_is_named_and_its_document_is_read(tmp_path, sidecar, reason):
    broken, document = read(tmp_path, **{"x.txt": ARTICLE, "x.meta.json": sidecar})
    assert broken == Rejected("x.meta.json", f"{reason}; the document is read without it")
    assert isinstance(document, RawDocument)
    assert document.given == Given()


def test_of_a_side_car_with_a_wrong_field_the_others_count(tmp_path):
    """Above all the id: without it the links to the article would break."""
    sidecar = '{"id": "h-17", "published": "soon", "language": 5}'
    broken, document = read(tmp_path, **{"x.txt": ARTICLE, "x.meta.json": sidecar})
    assert broken.place == "x.meta.json"
    assert broken.reason.startswith("published is 'soon'; ")
    assert broken.reason.endswith("the document is read without them")
    assert document.id == "h-17"
    assert document.given == Given()


def test_a_side_car_that_is_a_folder_is_none(tmp_path):
    (tmp_path / "x.meta.json").mkdir()
    (document,) = read(tmp_path, **{"x.txt": ARTICLE})
    assert document.given == Given()


def test_a_side_car_that_cannot_be_opened_is_named_and_its_document_is_read():
    found = read_sidecar(
        SourceFile("x.txt", 1, open_nothing, lambda: SourceFile("x.meta.json", 1, open_nothing))
    )
    assert found.rejected == Rejected("x.meta.json", "cannot be read: Permission denied")
    assert found.said.given == Given()


def open_nothing():
    raise PermissionError(13, "Permission denied")
