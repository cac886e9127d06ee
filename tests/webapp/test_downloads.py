"""What can be taken away holds every hit, is safe to open, and says what it is."""

import csv
import io
import json

import pytest
from lxml import etree

from indexer.settings import Settings
from webapp.app import create_app


def test_a_csv_has_every_hit_of_the_search_whatever_the_page(client):
    answer = client.get("/search.csv?q=harbour&page=2")
    assert answer.mimetype == "text/csv"
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert len(rows) == client.get("/api/v1/search?q=harbour").get_json()["total"]
    fire = next(row for row in rows if row["id"] == "fire")
    assert fire["persons"] == "Ida Lund; Per Holm"
    assert fire["link"] == "http://localhost/documents/fire"


@pytest.mark.parametrize(
    ("suffix", "media_type"),
    [
        ("csv", "text/csv"),
        ("jsonl", "application/jsonl"),
        ("bib", "application/x-bibtex"),
        ("ris", "application/x-research-info-systems"),
        ("csl.json", "application/vnd.citationstyles.csl+json"),
    ],
)
def test_each_format_says_what_it_is_under_a_safe_name(client, suffix, media_type):
    answer = client.get(f"/search.{suffix}", query_string={"q": '"; filename=x\r\nX: y/../harbour'})
    assert answer.status_code == 200
    assert answer.mimetype == media_type
    name = answer.headers["Content-Disposition"]
    assert name.startswith('attachment; filename="search')
    assert name.endswith(f'.{suffix}"')
    assert not set("\r\n/;") & set(name.removeprefix("attachment; "))


@pytest.mark.parametrize("suffix", ["csv", "jsonl", "bib", "ris", "csl.json"])
def test_where_no_article_can_be_read_a_download_says_so_and_is_not_half_a_file(
    suffix, tmp_path, documents, write_archive
):
    engine = write_archive(tmp_path / "index", documents[:3])
    (records,) = tmp_path.glob("index/*/*.records")
    whole = records.read_bytes()
    records.write_bytes(bytes(len(whole) - 100) + whole[-100:])
    answer = create_app(engine, Settings()).test_client().get(f"/search.{suffix}")
    assert answer.status_code == 503
    assert "pressmark check" in answer.text


def test_jsonl_is_an_object_a_line(client):
    lines = client.get("/search.jsonl?q=fire").text.splitlines()
    assert {json.loads(line)["id"] for line in lines} == {"fire", "vote"}


def test_an_article_and_a_passage_of_it_are_cited(client, documents):
    passage = next(one for one in documents if one.id == "fire").passages[0]
    assert "@article{fire," in client.get("/documents/fire.bib").text
    assert "TI  - Fire at the old harbour" in client.get("/documents/fire.ris").text
    cited = json.loads(client.get(f"/documents/fire.csl.json?passage={passage.id}").text)[0]
    assert cited["note"] == f"“{passage.text}”"
    assert cited["archive_location"].startswith(
        f"http://localhost/documents/fire/passages/{passage.id}?quote="
    )
    assert client.get("/documents/fire.bib?passage=p1").status_code == 404
    assert client.get("/documents/nope.bib").status_code == 404


def test_an_article_whose_id_ends_like_a_format_is_still_an_article(client):
    assert client.get("/documents/bare.bib").mimetype == "text/html"
    assert client.get("/documents/bare.bib.ris").text.startswith("TY  - NEWS")


ATOM = {"a": "http://www.w3.org/2005/Atom"}


def test_the_citation_of_an_article_that_moved_or_went_away_says_so(client):
    moved = client.get("/documents/old-fire.ris?passage=p1")
    assert (moved.status_code, moved.location) == (302, "/documents/fire.ris?passage=p1")
    assert client.get("/documents/old-fire.bib").location == "/documents/fire.bib"
    assert client.get("/documents/lost.bib").status_code == 410
    assert client.get("/documents/nope.bib").status_code == 404


def test_the_feed_has_the_newest_first_and_counts_what_the_page_counts(client):
    answer = client.get("/search.atom?q=harbour&sort=oldest&page=2")
    assert answer.mimetype == "application/atom+xml"
    feed = etree.fromstring(answer.data)
    entries = feed.findall("a:entry", ATOM)
    assert len(entries) == client.get("/api/v1/search?q=harbour").get_json()["total"]
    times = [entry.findtext("a:updated", namespaces=ATOM) for entry in entries]
    assert times[0] == "2016-06-01T00:00:00Z"
    assert times == sorted(times, reverse=True)
    assert times[-1] == "1970-01-01T00:00:00Z"
    assert entries[-1].find("a:published", ATOM) is None
    assert feed.findtext("a:updated", namespaces=ATOM) == times[0]
    links = {link.get("rel"): link.get("href") for link in feed.findall("a:link", ATOM)}
    assert links["self"].startswith("http://localhost/search.atom?q=harbour")
    assert client.get(links["alternate"]).status_code == 200


def test_a_feed_of_nothing_is_still_a_feed(client):
    feed = etree.fromstring(client.get("/search.atom?q=nonesuch").data)
    assert feed.findall("a:entry", ATOM) == []


def test_the_browsers_address_bar_can_search(client):
    answer = client.get("/opensearch.xml")
    assert answer.mimetype == "application/opensearchdescription+xml"
    described = etree.fromstring(answer.data)
    templates = [one.get("template") for one in described.iter("{*}Url")]
    assert "http://localhost/search?q={searchTerms}" in templates
    for template in templates:
        assert client.get(template.replace("{searchTerms}", "harbour")).status_code == 200


def test_robots_may_read_articles_and_not_the_endless_filters(client):
    assert "Disallow: /search" in client.get("/robots.txt").text
