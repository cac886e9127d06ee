import gzip
import io
import json
import os
import socket
import unicodedata
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.errors import SourceError
from indexer.identity import document_id
from indexer.model import Given, RawDocument, Rejected
from indexer.reader import read_source
from indexer.reader.source import FORMATS

ARTICLE = "The council met on Tuesday.\n\nIt decided nothing.\n"


def write(root, **files):
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def read(source):
    return list(read_source(source))


def places(source):
    return [found.place for found in read_source(source)]


def rejected(source):
    return {found.place: found.reason for found in read_source(source) if type(found) is Rejected}


def test_a_text_file_becomes_a_document_named_by_its_path(tmp_path):
    write(tmp_path, **{"herald/2016/x.txt": ARTICLE})
    (document,) = read(tmp_path)
    assert document == RawDocument(
        id=document_id("herald/2016/x.txt"),
        source_id="herald/2016/x.txt",
        place="herald/2016/x.txt",
        format="text",
        content=ARTICLE,
        source_hash=document.source_hash,
        site="herald",
        given=Given(),
    )
    assert len(document.source_hash) == 64


def test_a_page_is_handed_over_as_its_bytes(tmp_path):
    page = "<meta charset=latin1><p>caf\xe9</p>".encode("latin1")
    write(tmp_path, **{"a.html": page, "b.HTM": page})
    assert [(d.format, d.content) for d in read(tmp_path)] == [("html", page), ("html", page)]


def test_a_source_may_be_one_file(tmp_path):
    write(tmp_path, **{"x.txt": ARTICLE, "x.meta.json": '{"title": "Nothing decided"}'})
    (document,) = read(tmp_path / "x.txt")
    assert (document.place, document.site) == ("x.txt", None)
    assert document.given.title == "Nothing decided"


def test_paths_come_in_code_point_order_whatever_order_the_files_were_made_in(tmp_path):
    names = ["b.txt", "a.txt", "a/z.txt", "a-b.txt", "a0.txt", "Z.txt", "é.txt", "a/b/c.txt"]
    write(tmp_path, **dict.fromkeys(names, ARTICLE))
    assert places(tmp_path) == sorted(names)


@settings(deadline=None)
@given(st.permutations(["b.txt", "a.txt", "a/z.txt", "a-b.txt", "c.zip", "c/d.jsonl", "c.zip.txt"]))
def test_the_order_of_reading_depends_on_the_paths_alone(tmp_path_factory, names):
    root = tmp_path_factory.mktemp("source")
    contents = {
        "c.zip": zipped({"y.txt": ARTICLE, "x/w.txt": ARTICLE, "x.txt": ARTICLE}),
        "c/d.jsonl": '{"text": "One."}\n{"text": "Two."}\n',
    }
    for name in names:
        write(root, **{name: contents.get(name, ARTICLE)})
    expected = ["a-b.txt", "a.txt", "a/z.txt", "b.txt"]
    expected += ["c.zip/x.txt", "c.zip/x/w.txt", "c.zip/y.txt", "c.zip.txt"]
    assert places(root) == [*expected, "c/d.jsonl:1", "c/d.jsonl:2"]


def test_reading_is_lazy(tmp_path):
    write(tmp_path, **{"a.txt": ARTICLE, "b.txt": ARTICLE})
    found = read_source(tmp_path)
    assert next(found).place == "a.txt"
    (tmp_path / "b.txt").write_text("It was changed meanwhile.")
    assert next(found).content == "It was changed meanwhile."


