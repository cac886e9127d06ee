"""What hostile texts cost the namer: CPU time at n, 2n and 10n, memory, and what was named.

    python -m benchmarks.hostile_names [NAME]... [--scale 0.1]

A time at 2n of more than three times that at n is super-linear, and told as such. Each text is
named in a process of its own, given up after two minutes.
"""

import argparse
import multiprocessing
import resource
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection

from indexer.persons import find_names

GIVEN_UP = 120.0  # seconds
STEEP = 3.0  # times as long for twice as much
TOO_SHORT = 0.05  # seconds; below it a ratio is noise
MANY = 10


@dataclass(frozen=True, slots=True)
class Text:
    """A text that is to hurt the namer, at any size."""

    name: str
    n: int
    made: Callable[[int], str]
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one text cost at one size."""

    seconds: float
    megabytes: float  # by which the process grew
    outcome: str


def texts() -> tuple[Text, ...]:
    """Every one of them."""
    return (
        *_repeated(),
        *_different(),
        Text("one word", 500_000, lambda n: "a" * n),
        Text("one capital", 500_000, lambda n: f"Then A{'a' * n} said so."),
        Text("one word of 40 capitals each", 10_000, lambda n: f"{'A' * 40} " * n),
        Text("hyphens", 250_000, lambda n: "A-" * n),
        Text("initials", 250_000, lambda n: "A." * n),
        Text("accents", 250_000, lambda n: "Then A" + "\u0301\u0323" * n + " said so."),
    )


def _repeated() -> tuple[Text, ...]:
    pieces = {
        "capitals": "Ann ",
        "capitals without a space": "AnnLee",
        "names": "Ann Lee said so. ",
        "lines of two capitals": "Ann Lee\n",
        "zero-width marks": "A\u200bnn\u200d L\u2060ee\ufeff said so. ",
        "bidi marks": "\u202eAnn\u202c \u2067Lee\u2069 said so. ",
        "only marks": "\u200b\u202e",
        "full stops": "Ann. ",
        "endings": "!.?… ",
        "quotation marks": "Ann “Tin” ",
        "open quotation marks": "“",
        "particles": "Ann van der ",
        "suffixes": "Ann Lee, Jr, ",
        "titles": "President ",
        "also known as": "Ann Lee, also known as ",
        "brackets": "Ann Lee (",
        "full of and": "Ann and ",
        "line breaks": "\n",
        "lone surrogates": "\ud800A ",
        "NUL": "A\x00nn Lee ",
    }
    return tuple(Text(name, 10_000, lambda n, p=piece: p * n) for name, piece in pieces.items())


def _different() -> tuple[Text, ...]:
    """Names that are all different: nothing is remembered from one to the next."""
    pieces = {
        "different names": "Ann L# said so. ",
        "different lines": "Ann L#\n",
        "different given names": "A# Lee said so. ",
        "one surname, then alone": "A# Lee and Lee said so. ",
        "names of three": "A# B# Lee said so. ",
        "other names": "A# Lee, also known as B# Lee, said so. ",
        "spellings": "Annabel L#man said so. ",
        "numbers of kings": "King A# II and King A# left. ",
    }
    made = {
        name: lambda n, p=piece: "".join(p.replace("#", _letters(k)) for k in range(n))
        for name, piece in pieces.items()
    }
    languages = {"French": "fr", "German": "de", "Spanish": "es", "Arabic": "ar"}
    return (
        *(Text(name, 5_000, make) for name, make in made.items()),
        *(
            Text(f"different names in {name}", 5_000, made["different names"], code)
            for name, code in languages.items()
        ),
    )


def _letters(number: int) -> str:
    """Another word for each number, without digits."""
    letters = ""
    while True:
        number, rest = divmod(number, 20)
        letters += "bcdfghjklmnpqrstvwxz"[rest] + "aeiou"[rest % 5]
        if not number:
            return letters


def measure(text: Text, n: int) -> Cost:
    """The cost of one text in a process of its own."""
    receiving, sending = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=_name, args=(text, n, sending))
    process.start()
    sending.close()
    try:
        cost = receiving.recv() if receiving.poll(GIVEN_UP) else Cost(GIVEN_UP, 0, "GIVEN UP")
    except EOFError:
        cost = Cost(0, 0, "DIED")
    process.kill()
    process.join()
    return cost


def _name(text: Text, n: int, sending: Connection) -> None:
    content = text.made(n)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.process_time()
    try:
        outcome = f"{len(find_names(content, text.language))} persons"
    except Exception as error:  # what a text may do is what is looked for
        outcome = f"RAISED {type(error).__name__}: {error}"[:60]
    seconds = time.process_time() - started
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    sending.send(Cost(seconds, grown / 1024, outcome))


def main() -> None:
    """Prints a line a text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="texts whose name holds one of these")
    parser.add_argument("--scale", type=float, default=1.0, help="of every n")
    wanted = parser.parse_args()
    find_names("Then Ann Lee said so.", "en")  # what is loaded once is no cost
    print(f"{'n':>7} {'s at n':>7} {'2n':>6} {'ratio':>5} {'10n':>6} {'MB':>5}  text: outcomes")
    for text in texts():
        if not wanted.names or any(name in text.name for name in wanted.names):
            _report(text, max(1, round(text.n * wanted.scale)))


def _report(text: Text, n: int) -> None:
    once, twice, often = (measure(text, n * times) for times in (1, 2, MANY))
    ratio = twice.seconds / max(once.seconds, TOO_SHORT)
    outcomes = f"{twice.outcome}, {often.outcome}{' STEEP' if ratio > STEEP else ''}"
    print(
        f"{n:>7} {once.seconds:>7.2f} {twice.seconds:>6.2f} {ratio:>5.1f} {often.seconds:>6.2f} "
        f"{often.megabytes:>5.0f}  {text.name}: {outcomes}",
        flush=True,
    )


if __name__ == "__main__":
    main()
