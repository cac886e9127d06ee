import gzip
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.identity import document_id
from indexer.model import RawDocument, Rejected
from indexer.reader import limits, read_source


def read(root, data, name="news.jsonl"):
    (root / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(read_source(root))


def test_every_line_is_a_document_with_its_own_id_or_that_of_its_line(tmp_path):
    first, second = read(tmp_path, '{"id": "a1", "text": "One."}\n\n{"text": "Two."}')
    assert (first.id, first.source_id, first.place) == ("a1", "a1", "news.jsonl:1")
    assert second.source_id == second.place == "news.jsonl:3"
    assert second.id == document_id("news.jsonl:3")
    assert (first.content, second.content) == ("One.", "Two.")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"text": "a"', "not valid JSON (Expecting ',' delimiter at character 13)"),
        (b"[1, 2]", "a JSON object is expected, but it is a list"),
        (b"7", "a JSON object is expected, but it is a number"),
        (b"null", "a JSON object is expected, but it is null"),
        (b"true", "a JSON object is expected, but it is true"),
        (b'"a"', "a JSON object is expected, but it is 'a'"),
        (b"[" * 100_000, "not usable JSON (nested too deep, or too long a number)"),
        (
            b'{"id": ' + b"9" * 5_000 + b"}",
            "not usable JSON (nested too deep, or too long a number)",
        ),
        (b'{"text": "a\0b"}', "not text (NUL byte at 11)"),
        (b'{"id": "x"}', "neither title nor text; leave it out, or give it one of them"),
    ],
)
def test_a_broken_line_is_named_and_the_next_one_is_read(tmp_path, line, reason):
    broken, good = read(tmp_path, line + b'\n{"text": "Two."}\n')
    assert broken == Rejected("news.jsonl:1", reason)
    assert good.content == "Two."


def test_a_line_that_is_too_long_is_named_and_the_next_one_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr("indexer.reader.lines.MAXIMUM_LINE", 200_000)
    long = json.dumps({"text": "a" * 500_000})
    found = read(tmp_path, f'{long}\n{{"text": "Two."}}\n{long}')
    assert [it.place for it in found] == ["news.jsonl:1", "news.jsonl:2", "news.jsonl:3"]
    assert found[0].reason.startswith("a line of more than")
    assert found[1].content == "Two."
    assert limits.MAXIMUM_LINE > limits.MAXIMUM_DOCUMENT


def test_a_long_file_is_not_held_in_memory(tmp_path):
    with gzip.open(tmp_path / "news.jsonl.gz", "wt", compresslevel=1) as file:
        file.writelines(
            f'{{"id": {number}, "text": "Number {number}."}}\n' for number in range(20_000)
        )
    found = read_source(tmp_path)
    assert next(found).id == "0"
    assert sum(1 for _ in found) == 19_999


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_tells_the_encoding(tmp_path, encoding):
    text = '{"id": "a", "text": "Äußerst žluťoučký"}\n{"id": "b", "text": "الحكومة"}\n'
    first, second = read(tmp_path, text.encode(encoding))
    assert (first.content, second.content) == ("Äußerst žluťoučký", "الحكومة")


def test_a_cut_off_utf16_file_is_read_up_to_there(tmp_path):
    data = '{"text": "One."}\n{"text": "Two."}'.encode("utf-16")[:-1]
    first, second = read(tmp_path, data)
    assert first.content == "One."
    assert "not valid JSON" in second.reason


def test_an_old_encoding_is_found_out_line_by_line(tmp_path):
    french, english = read(tmp_path, '{"text": "à l’été"}\n{"text": "Two."}'.encode("cp1252"))
    assert french.content == "à l’été"
    assert english.content == "Two."


def test_half_a_character_is_replaced(tmp_path):
    (document,) = read(tmp_path, r'{"text": "a \ud83d b", "title": "\udc00"}')
    assert document.content == "a \ufffd b"
    assert document.given.title == "\ufffd"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3)
    ),
    max_leaves=8,
)
NAMES = st.sampled_from(
    ["id", "site", "title", "text", "html", "url", "source", "published", "language", "persons"]
)


@settings(deadline=None)
@given(st.lists(st.dictionaries(NAMES, JSON) | JSON, min_size=1, max_size=4))
def test_no_record_stops_the_reading(tmp_path_factory, records):
    root = tmp_path_factory.mktemp("source")
    found = read(root, "\n".join(json.dumps(record) for record in records))
    assert [it.place for it in found] == [f"news.jsonl:{n}" for n in range(1, len(records) + 1)]
    for it in found:
        assert isinstance(it, RawDocument | Rejected)
        str(it).encode()  # can be printed and stored


@settings(deadline=None)
@given(
    st.binary(max_size=200), st.sampled_from(["x.jsonl", "x.csv", "x.txt", "x.html", "x.txt.gz"])
)
def test_no_bytes_stop_the_reading(tmp_path_factory, data, name):
    root = tmp_path_factory.mktemp("source")
    (root / "z.txt").write_text("The council met.")
    found = read(root, data, name)
    assert found[-1].place == "z.txt"
    assert all(isinstance(it, RawDocument | Rejected) for it in found)
