import pytest
from lxml import html

from indexer.cleaner.block import Block
from indexer.cleaner.dom_facts import NUMBERS
from indexer.cleaner.html_blocks import html_blocks
from indexer.cleaner.told import NOTHING, Told, in_body, in_description, read_told

PROSE = "The goat boarded the tram at the market, and the driver said nothing at all to it."
OTHER = "It left the tram at the sea, where the milk is cheap and the wind is cold in May."
BODY = f"<p>{PROSE}</p>\n{OTHER.replace(',', ' –')} " + "The wind blew. " * 10
HEAD = f'<head><meta property="og:description" content="{PROSE[:70]} …"></head>'


def blocks(*texts):
    return [Block(text) for text in texts]


def test_a_block_of_the_body_is_found_whatever_its_signs_are():
    told = read_told(html.fromstring("<p>x"), BODY)
    found = in_body(
        blocks(PROSE, OTHER, "The driver", "Share this", PROSE + " Subscribe! " * 9), told
    )
    assert found == [1, 1, 1, 0, pytest.approx(1 / 3)]


def test_without_a_body_nothing_is_said():
    tree = html.fromstring("<p>x")
    assert in_body(blocks(PROSE), read_told(tree, None)) == [NOTHING]
    assert in_body(blocks(PROSE), read_told(tree, PROSE)) == [NOTHING]
    assert in_body(blocks("* * *"), Told(body="goat")) == [0]


def test_the_block_that_the_description_is_taken_from_is_found():
    told = read_told(html.document_fromstring(HEAD + PROSE), None)
    assert in_description(blocks(PROSE, OTHER), told) == [1, 0]
    assert in_description(blocks(PROSE), Told()) == [NOTHING]


@pytest.mark.parametrize("head", ["", '<meta name="description" content="Goats">', "<meta>"])
def test_a_page_may_tell_nothing(head):
    assert read_told(html.document_fromstring(head + PROSE), None) == Told()


def test_the_facts_of_a_block_have_what_is_told():
    page = html_blocks(f"{HEAD}<p>{PROSE}</p><p>Read on</p>", BODY)
    numbers = [dict(zip(NUMBERS, block.dom.numbers, strict=True)) for block in page.blocks]
    assert [each["in_body"] for each in numbers] == [1, 0]
    assert [each["in_description"] for each in numbers] == [1, 0]
    assert numbers[0]["body_size"] > 1
    (block,) = html_blocks(f"<p>{PROSE}").blocks
    assert block.dom.numbers[NUMBERS.index("body_size")] == 0
