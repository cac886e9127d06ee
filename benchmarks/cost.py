"""What one hostile input costs at several sizes: CPU time, memory, and what came out.

Each size is measured in a process of its own, given up after two minutes. A time at 2n of more than
three times that at n is super-linear, and told as such.
"""

import multiprocessing
import resource
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import TypeAlias

GIVEN_UP = 120.0  # seconds
STEEP = 3.0  # times as long for twice as much
TOO_SHORT = 0.05  # seconds; below it a ratio is noise

Work: TypeAlias = Callable[[], str]  # what is measured; gives what came out
Prepare: TypeAlias = Callable[[int], Work]  # makes the input of a size, which is no cost


@dataclass(frozen=True, slots=True)
class Cost:
    """What one input cost at one size."""

    seconds: float
    megabytes: float  # by which the process grew
    outcome: str


def head(many: int) -> str:
    """The heading over the lines of `report`."""
    return f"{'n':>7} {'s at n':>7} {'2n':>6} {'ratio':>5} {f'{many}n':>6} {'MB':>5}"


def report(label: str, n: int, many: int, prepare: Prepare) -> None:
    """Prints what the input costs at n, 2n and many times n."""
    once, twice, often = (measure(prepare, n * times) for times in (1, 2, many))
    ratio = twice.seconds / max(once.seconds, TOO_SHORT)
    outcomes = f"{twice.outcome}, {often.outcome}{' STEEP' if ratio > STEEP else ''}"
    print(
        f"{n:>7} {once.seconds:>7.2f} {twice.seconds:>6.2f} {ratio:>5.1f} {often.seconds:>6.2f} "
        f"{often.megabytes:>5.0f}  {label}: {outcomes}",
        flush=True,
    )


def measure(prepare: Prepare, n: int) -> Cost:
    """The cost of one input of size n, in a process of its own."""
    receiving, sending = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=_do, args=(prepare, n, sending))
    process.start()
    sending.close()
    try:
        cost = receiving.recv() if receiving.poll(GIVEN_UP) else Cost(GIVEN_UP, 0, "GIVEN UP")
    except EOFError:
        cost = Cost(0, 0, "DIED")
    process.kill()
    process.join()
    return cost


def _do(prepare: Prepare, n: int, sending: Connection) -> None:
    work = prepare(n)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.process_time()
    try:
        outcome = work()
    except Exception as error:  # what an input may do is what is looked for
        outcome = f"RAISED {type(error).__name__}: {error}"[:60]
    seconds = time.process_time() - started
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    sending.send(Cost(seconds, grown / 1024, outcome))
