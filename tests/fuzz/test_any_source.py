"""Whatever a source holds, the cleaner answers, and its answer is sound.

`judge` says what sound means; the harness of atheris (`atheris_cleaner.py`) calls it too.
"""

import json
import re
import string
from collections import Counter
from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from indexer.cleaner import clean
from indexer.cleaner.dates import find_dates
from indexer.cleaner.decode import decode
from indexer.cleaner.tidy import tidy, tidy_lines
from indexer.codec import document_from_bytes, document_to_bytes
from indexer.errors import PressmarkError
from indexer.identity import passage_ids
from indexer.model import Document, NoArticle, RawDocument
from indexer.persons import name_persons

EXAMPLES = settings(max_examples=150, deadline=None)
FEW = settings(max_examples=40, deadline=None)

WORD = re.compile(r"\w+")
PRINTED_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def judge(raw: RawDocument) -> Document | NoArticle | None:
    """What the cleaner makes of a source, proven sound; None where it says why it makes nothing."""
    try:
        found = clean(raw).document
    except PressmarkError:
        return None
    assert clean(raw).document == found, "another answer the second time"
    for text in texts_of(found):
        assert text, "an empty text"
        assert tidy(text) == text, f"an untidy text: {text!r}"
    if isinstance(found, Document):
        judge_document(found)
    return found


def judge_document(found: Document) -> None:
    assert document_from_bytes(document_to_bytes(found)) == found, "cannot be stored"
    assert passage_ids(passage.text for passage in found.passages) == tuple(
        passage.id for passage in found.passages
    )
    places = [removed.after for removed in found.removed]
    assert places == sorted(places), "removed blocks out of order"
    assert all(0 <= place <= len(found.passages) for place in places)
    if found.published:
        printed = found.published.date
        assert PRINTED_DATE.fullmatch(printed), printed
        date.fromisoformat((printed + "-01-01")[:10])


def texts_of(found: Document | NoArticle) -> list[str]:
    removed = [block.text for block in found.removed]
    if isinstance(found, NoArticle):
        return removed
    said = [found.title, found.byline, found.source]
    passages = [passage.text for passage in found.passages]
    return [*passages, *removed, *found.credits, *(text for text in said if text is not None)]


def source(content: str | bytes, form: str = "text") -> RawDocument:
    return RawDocument("a", "a", "a", form, content, "0")


# What debris, dates, captions and dumps are made of, so that their rules are met by chance.
PIECES = (
    "The ferry was late again, and nobody could say why it had been so.", "By Ann Lee", "by ",
    "Photo: Ann Lee / Wire", "© Wire", "(AP)", "REUTERS/Ann Lee", "The file photo shows a boat.",
    "Caption:", "Caption: A boat at the quay.", "Read more:", "Related", "Share", "Comments (3)",
    "2 days ago", "Reply", "May 2, 2014", "02.05.2014", "2014-05-02T10:00Z", "Published on ",
    "Title | Site", "Source: Wire", "Wire :: World Feed", "A/B 11", "Advertisement", "- So -",
    "string(20) ", '{"id":"1","title":"Boat"}', "$(function(){});", "١٢ مايو ٢٠١٤", "اقرأ أيضا",
    "Ostrel- A boat", "OSTREL (Wire) — A boat", "•", "1.", "“", "”", '"', "…", "|", "::",
    "\u200f",
)  # fmt: skip
NOISE = st.text(st.characters(codec=None), max_size=30)
LINES = st.one_of(
    st.sampled_from(PIECES),
    st.lists(st.sampled_from(PIECES), min_size=2, max_size=4).map(" ".join),
    st.lists(st.sampled_from(PIECES), min_size=2, max_size=3).map("".join),
    st.text(string.printable, max_size=60),
    NOISE,
)
TEXTS = st.lists(LINES, max_size=14).flatmap(
    lambda lines: st.sampled_from(("\n", "\n\n", "\r\n", "\u2028", "\n \n")).map(
        lambda end: end.join(lines)
    )
)


