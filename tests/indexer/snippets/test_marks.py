import time
import unicodedata
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.analyzer import analyze, exact_forms, stems
from indexer.model import AnyTerm, Document, Leaf, Passage, TermField, TermPhrase
from indexer.snippets import count_matches, highlights


def word(typed: str, field: TermField = "text") -> AnyTerm:
    return AnyTerm(field, stems(typed, ["en", "fr"]))


def phrase(typed: str, slop: int = 0, field: TermField = "exact") -> TermPhrase:
    return TermPhrase(field, tuple((form,) for form in exact_forms(typed)), slop)


def marked(text: str, *leaves: Leaf, place="passage", language: str | None = "en") -> list[str]:
    return [text[start:end] for start, end in highlights(text, language, leaves, place=place)]


def test_a_word_is_marked_in_all_its_forms():
    text = "Bombs fell. A bombing; they bombed the bombastic."
    assert marked(text, word("bomb")) == ["Bombs", "bombing", "bombed"]


def test_an_exact_word_is_marked_in_this_form_only():
    assert marked("Bombs and bombing", AnyTerm("exact", ("bombing",))) == ["bombing"]


def test_a_text_is_read_in_its_own_language():
    assert marked("les élections", word("élection"), language="fr") == ["élections"]
    assert marked("les élections", AnyTerm("text", ("elect",)), language=None) == []


def test_a_phrase_is_marked_as_one_and_its_words_alone_are_not():
    text = "Foreign fighters are fighters; foreign, they said. The foreign-fighters."
    assert marked(text, phrase("foreign fighters")) == ["Foreign fighters", "foreign-fighters"]


def test_a_phrase_stands_in_its_own_order_only():
    assert marked("fighters foreign", phrase("foreign fighters")) == []
    assert marked("fighters foreign", phrase("foreign fighters", 10)) == []


def test_a_phrase_with_slop_marks_its_words_and_not_those_between():
    text = "the minister has at last resigned"
    assert marked(text, phrase("minister resigned", 3)) == ["minister", "resigned"]
    assert marked(text, phrase("minister resigned", 2)) == []
    assert marked(text, phrase("has at resigned", 1)) == ["has at", "resigned"]


def test_every_slot_of_a_phrase_may_have_several_terms():
    leaf = TermPhrase("exact", (("al", "el"), ("sahla", "sahlb")))
    assert marked("al-Sahla, El Sahlb, al other", leaf) == ["al-Sahla", "El Sahlb"]


def test_a_word_that_stands_twice_in_a_phrase_needs_two_words():
    assert marked("bye to all", phrase("bye bye")) == []
    assert marked("bye bye bye", phrase("bye bye")) == ["bye bye bye"]


def test_words_and_phrases_that_overlap_are_one_mark():
    leaves = (phrase("foreign fighters"), word("fighters"), phrase("fighters left"))
    assert marked("foreign fighters left fighters", *leaves) == [
        "foreign fighters left",
        "fighters",
    ]


def test_a_possessive_and_an_article_are_not_marked():
    assert marked("l’État, the herald’s", word("état"), word("herald")) == ["État", "herald"]


def test_a_word_of_pairs_is_marked_whole():
    assert marked("昨日の東京都で", phrase("東京都")) == ["東京都"]


@pytest.mark.parametrize(
    ("field", "places"),
    [
        ("text", {"title", "passage"}),
        ("exact", {"title", "passage"}),
        ("title", {"title"}),
        ("title_exact", {"title"}),
        ("byline", {"byline"}),
        ("removed", {"removed"}),
    ],
)
def test_a_leaf_marks_only_where_it_is_looked_for(field, places):
    for leaf in (AnyTerm(field, ("harbour",)), TermPhrase(field, (("harbour",), ("town",)))):
        marks = {
            place
            for place in ("title", "passage", "byline", "removed")
            if marked("harbour town", leaf, place=place, language=None)
        }
        assert marks == places


def test_a_leaf_without_terms_marks_nothing():
    assert marked("harbour", AnyTerm("text", ()), TermPhrase("exact", ())) == []
    assert marked("harbour", TermPhrase("exact", (("harbour",), ()))) == []
    assert marked("harbour") == []


