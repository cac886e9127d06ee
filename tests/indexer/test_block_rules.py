"""Which rule of the reader speaks of a block."""

from indexer.block_rules import (
    beginning,
    by_precedence,
    is_whole,
    rule_text,
    rules_of_outlets,
    said_of,
)
from indexer.model import BlockRule


def rule(action, text, **scope):
    return BlockRule(action, text, **scope)


def said(text, *rules):
    found = said_of(text, by_precedence(rules))
    return found and found.action


def test_a_rule_speaks_of_the_blocks_that_begin_as_it_says():
    assert said("The Tram went on", rule("remove", "the tram")) == "remove"
    assert said("On went the tram", rule("remove", "the tram")) is None
    assert said("The tram went on") is None


def test_a_rule_without_words_speaks_of_nothing():
    assert said("The tram", rule("remove", "")) is None


def test_the_nearer_rule_speaks_first_and_a_keep_before_a_remove():
    document = rule("remove", "the tram", document="d")
    outlet = rule("keep", "the tram went", source="Herald")
    everywhere = rule("remove", "the")
    assert said("The tram went", everywhere, outlet, document) == "remove"
    assert said("The tram went", everywhere, outlet) == "keep"
    assert said("The tram went", everywhere, rule("keep", "the")) == "keep"


def test_marks_that_nobody_sees_do_not_count():
    assert beginning("\u202b«\u200fחדשות\u200e» היום\u202c") == beginning('"חדשות" היום')
    assert said("news\u00adpaper \u2067اليوم\u2069", rule("keep", "newspaper اليوم")) == "keep"
    assert said("newspaper today", rule("keep", rule_text("news\u200bpaper"))) == "keep"


def test_an_outlet_has_several_names_and_none_is_no_name():
    rules = (rule("keep", "a", source="The HERALD"), rule("keep", "b", source="x.example"))
    assert rules_of_outlets(rules, ("the  herald", None)) == rules[:1]
    assert rules_of_outlets((rule("keep", "a"),), ()) == (rule("keep", "a"),)


def test_a_rule_with_a_bar_at_its_end_speaks_of_whole_blocks_only():
    whole = rule("remove", rule_text("Share |"))
    assert is_whole(whole)
    assert said(" SHARE", whole) == "remove"
    assert said("Share prices fell", whole) is None
    assert said("Share prices fell", rule("remove", rule_text("Share"))) == "remove"
    assert rule_text("Home | News |") == "home | news\n"
    assert rule_text(" | ") == rule_text("\u200f |") == rule_text("") == ""


def test_letters_that_folding_takes_apart_are_found_again():
    assert said("Ταΐζει", rule("keep", rule_text("ταΐζ"))) == "keep"
