import gzip
import io
import stat
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.model import RawDocument, Rejected
from indexer.reader import limits, read_source

ARTICLE = "The council met on Tuesday."


def zipped(members, compression=zipfile.ZIP_DEFLATED):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, content in members:
            info = name if isinstance(name, zipfile.ZipInfo) else zipfile.ZipInfo(name)
            info.compress_type = compression
            archive.writestr(info, content)
    return stream.getvalue()


def read(root, members):
    (root / "a.zip").write_bytes(members if isinstance(members, bytes) else zipped(members))
    (root / "z.txt").write_text(ARTICLE)
    found = list(read_source(root))
    assert found[-1].place == "z.txt"  # whatever the zip was, the build went on
    return found[:-1]


def test_members_are_read_like_the_files_of_a_folder(tmp_path):
    documents = read(
        tmp_path,
        [
            ("herald/x.html", "<p>Hello"),
            ("herald/", ""),
            ("herald/x.meta.json", '{"title": "Hello"}'),
            ("b.jsonl.gz", gzip.compress(b'{"text": "One."}\n{"text": "Two."}')),
            ("README.md", "Read me"),
            ("__MACOSX/herald/._x.html", "junk"),
            (".git/x.txt", "junk"),
            ("photo.jpg", "junk"),
        ],
    )
    assert [(d.place, d.site) for d in documents] == [
        ("a.zip/b.jsonl.gz:1", "a.zip"),
        ("a.zip/b.jsonl.gz:2", "a.zip"),
        ("a.zip/herald/x.html", "herald"),
    ]
    assert documents[2].given.title == "Hello"
    assert documents[2].source_id == "a.zip/herald/x.html"


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_every_usual_compression_is_read(tmp_path, compression):
    (document,) = read(tmp_path, zipped([("x.txt", ARTICLE)], compression))
    assert document.content == ARTICLE


@pytest.mark.parametrize(
    "name",
    ["../x.txt", "/etc/x.txt", "a/../../x.txt", "C:/x.txt", "./x.txt", "a//x.txt", "..\\x.txt"],
)
def test_a_name_that_leads_out_of_the_archive_is_rejected(tmp_path, name):
    (found,) = read(tmp_path, [(name, ARTICLE)])
    assert isinstance(found, Rejected)
    assert found.place.startswith("a.zip/")
    assert "leads out of the archive" in found.reason


def test_the_folders_of_a_zip_from_windows_are_folders(tmp_path):
    (document,) = read(tmp_path, [("herald\\x.txt", ARTICLE)])
    assert document.place == "a.zip/herald/x.txt"


def test_a_zip_inside_a_zip_is_rejected(tmp_path):
    found = read(tmp_path, [("b.zip", zipped([("x.txt", ARTICLE)])), ("c.zip.gz", "")])
    assert [type(it) for it in found] == [Rejected, Rejected]
    assert all("a zip inside a zip" in it.reason for it in found)


def test_a_link_inside_a_zip_is_rejected(tmp_path):
    link = zipfile.ZipInfo("x.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    (found,) = read(tmp_path, [(link, "/etc/passwd")])
    assert "a link inside a zip" in found.reason


def test_an_encrypted_member_is_rejected(tmp_path):
    data = bytearray(zipped([("x.txt", ARTICLE)]))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    (found,) = read(tmp_path, bytes(data))
    assert "encrypted" in found.reason


def test_an_unknown_compression_is_rejected(tmp_path):
    data = bytearray(zipped([("x.txt", ARTICLE)]))
    data[8] = data[data.index(b"PK\x01\x02") + 10] = 99
    (found,) = read(tmp_path, bytes(data))
    assert "cannot be unpacked" in found.reason


def test_twins_are_both_read_and_left_to_the_build(tmp_path):
    with pytest.warns(UserWarning, match="Duplicate name"):
        found = read(tmp_path, [("x.txt", "One."), ("x.txt", "Two.")])
    assert [document.content for document in found] == ["One.", "Two."]


@pytest.mark.parametrize("data", [b"", b"no zip at all", zipped([("x.txt", ARTICLE)])[:-10]])
def test_what_is_no_zip_is_rejected(tmp_path, data):
    (found,) = read(tmp_path, data)
    assert found.place == "a.zip"
    assert "not a usable zip" in found.reason


def test_an_empty_zip_holds_nothing(tmp_path):
    assert read(tmp_path, []) == []


def test_a_zip_bomb_is_rejected_before_it_is_unpacked(tmp_path):
    bomb = zipped([(f"{number}.txt", b"a" * 19_000_000) for number in range(4)])
    (found,) = read(tmp_path, bomb)
    assert "more than 200 times its size" in found.reason


def test_a_zip_with_an_endless_directory_is_rejected(tmp_path, monkeypatch):
    monkeypatch.setattr("indexer.reader.zip_archive.MAXIMUM_ZIP_DIRECTORY", 50_000)
    (found,) = read(tmp_path, [(f"{number:0100}.txt", "a") for number in range(500)])
    assert "a zip with a directory of more than" in found.reason
    assert limits.MAXIMUM_ZIP_DIRECTORY > 50_000


@settings(deadline=None)
@given(st.data())
def test_no_damage_to_a_zip_stops_the_build(tmp_path_factory, data):
    members = [("x.txt", ARTICLE), ("x.meta.json", '{"title": "A"}'), ("é.jsonl", '{"text": "b"}')]
    packed = bytearray(zipped(members))
    for _ in range(data.draw(st.integers(1, 4))):
        packed[data.draw(st.integers(0, len(packed) - 1))] = data.draw(st.integers(0, 255))
    for found in read(tmp_path_factory.mktemp("source"), bytes(packed)):
        assert isinstance(found, RawDocument | Rejected)
