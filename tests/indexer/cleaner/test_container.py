from indexer.cleaner.block import Block
from indexer.cleaner.container import Element, layout, mass_of
from indexer.cleaner.hints import hints_of
from indexer.model import Reason

LONG = Block(
    "The goat boarded the tram at the market, and the driver said nothing, for he knew it. " * 3
)
PLAIN = hints_of("div", "", "")
RELATED = hints_of("div", "", "related")


def hints(blocks, elements):
    return [hint and hint.reason for hint in layout(blocks, elements).hints]


def insides(blocks, elements):
    return list(layout(blocks, elements).inside)


def element(hints, first, end, is_semantic=False):
    return Element(hints, first, is_semantic, end)


def test_links_and_labels_weigh_nothing():
    assert mass_of(LONG) == len(LONG.text)
    assert mass_of(Block(LONG.text, links=1.0)) == 0
    assert mass_of(Block("Home")) == 0
    assert mass_of(Block(LONG.text, level=1)) == 0
    assert mass_of(Block("大桥在星期一早上因为洪水被关闭了，没有人过河。")) > 0


def test_the_outermost_hint_counts():
    inner = hints_of("div", "", "share")
    elements = [element(PLAIN, 0, 4), element(RELATED, 2, 4), element(inner, 3, 4)]
    said = hints([LONG, LONG, Block("Headline"), Block("Share")], elements)
    assert said == [None, None, Reason.RELATED, Reason.RELATED]


def test_an_element_that_holds_the_article_is_believed_no_hint():
    elements = [element(PLAIN, 0, 4), element(RELATED, 0, 3)]
    said = hints([LONG, LONG, LONG, LONG], elements)
    assert said == [None, None, None, None]


def test_an_element_with_more_text_than_all_that_is_left_is_not_believed():
    promo = hints_of("aside", "", "")
    elements = [element(RELATED, 0, 2), element(promo, 2, 4), element(promo, 4, 5)]
    said = hints([LONG, LONG, LONG, LONG, Block("Home")], elements)
    assert said == [None, None, None, None, Reason.RELATED]


def test_comments_may_be_longer_than_the_article():
    comments = hints_of("div", "", "comments")
    said = hints([LONG, LONG, *[LONG] * 8], [element(PLAIN, 0, 10), element(comments, 2, 10)])
    assert said == [None, None, *[Reason.COMMENTS] * 8]


def test_a_promotion_that_holds_an_article_is_none():
    ad = hints_of("div", "", "ad")
    said = hints([LONG, LONG, *[LONG] * 8], [element(PLAIN, 0, 10), element(ad, 0, 2)])
    assert said[0] is None


def test_the_innermost_element_with_nearly_all_text_is_chosen():
    elements = [element(PLAIN, 0, 5), element(PLAIN, 1, 4), element(PLAIN, 1, 2)]
    inside = insides([Block("Home"), LONG, LONG, Block("Milk"), Block("Imprint")], elements)
    assert inside == [False, True, True, True, False]


def test_an_article_element_goes_before_a_longer_list_of_others():
    head = Block("Goat", level=1)
    elements = [element(PLAIN, 0, 7), element(PLAIN, 0, 3, is_semantic=True), element(PLAIN, 3, 7)]
    inside = insides([head, LONG, LONG, *[LONG] * 4], elements)
    assert inside == [True, True, True, *[False] * 4]


def test_a_standfirst_between_heading_and_article_belongs_to_it():
    elements = [element(PLAIN, 0, 8), element(PLAIN, 2, 8)]
    head = Block("Goat", level=1)
    lead = Block("A goat took the tram to the sea, and nobody minded.")
    inside = insides([head, lead, *[LONG] * 6], elements)
    assert inside[1]


def test_without_running_text_everything_is_inside():
    assert insides([Block("Home")], [element(PLAIN, 0, 1)]) == [True]
