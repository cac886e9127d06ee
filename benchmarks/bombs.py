"""What hostile sources cost the cleaner: CPU time at n, 2n and 20n, memory, and what came out.

    python -m benchmarks.bombs [NAME]... [--scale 0.1] [--format text|html]

A time at 2n of more than three times that at n is super-linear, and told as such. At 20n most
bombs are beyond what the cleaner takes (indexer/cleaner/limits.py): what they cost then is the most
that a source can cost. Each is cleaned in a process of its own, given up after two minutes.
"""

import argparse
from functools import partial

from benchmarks.cost import Work, head, report
from benchmarks.hostile_sources import LAST, Bomb, bombs
from indexer.cleaner import clean
from indexer.errors import PressmarkError
from indexer.model import Document, RawDocument

MANY = 20


def _prepared(bomb: Bomb, n: int) -> Work:
    raw = RawDocument("a", "a", "a", bomb.format, bomb.made(n), "0")
    clean(RawDocument("w", "w", "w", bomb.format, LAST, "0"))  # what is loaded once is no cost
    return partial(_outcome, raw)


def _outcome(raw: RawDocument) -> str:
    try:
        found = clean(raw).document
    except PressmarkError as error:
        return type(error).__name__
    if not isinstance(found, Document):
        return "no article"
    text = sum(len(passage.text) for passage in found.passages)
    return f"{text} characters" if text else "no article"


def main() -> None:
    """Prints a line a bomb."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="bombs whose name holds one of these")
    parser.add_argument("--scale", type=float, default=1.0, help="of every n")
    parser.add_argument("--format", choices=("text", "html"))
    wanted = parser.parse_args()
    print(f"{head(MANY)}  bomb: outcomes")
    for bomb in bombs():
        if wanted.names and not any(name in bomb.name for name in wanted.names):
            continue
        if wanted.format in (None, bomb.format):
            n = max(1, round(bomb.n * wanted.scale))
            report(f"{bomb.format} {bomb.name}", n, MANY, partial(_prepared, bomb))


if __name__ == "__main__":
    main()
