"""The state of a generation: spelled and read, and what of it has to be the same."""

import json
from dataclasses import replace

import pytest

from indexer.corrections import parse_corrections
from indexer.facts import Wanted
from indexer.pipeline.corrected import corrected
from indexer.pipeline.state import State, state_of

WANTED = (Wanted("a", "k1", "a.txt", "/news", True), Wanted("b", "k2", "b.txt", "/news", True))


def state(lines: str = "", wanted=WANTED, taken=()) -> State:
    return state_of("g1", corrected(parse_corrections(lines, "c.txt")), wanted, taken)


def test_a_state_that_is_spelled_is_read_as_it_was():
    found = state("add: Salt Märn\ndrop: X Y")
    assert State.read(found.spelled) == found
    assert found.added == ("Salt Märn",)


def test_a_state_of_a_build_that_knew_no_aliases_is_one_without_any():
    fields = json.loads(state().spelled)
    del fields["aliases"]
    assert State.read(json.dumps(fields)) == state() != state("alias: X = Y")


@pytest.mark.parametrize("spelled", ["", "deadbeef", "{}", "[1]", '{"added": 3}', "null"])
def test_what_is_no_state_is_none(spelled):
    assert State.read(spelled) is None


def test_lines_about_persons_leave_the_texts_as_they_are_and_others_do_not():
    for line in ("drop: X Y", "add: X Y", "moved: a = b", "split: X Y | from 2016", "alias: X = Y"):
        assert state(line) != state()
        assert state(line).holds_the_texts_of(state())
    assert not state("keep: everywhere | X").holds_the_texts_of(state())
    assert not state(wanted=WANTED[:1]).holds_the_texts_of(state())
    assert not state(taken=("c",)).holds_the_texts_of(state())
    assert not state().published_as("g2").holds_the_texts_of(state())
    assert not state().holds_the_texts_of(None)
    assert replace(state("drop: X"), persons=state().persons) == state()
