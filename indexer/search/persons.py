"""Whom a reader means: an id, a name, another form of it, or some words of one."""

from collections.abc import Mapping
from itertools import islice
from weakref import WeakKeyDictionary

from indexer.engine.protocol import Searcher
from indexer.identity import name_key

# A surname may stand for many; more than this says nothing.
MAXIMUM_PERSONS = 50

# Word → ids in the register's order. Folding 13,600 names took 50 ms, and a page with fifty names
# that nobody bears asked for it 400 times; a generation's register never changes.
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


def _partly_named(searcher: Searcher, words: list[str]) -> tuple[str, ...]:
    if not words:
        return ()
    holding = _persons_by_word(searcher)
    rarest, *others = sorted((holding.get(word, {}) for word in words), key=len)
    everywhere = (person for person in rarest if all(person in other for other in others))
    return tuple(islice(everywhere, MAXIMUM_PERSONS))


def _persons_by_word(searcher: Searcher) -> Mapping[str, Mapping[str, None]]:
    if searcher not in _holding:
        holding: dict[str, dict[str, None]] = {}
        for person in searcher.persons():
            for name in (person.name, *person.aliases):
                for word in name_key(name).split():
                    holding.setdefault(word, {})[person.id] = None
        _holding[searcher] = holding
    return _holding[searcher]
