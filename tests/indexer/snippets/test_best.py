from indexer.analyzer import stems
from indexer.model import AnyTerm, Document, Leaf, Passage
from indexer.snippets import cut_snippets


def leaves(*words: str) -> tuple[Leaf, ...]:
    return tuple(AnyTerm("text", stems(word, ["en"])) for word in words)


def best(query: str, *texts: str, weights: tuple[float, ...] | None = None) -> list[str]:
    passages = tuple(Passage(f"p{number}", text) for number, text in enumerate(texts))
    document = Document("d", "d", "d", "Title", passages, language="en")
    looked_for = leaves(*query.split())
    snippets = cut_snippets(document, looked_for, weights or (1.0,) * len(looked_for), limit=9)
    return [snippet.passage for snippet in snippets]


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
    apart = "The harbour was calm. " + "Nothing went on at all there. " * 3 + "A strike was near."
    together = "The calm was deep. " + "Nothing went on at all there. " * 3 + "A harbour strike."
    assert best("harbour strike", apart, together) == ["p1", "p0"]


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
