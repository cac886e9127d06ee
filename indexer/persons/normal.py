"""The normalised full name: what names must share to be one person of the archive.

It leaves out what never tells two people apart and nothing else. Middle initials, Jr and Sr, II and
III stay: the archive of a century holds father and son. Of 267 pairs of look-alikes (the table in
tests/indexer/archive) a form without them joined 39 that are two people, or that nobody can tell.
"""

from indexer.identity import name_key
from indexer.persons.words import BY_LANGUAGE, SUFFIXES

ALL_TITLES = frozenset().union(*(words.titles for words in BY_LANGUAGE.values()))

# Before the name of her husband these are another person: Mrs Peter Vane.
_OF_WIVES = frozenset(("mrs", "mme", "madame", "frau", "senora", "sra", "signora", "lady"))
_SUFFIXES = dict.fromkeys(("junior", "jnr", "jun"), "jr") | dict.fromkeys(
    ("senior", "snr", "sen"), "sr"
)
# One letter is an initial: the French M. is that of M. Night Shyamalan too.
_LEFT_OUT = frozenset(title for title in ALL_TITLES if len(title) > 1) - _OF_WIVES
_NO_INITIALS = ALL_TITLES | SUFFIXES | _OF_WIVES | _SUFFIXES.keys()
_CONSONANTS = frozenset("bcdfghjklmnpqrstvwxz")


def normalised_name(name: str) -> str:
    """A name's key without titles before a full name, its initials together, one word for Jr.

    "Sen. J. K. Holm, Junior" and "JK Holm Jr" are alike. It may also be given a key, and leaves
    what it made itself as it is.
    """
    words = _with_one_suffix(_together(name_key(name).split()))
    # King Abdullah and Prince Abdullah are two: a title in front of one word is part of the name.
    while words and words[0] in _LEFT_OUT and _fullness(words[1:]) > 1:
        words = words[1:]
    return " ".join(words)


def _with_one_suffix(words: list[str]) -> list[str]:
    if len(words) < 2:
        return words
    return [*words[:-1], _SUFFIXES.get(words[-1], words[-1])]


def _fullness(words: list[str]) -> int:
    return sum(word not in SUFFIXES for word in words)


def _together(words: list[str]) -> list[str]:
    """Initials that follow each other as one word, where that is no word: A. L. Holm is not Al."""
    joined: list[str] = []
    run = ""
    for word in [*words, ""]:
        if len(word) == 1 and word in _CONSONANTS:
            run += word
            continue
        joined += [run] if run not in _NO_INITIALS else list(run)
        joined.append(word)
        run = ""
    return [word for word in joined if word]