def test_composed_and_decomposed_texts_are_marked_alike():
    text = unicodedata.normalize("NFD", "au café Élysée")
    spans = highlights(text, "fr", (word("cafe"), word("élysée")))
    assert [unicodedata.normalize("NFC", text[a:b]) for a, b in spans] == ["café", "Élysée"]


def test_matches_are_counted_as_the_page_marks_them():
    document = Document(
        id="d",
        source_id="d",
        place="d",
        title="Harbour strike",
        language="en",
        passages=(Passage("p1", "The harbours. Harbour strike"), Passage("p2", "Nothing")),
    )
    leaves = (word("harbour"), phrase("harbour strike"), word("strike", "title"))
    on_the_page = len(highlights(document.title, "en", leaves, place="title")) + sum(
        len(highlights(passage.text, "en", leaves)) for passage in document.passages
    )
    assert count_matches(document, leaves) == on_the_page == 3
    assert count_matches(document, ()) == 0


small_words = st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=12)


@given(
    small_words,
    st.lists(st.sets(st.sampled_from(["a", "b", "c"]), min_size=1), min_size=1, max_size=3),
    st.integers(0, 3),
)
def test_a_phrase_is_marked_exactly_where_some_choice_of_words_matches(words, slots, slop):
    leaf = TermPhrase("exact", tuple(tuple(sorted(slot)) for slot in slots), slop)
    matched: set[int] = set()
    for choice in product(range(len(words)), repeat=len(slots)):
        in_order = all(one < other for one, other in pairwise(choice))
        if in_order and choice[-1] - choice[0] - len(slots) + 1 <= slop:
            fits = all(words[n] in slot for n, slot in zip(choice, slots, strict=True))
            matched |= set(choice) if fits else set()
    text = " ".join(words)
    covered = {n for a, b in highlights(text, None, (leaf,)) for n in range(a // 2, (b + 1) // 2)}
    assert covered <= matched
    assert bool(covered) == bool(matched)
    if slop == 0:
        assert covered == matched


texts = st.text(
    alphabet=st.one_of(
        st.characters(), st.sampled_from("abé ABÉ'’.-,1 \u0301\u200b\u200f東京\n<>&")
    ),
    max_size=80,
)
leaf_terms = st.lists(
    st.sampled_from(["a", "b", "ab", "e", "be", "東京", "1", ""]), min_size=1, max_size=3
).map(tuple)
fields = st.sampled_from(["text", "exact", "title", "title_exact", "byline", "removed"])
some_leaves = st.lists(
    st.one_of(
        st.builds(AnyTerm, fields, leaf_terms),
        st.builds(
            TermPhrase,
            fields,
            st.lists(leaf_terms, max_size=3).map(tuple),
            st.integers(0, 3),
        ),
    ),
    max_size=4,
)


@given(texts, some_leaves, st.sampled_from(["title", "passage", "byline", "removed"]))
def test_spans_lie_in_the_text_in_order_and_apart(text, leaves, place):
    spans = highlights(text, "en", leaves, place=place)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


@given(texts, leaf_terms)
def test_what_is_marked_is_what_matched(text, terms):
    for field in ("text", "exact"):
        spans = highlights(text, "en", (AnyTerm(field, terms),))
        for token in analyze(text, "en"):
            form = token.stem if field == "text" else token.exact
            inside = [span for span in spans if span[0] < token.end and token.start < span[1]]
            if form in terms:
                assert inside
                assert inside[0][0] <= token.start < token.end <= inside[0][1]
        assert bool(spans) == any(
            (t.stem if field == "text" else t.exact) in terms for t in analyze(text, "en")
        )


def test_half_a_megabyte_is_marked_in_linear_time():
    text = "the government of the day said that it was so. " * 11_000
    started = time.process_time()
    spans = highlights(text, "en", (word("the"), phrase("the day", 10), phrase("day the", 10)))
    assert len(spans) == 22_000
    assert time.process_time() - started < 5
