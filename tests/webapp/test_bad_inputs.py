"""Nothing that anybody types, links to or publishes breaks a page, or the next one."""

import json
import time
from urllib.parse import quote

import pytest
from lxml import etree

PAGES = (
    "/search",
    "/search/person",
    "/documents/fire",
    "/api/v1/search",
    "/search.atom",
    "/search.csv",
)

QUERIES = {
    "empty": "",
    "spaces": "   ",
    "zero width space": "\u200b",
    "a word of 40 kB": "w" * 40_000,
    "five thousand words": "word " * 5000,
    **{pattern: pattern for pattern in ("*a*", "a*", "?*?*", "*", "id:*", "~9", "*:*")},
    "slop": '"a b"~100000',
    "a phrase of fifty words": '"' + " ".join(f"w{n}" for n in range(50)) + '"',
    "a thousand ORs": " OR ".join(f"w{n}" for n in range(1000)),
    "five thousand brackets": "(" * 5000,
    "two hundred nested brackets": "(" * 200 + "a" + ")" * 200,
    "a thousand and one quotation marks": '"' * 1001,
    **{text: text for text in ("NOT NOT a", "AND", "a OR", "NOT", "-", "--", "()", ")(")},
    "an open quotation": '"open',
    "a text range": "[a TO z]",
    "a regular expression": "/re.*/",
    "a bad day": "date:2019-02-30",
    "an unknown field": "colour:red",
    "a private field": "_stored:x",
    "a field's field": "title:person:source:x",
    "a weight": "a^nan",
    "NUL": "a\x00b",
    "control characters": "a\r\nSet-Cookie: x\x1b[31m",
    "bidi marks": "\u202eharbour\u202c",
    "zalgo": "h" + "\u0301" * 200,
    "NFC": "caf\u00e9",
    "NFD": "cafe\u0301",
    "Chinese": "港口火灾",
    "emoji": "🚢🔥",
    "Arabic": "حريق الميناء",
    "markup": '<script>alert(1)</script>"><img src=x>',
    "a template": "{{7*7}}{% raw %}",
    "noncharacters": "\ufffe\uffff",
}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES.keys())
def test_no_query_breaks_a_page_or_the_next(client, markup_faults, page, query):
    started = time.perf_counter()
    answer = client.get(page, query_string={"q": query})
    assert time.perf_counter() - started < 2
    _assert_sound(answer, markup_faults)
    assert client.get("/search?q=harbour").status_code == 200


RAW_ADDRESSES = (
    "/search?q=%ff%fe%80",
    "/search?q=%00",
    "/search?q=%ED%A0%80",
    "/search?q=a&q=b",
    "/search?q[]=x",
    "/search?q[$ne]=x&__proto__[x]=1",
    "/search?&&&=&=x&%",
    *(
        f"/search?q=harbour&page={bad}"
        for bad in ("0", "-1", "1e3", "1000000000", "9" * 5000, "%EF%BC%93", "NaN", "1;2")
    ),
    "/search?size=100000",
    "/search?sort=__class__",
    "/search?from=2019-02-30&to=2019-02-31",
    "/search?from=2019&to=2018",
    "/search?from=0000&to=9999",
    "/search?year=0001&year=9999",
    "/search?" + "&".join(f"source=paper{n}" for n in range(500)),
    "/search?colour=red",
    "/search?source=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
    "/search?person=%22%3E%3Cscript%3E&all-person=..%2F&not-person=%00",
    "/search?language=%3Cb%3E&dated=x&match=x&in=x&byline=%22%3E",
    "/persons?q=%3Cscript%3E&sort=x&page=-4",
    "/persons?q=" + "a" * 5000,
    "/search/year?list-page=99999999999&order=x&find=%22%3E%3Cb%3E",
    "/documents/fire?view=__class__&passage=%22%3E%3Cscript%3E&was=%3Cb%3E&quote=%3Ci%3E&in=x",
    "/documents/" + "a" * 10_000,
    *(
        f"/documents/{quote(bad, safe='')}"
        for bad in ("../../etc/passwd", "..", "\r\nX: y", "<script>", "\x00", "%2e%2e%2f", "a/b")
    ),
    "/documents/../../../etc/passwd",
    "/documents/fire/passages/" + "p" * 10_000,
    "/documents/fire/passages/..%2f..%2fx?quote=" + "w+" * 3000,
    "/documents/fire/passages/%3Cscript%3E?quote=%3Cscript%3E",
    "/persons/" + quote("<script>alert(1)</script>", safe=""),
    "/persons/..%2f..%2fetc",
    "/static/../app.py",
    "/static/..%2fapp.py",
    "/static/%2e%2e/app.py",
    "/static/templates/../../app.py",
    "//evil.example/search",
    "/search//",
    "/\\evil.example",
    "/api/v1/nothing",
    "/api/v1/documents/..%2f",
    "/api/v1/persons?page=x",
    "/api/v1/suggest?q=" + "x" * 3000,
    "/documents/fire.exe",
    "/search.exe",
    "/documents/nope.bib",
    "/documents/fire.bib?passage=%3Cscript%3E",
)


