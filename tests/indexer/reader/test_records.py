import pytest

from indexer.dates import LAST_YEAR
from indexer.identity import document_id
from indexer.model import Given, RawDocument, Rejected
from indexer.reader import raw_from_record
from indexer.reader.limits import MAXIMUM_DOCUMENT


def test_all_that_a_record_says_is_taken():
    record = {
        "id": 17,
        "text": "The council met.",
        "title": "Nothing\r\n decided",
        "url": "https://WWW.Herald.example/2016/x?a=b",
        "source": "The Herald",
        "published": "2016-10-19T23:30:00-05:00",
        "language": "pt-BR",
        "byline": " A.  Berg ",
        "persons": ["B. Holm", "", "C. Lind", "B. Holm"],
        "crawled": "2020",
    }
    raw = raw_from_record(record, "herald/news.jsonl:12")
    assert raw == RawDocument(
        id="17",
        source_id="17",
        place="herald/news.jsonl:12",
        format="text",
        content="The council met.",
        source_hash=raw.source_hash,
        site="www.herald.example",
        given=Given(
            title="Nothing decided",
            url="https://WWW.Herald.example/2016/x?a=b",
            source="The Herald",
            published="2016-10-19",
            language="pt",
            byline="A. Berg",
            persons=("B. Holm", "C. Lind"),
        ),
    )


@pytest.mark.parametrize(
    ("record", "place", "site"),
    [
        (
            {"site": "one.example", "url": "http://two.example/"},
            "three/news.jsonl:1",
            "one.example",
        ),
        ({"url": "http://two.example:8080/"}, "three/news.jsonl:1", "two.example"),
        ({"url": "javascript:alert(1)"}, "three/news.jsonl:1", "three"),
        ({}, "news.jsonl:1", None),
    ],
)
def test_the_site_is_given_or_the_host_or_the_first_folder(record, place, site):
    assert raw_from_record({"text": "a", **record}, place).site == site


def test_a_record_without_an_id_is_known_by_its_place():
    raw = raw_from_record({"text": "a", "id": None}, "news.jsonl:3")
    assert (raw.source_id, raw.id) == ("news.jsonl:3", document_id("news.jsonl:3"))


def test_html_is_a_page_and_text_beside_it_is_the_article():
    page = raw_from_record({"html": "<p>a\r\nb", "text": " "}, "x:1")
    assert (page.format, page.content) == ("html", "<p>a\r\nb")
    article = raw_from_record({"html": "<p>a", "text": "b"}, "x:1")
    assert (article.format, article.content) == ("text", "b")


def test_a_title_alone_is_an_article_and_nothing_is_none():
    raw = raw_from_record({"title": "Nothing decided", "text": ""}, "x:1")
    assert (raw.format, raw.content, raw.given.title) == ("text", "", "Nothing decided")
    for record in ({}, {"text": " \n"}, {"html": ""}, {"text": None, "title": " "}):
        assert raw_from_record(record, "x:1").reason.startswith("neither title nor text")


