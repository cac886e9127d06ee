"""Which person of the register is meant by a name that nobody bears as it is typed."""

from collections.abc import Iterator, Mapping, Sequence, Set
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
_KNOWN_WORD = 3.0  # nats more, and one slip at most, for a word that the archive knows

_spellers: WeakKeyDictionary[Searcher, Speller] = WeakKeyDictionary()

# A typed word's readings: folded word of a name → how unlikely the slip is.
_Readings = Mapping[str, float]
# How unlikely the slips are, the person's id, and the words of the name in the order typed.
_Found = tuple[float, str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class MeantName:
    """A name for what was typed."""

    words: Mapping[str, str]  # typed → as printed in the name, in small letters; those that differ
    likelihood: float  # as spelling.likelihood


def meant_name(
    searcher: Searcher,
    typed: Mapping[str, str],
    known: Set[str],
    settled: Set[str] = frozenset(),
) -> MeantName | None:
    """The likeliest name that has all the words, each misspelt or not.

    None where no name has, or one has them as they are typed. typed: word → its folded form, at
    most MOST_WORDS. known: those that the archive knows; settled: those that are no slip.
    """
    if not 1 < len(typed) <= MOST_WORDS:
        return None
    readings = [
        _readings(searcher, form, is_known=word in known, is_settled=word in settled)
        for word, form in typed.items()
    ]
    found = list(_named(searcher, readings))
    if not found or not min(found)[0]:
        return None
    return _likeliest(searcher, typed, found)


def _likeliest(
    searcher: Searcher, typed: Mapping[str, str], found: Sequence[_Found]
) -> MeantName | None:
    persons = [(searcher.person(id_), cost, chosen) for cost, id_, chosen in found]
    weighed = [
        (likelihood(person.documents + 1, cost), person, chosen)
        for person, cost, chosen in persons
        if person is not None and not person.hidden
    ]
    if not weighed:
        return None
    likely, person, chosen = max(weighed, key=lambda one: one[0])
    words = zip(typed.items(), chosen, strict=True)
    differing = {word: _printed(person, own) for (word, form), own in words if form != own}
    return MeantName(differing, likely)


def _readings(searcher: Searcher, form: str, *, is_known: bool, is_settled: bool) -> _Readings:
    own = {form: 0.0} if form in persons_by_word(searcher) else {}
    if is_settled:
        return own
    variants = _speller(searcher).variants(form, 1 if is_known else 2, _MOST_VARIANTS)
    more = _KNOWN_WORD if is_known else 0.0
    return {guess.word: guess.cost + more for guess in variants} | own


def _named(searcher: Searcher, readings: Sequence[_Readings]) -> Iterator[_Found]:
    """Who bears a reading of every word, looked for among those of the rarest word."""
    holding = persons_by_word(searcher)
    each = [dict.fromkeys(id_ for one in words for id_ in holding[one]) for words in readings]
    rarest = min(range(len(each)), key=lambda place: len(each[place]))
    for id_ in islice(each[rarest], _MOST_PERSONS):
        if all(id_ in bearers for bearers in each):
            chosen = _as_typed(holding, readings, id_)
            if chosen is not None:
                cost = sum(words[one] for words, one in zip(readings, chosen, strict=True))
                yield cost, id_, chosen


def _as_typed(
    holding: Mapping[str, Mapping[str, None]], readings: Sequence[_Readings], person: str
) -> tuple[str, ...] | None:
    """The likeliest readings that are words of the person's, none of them twice."""
    chosen: list[str] = []
    for words in readings:
        own = [one for one in words if person in holding[one] and one not in chosen]
        if not own:
            return None
        chosen.append(min(own, key=lambda one: (words[one], one)))
    return tuple(chosen)


def _printed(person: Person, key: str) -> str:
    """A folded word as the person's name prints it, in small letters."""
    words = (word for form in (person.name, *person.aliases) for word in form.split())
    return next((word for word in words if name_key(word) == key), key).lower()


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