@EXAMPLES
@given(TEXTS)
def test_any_text_is_taken_apart_without_a_word_lost_or_doubled(text):
    judge_words(text)


def judge_words(text: str) -> None:
    """Every word of the text comes back: in a passage or removed, in one of them and once."""
    found = judge(source(text))
    if found is None:
        return
    printed = words("\n".join(tidy_lines(decode(text, is_html=False))))
    removed = words("\n".join(block.text for block in found.removed))
    passages = getattr(found, "passages", ())
    back = words("\n".join(passage.text for passage in passages)) + removed
    assert not back - printed, "words doubled or made up"
    # A credit that stands below two pictures is told once.
    assert set(printed - back) <= set(words("\n".join(getattr(found, "credits", ()))))


def words(text: str) -> Counter[str]:
    return Counter(WORD.findall(text))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)


@EXAMPLES
@given(
    JSON, st.sampled_from((None, 0, 2)), st.sampled_from(("", 'string(9) "', "var a = ", "<!--"))
)
def test_any_dump_amid_an_article_stays_one_piece(value, indent, before):
    dump = before + json.dumps(value, indent=indent, ensure_ascii=False)
    judge_words("\n".join([PIECES[0], dump, PIECES[0].replace("ferry", "boat")]))


NUMBERS = st.integers(0, 99_999).map(str)
MONTHS = st.sampled_from(("May", "december", "Mai", "März", "août", "enero", "مايو", "Sept.", "13"))
DATES = st.lists(
    st.one_of(
        NUMBERS, MONTHS, st.sampled_from((" ", "/", ".", "-", ", ", ":", "T", "Z", "th", "de"))
    ),
    min_size=2,
    max_size=9,
).map("".join)


@EXAMPLES
@given(DATES, st.sampled_from(("", "Published ", "Updated: ", "Photo, ")))
@example("٣٠ فبراير ٢٠١٤", "")
@example("31 February 2014", "Published ")
@example("1" * 5000, "")
def test_any_date_is_a_day_of_the_calendar_or_none(printed, before):
    for found in find_dates(printed):
        start, end = found.span
        assert 0 <= start < end <= len(printed)
    judge_words("\n".join(["The boat is late", before + printed, PIECES[0], PIECES[0] + printed]))


VISIBLE = st.sampled_from((
    "div", "p", "span", "a", "b", "section", "article", "ul", "li", "blockquote", "h1", "h2",
    "table", "tr", "td", "figure", "figcaption", "header", "footer", "aside", "nav", "main",
    "font", "center", "dl", "dd", "pre", "em", "button", "form", "label", "x-card", "address",
))  # fmt: skip
UNSEEN = st.sampled_from(("script", "style", "noscript", "template", "svg", "select", "textarea"))
CLASSES = st.sampled_from((
    "", "", "", "share", "related-posts", "comments", "caption", "byline", "date", "sidebar",
    "newsletter", "ad", "article-body", "entry-content", "css-1x2", "cookie-banner", "title",
))  # fmt: skip


class Leaves:
    """Leaves of a tree, each with a word that no other has, so that it is found wherever it goes."""

    def __init__(self):
        self.count = 0

    def word(self) -> str:
        self.count += 1
        return f"leaf{self.count}x"


def to_markup(tree, leaves: Leaves) -> str:
    """The markup of a drawn tree: (tag, class, children), or the number of words of a leaf."""
    if isinstance(tree, int):
        word = leaves.word()
        return f"{word} said so, and {tree} others said it too. " if tree > 5 else f"{word} "
    tag, name, children = tree
    inside = "".join(to_markup(child, leaves) for child in children)
    return f'<{tag} class="{name}">{inside}</{tag}>'


TREES = st.recursive(
    st.integers(0, 20),
    lambda inner: st.tuples(VISIBLE, CLASSES, st.lists(inner, max_size=5)),
    max_leaves=30,
)
HEADS = st.sampled_from(
    (
        "",
        "<title>The boat | Site</title>",
        '<meta property="og:title" content="leaf1x"><html lang="en">',
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"leaf2x"}</script>',
    )
)


