"""What the articles say for two names being one person: outlets, dates, and who is named beside.

Of a person who is named in very many articles only the first in order of their ids are looked at,
so that a likeness costs the same in every archive.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from heapq import nsmallest
from itertools import islice
from typing import NamedTuple

from indexer.archive.entries import Entry

MOST_ARTICLES = 300  # of one person that are looked at
_MOST_BESIDE = 12  # of one article's names; a list of hundreds says little of each
_MOST_NAMED = 3  # outlets or persons that a sentence names

Articles = Sequence[int]  # places in the sequence of entries, ascending


class Beside(NamedTuple):
    """Who is named beside two persons: how many, and the first of them."""

    number: int
    first: tuple[str, ...]


class Company:
    """Where everybody is named, and with whom."""

    def __init__(
        self,
        entries: Sequence[Entry],
        articles: Mapping[str, Articles],
        named_in: Sequence[Sequence[str]],
    ) -> None:
        """The entries by id; articles: who → where; named_in: for each entry who is named in it."""
        self._entries = entries
        self._articles = articles
        self._named_in = named_in
        self._beside: dict[str, Counter[str]] = {}
        self._shared: dict[tuple[str, str], Beside] = {}
        self._where: dict[str, tuple[frozenset[str], str]] = {}

    def shared(self, one: str, other: str) -> Beside:
        """Who is named beside both, those in most articles of both first; then by name."""
        pair = (one, other) if one < other else (other, one)  # asked for each of the two
        if pair not in self._shared:
            self._shared[pair] = self._beside_both(*pair)
        return self._shared[pair]

    def _beside_both(self, one: str, other: str) -> Beside:
        mine, theirs = self._company(one), self._company(other)
        if len(mine) > len(theirs):
            mine, theirs = theirs, mine
        both = {who: min(n, theirs[who]) for who, n in mine.items() if who in theirs}
        others = both.keys() - {one, other}
        first = nsmallest(_MOST_NAMED, others, key=lambda who: (-both[who], who))
        return Beside(len(others), tuple(first))

    def together(self, one: str, other: str) -> int:
        """How many articles name both: a sign that they are two."""
        mine, theirs = self._first(one), self._first(other)
        return len(frozenset(mine).intersection(theirs))

    def outlets(self, one: str, other: str) -> list[str]:
        """The outlets that name both, by name."""
        return sorted(self._where_and_when(one)[0] & self._where_and_when(other)[0])

    def dates(self, who: str) -> str:
        """The years in which the articles were published: 2016 or 2014–2017; "" is not known."""
        return self._where_and_when(who)[1]

    def _first(self, who: str) -> Articles:
        return self._articles[who][:MOST_ARTICLES]

    def _where_and_when(self, who: str) -> tuple[frozenset[str], str]:
        if who not in self._where:
            entries = [self._entries[place] for place in self._first(who)]
            years = sorted({entry.published[:4] for entry in entries if entry.published})
            when = "–".join(dict.fromkeys((years[0], years[-1]))) if years else ""
            self._where[who] = frozenset(e.source for e in entries if e.source), when
        return self._where[who]

    def _company(self, who: str) -> Counter[str]:
        if who not in self._beside:
            beside = (islice(self._named_in[place], _MOST_BESIDE) for place in self._first(who))
            self._beside[who] = Counter(name for names in beside for name in names)
        return self._beside[who]


def signs(company: Company, pair: tuple[str, str], names: Mapping[str, str]) -> tuple[str, ...]:
    """What the articles say of a pair, for and against, a phrase each; names: who → as shown."""
    one, other = pair
    beside, outlets = company.shared(one, other), company.outlets(one, other)
    others = [names[who] for who in beside.first]
    dates = company.dates(one), company.dates(other)
    together = company.together(one, other)
    said = (
        f"named beside both: {_listed(others, beside.number)}" if others else "",
        f"both in {_listed(outlets, len(outlets))}" if outlets else "",
        f"in {dates[0]} and in {dates[1]}" if all(dates) else "",
        f"named as two in {together} article{'s' if together > 1 else ''}" if together else "",
    )
    return tuple(filter(None, said))


def _listed(names: Sequence[str], number: int) -> str:
    more = number - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
