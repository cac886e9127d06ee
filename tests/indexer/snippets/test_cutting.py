import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.analyzer import analyze, exact_forms, stems
from indexer.model import (
    AnyTerm,
    Document,
    Leaf,
    Passage,
    PassageKind,
    Reason,
    Removed,
    Snippet,
    TermPhrase,
)
from indexer.snippets import cut_snippets, highlights, removed_snippets

FILLER = "Lorem words go on and on without an end, as they do in every long article of this kind. "


def document(*texts: str, removed: tuple[str, ...] = ()) -> Document:
    return Document(
        id="d",
        source_id="d",
        place="d",
        title="A harbour",
        passages=tuple(Passage(f"p{number}", text) for number, text in enumerate(texts)),
        removed=tuple(Removed(text, Reason.RELATED, 0) for text in removed),
        language="en",
    )


def word(typed: str, field="text") -> AnyTerm:
    return AnyTerm(field, stems(typed, ["en"]))


def phrase(typed: str, slop: int = 0) -> TermPhrase:
    return TermPhrase("exact", tuple((form,) for form in exact_forms(typed)), slop)


def cut(text: str, *leaves: Leaf) -> Snippet:
    (snippet,) = cut_snippets(document(text), leaves, (1.0,) * len(leaves))
    return snippet


def marked(snippet: Snippet) -> list[str]:
    return [snippet.text[start:end] for start, end in snippet.highlights]


def test_a_short_passage_is_shown_in_full():
    assert cut("  The old harbour.\n", word("harbour")) == Snippet(
        text="The old harbour.", highlights=((8, 15),), passage="p0", number=1
    )


def test_a_long_passage_is_cut_around_its_match_at_word_borders():
    text = FILLER * 5 + "The harbour lies there. " + FILLER * 5
    snippet = cut(text, word("harbour"))
    assert marked(snippet) == ["harbour"]
    assert 180 < len(snippet.text) <= 240
    assert snippet.cut_before
    assert snippet.cut_after
    assert f" {snippet.text} " in text


@pytest.mark.parametrize("text", ["Harbour here. " + FILLER * 5, FILLER * 5 + "At the harbour."])
def test_a_cut_says_on_which_side_the_passage_goes_on(text):
    snippet = cut(text, word("harbour"))
    assert marked(snippet) in (["harbour"], ["Harbour"])
    assert snippet.cut_before == (not text.startswith(snippet.text))
    assert snippet.cut_after == (not text.endswith(snippet.text))
    assert snippet.cut_before != snippet.cut_after


def test_the_cut_is_where_most_of_the_query_stands():
    text = "Harbour. " + "Harbour harbour. " + FILLER * 4 + "A harbour strike. " + FILLER * 4
    assert marked(cut(text, word("harbour"), word("strike"))) == ["harbour", "strike"]


def test_of_equal_places_the_one_with_more_marks_is_shown():
    text = "One harbour. " + FILLER * 4 + "A harbour and a harbour. " + FILLER * 4
    assert marked(cut(text, word("harbour"))) == ["harbour", "harbour"]


def test_a_highlight_is_never_cut():
    long_phrase = " ".join(["sesquipedalian"] * 12)
    text = FILLER * 3 + (long_phrase + " and ") * 6 + FILLER * 3
    snippet = cut(text, phrase(long_phrase))
    assert marked(snippet) == [long_phrase]


def test_a_highlight_at_the_edge_is_kept_or_left_out_whole():
    for shift in range(240):
        text = "harbour " + "x" * shift + " old harbour town of them all " + FILLER * 6
        leaves = (AnyTerm("exact", ("harbour",)), phrase("old harbour town"), word("lorem"))
        snippet = cut(text, *leaves)
        allowed = {"harbour", "old harbour town", "Lorem"}
        assert set(marked(snippet)) <= allowed
        assert highlights(snippet.text, "en", leaves) == snippet.highlights


def test_a_text_without_spaces_is_cut_all_the_same():
    snippet = cut("北京" * 300 + "東京" + "上海" * 300, phrase("東京"))
    assert marked(snippet) == ["東京"]
    assert len(snippet.text) <= 240


def test_a_cut_does_not_part_a_letter_from_its_marks():
    text = unicodedata.normalize("NFD", "é") * 400 + " harbour " + "e\u0301" * 400
    snippet = cut(text, word("harbour"))
    assert not unicodedata.combining(snippet.text[0])
    assert len(snippet.text) <= 300
    assert text[text.index(snippet.text) + len(snippet.text)] != "\u0301"


def test_a_word_of_a_megabyte_makes_no_snippet_of_a_megabyte():
    for text in ("x" * 1_000_000, "的" * 100_000, "a" + "\u0301" * 100_000):
        started = time.process_time()
        leaves = (AnyTerm("text", tuple(token.exact for token in analyze(text, "en")[:1])),)
        snippet = cut(text, *leaves)
        assert snippet.highlights
        assert len(snippet.text) <= 1300
        assert snippet.cut_after
        assert time.process_time() - started < 8


def test_snippets_say_which_passage_they_are_of_best_first():
    article = document("Nothing.", "A harbour.", "More.", "The harbour strike.")
    snippets = cut_snippets(article, (word("harbour"), word("strike")), (1.0, 1.0))
    assert [(s.passage, s.number) for s in snippets] == [("p3", 4), ("p1", 2)]


def test_at_most_limit_snippets_are_cut():
    article = document(*["A harbour."] * 9)
    assert len(cut_snippets(article, (word("harbour"),), (1.0,))) == 3
    assert len(cut_snippets(article, (word("harbour"),), (1.0,), limit=5)) == 5
    assert cut_snippets(article, (word("harbour"),), (1.0,), limit=0) == ()
    assert cut_snippets(article, (), (), limit=0) == ()


