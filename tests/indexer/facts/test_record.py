from dataclasses import replace

import pytest

from indexer.block_rules import rules_of_document, rules_of_outlet
from indexer.facts import Recipe, fact_base, fact_key
from indexer.model import BlockRule, Given, RawDocument

RAW = RawDocument("a.txt", "a.txt", "news/a.txt", "text", "Text", "ab12", "news")
RECIPE = Recipe("1", "1")


@pytest.mark.parametrize(
    "other",
    [
        replace(RAW, source_hash="ab13"),
        replace(RAW, source_id="b.txt"),
        replace(RAW, format="html"),
        replace(RAW, site="elsewhere"),
        replace(RAW, given=Given(title="Another")),
        replace(RAW, given=Given(persons=())),
    ],
)
def test_another_input_has_other_facts(other):
    assert fact_base(other, RECIPE) != fact_base(RAW, RECIPE)


@pytest.mark.parametrize("other", [Recipe("2", "1"), Recipe("1", "2"), Recipe("1", "1", True)])
def test_another_cleaner_namer_or_way_makes_other_facts(other):
    assert fact_base(RAW, other) != fact_base(RAW, RECIPE)


def test_a_record_that_only_stands_elsewhere_in_its_file_has_the_same_facts():
    assert fact_base(replace(RAW, place="news/a.txt:9"), RECIPE) == fact_base(RAW, RECIPE)


def test_another_block_rule_makes_other_facts_but_not_its_line_or_order():
    one, two = BlockRule("remove", "subscribe"), BlockRule("keep", "the end")
    assert fact_key("base", []) == "base"
    assert len({fact_key("base", rules) for rules in ([], [one], [two], [one, two])}) == 4
    assert fact_key("base", [one, two]) == fact_key("base", [two, one])
    assert fact_key("base", [replace(one, line="c.txt:7")]) == fact_key("base", [one])


def test_rules_apply_by_id_source_id_place_or_to_all():
    rules = [BlockRule("keep", "x", name) for name in (None, "a.txt", "news/a.txt", "b.txt")]
    assert [rule.document for rule in rules_of_document(RAW, rules)] == [
        None,
        "a.txt",
        "news/a.txt",
    ]


def test_rules_of_an_outlet_apply_whatever_the_case():
    rule = BlockRule("remove", "x", source="The  Herald")
    everywhere = BlockRule("remove", "y")
    assert rules_of_outlet(RAW, [rule, everywhere], "the herald") == (rule, everywhere)
    assert rules_of_outlet(RAW, [rule, everywhere], "The Post") == (everywhere,)
    assert rules_of_outlet(RAW, [rule, everywhere], None) == (everywhere,)


def test_rules_of_an_outlet_also_apply_by_the_name_given_and_by_the_site():
    rule = BlockRule("remove", "x", source="The Herald")
    given = replace(RAW, given=Given(source="the herald"))
    site = replace(RAW, site="The Herald")
    assert rules_of_outlet(given, [rule], "herald.example") == (rule,)
    assert rules_of_outlet(site, [rule], None) == (rule,)