@pytest.mark.parametrize("suffix", [".txt", ".html", ".jsonl", ".csv", ".zip"])
def test_every_format_may_be_gzipped(tmp_path, suffix):
    contents = {
        ".txt": ARTICLE.encode(),
        ".html": b"<p>The council met.",
        ".jsonl": b'{"id": "a1", "text": "The council met."}\n',
        ".csv": b"id,text\na1,The council met.\n",
        ".zip": zipped({"x.txt": ARTICLE}),
    }
    write(tmp_path, **{f"x{suffix}": contents[suffix]})
    write(tmp_path, **{f"y{suffix}.gz": gzip.compress(contents[suffix])})
    plain, packed = read(tmp_path)
    assert packed.content == plain.content
    assert packed.source_hash == plain.source_hash
    assert packed.place.startswith(f"y{suffix}.gz")


def test_what_is_no_article_is_passed_over_without_a_word(tmp_path):
    names = ["README.md", "README.txt", "corrections.txt", ".hidden.txt", ".git/a.txt", "photo.jpg"]
    write(tmp_path, **dict.fromkeys([*names, "lonely.meta.json", "noext"], "{}"))
    write(tmp_path, **{"x.txt": ARTICLE})
    assert places(tmp_path) == ["x.txt"]


def test_a_missing_source_is_an_error_that_names_it(tmp_path):
    with pytest.raises(SourceError, match=r"gone: there is no such file or folder"):
        read(tmp_path / "gone")


@pytest.mark.parametrize("names", [(), ("README.md",), ("corrections.txt", ".x.txt"), ("a.pdf",)])
def test_a_source_without_a_file_that_can_be_read_is_an_error(tmp_path, names):
    write(tmp_path, **dict.fromkeys(names, "x"))
    with pytest.raises(SourceError, match=r"no file that can be read .*\.jsonl.*is its disk there"):
        read(tmp_path)


def test_a_file_that_is_no_article_is_no_source(tmp_path):
    write(tmp_path, **{"corrections.txt": "hide: Somebody"})
    with pytest.raises(SourceError, match="no file that can be read"):
        read(tmp_path / "corrections.txt")


def test_a_pipe_is_no_source(tmp_path):
    os.mkfifo(tmp_path / "x.txt")
    with pytest.raises(SourceError, match="neither a file nor a folder"):
        read(tmp_path / "x.txt")


def test_a_source_whose_only_article_is_broken_is_read_and_the_article_named(tmp_path):
    write(tmp_path, **{"x.txt": b"\0\1\2"})
    assert rejected(tmp_path) == {"x.txt": "not text (NUL byte at 0)"}


def test_where_nothing_could_be_opened_nothing_is_there(tmp_path):
    """Else a disk with wrong permissions would look like an archive whose articles are gone."""
    os.mkfifo(tmp_path / "x.txt")
    with pytest.raises(SourceError, match="no file that can be read"):
        read(tmp_path)


def test_empty_and_blank_files_are_rejected(tmp_path):
    write(tmp_path, **{"a.txt": "", "b.txt": " \n\n", "c.html": "", "d.txt": ARTICLE})
    reasons = rejected(tmp_path)
    assert reasons["a.txt"].startswith("empty; neither title nor text")
    assert reasons["b.txt"].startswith("neither title nor text")
    assert set(reasons) == {"a.txt", "b.txt", "c.html"}


def test_the_hash_is_of_the_bytes_and_of_the_side_car(tmp_path):
    write(tmp_path, **{"a.txt": ARTICLE, "b.txt": ARTICLE, "c.txt": ARTICLE + " "})
    a, b, c = (document.source_hash for document in read(tmp_path))
    assert a == b != c
    write(tmp_path, **{"b.meta.json": '{"title": "Nothing decided"}'})
    assert [document.source_hash == a for document in read(tmp_path)] == [True, False, False]


def test_names_are_the_same_however_a_system_composes_accents(tmp_path):
    for index, form in enumerate(("NFC", "NFD")):
        write(tmp_path, **{f"{index}/{unicodedata.normalize(form, 'émeute.txt')}": ARTICLE})
        write(
            tmp_path,
            **{f"{index}/{unicodedata.normalize(form, 'émeute.meta.json')}": '{"title": "Riot"}'},
        )
    composed, decomposed = read(tmp_path)
    assert composed.place[1:] == decomposed.place[1:] == unicodedata.normalize("NFC", "/émeute.txt")
    assert composed.given.title == decomposed.given.title == "Riot"


