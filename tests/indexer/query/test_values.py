import pytest

from indexer.query import plain_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ()),
        ('what -is title:x OR "y z"*?', ("what", "is", "title:x", "OR", "y", "z")),
        ("alpha beta alpha", ("alpha", "beta", "alpha")),
        ("slip-stream and/or foo_bar", ("slip", "stream", "and", "or", "foo", "bar")),
        ("(… & —) U.S. 25,000", ("U.S", "25,000")),
    ],
)
def test_plain_words_have_no_syntax_and_count_as_often_as_they_stand_there(text, words):
    assert plain_words(text) == words


def test_plain_words_are_read_up_to_5000_characters():
    assert len(plain_words("word " * 5_000)) == 1_000
