"""The skeleton of a name: what is left of it in every alphabet it came through.

Words without articles and particles; of each its consonants, those that transliterations exchange
written as one, and what sort of letter it begins with. Muammar Gaddafi and Moammar Qadhafi share
one, and so do Michail Gorbatschow and Mikhail Gorbachev.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, product

_MOST_READINGS = 4  # of one name
_MOST_WORDS = 8
_LONGEST_WORD = 40  # letters; what is beyond them belongs to no name

_ARTICLES = frozenset(("al", "el", "ul", "la", "le", "bin", "ben", "ibn"))
PARTICLES = _ARTICLES.union(
    ("de", "da", "do", "dos", "das", "del", "della", "di", "du"),
    ("van", "von", "vom", "der", "den", "zu", "y", "e"),
)
# abdul-, abdel-, abdur-, abd al-: one word of the names of God, however it is joined.
_SERVANT_OF = re.compile(r"^abd[aeiou][lrnsz]?(?=.)")
# What one sound is written with; in this order. Of ch there are two readings: Michail, Gorbachev.
_SOUNDS = (
    ("dsch", "j"),
    ("tsch", "s"),
    ("sch", "s"),
    ("ph", "f"),
    ("gh", "k"),
    ("kh", "k"),
    ("dh", "d"),
    ("th", "t"),
    ("sh", "s"),
    ("zh", "s"),
    ("ck", "k"),
    ("dj", "j"),
    ("ou", "u"),
    ("ts", "s"),
    ("tz", "s"),
    ("x", "ks"),
    ("c", "k"),
    ("q", "k"),
    ("g", "k"),
    ("z", "s"),
)
_SILENT = re.compile(r"[aeiouywvj]+|h$")
_DOUBLED = re.compile(r"(.)\1+")
_BEGINNINGS = str.maketrans("aeiouyjvw", "aaaaayyww")


def skeletons(key: Sequence[str]) -> Iterator[str]:
    """The skeletons of a name's key in words: one for each way of reading it, few."""
    key = [word[:_LONGEST_WORD] for word in key[:_MOST_WORDS]]
    words = ["abd" if word in ("abdul", "abdel", "abdal") else word for word in key]
    readings = [_readings(word) for word in words if word not in PARTICLES]
    yield from (" ".join(words) for words in islice(product(*readings), _MOST_READINGS))


@lru_cache(maxsize=200_000)  # a first name stands in hundreds of names
def _readings(word: str) -> tuple[str, ...]:
    parts = [word]
    if servant := _SERVANT_OF.match(word):
        parts = ["abd", word[servant.end() :]]
    return tuple(
        dict.fromkeys(
            " ".join(_consonants(part, sound) for part in parts)
            for sound in (
                ("s", "k") if "ch" in word.replace("tsch", "").replace("sch", "") else "s"
            )
        )
    )


def _consonants(word: str, ch: str) -> str:
    for written, sound in _SOUNDS[:3]:
        word = word.replace(written, sound)
    word = word.replace("ch", ch)
    for written, sound in _SOUNDS[3:]:
        word = word.replace(written, sound)
    return word[:1].translate(_BEGINNINGS) + _DOUBLED.sub(r"\1", _SILENT.sub("", word[1:]))
