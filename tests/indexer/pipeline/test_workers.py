import os
import signal
import threading
import time
from multiprocessing import Pipe, active_children
from pathlib import Path

import pytest

from indexer.errors import SettingsError
from indexer.facts import Fact, Source
from indexer.model import RawDocument
from indexer.pipeline.cleaning import Failure, Task
from indexer.pipeline.workers import clean_all, work

SOURCE = Source(Path("/news"), "news")


def task(number: int) -> Task:
    text = f"Title {number}\n\nThe ferry number {number} sank on Tuesday in the old harbour.\n"
    raw = RawDocument(f"{number}", f"{number}", f"{number}.txt", "text", text, f"hash {number}")
    return Task(raw, f"base {number}", (), SOURCE, number)


class Bomb:
    """What it is when it arrives in the other process: a call that is made there."""

    def __init__(self, call, *arguments):
        self.call = (call, arguments)

    def __reduce__(self):
        return self.call


def bomb(number: int, call, *arguments) -> Task:
    return Task(Bomb(call, *arguments), f"base {number}", (), SOURCE, number)


def by_position(done):
    return {task.position: outcome for task, outcome in done}


def test_many_processes_find_the_same_facts_as_one():
    tasks = [task(number) for number in range(12)]
    assert by_position(clean_all(tasks, 2)) == by_position(clean_all(tasks, 1))


def test_tasks_are_taken_only_as_they_are_needed():
    taken = []

    def tasks():
        for number in range(100):
            taken.append(number)
            yield task(number)

    done = clean_all(tasks(), 2)
    next(done)
    assert len(taken) <= 4
    done.close()


def test_an_input_that_kills_its_process_is_named_and_the_others_are_cleaned():
    tasks = [task(0), bomb(1, os._exit, 9), task(2), bomb(3, os.abort), task(4)]
    done = by_position(clean_all(tasks, 2))
    assert "ended the process (exit code 9)" in done[1].reason
    assert f"(exit code {-signal.SIGABRT})" in done[3].reason
    assert all(isinstance(done[number], Fact) for number in (0, 2, 4))


def test_an_input_that_takes_for_ever_is_named_and_the_others_are_cleaned():
    tasks = [task(0), task(1), bomb(2, time.sleep, 1000), task(3), task(4)]
    done = by_position(clean_all(tasks, 2, seconds=10))
    assert isinstance(done[2], Failure)
    assert "longer than 10 s" in done[2].reason
    assert all(isinstance(done[number], Fact) for number in (0, 1, 3, 4))


def test_a_build_that_ends_early_leaves_no_process():
    done = clean_all([task(0), *(bomb(number, time.sleep, 1000) for number in (1, 2, 3))], 2)
    assert isinstance(next(done)[1], Fact)
    assert active_children()
    done.close()
    assert not active_children()


def test_a_worker_says_that_it_is_ready_answers_in_order_and_ends_with_the_pipe():
    ours, its = Pipe()
    for number in range(3):
        ours.send(task(number))
    worker = threading.Thread(target=work, args=(its,))
    worker.start()
    assert ours.recv() is None
    assert [ours.recv().id for _ in range(3)] == ["0", "1", "2"]
    ours.close()
    worker.join(10)
    assert not worker.is_alive()


def test_a_process_that_cannot_be_started_is_no_fault_of_the_input(monkeypatch):
    monkeypatch.setattr("indexer.pipeline.workers._live", os.abort)
    with pytest.raises(SettingsError, match="--jobs 1"):
        list(clean_all([task(0)], 2))