def test_names_that_are_no_text_can_be_printed_and_stored(tmp_path):
    (tmp_path / os.fsdecode(b"caf\xe9\n.txt")).write_text(ARTICLE)
    (document,) = read(tmp_path)
    assert document.place == document.source_id == "caf\\xe9\\n.txt"
    assert document.id.isascii()


def test_links_are_followed_to_files_of_the_source_only(tmp_path):
    outside = write(tmp_path / "outside", **{"secret.txt": "A secret."})
    root = write(tmp_path / "root", **{"in/x.txt": ARTICLE})
    (root / "a.txt").symlink_to(root / "in" / "x.txt")
    (root / "b.txt").symlink_to(outside / "secret.txt")
    (root / "c").symlink_to(outside)
    (root / "d").symlink_to(root)
    (root / "e.txt").symlink_to(root / "nowhere.txt")
    (root / "f.txt").symlink_to("f.txt")
    (root / "g.jpg").symlink_to(outside / "secret.txt")
    reasons = rejected(root)
    assert set(reasons) == {"b.txt", "c", "d", "e.txt", "f.txt"}
    assert "leads out of the SOURCE" in reasons["b.txt"]
    assert "link to a folder" in reasons["c"]
    assert "link to a folder" in reasons["d"]
    assert "cannot be read" in reasons["e.txt"]
    assert "circle" in reasons["f.txt"]
    assert places(root)[0] == "a.txt"
    assert not any("secret" in str(found) for found in read(root))


def test_a_side_car_that_links_out_of_the_source_is_not_read(tmp_path):
    write(tmp_path, **{"outside.json": '{"title": "A secret"}', "root/x.txt": ARTICLE})
    (tmp_path / "root" / "x.meta.json").symlink_to(tmp_path / "outside.json")
    (document,) = read(tmp_path / "root")
    assert document.given == Given()


