import time

import pytest

from indexer.analyzer import exact_forms, stems
from indexer.model import AnyTerm, Document, Leaf, Passage, TermPhrase
from indexer.snippets import cut_snippets

FILLER = "Nothing went on at all there. "


def word(typed: str) -> AnyTerm:
    return AnyTerm("text", stems(typed, ["en", "de"]))


def phrase(typed: str) -> TermPhrase:
    return TermPhrase("exact", tuple((form,) for form in exact_forms(typed)))


def found(
    looked_for: tuple[Leaf, ...],
    *texts: str,
    weights: tuple[float, ...] | None = None,
    language: str | None = "en",
) -> list[str]:
    """The ids of the passages, best first."""
    passages = tuple(Passage(f"p{number}", text) for number, text in enumerate(texts))
    document = Document("d", "d", "d", "Title", passages, language=language)
    snippets = cut_snippets(document, looked_for, weights or (1.0,) * len(looked_for), limit=9)
    return [snippet.passage for snippet in snippets]


def best(query: str, *texts: str, weights: tuple[float, ...] | None = None) -> list[str]:
    return found(tuple(map(word, query.split())), *texts, weights=weights)


def test_a_passage_with_both_words_comes_before_those_with_one():
    assert best("harbour strike", "A harbour.", "A strike.", "A harbour strike.")[0] == "p2"


def test_a_rare_word_tells_more_than_a_common_one():
    texts = ("The harbour and more words.", "The strike and more words.")
    assert best("harbour strike", *texts, weights=(0.5, 5.0)) == ["p1", "p0"]
    assert best("harbour strike", *texts, weights=(5.0, 0.5)) == ["p0", "p1"]


def test_a_word_that_stands_in_every_passage_of_the_article_tells_less():
    texts = ("A harbour here.", "The harbour there.", "A harbour once.", "A strike twice.")
    assert best("harbour strike", *texts)[0] == "p3"


def test_words_in_one_sentence_come_before_words_far_apart():
    apart = "The harbour was calm. " + FILLER * 3 + "A strike was near."
    together = "The calm was deep. " + FILLER * 3 + "A harbour strike."
    assert best("harbour strike", apart, together) == ["p1", "p0"]


def test_words_in_one_sentence_come_before_words_as_near_in_two():
    two = FILLER + "They saw the harbour so calm. And then a strike."
    one = FILLER + "They saw the harbour so calm and then a strike."
    assert best("harbour strike", two, one) == ["p1", "p0"]


def test_words_that_stand_near_each_other_come_before_words_far_apart_in_one_sentence():
    far = "The harbour, where nothing at all went on that week or the week before, saw a strike."
    near = "The strike in the harbour, where nothing at all went on that week or the week before."
    assert best("harbour strike", far, near) == ["p1", "p0"]


def test_a_short_passage_comes_before_a_long_one_with_the_same_words():
    long = "A harbour. " + "Other words follow here. " * 9
    assert best("harbour", long, "A harbour.") == ["p1", "p0"]


def test_of_equal_passages_the_earlier_comes_first():
    assert best("harbour", "A harbour.", "A harbour.", "None.") == ["p0", "p1"]


def test_a_word_typed_twice_counts_twice():
    texts = ("The harbour.", "The strike.", "Nothing.")
    assert best("strike harbour harbour", *texts)[0] == "p0"
    assert best("harbour strike strike", *texts)[0] == "p1"


QUESTION = "Where was the harbour built"
ANSWERS = ("In the town was a calm harbour, where it lay.", "Workers built a harbour out of mud.")


def test_the_small_words_of_a_question_tell_little():
    assert best(QUESTION, *ANSWERS) == ["p1", "p0"]


def test_which_words_are_small_depends_on_the_language_of_the_article():
    leaves = tuple(map(word, QUESTION.split()))
    assert found(leaves, *ANSWERS, language="ru") == ["p0", "p1"]


def test_in_an_article_of_unknown_language_no_word_is_small():
    leaves = tuple(map(word, QUESTION.split()))
    assert found(leaves, *ANSWERS, language=None) == ["p0", "p1"]


def test_a_query_of_small_words_only_finds_the_passage_that_has_most_of_them():
    texts = ("It is there.", "To be or not to be there.", "Be there.", "Nobody came.")
    assert best("to be or not to be", *texts) == ["p1", "p2"]


def test_a_small_word_that_was_asked_for_as_it_stands_is_not_small():
    texts = ("Who sang for the crowd that night?", "The band sang.", "Nobody came.")
    leaves = (AnyTerm("exact", ("who",)), word("sang"))
    assert found(leaves, *texts, weights=(3.0, 1.0)) == ["p0", "p1"]
    assert found((AnyTerm("exact", ("who",)), word("band")), *texts, weights=(3.0, 1.0)) == [
        "p0",
        "p1",
    ]


def test_a_word_as_it_was_typed_comes_before_another_of_its_forms():
    assert best("strikes", "The strike went on.", "The strikes went on.") == ["p1", "p0"]
    assert best("strike", "The strikes went on.", "The strike went on.") == ["p1", "p0"]


def test_accents_and_capitals_do_not_make_another_form():
    assert best("cafe", "CAFÉ here.", "A cafe here now.") == ["p0", "p1"]


def test_a_passage_whose_first_sentence_has_the_word_comes_before_one_that_comes_to_it_later():
    assert best("harbour", FILLER + "A harbour.", "A harbour. " + FILLER) == ["p1", "p0"]


@pytest.mark.parametrize("between", range(1, 6))
def test_of_two_words_the_nearer_ones_come_first(between):
    texts = [f"The harbour {'so ' * n}strike {'on ' * (9 - n)}." for n in (between, between - 1)]
    assert best("harbour strike", *texts) == ["p1", "p0"]


def test_small_words_that_stand_as_in_the_query_decide_between_passages_that_have_all():
    texts = ("Many fell, and how did ships sink?", "How many ships did sink and fell?")
    assert best("how many ships sink", *texts) == ["p1", "p0"]


def test_a_word_stands_as_near_to_a_phrase_as_to_its_last_word():
    before = "On Monday and so the strike of the harbour pilots was over."
    after = "And so the strike of the harbour pilots on Monday was over."
    leaves = (phrase("strike of the harbour pilots"), word("monday"))
    assert found(leaves, before, after) == ["p1", "p0"]


def test_a_word_typed_twice_that_stands_there_once_is_not_a_pair():
    texts = ("A harbour so calm and a strike.", "A strike in a harbour so calm.")
    assert best("harbour harbour strike", *texts) == ["p1", "p0"]


def test_a_passage_full_of_matches_takes_time_in_proportion_to_its_length():
    def seconds(times: int) -> float:
        started = time.process_time()
        best("harbour strike harbour strike", "Harbour strike on. " * times)
        return time.process_time() - started

    seconds(100)
    assert seconds(8_000) < 40 * max(seconds(800), 0.005)
