"""Whom a reader means: an id, a name, another form of it, or some words of one."""

from collections.abc import Mapping
from itertools import islice
from weakref import WeakKeyDictionary

from indexer.engine.protocol import Searcher
from indexer.identity import name_key

# A surname may stand for many; more than this says nothing.
MAXIMUM_PERSONS = 50

# Folding 13,600 names took 50 ms, a register of 50,000 half a second, and a page asks for it
# hundreds of times; a generation's register never changes. One folding serves all who ask.
_folded: WeakKeyDictionary[Searcher, Mapping[str, tuple[str, ...]]] = WeakKeyDictionary()
# Word → ids in the register's order.
_holding: WeakKeyDictionary[Searcher, Mapping[str, Mapping[str, None]]] = WeakKeyDictionary()


def find_persons(searcher: Searcher, value: str) -> tuple[str, ...]:
    """The ids of the persons that an id, a name, an alias or words of one stand for."""
    person = searcher.person(value)
    if person is not None:
        return (person.id,)
    named = searcher.persons_named(value)
    if named:
        return tuple(person.id for person in named)
    return _partly_named(searcher, name_key(value).split())


def folded_names(searcher: Searcher) -> Mapping[str, tuple[str, ...]]:
    """Person id → the keys of name and aliases, each once, the name's first; register's order."""
    if searcher not in _folded:
        _folded[searcher] = {
            person.id: tuple(dict.fromkeys(map(name_key, (person.name, *person.aliases))))
            for person in searcher.persons()
        }
    return _folded[searcher]


def persons_holding(searcher: Searcher, typed: str) -> tuple[str, ...]:
    """The ids of the persons with what was typed somewhere in one form of their name, folded.

    In the register's order; all of them where nothing that can be folded was typed.
    """
    wanted = name_key(typed)
    folded = folded_names(searcher)
    if not wanted:
        return tuple(folded)
    return tuple(id_ for id_, keys in folded.items() if any(wanted in key for key in keys))


def _partly_named(searcher: Searcher, words: list[str]) -> tuple[str, ...]:
    if not words:
        return ()
    holding = persons_by_word(searcher)
    rarest, *others = sorted((holding.get(word, {}) for word in words), key=len)
    everywhere = (person for person in rarest if all(person in other for other in others))
    return tuple(islice(everywhere, MAXIMUM_PERSONS))


def persons_by_word(searcher: Searcher) -> Mapping[str, Mapping[str, None]]:
    """Folded word → the ids of the persons with it in one form of their name; register's order."""
    if searcher not in _holding:
        holding: dict[str, dict[str, None]] = {}
        for person, keys in folded_names(searcher).items():
            for key in keys:
                for word in key.split():
                    holding.setdefault(word, {})[person] = None
        _holding[searcher] = holding
    return _holding[searcher]
