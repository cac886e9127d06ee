import pytest

from indexer.cleaner.block import Block
from indexer.cleaner.html_page import read_page
from indexer.cleaner.limits import MOST_BLOCKS, MOST_TAGS, MOST_TEXT, bounded, check_tags
from indexer.cleaner.text_blocks import text_blocks
from indexer.errors import InputError


def test_as_many_blocks_as_an_article_can_have_are_taken():
    blocks = [Block("a")] * MOST_BLOCKS
    assert bounded(blocks) == tuple(blocks)


def test_more_lines_than_an_article_can_have_are_an_error_that_says_so():
    with pytest.raises(InputError, match="more than 50,000 lines"):
        text_blocks("a\n" * (MOST_BLOCKS + 1))


def test_more_text_than_an_article_can_have_is_an_error():
    with pytest.raises(InputError, match="5,000,000 characters"):
        bounded([Block("a" * MOST_TEXT), Block("a")])


def test_a_page_of_more_tags_than_a_browser_shows_is_an_error():
    check_tags("<b>" * MOST_TAGS)
    with pytest.raises(InputError, match="300,001 tags"):
        read_page("<b>" * (MOST_TAGS + 1))


def test_a_page_of_more_blocks_than_an_article_can_have_is_an_error():
    with pytest.raises(InputError, match="more than 50,000 lines"):
        read_page("<p>a" * (MOST_BLOCKS + 1))
