"""Names in French, German, Spanish and Arabic: no figure falls 2 points below what was measured."""

import json
from pathlib import Path

import pytest

HERE = Path(__file__).parent
FLOORS = json.loads((HERE / "floors.json").read_text("utf-8"))
FIGURES = ("mentions precision", "mentions recall", "persons precision", "persons recall")


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("place", sorted(place for place in FLOORS if place.startswith("own ")))
def test_a_figure_of_our_own_texts_stays_at_or_above_its_floor(own_figures, place, figure):
    assert own_figures[place][figure] >= FLOORS[place][figure], own_figures[place]


@pytest.mark.usefixtures("pages_are_here")
@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("place", sorted(place for place in FLOORS if place.startswith("others ")))
def test_a_figure_of_others_texts_stays_at_or_above_its_floor(request, place, figure):
    figures = request.getfixturevalue("others_figures")[place]
    assert figures[figure] >= FLOORS[place][figure], figures


def test_each_half_of_each_language_has_its_floors(own_figures):
    assert {f"{whose} {rest}" for whose in ("own", "others") for rest in places()} == set(FLOORS)
    assert all(set(FIGURES) == set(floors) for floors in (*FLOORS.values(), *own_figures.values()))


def places():
    return [
        f"{code} {half}" for code in ("ar", "de", "es", "fr") for half in ("develop", "measure")
    ]


def test_own_texts_are_read_as_they_are_marked(own_texts_of):
    for code in ("ar", "de", "es", "fr"):
        for half in ("develop", "measure"):
            texts = own_texts_of(code, half)
            assert texts
            for judged in texts:
                assert "⟦" not in judged.text
                assert all(judged.text[start:end].strip() for start, end in judged.spans)
