import pytest

from indexer.cleaner.page_tree import parse


def test_a_page_is_one_tree():
    tree = parse("<p>A goat<p>A tram &amp; more<!-- no -->")
    assert [each.text for each in tree.iter("p")] == ["A goat", "A tram & more"]


def test_what_is_nested_deeper_than_the_parser_follows_is_flattened():
    tree = parse("<div>" * 5000 + "<b>Goat</b>" + "</div>" * 5000)
    assert "".join(tree.itertext()) == "Goat"


@pytest.mark.parametrize("markup", ["", " \n", "\x01", "<!DOCTYPE html>", "<!-- a -->"])
def test_nothing_is_no_tree_or_an_empty_one(markup):
    tree = parse(markup)
    assert tree is None or not "".join(tree.itertext()).strip("\x01 ")


def test_a_lone_surrogate_does_not_stop_the_parser():
    assert "goat" in "".join(parse("<p>goat \ud800</p>").itertext())
