"""A folded word, as the first article that has it prints it."""

import pytest

from indexer.engine import open_engine
from indexer.identity import passage_ids
from indexer.model import Document, Passage
from indexer.search.printed_words import printed_word

TEXTS = {
    "a1": "Der Mu\u0308ller aß.",
    "a2": "Der Müller aß.",
    "b": "MÜHLE",
    "c": "l'Étang",
    "d": "Damp\u00adfer",
    "e": "كَتَبَ",
    "f": "word " * 5_000 + "übrig",
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    engine = open_engine(str(tmp_path_factory.mktemp("printed") / "index"))
    with engine.writer() as writer:
        for id_, text in TEXTS.items():
            passages = tuple(map(Passage, passage_ids([text]), [text]))
            writer.put(Document(id_, id_, f"{id_}.txt", "", passages), text, id_)
        writer.publish()
    return engine.searcher()


@pytest.mark.parametrize(
    ("word", "printed"),
    [
        ("muller", "müller"),
        ("muhle", "mühle"),
        ("etang", "étang"),
        ("ass", "aß"),
    ],
)
def test_a_word_has_the_marks_that_it_is_printed_with(archive, word, printed):
    assert printed_word(archive, word) == printed


@pytest.mark.parametrize("word", ["dampfer", "كتب"])
def test_soft_hyphens_and_vowels_that_nobody_types_are_left_out(archive, word):
    assert printed_word(archive, word) == word


def test_of_a_long_article_only_the_beginning_is_read(archive):
    assert printed_word(archive, "ubrig") == "ubrig"


def test_a_word_that_no_article_has_stays_as_it_is(archive):
    assert printed_word(archive, "nothing") == "nothing"
