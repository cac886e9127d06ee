import base64
import email.message
import gzip
import quopri
import time

import pytest

from indexer.model import RawDocument, Rejected
from indexer.reader import read_source
from indexer.reader.limits import MAXIMUM_DOCUMENT, MAXIMUM_PARTS

URL = "https://gull.example/a.html"
PAGE = "<html><title>Möwe</title><p>Die Möwe stahl die Schlüssel des Hafenmeisters, sagte er.</p>"
CHROME = (
    ("From", "<Saved by Blink>"),
    ("Snapshot-Content-Location", URL),
    ("Subject", "=?utf-8?Q?M=C3=B6we?="),
    ("MIME-Version", "1.0"),
    ("Content-Type", 'multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----b1"'),
)


def part(body, *fields):
    return b"\r\n".join(f"{name}: {value}".encode() for name, value in fields) + b"\r\n\r\n" + body


def message(*parts, head=CHROME, boundary=b"----b1", end=b"--"):
    lines = b"".join(b"\r\n--" + boundary + b"\r\n" + each for each in parts)
    return part(b"", *head) + lines + b"\r\n--" + boundary + end + b"\r\n"


def html(body=PAGE, encoding="quoted-printable", charset="", url=URL, extra=()):
    data = body if isinstance(body, bytes) else body.encode(charset or "utf-8")
    pack = {"quoted-printable": quopri.encodestring, "base64": base64.encodebytes}
    return part(
        pack.get(encoding, bytes)(data),
        ("Content-Type", f"text/html{f'; charset={charset}' if charset else ''}"),
        ("Content-Transfer-Encoding", encoding),
        *([("Content-Location", url)] if url else []),
        *extra,
    )


PICTURE = part(
    base64.encodebytes(bytes(2000)),
    ("Content-Type", "image/png"),
    ("Content-Transfer-Encoding", "base64"),
    ("Content-Location", "https://gull.example/a.png"),
)


def read(tmp_path, data, name="a.mhtml"):
    (tmp_path / name).write_bytes(data)
    (found,) = read_source(tmp_path)
    return found


def text(found):
    assert isinstance(found, RawDocument), found.reason
    content = found.content
    return (content if isinstance(content, str) else content.decode()).replace("\r\n", "\n").strip()


def reason(tmp_path, data):
    found = read(tmp_path, data)
    assert isinstance(found, Rejected)
    assert found.place == "a.mhtml"
    return found.reason


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit", "binary"])
@pytest.mark.parametrize("charset", ["", "utf-8", "iso-8859-1", "utf-16"])
def test_the_page_of_a_saved_message_is_read(tmp_path, encoding, charset):
    if encoding == "8bit" and charset == "utf-16":
        return  # bytes of UTF-16 need not keep the lines apart
    found = read(tmp_path, message(html(encoding=encoding, charset=charset), PICTURE))
    assert text(found).lstrip("\ufeff") == PAGE
    assert (found.format, found.source_id, found.place) == ("html", "a.mhtml", "a.mhtml")
    assert (found.given.url, found.site, found.given.title) == (URL, "gull.example", None)


@pytest.mark.parametrize("name", ["a.mht", "a.MHTML", "a.mhtml.gz"])
def test_both_suffixes_are_read_and_packed_ones(tmp_path, name):
    data = message(html())
    found = read(tmp_path, gzip.compress(data) if name.endswith(".gz") else data, name)
    assert text(found) == PAGE


def test_the_start_parameter_names_the_page(tmp_path):
    head = (("Content-Type", 'multipart/related; boundary="----b1"; start="<p2@x>"'),)
    first = html("<p>An advertisement in a frame.", url="https://ads.example/")
    page = html(extra=[("Content-ID", "<p2@x>")])
    assert text(read(tmp_path, message(first, page, head=head))) == PAGE
    assert text(read(tmp_path, message(page, first, head=head))) == PAGE


def test_without_a_start_the_first_page_counts(tmp_path):
    head = (("Content-Type", 'multipart/related; boundary="----b1"; start="<nobody>"'),)
    data = message(PICTURE, html(), html("<p>A frame.", url="https://ads.example/"), head=head)
    assert text(read(tmp_path, data)) == PAGE


