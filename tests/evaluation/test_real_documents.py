"""The five real documents of the archive that Pressmark was first asked for.

They are not part of the project: where they are missing these tests are skipped, and nothing of
them stands here. Passages are told by their number, titles and names by their hash.
"""

import hashlib
import re

import pytest

from indexer.engine import open_engine
from indexer.identity import fold
from indexer.model import PassageKind, Query, Reason
from indexer.pipeline import BuildOrder, build
from indexer.search import search

pytestmark = pytest.mark.evaluation

# Of each document, in the order of their ids. Counted by hand in the sources.
BODIES = (11, 12, 13, 20, 21)
CAPTIONS = (1, 1, 3, 0, 0)
DATES = (None, None, "2016-06-07", None, None)
# SHA-256, first 8 hex digits, of the folded titles, and of the names of all who are named.
TITLES = ("9a757577", "8be48f82", "73bd4594", "b10a3161", "a39127d0")
PERSONS = frozenset({
    "0414f069", "1f8b611a", "2d9795c0", "3137d077", "34bc1ca8", "35ce29db", "4cc59e83",
    "4d68379f", "4e4295a1", "70dab879", "76872d85", "9711bcc7", "b1c0efec", "b54c5e55",
    "b87c7083", "c55f0e65", "c6ee23b1", "d1fbb0a9", "d66503db", "dd1b5721",
})  # fmt: skip


def digest(text):
    return hashlib.sha256(fold(text).encode()).hexdigest()[:8]


@pytest.fixture(scope="module")
def searcher(evaluation_data, tmp_path_factory):
    index = tmp_path_factory.mktemp("real") / "index"
    engine = open_engine(str(index))
    report = build(BuildOrder(index / "facts.sqlite", (evaluation_data / "seeds",)), engine)
    assert (report.added, report.rejected) == (5, ())
    return engine.searcher()


@pytest.fixture(scope="module")
def documents(searcher):
    found = search(searcher, Query()).hits
    return sorted((hit.document for hit in found), key=lambda document: document.id)


def counted(documents, *, captions):
    return tuple(
        sum((passage.kind is PassageKind.CAPTION) == captions for passage in document.passages)
        for document in documents
    )


def test_no_sentence_of_a_body_is_lost_and_no_line_of_debris_is_left(documents):
    assert counted(documents, captions=False) == BODIES


def test_captions_stand_apart_from_the_body(documents):
    assert counted(documents, captions=True) == CAPTIONS


def test_titles_are_right(documents):
    assert tuple(digest(document.title) for document in documents) == TITLES


def test_the_only_date_is_the_one_that_is_printed_as_the_articles(documents):
    dates = tuple(document.published and document.published.date for document in documents)
    assert dates == DATES


def test_the_dump_is_in_what_was_removed_and_nowhere_else(searcher, documents):
    (dump,) = [
        removed
        for document in documents
        for removed in document.removed
        if removed.reason is Reason.DUMP
    ]
    headline = re.findall(r'"title":"([^"]*)"', dump.text)[3]
    name = '"' + " ".join(headline.split()[-4:-2]) + '"'
    assert search(searcher, Query(text=name)).total == 0
    assert search(searcher, Query(text=name, within="removed")).total == 1


def test_a_search_for_the_quoted_paper_finds_the_two_that_quote_it(searcher):
    results = search(searcher, Query(text="Guardian"))
    assert {hit.document.id[:3] for hit in results.hits} == {"000", "003"}
    for hit in results.hits:
        passages = {passage.id: passage.text for passage in hit.document.passages}
        for snippet in hit.snippets:
            marks = {snippet.text[start:end] for start, end in snippet.highlights}
            assert marks == {"Guardian"}
            assert snippet.text in passages[snippet.passage]


def test_the_facet_holds_those_who_are_named_and_nobody_else(searcher):
    assert {digest(person.name) for person in searcher.persons() if not person.hidden} == PERSONS
