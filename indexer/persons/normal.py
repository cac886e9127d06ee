"""The normalised full name: what names must share to be one person of the archive."""

from indexer.identity import name_key
from indexer.persons.words import BY_LANGUAGE, SUFFIXES

ALL_TITLES = frozenset().union(*(words.titles for words in BY_LANGUAGE.values()))


def normalised_name(name: str) -> str:
    """A name's key without titles before it, Jr behind it and initials in its middle.

    "Sen. John F. Kennedy, Jr" and "John Kennedy" are alike; a name that is nothing but such words
    keeps them. It may also be given a key, which it leaves as it is or shortens.
    """
    words = name_key(name).split()
    while len(words) > 1 and words[0] in ALL_TITLES:
        words = words[1:]
    while len(words) > 1 and words[-1] in SUFFIXES:
        words.pop()
    middle = [word for word in words[1:-1] if len(word) > 1]
    return " ".join([*words[:1], *middle, *words[1:][-1:]])
