"""A person's page shows the very words that name them."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from indexer.identity import name_key
from indexer.model import Document, MatchRequest, Mention, Name, Passage
from indexer.search.mentions import BEFORE, LONGEST, cut_passage, mention_snippets, names_of


def document(*texts, name="Ida Lund"):
    passages = tuple(Passage(f"p{place}", text) for place, text in enumerate(texts))
    mentions = tuple(
        Mention(one.id, (one.text.find(name), one.text.find(name) + len(name)))
        for one in passages
        if name in one.text
    )
    return Document("d", "d", "d", "T", passages, names=(Name(name_key(name), name, mentions),))


def snippets(document):
    return mention_snippets(document, document.names)


def marked(snippet):
    return [snippet.text[start:end] for start, end in snippet.highlights]


def test_the_first_passages_that_name_a_person_are_shown_with_the_name_marked():
    found = snippets(document("Nobody.", "So said Ida Lund.", "No.", "Ida Lund left.", "Ida Lund?"))
    assert [(one.passage, one.number, marked(one)) for one in found] == [
        ("p1", 2, ["Ida Lund"]),
        ("p3", 4, ["Ida Lund"]),
    ]
    assert not found[0].cut_before
    assert not found[0].cut_after


def test_a_text_without_the_name_shows_nothing():
    assert mention_snippets(document("It was Per Holm.", name="Per Holm"), ()) == ()


def test_the_names_of_a_person_are_those_that_the_register_gives_them(searcher):
    article = document("It was Vosk-Garn.", name="Vosk-Garn")
    assert names_of(searcher, article, "omar-vosk") == ()  # no key of the register
    for one in searcher.documents(tuple(searcher.stream(MatchRequest()))):
        for person in searcher.persons_in(one):
            found = names_of(searcher, one, person.id)
            assert found
            assert all(searcher.persons_in(replace(one, names=(name,))) for name in found)


def test_a_span_longer_than_what_is_shown_is_marked_as_far_as_it_is_shown():
    snippet = cut_passage(Passage("p", "so he said: " + "word " * 200), 3, [(12, 1000)])
    assert len(snippet.text) <= LONGEST
    assert snippet.highlights == ((12, len(snippet.text)),)
    assert snippet.number == 3


def test_a_long_passage_is_cut_round_the_name_at_words():
    found = snippets(document("word " * 300 + "then Ida Lund spoke " + "word " * 300))[0]
    assert len(found.text) <= LONGEST
    assert marked(found) == ["Ida Lund"]
    assert found.cut_before
    assert found.cut_after
    assert set(found.text.split()) == {"word", "then", "Ida", "Lund", "spoke"}


@given(st.integers(0, 600), st.integers(0, 600), st.sampled_from([" ", "x"]))
def test_wherever_the_name_stands_it_is_in_the_cut(before, after, filling):
    found = snippets(document(filling * before + "Ida Lund" + filling * after))[0]
    assert marked(found) == ["Ida Lund"]
    assert len(found.text) <= LONGEST + BEFORE
