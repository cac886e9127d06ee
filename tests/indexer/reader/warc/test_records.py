import gzip
import io
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.warcwriter import WARCWriter

from indexer.errors import InputError
from indexer.reader.limits import MAXIMUM_BROKEN_RECORDS, MAXIMUM_DOCUMENT, MAXIMUM_HEAD
from indexer.reader.warc import Broken, Record, read_records

MOST = 300_000_000


def read(data, most=MOST):
    return list(read_records(io.BufferedReader(io.BytesIO(data)), most))


def urls(found):
    return [each.url for each in found if isinstance(each, Record)]


def broken(found):
    return [(each.url, each.reason) for each in found if isinstance(each, Broken)]


@pytest.fixture
def six(page):
    return [page(f"{number}.html", b"<p>%d" % number * 50) for number in range(6)]


def address(number):
    return f"https://gull.example/{number}.html"


ALL = [address(number) for number in range(6)]
BUT_TWO = [address(number) for number in (0, 1, 3, 4, 5)]


def test_every_record_comes_out_however_the_file_is_packed(six, packed):
    found = read(packed(six))
    assert urls(found) == ALL
    assert [record.http()[1] for record in found] == [b"<p>%d" % n * 50 for n in range(6)]
    assert broken(found) == []


def test_what_the_library_of_the_web_archives_writes_is_read():
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=True)
    writer.write_record(writer.create_warcinfo_record("x.warc.gz", {"software": "a crawler"}))
    writer.write_record(
        writer.create_warc_record(
            "https://gull.example/",
            "resource",
            io.BytesIO(b"<p>The gull"),
            length=11,
            warc_content_type="text/html",
        )
    )
    info, page = read(file.getvalue())
    assert (info.field("WARC-Type"), page.field("WARC-Type")) == ("warcinfo", "resource")
    assert (page.url, page.block, page.size) == ("https://gull.example/", b"<p>The gull", 11)


def test_the_place_of_a_record_is_where_other_programs_find_it(six):
    plain = read(b"".join(six))
    assert [int(record.offset) for record in plain] == [
        sum(map(len, six[:number])) for number in range(6)
    ]
    members = list(map(gzip.compress, six))
    assert [int(record.offset) for record in read(b"".join(members))] == [
        sum(map(len, members[:number])) for number in range(6)
    ]
    whole = read(gzip.compress(b"".join(six)))
    assert whole[2].offset == f"0+{len(six[0]) + len(six[1])}"


def test_the_brackets_that_wget_writes_around_an_address_go(record):
    (found,) = read(record(b"x", WARC_Target_URI="<https://gull.example/>"))
    assert found.url == "https://gull.example/"


