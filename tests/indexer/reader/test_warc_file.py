import gzip
import io
import itertools
import random
import time
import tracemalloc
import zipfile

import brotli
import pytest

from indexer.errors import SourceError
from indexer.identity import document_id
from indexer.model import Given, RawDocument, Rejected
from indexer.reader import read_source

URL = "https://gull.example/a.html"
PAGE = b"<html><p>The gull stole the keys.</p></html>"


@pytest.fixture
def crawl(tmp_path):
    """Files of records, read: documents, rejected, what was told."""

    def read(**files):
        for name, records in files.items():
            data = b"".join(records) if isinstance(records, list) else records
            path = tmp_path / name.replace("__", "/").replace("_", ".")
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
        told = []
        found = list(read_source(tmp_path, told.append))
        documents = [each for each in found if isinstance(each, RawDocument)]
        rejected = [each for each in found if isinstance(each, Rejected)]
        return documents, rejected, told

    return read


def test_a_page_is_known_by_its_address_and_not_by_its_file(crawl, page, response):
    first = page("b.html", PAGE)
    (_, document), rejected, told = crawl(x_warc=[first, page("a.html", PAGE)])
    assert document == RawDocument(
        id=document_id(URL),
        source_id=URL,
        place=f"x.warc#{len(first)}",
        format="html",
        content=PAGE,
        source_hash=document.source_hash,
        site="gull.example",
        given=Given(url=URL),
        captured="20200504030201",
    )
    assert (rejected, told) == ([], [])


def test_the_time_of_the_capture_is_no_date_of_publication(crawl, page):
    (document,), *_ = crawl(x_warc=[page(URL, PAGE)])
    assert document.given.published is None


@pytest.mark.parametrize("name", ["x_warc", "x_warc_gz", "deep__x_WARC", "x_zip"])
def test_web_archives_are_read_wherever_they_lie(crawl, page, name):
    data = page(URL, PAGE)
    if name.endswith("gz"):
        data = gzip.compress(data)
    if name == "x_zip":
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("b/x.warc", data)
            archive.writestr("b/y.warc.gz", gzip.compress(page("c.html", PAGE)))
        data = file.getvalue()
    documents, rejected, _ = crawl(**{name: data})
    assert documents[0].source_id == URL
    assert len(documents) == (2 if name == "x_zip" else 1)
    assert rejected == []


def test_spellings_of_one_address_are_one_document(crawl, page):
    spellings = ["HTTPS://GULL.example:443/x/../a.html#top", URL]
    documents, *_ = crawl(x_warc=[page(url, PAGE) for url in spellings])
    assert [document.source_id for document in documents] == [URL]


def test_of_several_captures_the_latest_counts_in_any_order_of_records_and_files(crawl, page):
    captures = [
        page(URL, b"<p>%d" % year, WARC_Date=f"{year}-01-01T00:00:00Z")
        for year in (2018, 2020, 2019)
    ]
    for order in itertools.permutations(captures):
        for cut in range(4):
            documents, rejected, told = crawl(
                a_warc=[*order[:cut], page("b.html", PAGE)],
                z_warc=[*order[cut:], page("c.html", PAGE)],
            )
            (document,) = (each for each in documents if each.source_id == URL)
            assert (document.content, document.captured) == (b"<p>2020", "20200101000000")
            assert (len(documents), rejected) == (3, [])
            assert told == [
                "passed over in its web archives: captures older than another of the same address: 2"
            ]  # fmt: skip


def test_captures_of_one_moment_are_decided_by_what_they_hold(crawl, page):
    one, other = page(URL, b"<p>One."), page(URL, b"<p>Other.")
    (first,), *_ = crawl(a_warc=[one], b_warc=[other])
    (second,), *_ = crawl(a_warc=[other], b_warc=[one])
    assert first.content == second.content


def test_the_same_capture_twice_is_one_document(crawl, page):
    documents, rejected, _ = crawl(a_warc=[page(URL, PAGE)] * 2, b_warc=[page(URL, PAGE)])
    assert [document.place for document in documents] == ["a.warc#0"]
    assert rejected == []


@pytest.mark.parametrize(
    "bad",
    [
        {"status": "404 Not Found"},
        {"status": "301 Moved Permanently"},
        {"body": b""},
        {"body": b" \r\n"},
        {"http": (("Content-Type", "image/png"),)},
        {"http": (("Content-Type", "text/html"), ("Content-Encoding", "gzip")), "body": b"\1\2\3"},
        {"body": b"\0" * 100},
        {"WARC_Type": "revisit"},
    ],
)
def test_the_latest_good_capture_counts(crawl, page, bad):
    good = page(URL, PAGE, WARC_Date="2019-01-01T00:00:00Z")
    later = page(**{"url": URL, "body": b"<p>Later", "WARC_Date": "2021-01-01T00:00:00Z"} | bad)
    documents, rejected, told = crawl(x_warc=[good, later])
    assert [document.content for document in documents] == [PAGE]
    assert len(rejected) + len(told) == 1


