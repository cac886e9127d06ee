"""Whatever is typed becomes a tree within the caps, and sentences that can be shown."""

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from indexer.model import AllOf, AnyOf, Dates, Node, NoneOf, Phrase, Word
from indexer.query import parse_query

syntax = st.lists(
    st.one_of(
        st.sampled_from(
            (
                *'"()*~-:^/[]?&“„«',
                *(" ", " AND ", " OR ", " NOT ", " -", "title:", "person:", "date:", " TO "),
                *("2016", "..", "~3", "alpha", "b", "A", "東京", "\u0301", "\u202e", "\0"),
            )
        ),
        st.text(max_size=3),
    ),
    max_size=60,
).map("".join)


def depth(node: Node | None) -> int:
    match node:
        case AllOf(nodes) | AnyOf(nodes):
            return 1 + max(map(depth, nodes))
        case NoneOf(inner):
            return 1 + depth(inner)
    return 0


def leaves(node: Node | None) -> list[Node]:
    match node:
        case AllOf(nodes) | AnyOf(nodes):
            return [leaf for inner in nodes for leaf in leaves(inner)]
        case NoneOf(inner):
            return leaves(inner)
    return [node] if node else []


def groups(node: Node | None) -> list[AllOf | AnyOf]:
    match node:
        case AllOf(nodes) | AnyOf(nodes):
            return [node, *(group for inner in nodes for group in groups(inner))]
        case NoneOf(inner):
            return groups(inner)
    return []


@given(syntax)
def test_whatever_is_typed_becomes_a_small_tree_within_the_caps(typed):
    parsed = parse_query(typed)
    assert depth(parsed.tree) <= 24
    assert all(len(group.nodes) > 1 for group in groups(parsed.tree))
    for leaf in leaves(parsed.tree):
        match leaf:
            case Word(text):
                assert re.search(r"\w", text)
                assert not set(text) & set(' "()*')
            case Phrase(words, slop=slop):
                assert 1 <= len(words) <= 12
                assert 0 <= slop <= 10
            case Dates(first, last):
                assert first or last
    assert bool(parsed.read_as) == (parsed.tree is not None)


@given(syntax)
def test_notes_and_readings_are_sentences_that_can_be_shown(typed):
    parsed = parse_query(typed)
    for sentence in (parsed.text, parsed.read_as, *parsed.notes):
        assert not any(unicodedata.category(c) in ("Cc", "Cs") for c in sentence)
    assert all(note.endswith(".") for note in parsed.notes)
    assert len(set(parsed.notes)) == len(parsed.notes)


@given(st.lists(st.sampled_from(["alpha", "beta", "al-gamma", "o'delta"]), min_size=1))
def test_plain_words_are_all_wanted(words):
    assert leaves(parse_query(" ".join(words[:40])).tree) == [Word(word) for word in words[:40]]
