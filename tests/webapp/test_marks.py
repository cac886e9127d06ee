"""Segments joined are the text, whatever the spans."""

from hypothesis import given
from hypothesis import strategies as st

from webapp.marks import Segment, cut_segments


def test_a_text_is_cut_where_marks_begin_and_end():
    assert cut_segments("the old harbour", [(4, 7)]) == (
        Segment("the "),
        Segment("old", marked=True),
        Segment(" harbour"),
    )


def test_a_text_without_marks_is_one_segment_and_an_empty_one_none():
    assert cut_segments("harbour", []) == (Segment("harbour"),)
    assert cut_segments("", [(0, 4)]) == ()


@given(
    st.text(max_size=30), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6)
)
def test_nothing_is_lost_or_doubled_and_only_spans_are_marked(text, spans):
    segments = cut_segments(text, spans)
    assert "".join(segment.text for segment in segments) == text
    assert all(segment.text for segment in segments)
    marked = sum(len(segment.text) for segment in segments if segment.marked)
    covered = {place for start, end in spans for place in range(start, min(end, len(text)))}
    assert marked == len(covered)
