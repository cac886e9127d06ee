"""Addresses say enough, and never more than a server takes."""

from urllib.parse import urlencode

from indexer.identity import passage_ids
from indexer.model import Passage
from webapp.addresses import QUOTED_LENGTH, first_words
from webapp.passage_links import Moved, passage_fate

WITHOUT_SPACES = "港口的大火烧了三天，直到风向改变，消防队员才把它扑灭。" * 60  # 1,620 characters


def test_a_link_quotes_the_first_twelve_words():
    assert first_words(" one  two\nthree ") == "one two three"
    assert first_words(" ".join(map(str, range(20)))) == " ".join(map(str, range(12)))


def test_of_a_text_without_spaces_a_link_quotes_a_beginning_that_is_enough():
    quote = first_words(WITHOUT_SPACES)
    assert quote == WITHOUT_SPACES[:QUOTED_LENGTH]
    assert len(urlencode({"quote": quote})) < 2000
    today = (Passage(passage_ids([WITHOUT_SPACES])[0], WITHOUT_SPACES), Passage("p1", "别的话。"))
    assert passage_fate(today, (), "p0", quote) == Moved(today[0])
