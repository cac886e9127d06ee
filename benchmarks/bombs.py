"""What hostile sources cost the cleaner: CPU time at n, 2n and 20n, memory, and what came out.

    python -m benchmarks.bombs [NAME]... [--scale 0.1] [--format text|html]

A time at 2n of more than three times that at n is super-linear, and told as such. At 20n most
bombs are beyond what the cleaner takes (indexer/cleaner/limits.py): what they cost then is the most
that a source can cost. Each is cleaned in a process of its own, given up after two minutes.
"""

import argparse
import multiprocessing
import resource
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection

from benchmarks.hostile_sources import LAST, Bomb, bombs
from indexer.cleaner import clean
from indexer.errors import PressmarkError
from indexer.model import Document, RawDocument

GIVEN_UP = 120.0  # seconds
STEEP = 3.0  # times as long for twice as much
TOO_SHORT = 0.05  # seconds; below it a ratio is noise
MANY = 20


@dataclass(frozen=True, slots=True)
class Cost:
    """What one bomb cost at one size."""

    seconds: float
    megabytes: float  # by which the process grew
    outcome: str


def measure(bomb: Bomb, n: int) -> Cost:
    """The cost of one bomb in a process of its own."""
    receiving, sending = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=_clean, args=(bomb, n, sending))
    process.start()
    sending.close()
    try:
        cost = receiving.recv() if receiving.poll(GIVEN_UP) else Cost(GIVEN_UP, 0, "GIVEN UP")
    except EOFError:
        cost = Cost(0, 0, "DIED")
    process.kill()
    process.join()
    return cost


def _clean(bomb: Bomb, n: int, sending: Connection) -> None:
    content = bomb.made(n)
    raw = RawDocument("a", "a", "a", bomb.format, content, "0")
    clean(RawDocument("w", "w", "w", bomb.format, LAST, "0"))  # what is loaded once is no cost
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.process_time()
    try:
        found = clean(raw).document
    except PressmarkError as error:
        outcome = f"{type(error).__name__}"
    except Exception as error:  # what a bomb may do is what is looked for
        outcome = f"RAISED {type(error).__name__}: {error}"[:60]
    else:
        text = (
            sum(len(passage.text) for passage in found.passages)
            if isinstance(found, Document)
            else 0
        )
        outcome = f"{text} characters" if text else "no article"
    seconds = time.process_time() - started
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    sending.send(Cost(seconds, grown / 1024, outcome))


def main() -> None:
    """Prints a line a bomb."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="bombs whose name holds one of these")
    parser.add_argument("--scale", type=float, default=1.0, help="of every n")
    parser.add_argument("--format", choices=("text", "html"))
    wanted = parser.parse_args()
    print(f"{'n':>7} {'s at n':>7} {'2n':>6} {'ratio':>5} {'20n':>6} {'MB':>5}  bomb: outcomes")
    for bomb in bombs():
        if wanted.names and not any(name in bomb.name for name in wanted.names):
            continue
        if wanted.format in (None, bomb.format):
            _report(bomb, max(1, round(bomb.n * wanted.scale)))


def _report(bomb: Bomb, n: int) -> None:
    once, twice, often = (measure(bomb, n * times) for times in (1, 2, MANY))
    ratio = twice.seconds / max(once.seconds, TOO_SHORT)
    outcomes = f"{twice.outcome}, {often.outcome}{' STEEP' if ratio > STEEP else ''}"
    print(
        f"{n:>7} {once.seconds:>7.2f} {twice.seconds:>6.2f} {ratio:>5.1f} {often.seconds:>6.2f} "
        f"{often.megabytes:>5.0f}  {bomb.format} {bomb.name}: {outcomes}",
        flush=True,
    )


if __name__ == "__main__":
    main()