def test_pipes_and_sockets_are_named_and_do_not_block(tmp_path, monkeypatch):
    write(tmp_path, **{"x.txt": ARTICLE})
    os.mkfifo(tmp_path / "a.txt")
    monkeypatch.chdir(tmp_path)  # a socket's path must be short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("b.txt")
    reasons = rejected(tmp_path)
    assert set(reasons) == {"a.txt", "b.txt"}
    assert "a pipe, a socket or a device" in reasons["a.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_files_and_folders_are_named(tmp_path):  # pragma: no cover
    write(tmp_path, **{"a.txt": ARTICLE, "b/c.txt": ARTICLE, "x.txt": ARTICLE})
    (tmp_path / "a.txt").chmod(0)
    (tmp_path / "b").chmod(0)
    reasons = rejected(tmp_path)
    (tmp_path / "b").chmod(0o700)
    assert set(reasons) == {"a.txt", "b"}
    assert all("Permission denied" in reason for reason in reasons.values())


def test_a_file_that_goes_away_while_the_source_is_read_is_named(tmp_path):
    write(tmp_path, **{"a.txt": ARTICLE, "b.txt": ARTICLE, "c/d.txt": ARTICLE})
    found = read_source(tmp_path)
    next(found)
    (tmp_path / "b.txt").unlink()
    (tmp_path / "c" / "d.txt").unlink()
    (tmp_path / "c").rmdir()
    assert [(r.place, r.reason) for r in found] == [
        ("b.txt", "cannot be read: No such file or directory"),
        ("c", "cannot be read: No such file or directory"),
    ]


def test_folders_may_be_nested_deeper_than_python_calls_itself(tmp_path):
    here = os.open(tmp_path, os.O_RDONLY)
    for _ in range(1_100):
        os.mkdir("d", dir_fd=here)
        deeper = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = deeper
    with os.fdopen(os.open("x.txt", os.O_CREAT | os.O_WRONLY, dir_fd=here), "w") as file:
        file.write(ARTICLE)
    os.close(here)
    assert places(tmp_path) == ["d/" * 1_100 + "x.txt"]
    # pytest's own way of tidying up calls itself for every folder.
    deepest = tmp_path / ("d/" * 1_100)
    (deepest / "x.txt").unlink()
    os.removedirs(deepest)


def test_a_damaged_gzip_is_rejected_and_the_rest_is_read(tmp_path):
    packed = gzip.compress(os.urandom(5_000))
    damaged = {"a.txt.gz": packed[:3_000], "b.txt.gz": b"no gzip", "c.txt.gz": b""}
    damaged["d.txt.gz"] = packed[:40] + b"\xff" * 40 + packed[80:]
    write(tmp_path, **damaged, **{"x.txt": ARTICLE})
    reasons = rejected(tmp_path)
    assert set(reasons) == set(damaged)
    assert reasons["a.txt.gz"].startswith("damaged: ")
    assert reasons["b.txt.gz"].startswith("damaged: ")


def test_a_document_larger_than_the_limit_is_rejected(tmp_path):
    write(tmp_path, **{"a.txt": b"a" * 20_000_001, "b.txt.gz": gzip.compress(b"b" * 20_000_001)})
    reasons = rejected(tmp_path)
    assert reasons["a.txt"] == reasons["b.txt.gz"] == "larger than 20 MB; split it, or leave it out"


def test_a_gzip_bomb_is_left_before_it_fills_anything(tmp_path):
    line = json.dumps({"text": "a" * 1_000_000}).encode() + b"\n"
    write(tmp_path, **{"bomb.jsonl.gz": gzip.compress(line * 100)})
    found = read(tmp_path)
    assert 60 < len(found) < 66
    assert "more than 200 times its size" in found[-1].reason


def test_adding_a_format_is_a_line_of_one_table():
    assert set(FORMATS) == {
        *(".csv", ".htm", ".html", ".jsonl", ".mht", ".mhtml", ".txt", ".warc"),
    }


def zipped(members):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), content)
    return stream.getvalue()


SAVED = (
    "<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: https://gull.example/a"
    " \n saved date: Mon May 04 2020 03:02:01 GMT+0200\n--><meta charset=utf-8><p>The gull"
)


def test_the_address_that_a_browser_saved_with_a_page_is_that_of_its_document(tmp_path):
    write(tmp_path, **{"news/a.html": SAVED})
    (document,) = read(tmp_path)
    assert (document.given.url, document.site) == ("https://gull.example/a", "gull.example")
    assert (document.source_id, document.content) == ("news/a.html", SAVED.encode())


def test_a_side_car_knows_the_address_better_than_the_page(tmp_path):
    write(tmp_path, **{"a.html": SAVED, "a.meta.json": '{"url": "https://crane.example/"}'})
    (document,) = read(tmp_path)
    assert (document.given.url, document.site) == ("https://crane.example/", "crane.example")


def test_a_page_is_as_large_as_it_is_without_its_pictures(tmp_path):
    picture = b"A" * 30_000_000
    page = b"<p>The gull<img src='data:image/png;base64," + picture + b"'>"
    write(tmp_path, **{"a.html": page, "b.html": b"<p>" + b"gull " * 5_000_000})
    document, large = read(tmp_path)
    assert document.content == b"<p>The gull<img src='data:image/png;base64,'>"
    assert large == Rejected("b.html", "larger than 20 MB without its pictures; leave it out")


def test_a_picture_in_a_record_is_dropped_too(tmp_path):
    page = f"<p>The gull<img src='data:image/png;base64,{'A' * 5000}'>"
    write(tmp_path, **{"a.jsonl": json.dumps({"html": page})})
    assert read(tmp_path)[0].content == "<p>The gull<img src='data:image/png;base64,'>"
