"""Sources that are to hurt stop no build: what is too much is named, and the rest is indexed."""

import json
from pathlib import Path

import pytest

from indexer.engine import open_engine
from indexer.model import Query
from indexer.pipeline import BuildOrder, build
from indexer.search import search

SENTENCE = "The ferry was late again, and nobody at the quay could say why it had been so. "
LAST = f"<p>{SENTENCE * 4}Then the pilot spoke.</p>"
MARKS = "\u0301\u0323" * 100_000
SURVIVED = {
    "nested.html": "<div>" * 30_000 + LAST,
    "inline.html": "<b><font>" * 30_000 + LAST,
    "comments.html": "<!--" * 50_000 + LAST,
    "cdata.html": "<![CDATA[" * 50_000 + LAST,
    "entities.html": "&amp;&#x110000;&" * 50_000 + LAST,
    "attributes.html": f"<p {' '.join(f'a{n}=1' for n in range(50_000))}>{LAST}",
    "value.html": f'<img src="{"x" * 1_000_000}">{LAST}',
    "json-ld.html": f'<script type="application/ld+json">{"[" * 100_000}</script>{LAST}',
    "marks.txt": f"Ferry\n\n{SENTENCE}a{MARKS}\n\n{SENTENCE}Then the pilot spoke.",
    "spaces.txt": f"Ferry\n\n{SENTENCE}{' ' * 1_000_000}.\n\n{SENTENCE}Then the pilot spoke.",
    "half.jsonl": json.dumps({"id": "half", "html": f"<p>\ud800</p>{LAST}"}),
}
TOO_MUCH = {
    "tags.html": "<i>" * 300_001 + LAST,
    "blocks.html": "<p>a" * 50_001 + LAST,
    "lines.txt": "a\n" * 50_001,
    "letters.txt": SENTENCE * 70_000,
}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bombs")
    for name, content in {**SURVIVED, **TOO_MUCH}.items():
        (folder / name).write_text(content, "utf8")
    index = tmp_path_factory.mktemp("index") / "index"
    engine = open_engine(str(index))
    return build(BuildOrder(index / "facts.sqlite", (folder,)), engine), engine.searcher()


def test_what_is_too_much_is_named_with_the_reason(built):
    rejected = {Path(each.place).name: each.reason for each in built[0].rejected}
    assert set(rejected) == set(TOO_MUCH)
    assert "300,000" in rejected["tags.html"]
    for name in ("blocks.html", "lines.txt", "letters.txt"):
        assert "50,000 lines or 5,000,000 characters" in rejected[name]


def test_every_other_article_is_found_by_its_last_sentence(built):
    report, searcher = built
    assert report.added == len(SURVIVED)
    results = search(searcher, Query(text='"then the pilot spoke"', size=100))
    places = {hit.document.place.partition(":")[0] for hit in results.hits}
    assert places == set(SURVIVED)
