import subprocess
import sys

import click
import pytest

from indexer.cli.app import CommandPlaces

_CLEAN = """
import sys
from indexer.__main__ import application
application(["clean", "--jsonl"], standalone_mode=False)
print(sorted({"indexer.engine", "webapp", "whoosh", "flask"} & set(sys.modules)))
"""


def test_a_command_is_imported_when_it_is_asked_for():
    places = CommandPlaces(clean="indexer.cli.batches:clean_command")
    assert list(places) == ["clean"]
    assert places["clean"].name == "clean"
    assert places["clean"] is places["clean"]


def test_commands_can_be_placed_added_and_taken_away():
    places = CommandPlaces()
    places.place("name", "indexer.cli.naming:name_command")
    places["own"] = click.Command("own")
    del places["name"]
    assert (len(places), places["own"].name) == (1, "own")
    with pytest.raises(KeyError):
        places["name"]


def test_cleaning_a_batch_loads_neither_an_engine_nor_the_web_app():
    run = subprocess.run([sys.executable, "-c", _CLEAN], input="", capture_output=True, text=True)
    assert (run.stdout, run.stderr) == ("[]\n", "")
