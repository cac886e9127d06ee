"""Quality does not fall: the figures on pages and texts of our own stay at or above their floors."""

import json
from pathlib import Path

import pytest

from indexer.archive import repeated_lines, without_repeated_lines
from indexer.identity import fold
from indexer.model import Document

BODY = ("p", "h", "l", "q", "tr")
FLOORS = {
    name: floor
    for name, floor in json.loads(
        (Path(__file__).parent.parent / "floors.json").read_text("utf8")
    ).items()
    if ":" in name
}


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_a_figure_stays_at_or_above_its_floor(own_figures, name):
    assert own_figures[name] >= FLOORS[name], f"{name}: {own_figures[name]:.3f}"


def test_every_figure_has_a_floor(own_figures):
    assert set(own_figures) == set(FLOORS)


def test_every_label_is_printed_by_its_source(own_set):
    """A label with a slip in it would count for ever as lost."""
    for one in own_set:
        article = one.gold.head.get("article") != "no"
        assert bool(one.gold.texts("p")) == article, one.gold.place
        assert bool(one.gold.texts("t")) == article, one.gold.place
        assert all(label.text for label in one.gold.labels), one.gold.place


def test_the_set_holds_pages_and_texts_of_many_kinds(own_set):
    languages = {one.gold.head.get("language") for one in own_set} - {None}
    reasons = {name for one in own_set for label in one.gold.labels for name in label.names}
    assert len(own_set) >= 48
    assert languages >= {"en", "de", "fr", "es", "ar", "it", "ru", "pl"}
    assert reasons >= {"nav", "mast", "share", "rel", "com", "promo", "cook", "dump", "note"}


def test_a_paragraph_that_two_articles_share_is_no_debris(own_set):
    """An agency's paragraph stands in two of them; to be strict, all are of one outlet here."""
    found = [one for one in own_set if isinstance(one.found, Document)]
    repeated = repeated_lines([one.found for one in found], outlet_of=lambda _: "one")
    for one in found:
        left = {passage.text for passage in without_repeated_lines(one.found, repeated).passages}
        gone = {fold(passage.text) for passage in one.found.passages if passage.text not in left}
        assert not gone & set(one.gold.texts(*BODY)), one.gold.place