@EXAMPLES
@given(HEADS, st.lists(TREES, max_size=6))
def test_of_any_page_every_printed_word_comes_back_once(head, trees):
    leaves = Leaves()
    markup = head + "".join(to_markup(tree, leaves) for tree in trees)
    found = judge(source(markup, "html"))
    back = leaf_words(found)
    assert all(count == 1 for count in back.values()), "a block doubled"
    assert set(back) == {f"leaf{number + 1}x" for number in range(leaves.count)}


def leaf_words(found: Document | NoArticle | None) -> Counter[str]:
    passages = getattr(found, "passages", ())
    blocks = [block.text for block in (*passages, *getattr(found, "removed", ()))]
    # Leaves may stand side by side without a space between them.
    return Counter(word for block in blocks for word in re.findall(r"leaf\d+x", block))


TAGS = (
    "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>", "<", ">", "</", "/>", "&", "&amp;", "&#0;",
    "&#xD800;", "&#x202e;", "&nbsp;", "&lt;p&gt;", "&notanentity;", "<br>", "<p>", "</p>",
    "<div hidden>", "</div>", '<p style="display:none">', "<a href=", '"', "'", "=", "<td>",
    "<table>", "</table>", "<tr>", "<b>", "</i>", "<script>", "</script>", "<svg>", "<title>",
    "<time datetime='2014-05-02'>", "<time datetime='99999-99-99'>", "<html>", "</body>",
    '<script type="application/ld+json">{"@type":[', "<meta charset=utf-7>", "<base>", "\x00",
)  # fmt: skip

FRAGMENTS = st.one_of(
    st.sampled_from(TAGS),
    st.tuples(VISIBLE, CLASSES).map(lambda pair: f'<{pair[0]} class="{pair[1]}">'),
    VISIBLE.map(lambda tag: f"</{tag}>"),
    UNSEEN.map(lambda tag: f"<{tag}>"),
    st.sampled_from(PIECES),
    st.integers(1, 9).map(lambda number: f"leaf{number}x"),
    NOISE,
)


@EXAMPLES
@given(st.lists(FRAGMENTS, max_size=40))
def test_no_soup_of_tags_makes_the_cleaner_fail_or_repeat_itself(fragments):
    markup = "".join(fragments)
    back = leaf_words(judge(source(markup, "html")))
    for word, count in back.items():
        assert count <= markup.count(word), "a block doubled"


ENCODINGS = st.sampled_from((
    "utf-8", "utf-16", "utf-16-le", "utf-32", "windows-1252", "windows-1256", "iso-8859-15",
    "koi8-r", "shift_jis", "gb18030", "utf-7", "cp437", "utf-8-sig", "ascii", "euc-kr",
))  # fmt: skip


@EXAMPLES
@given(TEXTS, ENCODINGS, ENCODINGS)
def test_any_page_in_any_encoding_is_read_whatever_it_says_of_itself(text, true, declared):
    page = f'<meta charset="{declared}"><p>{text}</p>'
    judge(source(page.encode(true, "replace"), "html"))


@EXAMPLES
@given(st.binary(max_size=300), st.sampled_from(("text", "html")))
@example(b"\xff\xfe<\x00p\x00>\x00a", "html")
@example(b"<?xml version='1.0' encoding='ebcdic'?><p>a", "html")
def test_no_bytes_make_the_cleaner_fail(content, form):
    judge(source(content, form))


@FEW
@given(TEXTS, st.booleans())
def test_names_stand_where_they_are_said_to_stand(text, is_page):
    content = "".join(f"<p>{line}</p>" for line in text.splitlines()) if is_page else text
    found = judge(source(content, "html" if is_page else "text"))
    if not isinstance(found, Document):
        return
    named = name_persons(found)
    texts = {passage.id: passage.text for passage in found.passages} | {"title": found.title}
    for mention in (mention for name in named.names for mention in name.mentions):
        start, end = mention.span
        assert 0 <= start < end <= len(texts[mention.passage])
        assert texts[mention.passage][start:end].strip()
