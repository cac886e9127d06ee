"""What every answer carries, and what is refused before it is looked at."""

import pytest

from indexer.settings import Settings
from webapp.app import create_app

ADDRESSES = (
    "/",
    "/search?q=x",
    "/nothing",
    "/api/v1/search",
    "/api/v1/nothing",
    "/search.csv",
    "/static/pressmark.css",
    "/healthz",
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_forbids_what_pages_do_not_need(client, address):
    headers = client.get(address).headers
    policy = headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "localhost:8000@evil.example",
        "a<b>",
        "",
    ],
)
def test_an_unknown_host_is_refused(client, host):
    answer = client.get("/search?q=x", headers={"Host": host})
    assert answer.status_code == 400
    assert "Traceback" not in answer.text
    assert "<b>" not in answer.text


@pytest.mark.parametrize("host", ["localhost", "localhost:8123", "127.0.0.1:8000", "[::1]:8000"])
def test_the_hosts_of_this_machine_are_answered(client, host):
    assert client.get("/search?q=x", headers={"Host": host}).status_code == 200


def test_any_host_is_answered_where_the_settings_say_so(engine):
    app = create_app(engine, Settings(allowed_hosts=("*",)))
    assert app.test_client().get("/", headers={"Host": "archive.example"}).status_code == 200


FORWARDED = {
    "X-Forwarded-Host": "archive.example",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Prefix": "/news",
}


def test_forwarded_headers_are_not_looked_at(client):
    page = client.get("/documents/fire", headers=FORWARDED)
    assert "http://localhost/documents/fire/passages/" in page.text
    assert "archive.example" not in page.text


def test_forwarded_headers_of_a_trusted_proxy_are(engine):
    app = create_app(engine, Settings(allowed_hosts=("archive.example",), trusted_proxies=1))
    page = app.test_client().get("/documents/fire", headers=FORWARDED)
    assert "https://archive.example/news/documents/fire/passages/" in page.text
    assert 'href="/news/persons"' in page.text


@pytest.mark.parametrize(
    "prefix", ["//evil.example", "/\\evil.example", "https://evil.example", "/a//b"]
)
def test_a_prefix_that_is_no_path_leads_no_link_astray(engine, prefix):
    app = create_app(engine, Settings(trusted_proxies=1))
    page = app.test_client().get("/documents/fire", headers={"X-Forwarded-Prefix": prefix})
    assert 'href="/persons"' in page.text
    assert "evil.example" not in page.text


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
@pytest.mark.parametrize("address", ["/", "/search", "/documents/fire", "/api/v1/search"])
def test_pages_are_only_for_reading(client, method, address):
    answer = getattr(client, method)(address)
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]


def test_a_body_of_a_hundred_megabytes_is_refused_unread(client):
    answer = client.post("/search", environ_overrides={"CONTENT_LENGTH": str(100 * 2**20)})
    assert answer.status_code == 413


@pytest.mark.parametrize(
    "address",
    [
        "/static/../app.py",
        "/static/..%2fapp.py",
        "/static/%2e%2e%2fapp.py",
        "/static/",
        "/static/nope.css",
    ],
)
def test_static_gives_its_own_files_only(client, address):
    assert client.get(address).status_code == 404


def test_static_files_may_be_kept_because_their_address_changes(client):
    page = client.get("/").text
    address = page[page.index("/static/pressmark.css?v=") :].split('"')[0]
    answer = client.get(address)
    assert answer.status_code == 200
    assert "max-age=2592000" in answer.headers["Cache-Control"]
    assert client.get("/").headers["Cache-Control"] == "private, no-cache"


def test_an_unexpected_error_shows_nothing_of_its_inside(engine, caplog):
    app = create_app(engine, Settings())
    app.add_url_rule("/broken", "broken", lambda: 1 / 0)
    app.add_url_rule("/api/broken", "api_broken", lambda: 1 / 0)
    page = app.test_client().get("/broken?q=secret")
    assert page.status_code == 500
    assert "Something went wrong" in page.text
    assert "ZeroDivision" not in page.text
    assert "secret" not in caplog.text
    assert "/broken" in caplog.text
    problem = app.test_client().get("/api/broken")
    assert problem.status_code == 500
    assert problem.mimetype == "application/problem+json"


def test_no_page_sets_a_cookie(client):
    for address in ADDRESSES:
        assert "Set-Cookie" not in client.get(address).headers
