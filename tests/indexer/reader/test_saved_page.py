import time

import pytest

from indexer.reader.saved_page import saved_from, without_pictures

PICTURE = "iVBORw0KGgo" * 200 + "=="
URL = "https://gull.example/a.html"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            f'<p>A<img src="data:image/png;base64,{PICTURE}">B',
            '<p>A<img src="data:image/png;base64,">B',
        ),
        (f"<img src=data:image/gif;base64,{PICTURE}><p>B", "<img src=data:image/gif;base64,><p>B"),
        (f"x{{src:url(data:font/woff2;base64,{PICTURE})}}", "x{src:url(data:font/woff2;base64,)}"),
    ],
)
def test_the_data_of_a_picture_go_and_nothing_else(before, after):
    assert without_pictures(before) == after
    assert without_pictures(before.encode("latin-1")) == after.encode("latin-1")


@pytest.mark.parametrize(
    "page", ["<p>;base64, is how they begin", "<p>data:text/plain;base64,SGVsbG8=", "<p>ABCD" * 500]
)
def test_what_is_short_enough_to_be_read_stays(page):
    assert without_pictures(page) == page
    assert without_pictures(page.encode()) == page.encode()


@pytest.mark.parametrize(
    "page",
    [
        ";base64," * 1_000_000,
        ";base64," + "A" * 20_000_000,
        (";base64," + "A" * 999 + " ") * 10_000,
        '<img src="data:image/png;base64,' + "A" * 2_000_000 + '">' * 8,
    ],
)
def test_pictures_are_dropped_in_linear_time(page):
    began = time.process_time()
    without_pictures(page)
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- saved from url=(0027)https://gull.example/a.html -->",
        "<!doctype html>\r\n<!-- saved from url=(0027)https://gull.example/a.html#top --><html>",
        "<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: "
        "https://gull.example/a.html \n saved date: Mon May 04 2020 03:02:01 GMT+0200\n-->",
        "<!-- Saved from https://gull.example/a.html at 2020-05-04T03:02:01Z using monolith v2 -->",
        '<html><head><meta name="savepage-url" content="https://gull.example/a.html">',
    ],
)
def test_the_address_that_a_browser_wrote_into_a_page_is_found(comment):
    page = comment + "<p>The gull"
    assert saved_from(page) == saved_from(page.encode()) == URL


def test_a_mirror_names_addresses_without_their_scheme():
    page = "<html><!-- Mirrored from gull.example/a.html by HTTrack Website Copier/3.x -->"
    assert saved_from(page) == "http://gull.example/a.html"


@pytest.mark.parametrize(
    "page",
    [
        "<p>saved from https://gull.example/",
        "<!-- saved from url=(0014)about:internet -->",
        "<!-- saved from url=(0016)file:///tmp/a.html -->",
        " " * 20_000 + "<!-- saved from url=(0027)https://gull.example/a.html -->",
        b"\xff\xfe\x00",
        "",
    ],
)
def test_a_page_that_does_not_say_where_it_is_from_has_no_address(page):
    assert saved_from(page) is None
