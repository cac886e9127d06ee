"""The whole way, on small invented articles that carry the debris of real ones."""

import time
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.cleaner import clean
from indexer.cleaner.features import WORD
from indexer.cleaner.tidy import tidy_lines
from indexer.model import DateOrigin, Document, NoArticle, PassageKind, RawDocument, Reason

ARTICLE = """Gulf Views and News | Valley Wave

Goat Takes the Tram to the Sea | VALLEY WAVE English Archive 2005 -2017
Select Page
Media ID: 55372

Caption:

The goat at the market stop in Ostrel, February 23, 2016. WIRE/Ann Lee

OSTREL- The goat boarded the tram at the market on Monday, and the driver said nothing at all about it.

“It had a ticket,” the inspector said. “It had eaten most of it, but it had one.”

- The long way down -

The file photo shows goats on the northern bank.

Passengers were asked to print their names and to share what they had seen with the police in writing.

A tug waits for the goat at the quay on June 4, 2016. ©IRP

Representatives of the trams, the goats, the ferries and the police will also be taking part.

S/SH 11

string(99) "[{"id":"18","title":"Xaver Quillon wins the cup"},{"id":"19","title":"Bread is dear"}]"

Valley Wave :: World Feed

Leave a Reply

Show Buttons
Hide Buttons
Comments 0
"""


@pytest.fixture(scope="module")
def article():
    return clean(RawDocument("d", "d", "d.txt", "text", ARTICLE, "0")).document


def test_every_sentence_of_the_article_is_kept_in_order(article):
    starts = [passage.text.split()[0] for passage in article.passages]
    assert starts == ["The", "OSTREL-", "“It", "-", "The", "Passengers", "A", "Representatives"]


def test_captions_are_passages_of_their_own_kind_and_credits_stand_apart(article):
    captions = [p.text for p in article.passages if p.kind is PassageKind.CAPTION]
    assert captions == [
        "The goat at the market stop in Ostrel, February 23, 2016.",
        "The file photo shows goats on the northern bank.",
        "A tug waits for the goat at the quay on June 4, 2016.",
    ]
    assert article.credits == ("WIRE/Ann Lee", "©IRP")


def test_a_sub_heading_is_a_heading_as_it_is_printed(article):
    (heading,) = (p.text for p in article.passages if p.kind is PassageKind.HEADING)
    assert heading == "- The long way down -"


def test_title_and_source_are_told_from_masthead_and_suffix(article):
    assert article.title == "Goat Takes the Tram to the Sea"
    assert article.source == "Valley Wave"


def test_a_photograph_s_date_is_not_the_article_s(article):
    assert article.published is None


def test_who_is_named_in_a_dump_is_found_in_the_removed_text_alone(article):
    assert not any("Quillon" in passage.text for passage in article.passages)
    (dump,) = (block for block in article.removed if "Quillon" in block.text)
    assert (dump.reason, dump.after) == (Reason.DUMP, 8)


def test_every_removed_block_says_why(article):
    assert [(block.reason, block.after) for block in article.removed] == [
        (Reason.MASTHEAD, 0),
        (Reason.TITLE, 0),
        (Reason.NAVIGATION, 0),
        (Reason.NAVIGATION, 0),
        (Reason.OTHER, 0),
        (Reason.CREDIT, 8),
        (Reason.DUMP, 8),
        (Reason.SOURCE_LINE, 8),
        (Reason.COMMENTS, 8),
        (Reason.NAVIGATION, 8),
        (Reason.NAVIGATION, 8),
        (Reason.COMMENTS, 8),
    ]
    assert all(block.rule for block in article.removed)


def test_a_title_given_twice_and_a_date_line(clean_text):
    prose = (
        "The goat boarded the tram at the market on Monday, and the driver said nothing.\n\n" * 3
    )
    document = clean_text(
        f"Goat Takes the Tram\n\nGoat Takes the Tram\nTue Jun 7, 2016 08:33:35\n\n{prose}"
    )
    assert document.title == "Goat Takes the Tram"
    assert (document.published.date, document.published.origin) == (
        "2016-06-07",
        DateOrigin.DATE_LINE,
    )
    assert [block.reason for block in document.removed[:2]] == [Reason.TITLE, Reason.REPEATED_TITLE]


