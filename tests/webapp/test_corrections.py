"""The line that a page offers is a correction, and it is the one for this block."""

import time

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from indexer.block_rules import fits
from indexer.corrections import parse_corrections
from indexer.model import Document
from webapp.corrections import MOST_CHARACTERS, offer_lines, told_apart

LETTER = "Subscribe to our letter and get\nnews of the harbour every day"


def document(place="herald/x.html", *, source_id="", source=None):
    return Document("the-id", source_id or place, place, "T", (), source=source)


def lines(text, others=(), action="keep", about=None):
    others = told_apart(others)
    found = offer_lines(about or document(), action, text, others)
    return {offer.scope: offer.line for offer in found}


def line_for(text, place="herald/x.html"):
    return lines(text, about=document(place)).get("article", "")


def rule_of(line):
    corrections = parse_corrections(line, "corrections.txt")
    assert corrections.errors == ()
    (rule,) = corrections.block_rules
    return rule


def test_a_line_names_the_file_and_how_the_block_begins():
    assert line_for(LETTER) == "keep: herald/x.html | Subscribe to our letter and get news of"


def test_there_is_a_line_for_the_article_for_its_outlet_and_for_everywhere():
    offered = lines(LETTER, action="remove", about=document(source="The  Quay"))
    begun = "Subscribe to our letter and get news of"
    assert offered == {
        "article": f"remove: herald/x.html | {begun}",
        "outlet": f"remove: source The Quay | {begun}",
        "everywhere": f"remove: everywhere | {begun}",
    }


@pytest.mark.parametrize("source", [None, "", " ", "News | Views", "x" * 400, "a\x00b"])
def test_an_outlet_that_no_line_can_name_gets_none(source):
    assert set(lines(LETTER, about=document(source=source))) == {"article", "everywhere"}


def test_a_short_block_is_named_whole_so_that_no_sentence_that_begins_alike_goes_with_it():
    line = lines("Share", action="remove")["everywhere"]
    assert line == "remove: everywhere | Share |"
    assert fits("share ", rule_of(line))
    assert not fits("Share prices fell on Monday", rule_of(line))


def test_as_many_words_are_taken_as_tell_a_block_from_the_others():
    others = [LETTER, LETTER.replace("day", "week"), LETTER.replace("harbour", "town"), "Share"]
    line = lines(LETTER, others)["article"]
    assert line.endswith("of the harbour every day")
    assert [fits(other, rule_of(line)) for other in others] == [True, False, False, False]


def test_blocks_that_begin_alike_for_long_get_a_line_that_is_still_one():
    long = "word " * 3_000
    line = lines(long + "a", [long + "a", long + "b"])["article"]
    assert len(line) < MOST_CHARACTERS + 100
    assert fits(long + "a", rule_of(line))


def test_a_page_of_thousands_of_blocks_that_begin_alike_has_its_lines_in_seconds():
    texts = ["word " * 40 + f"n{number}" for number in range(3_000)]
    others, began = told_apart(texts), time.monotonic()
    for text in texts:
        offer_lines(document(), "keep", text, others)
    assert time.monotonic() - began < 10


@pytest.mark.parametrize(
    "text",
    [
        "Home | News | Sport",
        "Home |",
        "| |",
        "#1 in the region: “quoted”, 'and' `so`",
        "keep: everywhere | Home",
        '\u202bשלום | עולם\u202c #תל-אביב: \u200f"הארץ"',
        "اقرأ\u200c أيضا: أخبار | رياضة",
        "A | B | C | D | E | F | G | H",
        "x" * 10_000,
        "one two three four five six seven | nine ten",
        "ταΐζω τους γλάρους ΐ",
        "e\u0301te\u0301 \ufb01n",
    ],
)
@pytest.mark.parametrize("action", ["keep", "remove"])
def test_whatever_stands_in_a_block_its_lines_fit_it(text, action):
    offered = lines(text, action=action, about=document(source="The Quay"))
    assert len(offered) == 3
    for line in offered.values():
        assert rule_of(line).action == action
        assert fits(text, rule_of(line))


@example("0", "\uf900")  # a letter that composing replaces
@given(st.text(min_size=1, max_size=60), st.text(min_size=1, max_size=20))
def test_whatever_the_block_and_the_file_are_called_the_line_is_understood(text, place):
    line = line_for(text, place)
    assume(line)
    rule = rule_of(line)
    assert rule.action == "keep"
    assert rule.document in {"the-id", place}
    assert rule.source is None
    assert fits(text, rule)


def test_a_block_that_no_line_can_name_gets_none():
    assert lines("\x00\x01") == {}
    assert lines("  ") == {}
    assert lines("\u200f") == {}


def test_a_record_is_named_by_its_own_id_which_outlives_a_line_put_in_above_it():
    record = document("news.jsonl:12", source_id="mine-7")
    assert lines("Share", about=record)["article"] == "keep: mine-7 | Share |"


def test_a_file_whose_name_reads_as_something_else_is_named_by_its_id():
    for place in ("source of news.txt", "everywhere", "a|b.txt", "a\nb", "\u200fa.txt"):
        assert line_for("Subscribe now", place) == "keep: the-id | Subscribe now |"
