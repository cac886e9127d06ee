from indexer.cleaner.block_place import Place
from indexer.cleaner.hints import hints_of
from indexer.model import PassageKind, Reason


def entered(*elements):
    place = Place()
    for tag, classes in elements:
        place.enter(tag, hints_of(tag, "", classes))
    return place


def test_the_kind_of_a_block_is_that_of_its_elements():
    assert entered(("div", "")).block("A", 0).kind is PassageKind.PARAGRAPH
    assert entered(("ul", ""), ("li", "")).block("A", 0).kind is PassageKind.LIST_ITEM
    assert entered(("blockquote", ""), ("p", "")).block("A", 0).kind is PassageKind.QUOTATION
    assert entered(("li", ""), ("h3", "")).block("A", 0).kind is PassageKind.HEADING
    assert entered(("h3", ""), ("p", "caption")).block("A", 0).kind is PassageKind.CAPTION


def test_a_heading_has_its_level_until_it_ends():
    place = entered(("h2", ""))
    assert place.block("A", 0).level == 2
    place.leave("h2", hints_of("h2"))
    assert place.block("A", 0).level == 0


def test_a_soft_name_is_the_text_s_if_it_is_close_and_the_text_short():
    near = entered(("div", "byline"), ("p", ""))
    assert near.block("Ann Lee", 0.5).hint is Reason.BYLINE
    assert near.block("Ann Lee", 0.5).links == 0.5
    assert near.block("Ann Lee " * 20, 0).hint is None
    assert entered(("div", "byline"), *[("div", "")] * 3).block("Ann Lee", 0).hint is None