def test_a_link_in_another_script_is_removed(clean_text):
    prose = (
        "The goat boarded the tram at the market on Monday, and the driver said nothing.\n\n" * 2
    )
    document = clean_text(f"Goat Takes the Tram\n\nإقرأ هذا الخبر بالعربية W460\n\n{prose}")
    assert document.removed[1].reason is Reason.NAVIGATION
    assert document.language == "en"


def test_an_arabic_article_keeps_its_own_script(clean_text):
    text = (
        "الماعز تستقل الترام إلى البحر\n18 سبتمبر 2021\nبقلم سمير غزون\n\n"
        "صعدت الماعز إلى الترام في السوق يوم الاثنين، ولم يقل السائق شيئا على الإطلاق.\n\n"
        "وقال المفتش إن الماعز كانت تحمل تذكرة، وقد أكلت معظمها في الطريق إلى البحر.\n\n"
        "شارك عبر فيسبوك تويتر واتساب\nأضف تعليقا\n"
    )
    document = clean_text(text)
    assert len(document.passages) == 2
    assert (document.language, document.byline, document.published.date) == (
        "ar",
        "سمير غزون",
        "2021-09-18",
    )


def test_comments_below_their_head_are_removed(clean_text):
    prose = (
        "The goat boarded the tram at the market on Monday, and the driver said nothing.\n\n" * 5
    )
    comments = "".join(
        f"Bo Rask\n{n} hours ago\nI saw it too, and it was a very big goat indeed.\nReply\n"
        for n in range(2, 7)
    )
    document = clean_text(f"Goat Takes the Tram\n\n{prose}5 Comments\n{comments}")
    assert len(document.passages) == 5
    assert sum(block.reason is Reason.COMMENTS for block in document.removed) >= 10


def test_a_box_of_other_articles_in_the_middle_is_removed_and_the_article_goes_on(clean_text):
    prose = (
        "The goat boarded the tram at the market on Monday, and the driver said nothing.\n\n" * 2
    )
    document = clean_text(
        f"Goat\n\n{prose}Related articles\nBread Is Dear Again\nTug Sinks in Harbour\n\n{prose}"
    )
    assert len(document.passages) == 4
    assert [b.text for b in document.removed if b.reason is Reason.RELATED] == [
        "Related articles",
        "Bread Is Dear Again",
        "Tug Sinks in Harbour",
    ]


def test_an_author_s_note_and_a_promotion_at_the_end_are_removed(clean_text):
    prose = (
        "The goat boarded the tram at the market on Monday, and the driver said nothing.\n\n" * 4
    )
    tail = "Ann Lee is a reporter for the valley pages.\n\nSign up for our newsletter and never miss a goat."
    document = clean_text(f"Goat Takes the Tram\nBy Ann Lee\n\n{prose}{tail}")
    assert len(document.passages) == 4
    assert [block.reason for block in document.removed[-2:]] == [
        Reason.AUTHOR_NOTE,
        Reason.PROMOTION,
    ]
    assert document.byline == "Ann Lee"


def test_a_list_in_the_article_is_kept_and_a_list_of_links_is_not(clean_text):
    prose = (
        "The goat boarded the tram at the market on Monday, and the driver said nothing.\n\n" * 3
    )
    items = "a ticket that was half eaten\na bell on a red ribbon\nsome hay for the way\n\n"
    kept = clean_text(f"Goat\n\n{prose}It carried:\n\n{items}{prose}")
    assert sum(p.kind is PassageKind.LIST_ITEM for p in kept.passages) == 3
    links = "Bread Dear\nTug Sinks\nCup Final\n\n"
    assert not any(
        p.text == "Cup Final" for p in clean_text(f"Goat\n\n{prose}{links}{prose}").passages
    )


