import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.reader.web_address import normal_url


@pytest.mark.parametrize(
    ("spelled", "normal"),
    [
        ("HTTP://Gull.Example", "http://gull.example/"),
        ("http://gull.example:80/", "http://gull.example/"),
        ("https://gull.example:443/a", "https://gull.example/a"),
        ("https://gull.example:8443/a", "https://gull.example:8443/a"),
        ("http://gull.example/#top", "http://gull.example/"),
        ("http://user:secret@gull.example./a", "http://gull.example/a"),
        ("http://gull.example/a/./b/../c", "http://gull.example/a/c"),
        ("http://gull.example/a/b/..", "http://gull.example/a/"),
        ("http://gull.example/../..", "http://gull.example/"),
        ("http://gull.example/%7ea%2fb%c3%a9", "http://gull.example/~a%2Fb%C3%A9"),
        ("http://gull.example/é b", "http://gull.example/%C3%A9%20b"),
        ("http://gull.example/100%", "http://gull.example/100%25"),
        ("http://gull.example/?B=2&a=1", "http://gull.example/?B=2&a=1"),
        ("http://gull.example?", "http://gull.example/"),
        ("http://gull.example//a/", "http://gull.example//a/"),
        ("  http://gull.example/a ", "http://gull.example/a"),
        ("http://möwe.example/", "http://xn--mwe-sna.example/"),
        ("http://[::1]:8080/a", "http://[::1]:8080/a"),
    ],
)
def test_an_address_has_one_spelling(spelled, normal):
    assert normal_url(spelled) == normal


@pytest.mark.parametrize(
    "text",
    [
        *("", "gull.example/a", "ftp://gull.example/", "dns:gull.example", "javascript:alert(1)"),
        *("http://", "http://[", "http://gull.example:port/", "http://gull.example:99999/"),
        *("http://gu ll.example/", "http://<b>/", "http://é" + "é" * 300 + "/", "http://.../"),
        *("http://gull.example/" + "a" * 2000, "urn:uuid:1", "http://\ud800.example/"),
    ],
)
def test_what_is_no_usable_address_is_none(text):
    assert normal_url(text) is None


@given(st.text(max_size=50), st.text(max_size=50))
def test_a_normal_address_stays_as_it_is(path, query):
    normal = normal_url(f"http://gull.example/{path}?{query}")
    assert normal is None or (normal_url(normal) == normal and normal.isascii())
