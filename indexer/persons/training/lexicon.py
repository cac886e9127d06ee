"""python -m indexer.persons.training.lexicon NAMES TERRITORIES [--lexicon FILE]: makes the lexicon.

NAMES and TERRITORIES are two files of the source distribution of the library rigour
(`rust/data/names/person_names.txt`, `rust/data/territories/data.jsonl`): what it knows of the parts
of people's names, by Wikidata's items, and of countries and regions.
"""

import argparse
import json
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from indexer.persons.lexicon import FILE, save_lexicon
from indexer.persons.tokens import folded

# The scripts in which names are looked for. Those of one letter a syllable have no words to ask.
_SCRIPTS = ("LATIN", "ARABIC")


def main(arguments: list[str]) -> None:
    """Reads both files, writes the lexicon."""
    parser = argparse.ArgumentParser(prog="python -m indexer.persons.training.lexicon")
    parser.add_argument("names", type=Path)
    parser.add_argument("territories", type=Path)
    parser.add_argument("--lexicon", type=Path, default=FILE)
    options = parser.parse_args(arguments)
    names = count_names(options.names.read_text("utf-8").splitlines())
    places = set(read_places(options.territories.read_text("utf-8").splitlines()))
    save_lexicon(names, places, options.lexicon)
    size = options.lexicon.stat().st_size
    print(f"{len(names)} names, {len(places)} places, {size} bytes")


def count_names(lines: Iterable[str]) -> dict[str, int]:
    """Word → how many names are written so, from lines `form, form => item`."""
    items: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        forms, arrow, item = line.rpartition("=>")
        for form in forms.split(",") if arrow else ():
            word = form.strip()
            if _is_word(word):
                items[folded(word)].add(item.strip())
    return {word: len(names) for word, names in items.items()}


def read_places(lines: Iterable[str]) -> Iterator[str]:
    """The words that alone are a territory's name, a form of it, or a place of it."""
    for line in lines:
        territory = json.loads(line)
        lists = (territory.get(name, ()) for name in ("names_strong", "names_weak", "places"))
        for place in (territory["name"], *(place for places in lists for place in places)):
            if _is_word(place):
                yield folded(place)


def _is_word(form: str) -> bool:
    first = next(filter(str.isalpha, form), "")
    return " " not in form and unicodedata.name(first or " ", "").startswith(_SCRIPTS)


if __name__ == "__main__":
    main(sys.argv[1:])