def test_a_line_that_ends_with_a_day_is_a_caption(clean_text):
    prose = (
        "The goat boarded the tram at the market on Monday, and the driver said nothing.\n\n" * 3
    )
    document = clean_text(f"Goat\n\n{prose}Smoke over the old mill, 4 May 2016\n\n{prose}")
    assert [p.text for p in document.passages if p.kind is PassageKind.CAPTION] == [
        "Smoke over the old mill, 4 May 2016"
    ]
    assert document.published is None


def test_a_paragraph_signed_by_an_agency_stays_one(clean_text):
    prose = (
        "The goat boarded the tram at the market on Monday, and the driver said nothing.\n\n" * 2
    )
    document = clean_text(
        f"Goat\n\n{prose}It has not been seen since then by anybody in the town. AFP"
    )
    assert (document.passages[-1].kind, document.passages[-1].text[-4:]) == (
        PassageKind.PARAGRAPH,
        "own.",
    )
    assert document.credits == ("AFP",)


def test_what_is_given_wins(clean_text):
    given = {
        "title": "T",
        "source": "S",
        "published": "2001-02",
        "language": "de",
        "byline": "B",
        "url": "https://x.example/2016/06/07/y",
    }
    document = clean_text(ARTICLE, **given)
    assert (document.title, document.source, document.language, document.byline) == (
        "T",
        "S",
        "de",
        "B",
    )
    assert (document.published.date, document.published.origin) == ("2001-02", DateOrigin.GIVEN)


def test_a_url_dates_an_article_that_does_not_say(clean_text):
    document = clean_text(ARTICLE, url="https://x.example/2016/06/goat")
    assert (document.published.date, document.published.sure) == ("2016-06", False)


def test_an_agency_s_dateline_dates_a_text(clean_text):
    prose = "OSTREL, March 3, 2016 (Wire) - The goat boarded the tram at the market, the driver said.\n\nIt slept."
    assert clean_text(f"Goat\n\n{prose}").published.origin is DateOrigin.TEXT


def test_the_source_is_in_a_line_that_is_called_like_the_site(clean_text):
    prose = (
        "The goat boarded the tram at the market on Monday, and the driver said nothing.\n\n" * 2
    )
    assert (
        clean_text(f"Goat\n\n{prose}Source: Valley Wave", site="valleywave").source == "Valley Wave"
    )
    assert clean_text(f"Goat\n\n{prose}Source: Reuters", site="valleywave").source is None
    assert clean_text(f"Goat\n\n{prose}Valley Wave :: Feed").source == "Valley Wave"


PAGE = """<html lang="en"><head><title>Goat takes the tram - Valley Wave</title>
<meta property="og:site_name" content="Valley Wave"><script>var x = "<p>no</p>";</script></head><body>
<div class="cookie-notice"><p>We use cookies, accept them.</p><button>Accept</button></div>
<nav><a href=/>Home</a> <a href=/s>Sport</a></nav>
<main><article><h1>Goat takes the tram</h1>
<p class="byline">By <a href=/a>Ann Lee</a></p><time datetime="2016-06-07T10:00">7 June 2016</time>
<div class="share-bar"><a>Facebook</a> <a>Tweet</a></div>
<p>The <a href=/g>goat</a> boarded the tram at the market on Monday, and the driver said nothing.</p>
<figure><img><figcaption>The goat at the stop. <span class="credit">Photo: Bo Rask/WIRE</span></figcaption></figure>
<h2>The long way</h2><p>“It had a ticket,” the inspector said, “and it had eaten most of it on the way.”</p>
<ul><li>It carried hay for the whole way down to the sea.</li></ul>
<blockquote>Never again, said the driver, and went home to bed.</blockquote>
<table><tr><th>Passengers of Monday</th><th>Number</th></tr><tr><td>Goats that had a ticket</td><td>1</td></tr><tr><td>People who saw it</td><td>34</td></tr></table>
<aside class="related"><h3>Related</h3><a href=/x>Bread is dear again</a></aside>
<p>The tram went on to the sea, and there the goat got off without a word to anybody.</p>
</article></main><footer><p>© 2016 Valley Wave</p></footer></body></html>"""