def test_wrapped_paragraphs_are_one_line_again_and_control_characters_go():
    text = "The council met on Tuesday evening and decided,\r\nafter some hours,\u2028nothing.\x07"
    raw = raw_from_record({"text": text}, "x:1")
    assert (
        raw.content == "The council met on Tuesday evening and decided, after some hours,\nnothing."
    )


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("text", 7, "text is a number; text is expected"),
        ("text", ["a"], "text is a list; text is expected"),
        ("html", {"a": 1}, "html is an object; text is expected"),
        ("text", "a\0b", "text is not text (NUL character at 1)"),
        ("html", "<p>a\0\0</p>", "html is not text (2 NUL characters)"),
        ("html", "a" * (MAXIMUM_DOCUMENT + 1), "html is larger than 20000000 characters; split it"),
        ("text", "a" * (MAXIMUM_DOCUMENT + 1), "text is larger than 20000000 characters; split it"),
        ("id", 1.5, "id is a number; text or a whole number is expected"),
        ("id", True, "id is true; text or a whole number is expected"),
        (
            "id",
            "a\r\nb",
            r"id is 'a\r\nb'; at most 1000 characters are usable, and no control characters",
        ),
        (
            "id",
            "a" * 10_000,
            f"id is '{'a' * 60}…'; at most 1000 characters are usable, and no control",
        ),
        ("title", ["a"], "title is a list; text is expected"),
        ("title", "a" * 2_001, f"title is '{'a' * 60}…'; it has 2001 characters; at most 2000 are"),
        ("url", 7, "url is a number; text is expected"),
        ("source", False, "source is false; text is expected"),
        ("published", "19 October 2016", "published is '19 October 2016'; YYYY, YYYY-MM or"),
        ("published", "2016-02-30", "published is '2016-02-30'; day is out of range for month"),
        ("published", "2016-13", "published is '2016-13'; month must be in 1..12"),
        ("published", "0000", "published is '0000'; year 0 is out of range"),
        (
            "published",
            "0001-01-01",
            f"published is '0001-01-01'; a year from 1450 to {LAST_YEAR} is",
        ),
        ("published", 1449, f"published is a number; a year from 1450 to {LAST_YEAR} is expected"),
        ("published", f"{LAST_YEAR + 1}", f"published is '{LAST_YEAR + 1}'; a year from 1450 to"),
        ("published", "9999-12-31", f"published is '9999-12-31'; a year from 1450 to {LAST_YEAR}"),
        ("published", "٢٠١٦", "published is '٢٠١٦'; YYYY"),
        ("published", {}, "published is an object; text or a whole number is expected"),
        ("language", "English, please", "language is 'English, please'; a code such as en, ar"),
        ("byline", {}, "byline is an object; text is expected"),
        ("persons", 5, "persons is a number; a list of at most 1000 names is expected"),
        ("persons", ["a"] * 1_001, "persons is a list; a list of at most 1000 names is expected"),
        ("persons", ["a", 5], "persons is a list; text is expected"),
    ],
)
def test_a_field_that_cannot_be_used_is_named_with_its_value(field, value, reason):
    raw = raw_from_record({"text": "The council met.", field: value}, "x:1")
    assert isinstance(raw, Rejected)
    assert raw.place == "x:1"
    assert raw.reason.startswith(reason)


def test_a_page_loses_a_nul_as_in_a_browser():
    page = "<p>The coun\0cil met on Tuesday.</p>"
    assert raw_from_record({"html": page}, "x:1").content == page.replace("\0", "")


def test_all_fields_that_cannot_be_used_are_named_together():
    raw = raw_from_record({"text": 1, "published": "soon"}, "x:1")
    assert raw.reason.split("; ")[0::2] == ["published is 'soon'", "text is a number"]


@pytest.mark.parametrize(
    ("given", "published"),
    [
        (2016, "2016"),
        ("2016", "2016"),
        ("2016-10", "2016-10"),
        (" 2016-10-19 ", "2016-10-19"),
        ("2016-10-19T00:30:00Z", "2016-10-19"),
        ("2016-10-19 23:59:59.999+14:00", "2016-10-19"),
        ("2016-10-19T08:00", "2016-10-19"),
        ("1450-01-01", "1450-01-01"),
        (f"{LAST_YEAR}-12-31", f"{LAST_YEAR}-12-31"),
        ("", None),
        (None, None),
    ],
)
def test_a_date_is_kept_as_printed(given, published):
    assert raw_from_record({"text": "a", "published": given}, "x:1").given.published == published


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//evil.example",
        "ftp://a.example",
        "a.example/x",
        "http://",
        "http://[",
        "https://a.example/ b",
        "",
    ],
)
def test_an_address_that_no_page_should_link_to_is_left_out(url):
    assert raw_from_record({"text": "a", "url": url}, "x:1").given.url is None


def test_nobody_named_is_something_else_than_nobody_said():
    assert raw_from_record({"text": "a", "persons": []}, "x:1").given.persons == ()
    assert raw_from_record({"text": "a", "persons": ""}, "x:1").given.persons is None
    assert raw_from_record({"text": "a"}, "x:1").given.persons is None
    assert raw_from_record({"text": "a", "persons": "B. Holm; C. Lind"}, "x:1").given.persons == (
        "B. Holm",
        "C. Lind",
    )


def test_the_hash_is_of_what_the_record_says_in_whatever_order():
    def digest(**record):
        return raw_from_record(record, "x:1").source_hash

    assert digest(text="a", title="b") == digest(title="b", text="a")
    assert digest(text="a", title="b") == digest(text="a", title="b", crawled="2020")
    assert digest(text="a", title="b") != digest(text="a", title="c")
    assert digest(text="ab") != digest(text="a", title="b")
