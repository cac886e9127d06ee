"""A search that takes too long says so, shows no number, and does not spoil the next one."""

import pytest

from webapp import search_page


@pytest.mark.parametrize("page", ["/search", "/api/v1/search", "/search.atom"])
def test_a_search_that_takes_too_long_says_so_and_never_shows_0(client, monkeypatch, page):
    with monkeypatch.context() as patched:
        patched.setattr(search_page, "SECONDS_OF_WORK", -1.0)
        answer = client.get(page, query_string={"q": f"never asked before {page}"})
    assert answer.status_code == 503
    assert "takes too long" in answer.get_data(as_text=True)
    assert "0 articles" not in answer.get_data(as_text=True)
    assert client.get(page, query_string={"q": f"never asked before {page}"}).status_code == 200
