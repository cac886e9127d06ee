"""Quality does not fall: the figures on the sample archive stay at or above the pinned floors."""

import json
from pathlib import Path

import pytest

FLOORS = {
    name: floor
    for name, floor in json.loads((Path(__file__).parent / "floors.json").read_text("utf8")).items()
    if ":" not in name  # the others are of own/
}


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_a_figure_stays_at_or_above_its_floor(figures, name):
    assert figures[name] >= FLOORS[name], f"{name}: {figures[name]:.3f}"


def test_every_figure_has_a_floor(figures):
    assert set(figures) == set(FLOORS)