def test_an_older_capture_comes_back_when_the_later_one_is_gone(crawl, page, tmp_path):
    older = page(URL, b"<p>Older", WARC_Date="2019-01-01T00:00:00Z")
    (later,), *_ = crawl(a_warc=[older], b_warc=[page(URL, b"<p>Later")])
    (tmp_path / "b.warc").unlink()
    (back,), *_ = crawl()
    assert (later.content, back.content, back.id) == (b"<p>Later", b"<p>Older", later.id)


@pytest.mark.parametrize(
    ("dates", "latest"),
    [
        (("2020-05-04T03:02:01Z", "2020-05-04T03:02:01.5Z"), 1),
        (("2020-05-04T03:02:01Z", "2020-05-04T03:30:00+02:00"), 0),
        (("2020", "2020-05-04T03:02:01Z"), 1),
        (("yesterday", "1999-05-04T03:02:01Z"), 1),
        (("0001-01-01T00:00:00+09:00", "1999-05-04T03:02:01Z"), 1),
        ((None, "1999-05-04T03:02:01Z"), 1),
        (("", "1999-05-04T03:02:01Z"), 1),
    ],
)
def test_times_of_every_precision_are_compared(crawl, page, dates, latest):
    for order in ((0, 1), (1, 0)):
        records = [page(URL, b"<p>%d" % number, WARC_Date=dates[number]) for number in order]
        (document,), *_ = crawl(x_warc=records)
        assert document.content == b"<p>%d" % latest


def test_a_page_fetched_again_and_the_same_is_unchanged(crawl, page):
    (first,), *_ = crawl(x_warc=[page(URL, PAGE)])
    (again,), *_ = crawl(x_warc=[page(URL, PAGE, (("Content-Type", "text/html; charset=utf-8"), ("Date", "x")), WARC_Date="2021-01-01T00:00:00Z")])  # fmt: skip
    (changed,), *_ = crawl(x_warc=[page(URL, PAGE + b"!")])
    assert first.source_hash == again.source_hash != changed.source_hash


def test_what_is_no_page_is_passed_over_and_counted(crawl, page, record):
    records = [
        page(URL, PAGE),
        record(b"software: x\r\n", WARC_Type="warcinfo", WARC_Target_URI=None),
        record(b"GET / HTTP/1.1\r\n\r\n", WARC_Type="request"),
        record(b"", WARC_Type="revisit"),
        record(b"1.2.3.4", WARC_Target_URI="dns:gull.example", Content_Type="text/dns"),
        record(PAGE, WARC_Type="resource", WARC_Target_URI="metadata://x/a", Content_Type="text/plain"),
        page("a.png", b"\x89PNG", (("Content-Type", "image/png"),)),
        page("a.js", b"x", (("Content-Type", "application/javascript"),)),
        page("untyped", b"\x89PNG", ()),
        page("robots.txt", b"User-agent: *", (("Content-Type", "text/plain"),)),
        page("gone.html", PAGE, status="410 Gone"),
        page("moved.html", PAGE, status="302 Found"),
        page("empty.html", b""),
    ]  # fmt: skip
    documents, rejected, told = crawl(x_warc=records)
    assert [document.source_id for document in documents] == [URL]
    assert rejected == []
    assert told == [
        "passed over in its web archives: empty: 1; of another type than HTML and plain text: 4; "
        "records of another kind than response and resource: 5; "
        "redirects and errors (status not 200): 2"
    ]


def test_a_folder_without_web_archives_tells_nothing(crawl):
    assert crawl(x_txt=b"The gull.")[2] == []


def test_pages_of_a_resource_record_and_plain_texts_are_read(crawl, page, record):
    documents, *_ = crawl(
        x_warc=[
            record(PAGE, WARC_Type="resource", Content_Type="text/html; charset=utf-8"),
            page("b.xhtml", PAGE, (("Content-Type", "application/xhtml+xml"),)),
            page("c.txt", b"The gull\nstole.", (("Content-Type", "Text/Plain"),)),
            page("d", PAGE, ()),
            page("e", PAGE, (), WARC_Identified_Payload_Type="text/html"),
        ]
    )
    assert [document.format for document in documents] == ["html", "html", "text", "html", "html"]
    assert documents[2].content == "The gull\nstole."


