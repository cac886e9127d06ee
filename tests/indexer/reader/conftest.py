"""WARC files as crawlers write them, and as they break."""

import gzip

import pytest

PAGE = (("Content-Type", "text/html; charset=utf-8"),)


@pytest.fixture
def response():
    """An HTTP response, as a record holds it: body, fields of its head, status."""

    def make(body, fields=PAGE, status="200 OK"):
        lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in fields), "", ""]
        return "\r\n".join(lines).encode("latin-1") + body

    return make


@pytest.fixture
def record():
    """A WARC record around a block; every field of its head can be given, None leaves it out."""

    def make(block, **fields):
        fields = {
            "WARC_Type": "response",
            "WARC_Target_URI": "https://gull.example/a.html",
            "WARC_Date": "2020-05-04T03:02:01Z",
            "Content_Type": "application/http; msgtype=response",
            "Content_Length": len(block),
        } | fields
        said = {name: value for name, value in fields.items() if value is not None}
        lines = ["WARC/1.0"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in said.items()]
        return "\r\n".join([*lines, "", ""]).encode() + block + b"\r\n\r\n"

    return make


@pytest.fixture
def page(record, response):
    """A record of a page: its address, its body, and what is unusual about its heads."""

    def make(url, body, http=PAGE, status="200 OK", **fields):
        url = url if "://" in url or ":" in url else f"https://gull.example/{url}"
        return record(response(body, http, status), WARC_Target_URI=url, **fields)

    return make


@pytest.fixture(params=["plain", "a member a record", "one member"])
def packed(request):
    """A way to put records into a file."""
    return {
        "plain": b"".join,
        "a member a record": lambda records: b"".join(map(gzip.compress, records)),
        "one member": lambda records: gzip.compress(b"".join(records)),
    }[request.param]
