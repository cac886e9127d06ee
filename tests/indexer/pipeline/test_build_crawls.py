"""Web archives from a file to the index: one document an address, whatever was fetched when."""

import gzip
import json
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.engine import open_engine
from indexer.facts import FACTS_FILE, check_facts
from indexer.identity import document_id
from indexer.model import AnyTerm, MatchRequest
from indexer.pipeline import BuildOrder, build, remove

STORIES = {
    "gull": "The gull stole the keys of the harbour master on Tuesday, said Ada Merle in the evening.",
    "crane": "The crane of the eastern dock was repaired by Bo Lund, who declined to comment on it.",
    "ferry": "The ferry will sail again on Monday, weather permitting, and the price has not changed.",
}


def url(name):
    return f"https://gull.example/{name}.html"


def capture(name, story, year=2020, status="200 OK"):
    body = (
        f"<html><head><title>News of the {story}</title></head><body><article>"
        f"<h1>News of the {story}</h1><p>{STORIES.get(story, story)}</p>"
        f"<p>It was the {story} that the town of Gull talked about for the rest of the week.</p>"
        "</article></body></html>"
    )
    block = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{body}".encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Target-URI: {url(name)}\r\nWARC-Date: {year}-01-01T00:00:00Z\r\n"
        f"Content-Type: application/http\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def write(archive, name, *captures):
    (archive.folder / name).write_bytes(b"".join(map(gzip.compress, captures)))


def found(archive, word):
    searcher = archive.searcher()
    try:
        return sorted(searcher.stream(MatchRequest(tree=AnyTerm("exact", (word,)))))
    finally:
        searcher.close()


def test_the_pages_of_a_crawl_are_found_under_their_addresses(archive, counts):
    write(
        archive,
        "x.warc.gz",
        capture("a", "gull"),
        capture("b", "crane"),
        capture("c", "", status="404 No"),
    )
    report = archive.build()
    assert counts(report) == {"added": 2}
    ids = [document_id(url(name)) for name in "ab"]
    assert archive.ids() == sorted(ids)
    assert found(archive, "harbour") == ids[:1]
    document = archive.document(ids[0])
    assert (document.url, document.source_id) == (url("a"), url("a"))
    assert (document.title, document.published) == ("News of the gull", None)
    assert report.notes == (
        f"{archive.folder}: passed over in its web archives: redirects and errors (status not 200): 1",
    )


def test_the_latest_capture_is_indexed_and_an_older_one_comes_back(archive, counts):
    write(archive, "1.warc.gz", capture("a", "gull", 2018), capture("b", "crane"))
    archive.build()
    assert found(archive, "harbour")
    write(archive, "2.warc.gz", capture("a", "ferry", 2019))
    assert counts(archive.build()) == {"updated": 1, "unchanged": 1}
    assert (found(archive, "harbour"), found(archive, "sail")) == ([], [document_id(url("a"))])
    (archive.folder / "2.warc.gz").unlink()
    assert counts(archive.build()) == {"updated": 1, "unchanged": 1}
    assert found(archive, "harbour") == [document_id(url("a"))]


def test_a_page_that_was_fetched_again_and_is_the_same_is_unchanged(archive, counts):
    write(archive, "1.warc.gz", capture("a", "gull", 2018), capture("b", "crane"))
    archive.build()
    write(archive, "2.warc.gz", capture("a", "gull", 2019))
    report = archive.build()
    assert counts(report) == {"unchanged": 2}
    assert "captures older than another of the same address: 1" in report.notes[0]


def test_broken_records_are_named_and_the_rest_is_indexed(archive, counts):
    write(
        archive,
        "1.warc.gz",
        capture("a", "gull"),
        b"garbage\r\n",
        capture("b", "crane"),
        capture("c", "x")[:-90],
    )
    report = archive.build()
    assert counts(report) == {"added": 2, "rejected": 2}
    assert all("1.warc.gz#" in each.place for each in report.rejected)
    assert url("c") in report.rejected[1].reason


def test_what_was_taken_down_stays_down_whichever_capture_is_left(archive):
    write(archive, "1.warc.gz", capture("a", "gull", 2018), capture("b", "crane"))
    archive.build()
    remove([document_id(url("a"))], "a court said so", archive.engine, archive.index / FACTS_FILE)
    write(archive, "2.warc.gz", capture("a", "ferry", 2019))
    archive.build()
    assert archive.ids() == [document_id(url("b"))]


