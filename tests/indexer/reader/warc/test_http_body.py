import gzip
import tracemalloc
import zlib

import brotli
import pytest

from indexer.errors import InputError
from indexer.reader.limits import MAXIMUM_DOCUMENT
from indexer.reader.warc import decode_body

PAGE = b"<p>The gull stole the keys of the harbour master.</p>" * 20


def chunked(body, size=100, extension=b""):
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x%s\r\n%s\r\n" % (len(p), extension, p) for p in pieces) + b"0\r\n\r\n"


def raw_deflate(data):
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


PACKED = {
    "gzip": gzip.compress,
    "X-GZIP": gzip.compress,
    "deflate": zlib.compress,
    "Deflate": raw_deflate,
    "br": brotli.compress,
}


@pytest.mark.parametrize("encoding", PACKED)
@pytest.mark.parametrize("transfer", ["", "chunked"])
def test_what_http_packed_is_unpacked(encoding, transfer):
    body = PACKED[encoding](PAGE)
    body = chunked(body) if transfer else body
    assert decode_body(body, transfer, encoding) == PAGE


@pytest.mark.parametrize("encoding", ["", "identity", "none", "utf-8", " , "])
def test_what_was_not_packed_stays(encoding):
    assert decode_body(PAGE, "", encoding) == PAGE


def test_several_ways_of_packing_are_undone_last_first():
    assert decode_body(gzip.compress(zlib.compress(PAGE)), "", "deflate, gzip") == PAGE


def test_chunks_may_have_extensions_and_trailers():
    assert decode_body(chunked(PAGE, 7, b"; a=b"), "Chunked", "") == PAGE
    assert decode_body(chunked(PAGE)[:-2] + b"X-Sum: 1\r\n\r\n", "chunked", "") == PAGE
    assert decode_body(b"3\nabc\n0\n", "chunked", "") == b"abc"


def test_a_gzip_of_several_members_is_one_page_and_what_follows_is_none_of_it():
    body = gzip.compress(PAGE) + gzip.compress(b"<p>more") + b"padding"
    assert decode_body(body, "", "gzip") == PAGE + b"<p>more"


@pytest.mark.parametrize("transfer", ["", "chunked"])
@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd"])
def test_what_the_crawler_undid_already_is_taken_as_it_is(transfer, encoding):
    assert decode_body(PAGE, transfer, encoding) == PAGE
    assert decode_body(b"\xef\xbb\xbf\n <!doctype html>" + PAGE, transfer, encoding).endswith(PAGE)
    assert decode_body(b"", transfer, encoding) == b""


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br"])
def test_a_lie_about_the_packing_is_an_error(encoding):
    with pytest.raises(InputError, match=rf"not what its Content-Encoding says \({encoding}"):
        decode_body(b"\x93\x94 plainly something else" * 9, "", encoding)


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br"])
def test_what_ends_too_early_is_an_error(encoding):
    for cut in (1, 9, 20):
        with pytest.raises(InputError, match="it ends too early"):
            decode_body(PACKED[encoding](PAGE)[:-cut], "", encoding)


def test_a_page_packed_in_an_unknown_way_says_which():
    with pytest.raises(InputError, match=r"cannot be undone .*'zstd'"):
        decode_body(b"\x28\xb5\x2f\xfd", "", "zstd")


@pytest.mark.parametrize(
    ("body", "where"),
    [
        (chunked(PAGE)[:-150], "cut off"),
        (chunked(PAGE)[:-5], "cut off"),
        (b"5\r\nabcdezz\r\nrest", "at byte 8"),
        (b"ffffffff\r\nabc", "cut off"),
    ],
)
def test_broken_chunks_are_an_error_that_says_where(body, where):
    with pytest.raises(InputError, match=f"chunks cannot be put together .*{where}"):
        decode_body(body, "chunked", "")


def test_packed_many_times_over_is_an_error():
    with pytest.raises(InputError, match="packed 4 times over"):
        decode_body(PAGE, "", "gzip, gzip, gzip, gzip")
    with pytest.raises(InputError, match="more than 100 gzip members"):
        decode_body(gzip.compress(b"") * 101, "", "gzip")


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br"])
def test_a_bomb_is_an_error_before_it_fills_the_memory(encoding):
    zeros = bytes(10 * MAXIMUM_DOCUMENT)
    bomb = brotli.compress(zeros, quality=1) if encoding == "br" else PACKED[encoding](zeros)
    tracemalloc.start()
    with pytest.raises(InputError, match="larger than 20 MB"):
        decode_body(bomb, "", encoding)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 6 * MAXIMUM_DOCUMENT


def test_a_page_that_is_too_large_as_it_is_is_an_error():
    with pytest.raises(InputError, match="larger than 20 MB"):
        decode_body(bytes(MAXIMUM_DOCUMENT + 1), "", "")
