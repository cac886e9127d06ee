import pytest

from indexer.model import BlockRule, NoArticle, Reason

TEXT = """Goat Takes the Tram

The goat boarded the tram at the market on Monday, and the driver said nothing.

Our “Goat Fund” takes letters, coins and hay at the door of the office, he said.

The tram went on to the sea, and there the goat got off without a word.

Leave a Reply
"""


def kept(document):
    return [passage.text for passage in document.passages]


def rule(action, text, **scope):
    return BlockRule(action, text, line="corrections.txt:3", **scope)


def test_a_reader_s_rule_removes_a_block_and_is_named(clean_text):
    document = clean_text(TEXT, (rule("remove", 'our "goat fund"'),))
    assert not any(text.startswith("Our") for text in kept(document))
    (removed,) = (block for block in document.removed if block.reason is Reason.RULE)
    assert "corrections.txt:3" in removed.rule
    assert removed.after == 1


def test_a_reader_s_rule_keeps_what_the_cleaner_would_remove(clean_text):
    assert "Leave a Reply" not in kept(clean_text(TEXT))
    assert kept(clean_text(TEXT, (rule("keep", "leave a"),)))[-1] == "Leave a Reply"


@pytest.mark.parametrize(
    ("scope", "applies"),
    [
        ({"document": "d1"}, True),
        ({"document": "a/d1.txt"}, True),
        ({"document": "other"}, False),
        ({"source": "daily WAVE"}, True),
        ({"source": "Other"}, False),
        ({"source": "wave.example"}, True),
        ({}, True),
    ],
)
def test_a_rule_speaks_of_a_document_a_source_or_all(clean_text, scope, applies):
    document = clean_text(
        TEXT, (rule("remove", "the tram went", **scope),), site="wave.example", source="Daily Wave"
    )
    assert (len(kept(document)) == 2) is applies


def test_a_rule_for_the_document_goes_before_one_for_all(clean_text):
    rules = (rule("remove", "the tram went"), rule("keep", "the tram", document="d1"))
    assert len(kept(clean_text(TEXT, rules))) == 3


def test_a_keep_goes_before_a_remove_of_the_same_scope(clean_text):
    rules = (rule("remove", "the tram went"), rule("keep", "the tram went"))
    assert len(kept(clean_text(TEXT, rules))) == 3


def test_a_rule_without_words_touches_nothing(clean_text):
    assert kept(clean_text(TEXT, (rule("remove", ""),))) == kept(clean_text(TEXT))


def test_a_kept_caption_of_another_article_is_a_paragraph(clean_page):
    page = (
        "<article><h1>Goat</h1>"
        + "<p>The goat took the tram, and the driver said nothing at all.</p>" * 3
    )
    page += "</article><div class=related><figcaption>A tram.</figcaption></div>"
    document = clean_page(page, (rule("keep", "a tram."),))
    assert (document.passages[-1].text, document.passages[-1].kind) == ("A tram.", "paragraph")


@pytest.mark.parametrize("words", ["the page that you", "home"])
def test_a_page_of_which_the_reader_keeps_a_block_is_an_article(clean_page, words):
    page = (
        "<title>Page not found</title><body><h1>Page not found</h1>"
        "<p>The page that you are looking for is not here any more, or it never was.</p>"
        "<nav><ul><li><a href=/>Home</a></li></ul></nav></body>"
    )
    assert isinstance(clean_page(page), NoArticle)
    assert isinstance(clean_page(page, (rule("keep", words),)), NoArticle)
    document = clean_page(page, (rule("keep", words, document="d1"),))
    assert words in [text[: len(words)].lower() for text in kept(document)]
