"""Which person of the register is meant by a name that nobody bears as it is typed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from weakref import WeakKeyDictionary

from indexer.engine.protocol import Searcher
from indexer.identity import name_key
from indexer.model import Person
from indexer.search.persons import persons_by_word
from indexer.spelling import Speller, likelihood

MOST_WORDS = 4  # of a name as it is typed
_MOST_VARIANTS = 8  # of a word
_MOST_PERSONS = 2_000  # that are looked at: the first in the register's order, most articles first
_KNOWN_WORD = 3.0  # nats more for another word than one that the archive knows

_spellers: WeakKeyDictionary[Searcher, Speller] = WeakKeyDictionary()

# A typed word's readings: folded word of a name → how unlikely the slip is.
_Readings = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class MeantName:
    """A name for what was typed."""

    words: Mapping[str, str]  # typed → as printed in the name; those that differ
    likelihood: float  # as spelling.likelihood


def meant_name(
    searcher: Searcher, typed: Mapping[str, str], known: frozenset[str]
) -> MeantName | None:
    """The likeliest name that has all the words, each misspelt or not; None where none has.

    typed: word → its folded form, at most MOST_WORDS. known: which of them the archive knows.
    """
    if not 1 < len(typed) <= MOST_WORDS:
        return None
    readings = [
        _readings(searcher, form, _KNOWN_WORD if word in known else 0.0)
        for word, form in typed.items()
    ]
    found = [
        (likelihood(person.documents + 1, cost), person, chosen)
        for person in _persons(searcher, readings)
        if (best := _as_typed(searcher, readings, person)) is not None
        for cost, chosen in (best,)
    ]
    if not found:
        return None
    likely, person, chosen = max(found, key=lambda one: one[0])
    words = {
        word: _printed(person, other)
        for (word, form), other in zip(typed.items(), chosen, strict=True)
        if form != other
    }
    return MeantName(words, likely) if words else None


def _readings(searcher: Searcher, form: str, known_word: float) -> _Readings:
    variants = _speller(searcher).variants(form, _MOST_VARIANTS)
    own = {form: 0.0} if form in persons_by_word(searcher) else {}
    return {guess.word: guess.cost + known_word for guess in variants} | own


def _persons(searcher: Searcher, readings: Sequence[_Readings]) -> list[Person]:
    """Who bears a reading of the word that the fewest bear; nobody who is hidden."""
    holding = persons_by_word(searcher)
    each: list[dict[str, None]] = [
        dict.fromkeys(id_ for one in words for id_ in holding[one]) for words in readings
    ]
    rarest = min(range(len(each)), key=lambda place: len(each[place]))
    borne = (
        id_ for id_ in islice(each[rarest], _MOST_PERSONS) if all(id_ in other for other in each)
    )
    persons = (searcher.person(id_) for id_ in borne)
    return [person for person in persons if person is not None and not person.hidden]


def _as_typed(
    searcher: Searcher, readings: Sequence[_Readings], person: Person
) -> tuple[float, tuple[str, ...]] | None:
    """The likeliest readings that are words of the person's, none of them twice."""
    holding = persons_by_word(searcher)
    cost = 0.0
    chosen: list[str] = []
    for words in readings:
        own = [one for one in words if person.id in holding[one] and one not in chosen]
        if not own:
            return None
        best = min(own, key=lambda one: (words[one], one))
        cost += words[best]
        chosen.append(best)
    return cost, tuple(chosen)


def _printed(person: Person, key: str) -> str:
    """A folded word as the person's name prints it."""
    words = (word for form in (person.name, *person.aliases) for word in form.split())
    return next((word for word in words if name_key(word) == key), key)


def _speller(searcher: Searcher) -> Speller:
    """Knows the words of the register's names, each as often as articles name its bearers."""
    if searcher not in _spellers:
        documents = {person.id: person.documents for person in searcher.persons()}
        counts = {
            word: sum(documents.get(id_, 0) for id_ in ids) + 1
            for word, ids in persons_by_word(searcher).items()
        }
        _spellers[searcher] = Speller(tuple(counts.items()))
    return _spellers[searcher]
