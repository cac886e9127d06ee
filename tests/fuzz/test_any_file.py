"""Whatever bytes a file holds, the reader gives documents or says why not; and so does the cleaner."""

import gzip
import io
import json
import tempfile
import zipfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.cleaner import clean
from indexer.errors import PressmarkError
from indexer.model import RawDocument, Rejected
from indexer.reader import read_source

EXAMPLES = settings(max_examples=120, deadline=None)

PAGE = b"<html><title>Boat</title><p>The boat was late again, and nobody could say why.</p></html>"
HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + PAGE
RECORD = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://wave.example/boat\r\n"
    b"WARC-Date: 2016-06-07T08:33:35Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
    b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n" % len(HTTP)
) + (HTTP + b"\r\n\r\n")
MESSAGE = (
    b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://wave.example/boat\r\n"
    b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b1"\r\n\r\n--b1\r\n'
    b"Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
    b"Content-Location: https://wave.example/boat\r\n\r\n" + PAGE + b"\r\n--b1--\r\n"
)
LINES = b"".join(
    json.dumps(
        {"id": f"b{number}", "text": "The boat was late.\nSo was I.", "title": "Boat"}
    ).encode()
    + b"\n"
    for number in range(3)
)
TABLE = b'id,title,text\n1,Boat,"The boat was late, and so\nwas I."\n2,Quay,Nobody came.\n'


def _zip() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a/boat.html", PAGE)
        archive.writestr("boat.txt", "The boat was late.")
    return packed.getvalue()


SEEDS = {
    ".html": PAGE,
    ".txt": "Boat\n\nThe boat was late – again.\nSo was I.\n".encode(),
    ".jsonl": LINES,
    ".csv": TABLE,
    ".warc": RECORD * 2,
    ".warc.gz": gzip.compress(RECORD) * 2,
    ".mhtml": MESSAGE,
    ".zip": _zip(),
    ".jsonl.gz": gzip.compress(LINES),
}

# Where (a share of the file), how many bytes go, and what comes in their place.
CHANGES = st.lists(
    st.tuples(
        st.floats(0, 1),
        st.integers(0, 40),
        st.one_of(
            st.binary(max_size=12),
            st.sampled_from(
                (b"\r\n", b"\n\n", b"\x00", b"WARC/1.0\r\n", b"--b1\r\n", b'"', b"\xff")
            ),
            st.integers(-5, 10**12).map(lambda number: f"Content-Length: {number}\r\n".encode()),
        ),
    ),
    max_size=6,
)


@EXAMPLES
@given(st.sampled_from(sorted(SEEDS)), CHANGES)
def test_a_broken_file_gives_documents_or_says_why_not(ending, changes):
    data = SEEDS[ending]
    for share, length, instead in changes:
        start = round(share * len(data))
        data = data[:start] + instead + data[start + length :]
    found = judged(ending, data)
    if data == SEEDS[ending]:
        assert any(isinstance(each, RawDocument) for each in found)


@EXAMPLES
@given(st.sampled_from(sorted(SEEDS)), st.binary(max_size=200))
def test_bytes_that_are_no_such_file_stop_nothing(ending, data):
    judged(ending, data)


def judged(ending: str, data: bytes) -> list[RawDocument | Rejected]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"boat{ending}")
        path.write_bytes(data)
        try:
            found = list(read_source(path))
        except PressmarkError:
            return []
        assert list(read_source(path)) == found, "another answer the second time"
    for each in found:
        if isinstance(each, Rejected):
            assert each.reason
            assert each.place
        else:
            clean(each)
    return found
