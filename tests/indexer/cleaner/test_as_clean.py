from indexer.cleaner import take_as_clean
from indexer.model import DateOrigin, NoArticle, PassageKind


def taken(raw):
    return take_as_clean(raw).document


def test_paragraphs_are_split_at_empty_lines(raw):
    document = taken(raw("Goat\n\nOne line\nand another.\n\nLeave a Reply"))
    assert document.title == "Goat"
    assert [passage.text for passage in document.passages] == [
        "One line and another.",
        "Leave a Reply",
    ]
    assert document.removed == ()


def test_without_empty_lines_every_line_is_one(raw):
    document = taken(raw("Goat\nOne.\nTwo."))
    assert [passage.text for passage in document.passages] == ["One.", "Two."]


def test_a_given_title_takes_no_line_away(raw):
    document = taken(raw("Goat\n\nOne.", title="Tram"))
    assert (document.title, len(document.passages)) == ("Tram", 2)


def test_a_text_that_begins_with_a_sentence_keeps_it(raw):
    text = "The goat took the tram to the sea on Monday, and nobody who saw it said a single word about it."
    document = taken(raw(text))
    assert (
        document.title
        == "The goat took the tram to the sea on Monday, and nobody who saw it said a …"
    )
    assert [passage.text for passage in document.passages] == [text]


def test_a_single_line_is_title_and_passage(raw):
    document = taken(raw("Goat"))
    assert (document.title, [passage.text for passage in document.passages]) == ("Goat", ["Goat"])


def test_html_is_read_without_its_tags(raw):
    page = "<head><title>Goat</title></head><nav>Home</nav><h2>The sea</h2><p>It <b>went</b>.</p>"
    document = taken(raw(page, "html"))
    assert document.title == "Goat"
    assert [(p.text, p.kind) for p in document.passages] == [
        ("Home", PassageKind.PARAGRAPH),
        ("The sea", PassageKind.HEADING),
        ("It went.", PassageKind.PARAGRAPH),
    ]


def test_what_is_given_is_taken(raw):
    document = taken(
        raw(
            "One.",
            title="T",
            published="2016-06",
            source="Wave",
            language="en-GB",
            byline="Ann",
            url="u:x",
        )
    )
    assert (document.published.date, document.published.origin) == ("2016-06", DateOrigin.GIVEN)
    assert (document.source, document.language, document.byline, document.url) == (
        "Wave",
        "en",
        "Ann",
        "u:x",
    )


def test_nothing_at_all_is_no_article(raw):
    assert isinstance(taken(raw(" \n\u200b\n")), NoArticle)


def test_the_original_is_given_back(raw):
    assert take_as_clean(raw("a\x00b")).original == "a\x00b"
