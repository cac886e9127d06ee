import pytest

from indexer.cleaner.decode import decode


def test_text_is_left_as_it_is():
    assert decode("Fähre", is_html=False) == "Fähre"


def test_utf_8_is_tried_first_and_its_mark_dropped():
    assert decode("\ufeffFähre".encode(), is_html=True) == "Fähre"


@pytest.mark.parametrize("encoding", ["windows-1252", "iso-8859-2", "windows-1256", "koi8-r"])
def test_a_page_says_in_which_encoding_it_is(encoding):
    word = {"windows-1256": "النهر", "koi8-r": "Река"}.get(encoding, "Fähre")
    page = f'<html><head><meta charset="{encoding}"></head><body>{word}</body></html>'
    assert word in decode(page.encode(encoding), is_html=True)


def test_bytes_that_fit_no_declared_encoding_lose_no_ascii():
    page = b'<meta charset="utf-8"><p>The mill \xff\xfe\x81 burned</p>'
    assert "The mill" in decode(page, is_html=True)
    assert "burned" in decode(page, is_html=True)


def test_an_unknown_encoding_does_not_stop_the_reading():
    page = b'<meta charset="klingon-8"><p>caf\xe9</p>'
    assert "caf" in decode(page, is_html=True)


def test_half_of_a_surrogate_pair_is_no_character():
    assert decode("Fähre \ud800 spät", is_html=True) == "Fähre \ufffd spät"


def test_a_broken_page_warns_nobody(caplog):
    page = b'<meta charset="utf-8"><p>The mill \xff\xfe\x81 burned</p>'
    assert "mill" in decode(page, is_html=True)
    assert caplog.records == []