def test_a_file_that_is_cut_off_has_one_broken_record_and_says_so(six, packed):
    data = packed(six)
    for length in range(len(data) - len(data) // 8, len(data) - 8, 7):
        found = read(data[:length])
        assert urls(found) == ALL[: len(urls(found))]
        reasons = [reason for _, reason in broken(found)]
        assert len(reasons) <= 1  # 0: where one member ends and none has begun
        assert all("the file ends in the middle of it" in reason for reason in reasons)


def test_a_cut_in_the_middle_of_a_page_names_the_page(six, packed):
    found = read(packed([*six[:2], six[2][:-60]]))
    assert urls(found) == ALL[:2]
    assert broken(found) == [(ALL[2], "the file ends in the middle of it; get the file again")]


@pytest.mark.parametrize("byte", [40, 90, 150, -30, -9])
def test_with_a_damaged_member_one_record_is_lost_and_named(six, byte):
    members = [gzip.compress(record) for record in six]
    damaged = bytearray(members[2])
    damaged[byte] ^= 0xFF
    found = read(b"".join([*members[:2], bytes(damaged), *members[3:]]))
    assert urls(found) == BUT_TWO
    ((_, reason),) = broken(found)
    assert "damaged" in reason
    (place,) = [each.offset for each in found if isinstance(each, Broken)]
    assert place.partition("+")[0] == str(len(members[0]) + len(members[1]))


def test_the_head_of_a_record_that_is_damaged_further_down_says_which_it_was(page):
    body = random.Random(3).randbytes(200_000).hex().encode()
    large = bytearray(gzip.compress(page("large.html", body)))
    large[len(large) // 2] ^= 0xFF
    small = gzip.compress(page("small.html", b"<p>x"))
    found = read(small + bytes(large) + small)
    assert urls(found) == ["https://gull.example/small.html"] * 2
    ((url, reason),) = broken(found)
    assert url == "https://gull.example/large.html"
    assert "damaged" in reason


def test_two_damaged_members_in_a_row_are_both_named(six):
    members = [bytearray(gzip.compress(record)) for record in six]
    for number in (2, 3):
        members[number][-6] ^= 0xFF  # the checksum
    found = read(b"".join(members))
    assert urls(found) == [ALL[0], ALL[1], ALL[4], ALL[5]]
    assert [url for url, _ in broken(found)] == [ALL[2], ALL[3]]


@pytest.mark.parametrize("length", [20, 100, 10**3, 10**9, 10**14])
def test_a_wrong_length_costs_one_record(page, six, packed, length):
    six[2] = page("2.html", b"<p>2" * 50, Content_Length=length)
    found = read(packed(six))
    assert urls(found) == BUT_TWO
    ((url, reason),) = broken(found)
    assert url == ALL[2]
    assert "Content-Length is wrong" in reason


@pytest.mark.parametrize("length", ["", "-5", "many", "9" * 30, None])
def test_an_unusable_length_costs_one_record(page, six, packed, length):
    six[2] = page("2.html", b"<p>2", Content_Length=length)
    found = read(packed(six))
    assert urls(found) == BUT_TWO
    assert broken(found) == [(ALL[2], "it has no usable length")]


def test_garbage_between_records_is_named_once(six, packed):
    found = read(packed([*six[:3], b"garbage\r\n\r\nand more of it\r\n", *six[3:]]))
    assert urls(found) == ALL
    assert [reason for _, reason in broken(found)] == ["no WARC record begins here"]


def test_more_or_fewer_blank_lines_between_records_do_not_matter(six, packed):
    assert urls(read(packed([record.rstrip() for record in six]))) == ALL
    assert urls(read(packed([b"\r\n" * 9 + record for record in six]))) == ALL


def test_zeros_behind_the_last_member_are_padding(six):
    assert broken(read(b"".join(map(gzip.compress, six)) + bytes(100_000))) == []


@pytest.mark.parametrize("data", [b"", b"\n", b"<html>", b"PK\3\4", b"WARC-Type: response\r\n"])
def test_a_file_that_is_no_warc_is_an_error(data):
    with pytest.raises(InputError, match="not a WARC file"):
        read(data)
    with pytest.raises(InputError, match="not a WARC file"):
        read(gzip.compress(data))


def test_a_version_that_nobody_knows_is_named(six):
    found = read(b"WARC/7.0\r\nContent-Length: 0\r\n\r\n\r\n" + six[0])
    assert urls(found) == ALL[:1]
    assert broken(found) == [("", "no WARC record begins here")]


def test_a_head_without_an_end_is_no_record(six):
    endless = b"WARC/1.0\r\n" + b"X: y\r\n" * MAXIMUM_HEAD
    found = read(b"".join([six[0], endless, six[1]]))
    assert urls(found) == ALL[:2]
    assert "head is larger" in broken(found)[0][1]
    one_line = b"WARC/1.0\r\nX: " + b"y" * MAXIMUM_HEAD * 2
    assert urls(read(b"".join([six[0], one_line, b"\n", six[1]]))) == ALL[:2]


def test_of_a_large_block_only_the_beginning_is_held(record, six):
    size = MAXIMUM_DOCUMENT + 100_000
    large, small = read(record(bytes(size)) + six[0])
    assert (large.size, len(large.block)) == (size, MAXIMUM_DOCUMENT)
    assert small.url == ALL[0]


def test_a_large_block_that_is_cut_off_or_whose_length_is_wrong_is_named(record, six):
    size = MAXIMUM_DOCUMENT + 100_000
    large = record(bytes(size), WARC_Target_URI=ALL[5])
    assert "the file ends" in broken(read(large[:-50_000]))[0][1]
    longer = record(bytes(size), WARC_Target_URI=ALL[5], Content_Length=size - 10)
    found = read(longer + six[0])
    assert (urls(found), broken(found)[0][0]) == (ALL[:1], ALL[5])


def test_a_bomb_is_an_error(record):
    bomb = gzip.compress(record(bytes(5_000_000), WARC_Type="metadata"))
    with pytest.raises(InputError, match="unpacks to more than"):
        read(bomb * 10, most=20_000_000)


def test_a_file_that_is_broken_all_over_comes_to_an_end(record):
    one = record(b"", Content_Length=5000)
    with pytest.raises(InputError, match="more than 1000 records are broken"):
        read(one * (MAXIMUM_BROKEN_RECORDS * 2))


def test_the_http_head_of_a_block_is_read_with_its_faults(record, response):
    (found,) = read(record(response(b"x", [("X", "caf\xe9"), ("Content-Type", "text/html")])))
    head, body = found.http()
    assert (head.get_statuscode(), head.get_header("content-type"), body) == (
        *("200", "text/html"),
        b"x",
    )
    (newer,) = read(record(b"HTTP/2 404\r\n\r\n"))
    assert newer.http()[0].get_statuscode() == "404"


@pytest.mark.parametrize("block", [b"", b"<html>", b"\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n"])
def test_a_block_that_is_no_response_is_an_error(record, block):
    (found,) = read(record(block))
    with pytest.raises(InputError, match="HTTP response"):
        found.http()


def test_an_endless_http_head_is_an_error(record):
    (found,) = read(record(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * MAXIMUM_HEAD))
    with pytest.raises(InputError, match="HTTP head is larger"):
        found.http()


@settings(deadline=None, max_examples=150)
@given(st.data())
def test_whatever_is_damaged_reading_ends_and_names_it_or_yields_all(data):
    block = b"HTTP/1.1 200 OK\r\n\r\n<p>The gull\r\n"
    records = [
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://g.example/%d\r\n"
        b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (number, len(block), block)
        for number in range(5)
    ]
    is_packed = data.draw(st.booleans())
    whole = bytearray(b"".join(map(gzip.compress, records) if is_packed else records))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(10, len(whole) - 1))
        if data.draw(st.booleans()):
            whole[at] = data.draw(st.integers(0, 255))
        else:
            del whole[at : at + data.draw(st.integers(1, 200))]
    found = read(bytes(whole))
    untouched = {each.url for each in found if isinstance(each, Record)}
    lost = {f"http://g.example/{number}" for number in range(5)} - untouched
    if lost and is_packed:
        # A cut that falls together with the end of a member cannot be seen.
        assert broken(found) or len(whole) < sum(len(gzip.compress(each)) for each in records)


def test_short_members_that_are_all_damaged_are_all_named(record):
    member = bytearray(gzip.compress(record(b"", WARC_Type=None, WARC_Date=None)))
    member[-5] ^= 0xFF
    found = read(bytes(member) * 50)
    assert len(found) == len(broken(found)) == 50
