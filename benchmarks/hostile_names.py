"""What hostile texts cost the namer: CPU time at n, 2n and 10n, memory, and what was named.

    python -m benchmarks.hostile_names [NAME]... [--scale 0.1]

A time at 2n of more than three times that at n is super-linear, and told as such. Each text is
named in a process of its own, given up after two minutes.
"""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from benchmarks.cost import Work, head, report
from indexer.persons import find_names

MANY = 10


@dataclass(frozen=True, slots=True)
class Text:
    """A text that is to hurt the namer, at any size."""

    name: str
    n: int
    made: Callable[[int], str]
    language: str = "en"


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


def _prepared(text: Text, n: int) -> Work:
    return partial(_outcome, text.made(n), text.language)


def _outcome(content: str, language: str) -> str:
    return f"{len(find_names(content, language))} persons"


def main() -> None:
    """Prints a line a text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="texts whose name holds one of these")
    parser.add_argument("--scale", type=float, default=1.0, help="of every n")
    wanted = parser.parse_args()
    find_names("Then Ann Lee said so.", "en")  # what is loaded once is no cost
    print(f"{head(MANY)}  text: outcomes")
    for text in texts():
        if not wanted.names or any(name in text.name for name in wanted.names):
            n = max(1, round(text.n * wanted.scale))
            report(text.name, n, MANY, partial(_prepared, text))


if __name__ == "__main__":
    main()