def test_a_page_becomes_an_article(clean_page):
    document = clean_page(PAGE)
    assert [(passage.kind.name, passage.text.split()[0]) for passage in document.passages] == [
        ("PARAGRAPH", "The"),
        ("CAPTION", "The"),
        ("HEADING", "The"),
        ("PARAGRAPH", "“It"),
        ("LIST_ITEM", "It"),
        ("QUOTATION", "Never"),
        ("TABLE", "Passengers"),
        ("TABLE", "Goats"),
        ("TABLE", "People"),
        ("PARAGRAPH", "The"),
    ]
    assert (document.title, document.source, document.byline) == (
        "Goat takes the tram",
        "Valley Wave",
        "Ann Lee",
    )
    assert (document.published.date, document.language) == ("2016-06-07", "en")
    assert document.credits == ("Photo: Bo Rask/WIRE",)


def test_a_page_s_debris_is_removed_with_reasons(clean_page):
    reasons = Counter(block.reason for block in clean_page(PAGE).removed)
    assert reasons.keys() >= {
        Reason.COOKIES,
        Reason.NAVIGATION,
        Reason.SHARING,
        Reason.RELATED,
        Reason.TITLE,
    }


def test_a_page_in_bytes_is_the_same_page(clean_page):
    assert clean_page(PAGE.encode()) == clean_page(PAGE)


def test_the_same_words_have_the_same_passage_ids_after_debris_has_changed(clean_text):
    ids = {passage.id for passage in clean_text(ARTICLE).passages}
    assert ids == {
        passage.id for passage in clean_text(ARTICLE.replace("Select Page", "Menu")).passages
    }


def test_the_original_is_given_back():
    raw = RawDocument("d", "d", "d", "html", PAGE.encode("utf-8-sig"), "0")
    assert clean(raw).original == PAGE


def _words(texts):
    return Counter(word.casefold() for text in texts for word in WORD.findall(text))


_LINES = st.one_of(
    st.sampled_from([line for line in ARTICLE.splitlines() if line]),
    st.text(max_size=60),
    st.sampled_from(
        [
            "By Ann Lee",
            "3 May 2016",
            "Photo: Bo Rask",
            "Related",
            "Comments",
            "",
            "Home | News",
            "It rained, he said.",
        ]
    ),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_LINES, max_size=25))
def test_no_visible_word_of_a_text_vanishes(lines):
    text = "\n".join(lines)
    cleaned = clean(RawDocument("d", "d", "d", "text", text, "0"))
    document = cleaned.document
    found = [block.text for block in document.removed]
    if isinstance(document, Document):
        found += [passage.text for passage in document.passages]
        found += document.credits * len(lines)  # a credit is told once
    assert not _words(tidy_lines(cleaned.original)) - _words(found)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("<>/=\"'!-& apdivh1li\x00é"), max_size=300))
def test_no_markup_stops_the_cleaner(markup):
    document = clean(RawDocument("d", "d", "d", "html", markup, "0")).document
    assert isinstance(document, Document | NoArticle)


@pytest.mark.parametrize(
    ("format", "content"),
    [
        ("text", "Goat\n\n" + "A" * 10_000),
        ("text", "Goat\n\n" + "Ab " * 10_000),
        ("text", "x" * 1_000_000),
        ("text", ("a" + " " * 1000 + "\n") * 300),
        ("text", "Related\n" * 20_000),
        ("text", "It rained, he said.\n" * 20_000),
        ("text", "1 January 2016 " * 30_000),
        ("html", "<h1>Goat</h1>" * 10_000),
        ("html", "<p>" + "<!--" * 50_000 + "It rained."),
        ("html", "<div class='related'>" * 50_000 + "It rained."),
        ("html", "<p " + "a=1 " * 50_000 + ">It rained."),
        ("html", "<p>" + " " * 1_000_000 + "x"),
    ],
)
def test_a_hostile_source_takes_bounded_time(format, content):
    started = time.process_time()
    clean(RawDocument("d", "d", "d", format, content, "0"))
    assert time.process_time() - started < 8
