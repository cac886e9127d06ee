"""The line that a page offers is a correction, and it is the one for this block."""

from hypothesis import assume, example, given
from hypothesis import strategies as st

from indexer.corrections import parse_corrections
from indexer.identity import fold
from indexer.model import Document, Reason, Removed
from webapp.corrections import keep_line


def line_for(text, place="herald/x.html"):
    return keep_line(Document("the-id", "s", place, "T", ()), Removed(text, Reason.DUMP, 0))


def test_the_line_names_the_file_and_how_the_block_begins():
    text = "Subscribe to our letter and get\nnews of the harbour every day"
    assert line_for(text) == "keep: herald/x.html | Subscribe to our letter and get news of"


@example("0", "\uf900")  # a letter that composing replaces
@given(st.text(min_size=1, max_size=60), st.text(min_size=1, max_size=20))
def test_whatever_the_block_and_the_file_are_called_the_line_is_understood(text, place):
    line = line_for(text, place)
    assume(line)
    corrections = parse_corrections(line, "corrections.txt")
    assert corrections.errors == ()
    rule = corrections.block_rules[0]
    assert rule.action == "keep"
    assert rule.document in {"the-id", place.strip()}
    assert rule.source is None
    assert fold(text).startswith(rule.text)


def test_a_block_that_no_line_can_name_gets_none():
    assert line_for("\x00\x01") == ""
    assert line_for("  ") == ""


def test_a_file_whose_name_reads_as_something_else_is_named_by_its_id():
    for place in ("source of news.txt", "everywhere", "a|b.txt", "a\nb"):
        assert line_for("Subscribe now", place) == "keep: the-id | Subscribe now"