def test_captures_in_two_sources_are_one_document_in_any_order_of_indexing(archive, counts):
    other = archive.folder.parent / "other"
    other.mkdir()
    write(archive, "1.warc.gz", capture("a", "gull", 2021), capture("b", "crane", 2018))
    (other / "2.warc").write_bytes(capture("a", "ferry", 2020) + capture("b", "ferry", 2019))
    ids = [document_id(url(name)) for name in "ab"]
    for number, runs in enumerate(
        [[(archive.folder, other)], [(archive.folder,), (other,)], [(other,), (archive.folder,)]]
    ):
        one = archive.beside(f"index{number}")
        reports = [one.build(*sources) for sources in runs]
        assert [report.rejected for report in reports] == [()] * len(runs)
        assert reports[-1].notes == (
            "passed over: captures older than another of the same address, in another SOURCE: 2",
        )
        assert [one.document(id_).title for id_ in ids] == ["News of the gull", "News of the ferry"]
    (other / "2.warc").write_bytes(capture("c", "ferry"))
    assert counts(one.build(archive.folder, other)) == {"updated": 1, "unchanged": 1, "added": 1}
    assert one.document(ids[1]).title == "News of the crane"


def test_a_later_capture_that_holds_no_article_supersedes_nothing(archive):
    other = archive.folder.parent / "other"
    other.mkdir()
    write(archive, "1.warc.gz", capture("a", "gull", 2019))
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Accept cookies</p>"
    wall = capture("a", "x", 2021).partition(b"Content-Type")[0]
    wall += b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (len(block), block)
    (other / "2.warc").write_bytes(wall)
    report = archive.build(archive.folder, other)
    assert (report.not_an_article, archive.ids()) == (1, [document_id(url("a"))])


def test_an_id_given_in_another_way_is_still_rejected_the_second_time(archive, counts):
    write(archive, "1.warc.gz", capture("a", "gull", 2019))
    record = {"id": url("a"), "title": "A gull", "text": STORIES["gull"]}
    archive.write_text("2.jsonl", json.dumps(record))
    report = archive.build()
    assert counts(report) == {"added": 1, "rejected": 1}
    assert archive.document(document_id(url("a"))).title == "A gull"


captures = st.tuples(
    st.sampled_from("abc"),
    st.sampled_from(sorted(STORIES)),
    st.integers(2018, 2021),
    st.sampled_from(["200 OK", "200 OK", "404 Not Found"]),
)
folders = st.sampled_from(["one", "two"])
names = st.sampled_from(["1.warc.gz", "2.warc.gz"])
steps = st.tuples(folders, names, st.lists(captures, max_size=3), st.booleans())


@settings(deadline=None, max_examples=15)
@given(st.lists(steps, min_size=2, max_size=8))
def test_an_index_that_follows_a_crawl_equals_one_that_is_built_at_the_end(steps):
    with tempfile.TemporaryDirectory() as root:
        for folder in ("one", "two"):
            Path(root, folder).mkdir()
            Path(root, folder, f"{folder}.txt").write_text(f"Of {folder}\n\nNothing is an error.")
        for folder, name, contents, is_indexed in steps:
            data = b"".join(gzip.compress(capture(*each)) for each in contents)
            Path(root, folder, name).write_bytes(data)
            if not data:
                Path(root, folder, name).unlink()
            if is_indexed:
                indexed(root, "followed", folder)
        indexed(root, "followed", "two")
        followed = indexed(root, "followed", "one")
        assert followed == indexed(root, "rebuilt", "one", "two")


def indexed(root, name, *folders):
    location = Path(root, name)
    sources = tuple(Path(root, folder) for folder in folders)
    build(BuildOrder(location / FACTS_FILE, sources, prune=True), open_engine(str(location)))
    assert check_facts(location / FACTS_FILE, deep=True) == ()
    searcher = open_engine(str(location)).searcher()
    try:
        return searcher.documents(sorted(searcher.stream(MatchRequest())))
    finally:
        searcher.close()
