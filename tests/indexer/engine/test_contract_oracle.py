"""What every engine does: on random archives it answers as one who reads every document would."""

from collections import Counter
from math import log2

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer import analyzer
from indexer.model import (
    AllTerms,
    AnyTerm,
    AnyTerms,
    MatchRequest,
    NoTerms,
    TermPhrase,
    Weighted,
)

WORDS = ("rain", "rains", "snow", "storm", "storms", "hail")
STEMS = ("rain", "snow", "storm", "hail")
FIELDS = ("text", "exact", "title", "title_exact", "byline", "removed")
STEMMED = ("text", "title", "removed")

# --- the reader ---------------------------------------------------------------------------------


def blocks_of(document, field):
    """The terms of each block of a document that a field is made of."""
    texts = {
        "text": (document.title, *(passage.text for passage in document.passages)),
        "title": (document.title,),
        "byline": (document.byline or "",),
        "removed": tuple(block.text for block in document.removed),
    }
    kind = {"exact": "text", "title_exact": "title"}.get(field, field)
    return [
        [token.stem if field in STEMMED else token.exact for token in analyzer.analyze(text, "en")]
        for text in texts[kind]
    ]


def starts_in(block, leaf):
    """The places in a block where a leaf begins."""
    if isinstance(leaf, AnyTerm):
        return [place for place, term in enumerate(block) if term in leaf.terms]
    return [place for place in range(len(block)) if fits(block, leaf.slots, place, leaf.slop)]


def fits(block, slots, place, slop):
    if not slots or block[place] not in slots[0]:
        return False
    return len(slots) == 1 or any(
        fits(block, slots[1:], place + 1 + skipped, slop - skipped)
        for skipped in range(min(slop, len(block) - place - 2) + 1)
        if place + 1 + skipped < len(block)
    )


def frequency(document, leaf):
    counts = [len(starts_in(block, leaf)) for block in blocks_of(document, leaf.field)]
    return sum(counts) + (counts[0] if leaf.field in ("text", "exact") else 0)


def length(document, field):
    counts = [len(block) for block in blocks_of(document, field)]
    return sum(counts) + (counts[0] if field in ("text", "exact") else 0)


def matches(document, node):
    match node:
        case AllTerms():
            return all(matches(document, one) for one in node.nodes)
        case AnyTerms():
            return any(matches(document, one) for one in node.nodes)
        case NoTerms():
            return not matches(document, node.node)
        case _:
            return frequency(document, node) > 0


def scores(documents, leaf):
    """In_expB2, straight from its formula."""
    frequencies = {document.id: frequency(document, leaf) for document in documents}
    total, holding = sum(frequencies.values()), sum(map(bool, frequencies.values()))
    number = len(documents)
    average = sum(length(document, leaf.field) for document in documents) / number
    found = dict.fromkeys(frequencies, 0.0)
    for document in documents:
        if count := frequencies[document.id]:
            tfn = count * log2(1 + average / length(document, leaf.field))
            expected = number * (1 - ((number - 1) / number) ** total)
            surprise = log2((number + 1) / (expected + 0.5))
            found[document.id] = tfn * surprise * (total + 1) / (holding * (tfn + 1))
    return found


# --- archives and requests ----------------------------------------------------------------------

texts = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
archives = st.lists(
    st.tuples(texts, st.lists(texts, max_size=3), texts, st.lists(texts, max_size=2)),
    min_size=1,
    max_size=8,
)
alternatives = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(tuple)
leaves = st.builds(AnyTerm, st.sampled_from(FIELDS), alternatives) | st.builds(
    TermPhrase,
    st.sampled_from(FIELDS),
    st.lists(alternatives, min_size=1, max_size=3).map(tuple),
    st.integers(0, 3),
)
trees = st.recursive(
    leaves,
    lambda node: (
        st.builds(AllTerms, st.lists(node, max_size=3).map(tuple))
        | st.builds(AnyTerms, st.lists(node, max_size=3).map(tuple))
        | st.builds(NoTerms, node)
    ),
    max_leaves=4,
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(archive=archives, asked=st.lists(trees, min_size=4, max_size=4), ranking=leaves)
def test_every_answer_is_that_of_one_who_reads_every_document(
    new_engine, article, archive, asked, ranking
):
    documents = [
        article(f"d{n}", title, *passages, byline=byline or None, removed=removed)
        for n, (title, passages, byline, removed) in enumerate(archive)
    ]
    engine = new_engine()
    with engine.writer() as writer:
        for document in documents:
            writer.put(document, "", "print")
        writer.publish()
    searcher = engine.searcher()
    expected = scores(documents, ranking)
    for tree in asked:
        request = MatchRequest(tree=tree, ranking=(Weighted(ranking, 2.0),), limit=50)
        found = {match.document: match.score for match in searcher.match(request).matches}
        assert sorted(found) == [one.id for one in documents if matches(one, tree)]
        assert found == pytest.approx({id_: 2 * expected[id_] for id_ in found}, rel=1e-9)
    check_words(searcher, documents)
    check_passages(searcher, documents, [ranking, *(one for one in asked if is_leaf(one))])


def is_leaf(node):
    return isinstance(node, AnyTerm | TermPhrase)


def check_words(searcher, documents):
    counted = Counter(
        word
        for document in documents
        for word in {word for block in blocks_of(document, "exact") for word in block}
    )
    found = {count.word: count.documents for count in searcher.vocabulary()}
    assert found == counted
    assert list(found) == sorted(counted)


def check_passages(searcher, documents, asked):
    statistics = searcher.passage_statistics(asked)
    assert statistics.passages == sum(len(document.passages) for document in documents)
    for leaf, holding in zip(asked, statistics.holding, strict=True):
        blocks = [
            block
            for document in documents
            if leaf.field in ("text", "exact")
            for block in blocks_of(document, leaf.field)[1:]
        ]
        assert holding == sum(bool(starts_in(block, leaf)) for block in blocks)