def test_weights_may_be_a_mapping_from_the_leafs_number():
    article = document("A harbour.", "A strike.")
    snippets = cut_snippets(article, (word("harbour"), word("strike")), {0: 1.0, 1: 9.0})
    assert [s.passage for s in snippets] == ["p1", "p0"]


def test_where_only_the_title_matches_the_first_paragraph_is_shown():
    article = Document(
        id="d",
        source_id="d",
        place="d",
        title="A harbour",
        passages=(
            Passage("p0", "A caption", PassageKind.CAPTION),
            Passage("p1", FILLER * 5),
            Passage("p2", "Another."),
        ),
    )
    for leaves in ((word("harbour", "title"),), (word("harbour"),), ()):
        (snippet,) = cut_snippets(article, leaves, (1.0,) * len(leaves))
        assert (snippet.passage, snippet.number, snippet.highlights) == ("p1", 2, ())
        assert snippet.text == (FILLER * 5)[: len(snippet.text)]
        assert snippet.cut_after
        assert not snippet.cut_before


def test_an_article_without_a_paragraph_shows_its_first_passage_and_an_empty_one_nothing():
    article = Document("d", "d", "d", "T", (Passage("p0", "Heading", PassageKind.HEADING),))
    assert [s.text for s in cut_snippets(article, (), ())] == ["Heading"]
    assert cut_snippets(document(), (), ()) == ()


def test_removed_text_is_cut_in_the_order_of_the_article_and_has_no_passage():
    article = document("The harbour.", removed=("Harbour news", "Comments", FILLER * 9 + "harbour"))
    snippets = removed_snippets(article, (word("harbour", "removed"),))
    assert [(s.passage, s.number, marked(s)) for s in snippets] == [
        ("", 0, ["Harbour"]),
        ("", 0, ["harbour"]),
    ]
    assert snippets[1].cut_before
    assert len(removed_snippets(article, (word("harbour", "removed"),), limit=1)) == 1
    assert removed_snippets(article, (word("harbour"),)) == ()


pieces = st.lists(
    st.one_of(
        st.sampled_from(
            ["harbour", "strike", "Harbour strike", "東京", "東", " ", "\n", ". ", "-"]
        ),
        st.sampled_from(
            ["x" * 30, "word " * 9, "é", "e\u0301", "\u200b", "\u202e", "\ud800", "<b>"]
        ),
        st.text(max_size=5),
    ),
    max_size=80,
).map("".join)
LEAVES = (word("harbour"), word("strike"), phrase("harbour strike", 2), phrase("東京"))


@given(st.lists(pieces, min_size=1, max_size=4))
def test_a_snippet_is_a_piece_of_its_passage_with_the_passages_own_highlights(texts):
    article = document(*texts)
    for snippet in cut_snippets(article, LEAVES, (1.0, 2.0, 3.0, 1.0)):
        whole = article.passages[snippet.number - 1].text
        assert snippet.passage == article.passages[snippet.number - 1].id
        assert snippet.text in whole
        assert len(snippet.text) <= 1300
        assert snippet.text == snippet.text.strip()
        spans = highlights(whole, "en", LEAVES)
        shown = {whole[start:end] for start, end in spans if end - start <= 1000}
        assert all(0 <= start < end <= len(snippet.text) for start, end in snippet.highlights)
        assert set(marked(snippet)) <= shown
        assert bool(snippet.highlights) == bool(spans)
        assert not (snippet.cut_before or snippet.cut_after) or len(whole) > 240


def cut_weighted(text: str, leaves: tuple[Leaf, ...], weights: tuple[float, ...]) -> Snippet:
    (snippet,) = cut_snippets(document(text), leaves, weights)
    return snippet


def test_a_long_phrase_before_the_best_place_is_left_out_whole():
    long_phrase = " ".join(["sesquipedalian"] * 15)
    text = f"{FILLER * 3}{long_phrase} and in the end there was a harbour. {FILLER * 3}"
    snippet = cut_weighted(text, (phrase(long_phrase), word("harbour")), (0.1, 9.0))
    assert marked(snippet) == ["harbour"]
    assert snippet.text.startswith("and in the end there was a harbour.")


def test_a_long_phrase_that_runs_into_the_best_place_is_shown_whole():
    long_phrase = " ".join(["sesquipedalian"] * 12)
    text = f"{FILLER * 3}{long_phrase} harbour strike. {FILLER * 3}"
    leaves = (phrase(f"{long_phrase} harbour"), phrase("harbour strike"))
    snippet = cut_weighted(text, leaves, (0.1, 9.0))
    assert marked(snippet) == [f"{long_phrase} harbour strike"]


def test_a_cut_in_a_word_longer_than_the_snippet_does_not_part_a_letter_from_its_marks():
    text = "東京" + "か\u3099" * 400 + " harbour"
    snippet = cut(text, word("harbour"))
    assert unicodedata.category(snippet.text[0]) == "Lo"
    assert marked(snippet) == ["harbour"]


def test_a_word_that_runs_into_the_best_place_is_left_out_rather_than_cut():
    long_phrase = " ".join(["sesquipedalian"] * 12)
    snippet = cut("x" * 300 + "-" + long_phrase + "-" + "x" * 300, phrase(long_phrase))
    assert snippet.text == long_phrase
    assert snippet.cut_before
    assert snippet.cut_after


def test_a_long_passage_is_cut_around_its_telling_words_not_around_small_ones():
    text = "Where was the one who came here? " + FILLER * 5 + "The harbour burnt. " + FILLER * 5
    looked_for = tuple(map(word, ("where", "was", "the", "harbour", "who")))
    assert "harbour" in marked(cut(text, *looked_for))
