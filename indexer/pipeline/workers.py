"""Cleaning in processes beside this one; an input that kills one, or never ends, is rejected.

Each worker has one task at a time, so that it is known which input it died of, and so that neither
side ever waits to write while the other does. Processes come from a fork server, not from a fork of
this one, which would inherit the lock of the index and is not safe beside threads.
"""

import signal
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from multiprocessing import connection, get_context
from multiprocessing.connection import Connection

from indexer.errors import SettingsError
from indexer.pipeline.cleaning import Failure, Outcome, Task, clean_one

# The slowest honest page of the evaluation data takes 0.5 s; what takes a minute never ends.
SECONDS_A_DOCUMENT = 60.0
_SECONDS_TO_START = 60.0  # to import the cleaner on a busy machine; not counted to the document

Done = tuple[Task, Outcome]


def clean_all(
    tasks: Iterable[Task], jobs: int, seconds: float = SECONDS_A_DOCUMENT
) -> Iterator[Done]:
    """Every task with its outcome, in the order in which they are done.

    jobs=1 cleans in this process, where nothing can be cut short. Tasks are taken from the iterable
    only as they are needed.
    """
    if jobs == 1:
        return ((task, clean_one(task)) for task in tasks)
    return _clean_in_processes(iter(tasks), jobs, seconds)


def work(parent: Connection) -> None:
    """A worker's life: cleans what comes until the other end is closed."""
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        parent.send(None)  # ready
        while True:
            parent.send(clean_one(parent.recv()))


def _live(parent: Connection) -> None:
    # Ctrl-C goes to every process of the terminal; only the parent is to answer it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    work(parent)


class _Worker:
    """One process and what it was given."""

    def __init__(self) -> None:
        context = get_context("forkserver")
        # Imported once, in the server: a worker then starts in 10 ms instead of 1 s.
        context.set_forkserver_preload(["indexer.pipeline.workers"])
        self.pipe, its_end = context.Pipe()
        self.process = context.Process(target=_live, args=(its_end,), daemon=True)
        self.process.start()
        its_end.close()  # so that its death is seen as an end of file
        self.task: Task | None = None  # None: idle
        self.until = 0.0  # when its time is over, by the monotonic clock
        self.is_ready = False
        self.is_broken = False

    def give(self, task: Task, seconds: float) -> None:
        self.task = task
        self.until = time.monotonic() + seconds + (0.0 if self.is_ready else _SECONDS_TO_START)
        with suppress(BrokenPipeError, ConnectionResetError):  # dead: seen when it is waited for
            self.pipe.send(task)

    def hear(self, seconds: float) -> Outcome | None:
        """What it answered; None: that it is ready, and begins now."""
        try:
            answer: Outcome | None = self.pipe.recv()
        except (EOFError, OSError):
            return self._died()
        if answer is None:
            self.is_ready, self.until = True, time.monotonic() + seconds
        return answer

    def take_too_long(self, seconds: float) -> Failure:
        self.is_broken = True
        return Failure(f"cleaning it takes longer than {seconds:g} s; leave it out, and report it")

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()

    def _died(self) -> Failure:
        self.is_broken = True
        self.process.join()
        if not self.is_ready:
            raise SettingsError(
                f"a process for cleaning cannot be started (exit code {self.process.exitcode}); "
                "try again with: --jobs 1"
            )
        return Failure(
            f"cleaning it ended the process (exit code {self.process.exitcode}); leave it out, and "
            "report it"
        )


def _clean_in_processes(tasks: Iterator[Task], jobs: int, seconds: float) -> Iterator[Done]:
    workers: list[_Worker] = []
    try:
        for task in tasks:
            while all(worker.task for worker in workers) and len(workers) >= jobs:
                yield from _wait(workers, seconds)
            _idle(workers).give(task, seconds)
        while any(worker.task for worker in workers):
            yield from _wait(workers, seconds)
    finally:
        for worker in workers:
            worker.end()


def _idle(workers: list[_Worker]) -> _Worker:
    for worker in workers:
        if worker.task is None:
            return worker
    workers.append(_Worker())
    return workers[-1]


def _wait(workers: list[_Worker], seconds: float) -> list[Done]:
    """Waits until a worker answers, dies or has had its time; what came of that."""
    busy = [(worker, worker.task) for worker in workers if worker.task]
    left = min(worker.until for worker, _ in busy) - time.monotonic()
    answering = connection.wait([worker.pipe for worker, _ in busy], max(0.0, left))
    done: list[Done] = []
    for worker, task in busy:
        outcome: Outcome | None = None
        if worker.pipe in answering:
            outcome = worker.hear(seconds)
        elif worker.until <= time.monotonic():
            outcome = worker.take_too_long(seconds)
        if outcome is not None:
            done.append((task, outcome))
            worker.task = None
        if worker.is_broken:
            worker.end()
            workers.remove(worker)
    return done