def test_what_the_transfer_did_to_a_page_is_undone(crawl, page):
    packed = gzip.compress(PAGE)
    body = b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)
    heads = (("Content-Type", "text/html"), ("Transfer-Encoding", "chunked"))
    documents, rejected, _ = crawl(
        x_warc=[
            page("a", body, (*heads, ("Content-Encoding", "gzip"))),
            page("b", brotli.compress(PAGE), (*heads[:1], ("content-encoding", "br"))),
        ]
    )
    assert [document.content for document in documents] == [PAGE, PAGE]
    assert rejected == []


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("windows-1251", "cp1251"),
        ("KOI8-R", "koi8-r"),
        ('"iso-8859-5"', "iso8859-5"),
        ("UTF-16LE", "utf-16-le"),
        ("x-mac-cyrillic", "mac-cyrillic"),
    ],
)
def test_the_encoding_in_the_http_head_is_heeded(crawl, page, charset, encoding):
    body = "<p>Чайка украла ключи.</p>"
    for type_, content in (("text/html", body), ("text/plain", "Чайка украла ключи.")):
        fields = (("Content-Type", f"{type_};charset={charset}"),)
        (document,), *_ = crawl(x_warc=[page(URL, content.encode(encoding), fields)])
        assert document.content == content


def test_a_page_in_utf8_is_not_spoilt_by_a_head_that_says_otherwise(crawl, page):
    body = "<p>Die Möwe</p>".encode()
    (document,), *_ = crawl(
        x_warc=[page(URL, body, (("Content-Type", "text/html; charset=latin1"),))]
    )
    assert document.content == body


def test_each_broken_page_is_rejected_with_its_place_and_the_rest_is_read(crawl, page, record):
    typed = (("Content-Type", "text/html"),)
    records = [
        page("gzip.html", gzip.compress(PAGE)[:-9], (*typed, ("Content-Encoding", "gzip"))),
        page("chunks.html", b"5\r\nab", (*typed, ("Transfer-Encoding", "chunked"))),
        page("zstd.html", b"\x28\xb5\x2f\xfd", (*typed, ("Content-Encoding", "zstd"))),
        page("nuls.html", bytes(1000)),
        page("nuls.txt", b"a\0b", (("Content-Type", "text/plain"),)),
        record(b"no response", WARC_Target_URI="https://gull.example/no.html"),
        page("https://gull.example/" + "a" * 3000, PAGE),
        page("short.html", PAGE, Content_Length=30),
        page("a.html", PAGE),
        page("cut.html", PAGE)[:-30],
    ]
    documents, rejected, told = crawl(x_warc=records)
    assert [document.source_id for document in documents] == [URL]
    offsets = list(itertools.accumulate(map(len, records), initial=0))
    assert [each.place for each in rejected] == [
        f"x.warc#{offset}" for number, offset in enumerate(offsets[:-1]) if number != 8
    ]
    for number, said in enumerate(
        ("ends too early", "chunks", "zstd", "not text", "not text", "HTTP response", "address",
         "Content-Length", "the file ends in the middle")
    ):  # fmt: skip
        assert said in rejected[number].reason
        assert "https://gull.example/" in rejected[number].reason
    assert told == []


def test_a_page_larger_than_a_document_may_be_is_rejected(crawl, page):
    large = page("large.html", b"<p>" + bytes(21_000_000))
    picture = page("large.png", bytes(21_000_000), (("Content-Type", "image/png"),))
    documents, rejected, told = crawl(x_warc=[large, picture, page(URL, PAGE)])
    assert len(documents) == 1
    assert "larger than 20 MB" in rejected[0].reason
    assert len(told) == 1


def test_a_file_that_is_no_warc_is_rejected_and_the_others_are_read(crawl, page):
    documents, rejected, _ = crawl(a_warc=b"<html>", b_warc_gz=b"", c_warc=[page(URL, PAGE)])
    assert [each.place for each in rejected] == ["a.warc", "b.warc.gz"]
    assert len(documents) == 1


def test_a_folder_with_nothing_that_can_be_opened_is_an_error_all_the_same(tmp_path):
    with pytest.raises(SourceError, match="no file that can be read"):
        list(read_source(tmp_path))


def test_pictures_inside_a_page_are_dropped(crawl, page):
    (document,), *_ = crawl(x_warc=[page(URL, PAGE + b";base64," + b"A" * 9999)])
    assert document.content == PAGE + b";base64,"


def test_a_large_archive_is_neither_held_in_memory_nor_slow(crawl, page, tmp_path):
    noise = random.Random(1)
    count = 300
    with gzip.open(tmp_path / "x.warc.gz", "wb", compresslevel=1) as file:
        for number in range(count):
            body = b"<p>" + noise.randbytes(50_000).hex().encode()
            file.write(page(f"{number}.html", body))
    began = time.process_time()
    tracemalloc.start()
    number = sum(1 for _ in read_source(tmp_path))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert number == count
    assert peak < 5_000_000  # of 30 MB
    assert time.process_time() - began < 30
