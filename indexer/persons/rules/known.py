"""How well a word is known as a name, and as a place: the lexicon, for words as printed here."""

from functools import cache, lru_cache

from indexer.persons.lexicon import lexicon
from indexer.persons.model import load_weights
from indexer.persons.tagger import WEIGHTS

_MANY = 1 << 15


@lru_cache(maxsize=_MANY)
def bearing(word: str) -> int:
    """How common a folded word is as a name, 0 to 4; of Jean-Paul as its rarest part."""
    known = lexicon().bearing(word)
    parts = word.replace("-", " ").split()
    if known or len(parts) < 2:
        return known
    return min(lexicon().bearing(part) for part in parts[:3])


@lru_cache(maxsize=_MANY)
def is_place(word: str) -> bool:
    """Whether a folded word is a country, a region, a capital, or one of theirs."""
    return lexicon().is_place(word)


@cache
def english_words() -> frozenset[str]:
    """Words that English often has in lower case, which in other languages' texts name products."""
    return load_weights(WEIGHTS).common