def test_a_multipart_in_a_multipart_is_looked_into(tmp_path):
    inner = message(
        part(b"in words", ("Content-Type", "text/plain")),
        html(),
        head=(("Content-Type", "multipart/alternative; boundary=inner"),),
        boundary=b"inner",
    )
    assert text(read(tmp_path, message(inner, PICTURE))) == PAGE


def test_a_message_that_is_the_page_itself_is_read(tmp_path):
    assert text(read(tmp_path, html())) == PAGE


def test_the_address_is_that_of_the_page_else_of_the_message(tmp_path):
    assert read(tmp_path, message(html(url="cid:frame@x"))).given.url == URL
    folded = (*CHROME[:1], ("Content-Location", "https://gull.example/\r\n b.html"), *CHROME[3:])
    assert read(tmp_path, message(html(url=""), head=folded)).given.url.endswith("/b.html")
    bare = message(html(url=""), head=CHROME[4:])
    assert read(tmp_path, bare).given.url is None


def test_a_side_car_wins_over_the_address_in_the_file(tmp_path):
    (tmp_path / "a.meta.json").write_text('{"url": "https://gull.example/other", "id": "a1"}')
    found = read(tmp_path, message(html()))
    assert (found.given.url, found.source_id) == ("https://gull.example/other", "a1")


def test_pictures_in_the_page_and_beside_it_are_dropped(tmp_path):
    large = base64.b64encode(bytes(30_000_000))
    page = PAGE.encode() + b'<img src="data:image/png;base64,' + large + b'">'
    found = read(tmp_path, message(html(page, "binary"), PICTURE))
    assert len(found.content) < 300


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "not MHTML"),
        (b"<html>\n\n<p>x", "not MHTML"),
        (bytes(5000), "not MHTML"),
        (message(PICTURE), "without a page in it"),
        (message(html(), head=(("Content-Type", "multipart/related"),)), "without a usable bound"),
        (message(html(), boundary=b"another"), "without a page in it"),
        (message(html())[:-40], "ends in the middle"),
        (message(html(encoding="x-uuencode")), "packed in an unknown way"),
        (message(part(b"a", ("Content-Type", "text/html"), ("Content-Transfer-Encoding", "base64"))), "damaged"),
        (message(html("")), "neither title nor text"),
        (message(html("\0" * 500)), "not text"),
        (message(html("<p>x" * (MAXIMUM_DOCUMENT // 4) + "y", "8bit")), "without its pictures"),
        (message(*[b"\r\n\r\nx"] * (MAXIMUM_PARTS + 1)), "of more than 10000 parts"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_why(tmp_path, data, said):
    assert said in reason(tmp_path, data)


def test_nesting_has_an_end(tmp_path):
    data = html()
    for number in range(30):
        boundary = b"n%d" % number
        head = (("Content-Type", f"multipart/mixed; boundary={boundary.decode()}"),)
        data = message(data, head=head, boundary=boundary)
    assert "too many multiparts" in reason(tmp_path, data)


@pytest.mark.parametrize(
    "data",
    [
        part(b"x", ("Content-Type", "multipart/related" + ";" * 200_000)),
        part(b"x", ("Content-Type", 'multipart/related; boundary="' + 'a"\\' * 60_000)),
        part(b"x", *[("Content-Type", "text/html")] * 8_000),
        b"A" * 5_000_000,
        b"\n" * 5_000_000,
        message(*[b"Content-Type: image/png" + b"; a=b" * 300 + b"\r\n\r\nx"] * 9_000),
        message(html("<p>=" * 1_000_000, "8bit")),
        message(b"\r\n\r\n" + b"\r\n------b1" * 500_000),
    ],
)
def test_hostile_messages_take_no_long_time(tmp_path, data):
    began = time.process_time()
    read(tmp_path, data)
    assert time.process_time() - began < 10


def test_what_the_standard_library_writes_is_read(tmp_path):
    whole = email.message.EmailMessage()
    whole.set_content("in words")
    whole.add_alternative(PAGE, subtype="html", cte="quoted-printable")
    whole["Content-Location"] = URL
    found = read(tmp_path, whole.as_bytes())
    assert (text(found), found.given.url) == (PAGE, URL)