@pytest.mark.parametrize("address", RAW_ADDRESSES, ids=lambda address: address[:60])
def test_no_address_breaks_a_page_or_the_next(client, markup_faults, address):
    answer = client.get(address)
    _assert_sound(answer, markup_faults)
    if answer.location:
        assert answer.location.startswith("/")
        assert not answer.location.startswith("//")
    assert client.get("/search?q=harbour").status_code == 200


PAGES_WITH_HOSTILE_VALUES = (
    "/",
    "/search",
    "/search?q=wrecked",
    "/search?q=wrecked&in=removed",
    "/search?source=%22%3E%3Cscript%3Ealert(2)%3C/script%3E",
    "/search/source",
    "/search/person",
    "/documents/hostile",
    "/documents/hostile?q=wrecked",
    "/documents/hostile?view=removed",
    "/documents/hostile?view=original",
    "/documents/lost",
    "/persons",
    "/persons?q=script",
)


@pytest.mark.parametrize("address", PAGES_WITH_HOSTILE_VALUES)
def test_what_is_published_never_becomes_markup(client, markup_faults, address):
    answer = client.get(address)
    _assert_sound(answer, markup_faults)
    for raw in ("<script>alert", "<img src=x", "</title><mark>x", "<i>nobody", ">49<", "<b>story"):
        assert raw not in answer.text


def test_every_passage_link_and_person_link_of_a_hostile_article_works(
    client, markup_faults, links_of
):
    page = client.get("/documents/hostile?q=wrecked")
    own = [link for link in links_of(page.text) if link.startswith(("/", "http://localhost/"))]
    assert len(own) > 8
    for link in own:
        answer = client.get(link, follow_redirects=True)
        assert answer.status_code == 200, link
        if answer.mimetype == "text/html":
            assert markup_faults(answer.text) == []


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/search?q=harbour",
        "/persons",
        "/persons/ida-lund",
        "/documents/fire?q=fire",
        "/search/person?q=harbour",
    ],
)
def test_no_link_of_a_page_is_dead(client, links_of, address):
    for link in dict.fromkeys(links_of(client.get(address).text)):
        if link.startswith(("/", "http://localhost/")):
            assert client.get(link, follow_redirects=True).status_code == 200, link


def test_the_atom_feed_of_hostile_articles_is_xml(client):
    feed = etree.fromstring(client.get("/search.atom").data)
    titles = feed.xpath("//*[local-name()='entry']/*[local-name()='title']/text()")
    assert any(title.startswith("<script>") for title in titles)


def _assert_sound(answer, markup_faults):
    assert answer.status_code < 500
    assert "Traceback" not in answer.text
    assert "\r" not in (answer.location or "")
    if answer.mimetype == "text/html":
        assert markup_faults(answer.text) == [] or "Redirecting" in answer.text
    elif answer.mimetype in {"application/json", "application/problem+json"}:
        json.loads(answer.text)
