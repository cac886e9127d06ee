"""Which documents match: a tree of terms and the filters, each as a mask over the archive.

Undated documents do not match a restriction of dates. To say how many more match all but the dates,
a tree is also read hopefully: as if they did, wherever that helps them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from indexer.engine.days import days_between
from indexer.engine.register import Register
from indexer.engine.whoosh_engine.columns import DOUBTFUL, SURE, UNDATED, Columns
from indexer.engine.whoosh_engine.leaves import Leaves
from indexer.engine.whoosh_engine.values import FacetColumn, Mask
from indexer.identity import name_key
from indexer.model import (
    AllTerms,
    AnyTerm,
    AnyTerms,
    Dates,
    FacetIs,
    FacetName,
    Filters,
    NoTerms,
    TermNode,
    TermPhrase,
)

# How undated documents are taken: as they are, or as every restriction of dates would help them
# to match the whole tree ("for") or its opposite ("against"; inside a NOT).
Reading = Literal["plain", "for", "against"]
_OPPOSITE: dict[Reading, Reading] = {"plain": "plain", "for": "against", "against": "for"}

_DATED = {"sure": SURE, "doubtful": DOUBTFUL, "none": UNDATED}


@dataclass(frozen=True, slots=True)
class Matcher:
    """Finds what matches. Immutable and safe to share between threads."""

    columns: Columns
    leaves: Leaves
    facets: Mapping[FacetName, FacetColumn]
    register: Register

    def tree(self, node: TermNode | None, reading: Reading = "plain") -> Mask:
        """The documents that match a tree; None: every document."""
        match node:
            case None:
                return self._every()
            case AnyTerm() | TermPhrase():
                mask = self._none()
                mask[self.leaves.postings(node).documents] = True
                return mask
            case Dates():
                mask = self.published(node)
                return mask | self._undated() if reading == "for" else mask
            case FacetIs():
                mask = self.having(node.facet, node.value)
                is_hoped = reading == "for" and node.facet == "year"
                return mask | self._undated() if is_hoped else mask
            case AllTerms():
                return _all(self._every(), (self.tree(n, reading) for n in node.nodes))
            case AnyTerms():
                return _any(self._none(), (self.tree(n, reading) for n in node.nodes))
            case NoTerms():
                matching: Mask = self.tree(node.node, _OPPOSITE[reading])
                return ~matching

    def restrictions(self, filters: Filters) -> dict[str, Mask]:
        """What the filters that say something let through, by the name of the filter's field."""
        masks = {
            name: _any(self._none(), (self.having(facet, value) for value in values))
            for name, facet, values in chosen_values(filters)
            if values
        }
        every = [self.having("person", id_) for id_ in filters.all_persons]
        masks |= {f"all_persons {place}": mask for place, mask in enumerate(every)}
        if filters.not_persons:
            banned = (self.having("person", id_) for id_ in filters.not_persons)
            masks["not_persons"] = ~_any(self._none(), banned)
        if filters.dates:
            masks["dates"] = self.published(filters.dates)
        if filters.dated:
            masks["dated"] = np.isin(self.columns.dated, [_DATED[one] for one in filters.dated])
        return masks

    def undated(
        self, tree: TermNode | None, restrictions: Mapping[str, Mask], certain: Mask
    ) -> int:
        """How many more than the certain match all but the dates and years, for want of a date."""
        without = [mask for name, mask in restrictions.items() if name not in ("dates", "years")]
        hopeful = _all(self.tree(tree, "for") & self._undated(), without)
        return int(np.count_nonzero(hopeful & ~certain))

    def published(self, dates: Dates) -> Mask:
        """The documents whose days overlap the range; a range that ends before it begins has none.

        Raises ValueError: what is no date.
        """
        first, last = days_between(dates)
        columns = self.columns
        if first > last:
            return self._none()
        overlaps: Mask = (columns.first_day <= last) & (columns.last_day >= first)
        return overlaps & ~self._undated()

    def having(self, facet: FacetName, value: str) -> Mask:
        """The documents with a facet's value, in any of the ways that canonical knows it by."""
        return self.facets[facet].having(self.canonical(facet, value))

    def canonical(self, facet: FacetName, value: str) -> str:
        """The facet's own value: a person's present id, the commonest spelling of a byline."""
        if facet == "person":
            return self.register.id_of(value)
        if facet == "byline":
            return self.facets[facet].folded.get(name_key(value), value)
        return value

    def _every(self) -> Mask:
        return np.ones(len(self.columns), dtype=bool)

    def _none(self) -> Mask:
        return np.zeros(len(self.columns), dtype=bool)

    def _undated(self) -> Mask:
        undated: Mask = self.columns.dated == UNDATED
        return undated


def chosen_values(filters: Filters) -> Sequence[tuple[str, FacetName, tuple[str, ...]]]:
    """Per facet the filter that chooses among its values: field of Filters, facet, values."""
    return (
        ("persons", "person", filters.persons),
        ("sources", "source", filters.sources),
        ("languages", "language", filters.languages),
        ("bylines", "byline", filters.bylines),
        ("years", "year", filters.years),
    )


def is_about_dates(tree: TermNode | None, filters: Filters) -> bool:
    """Whether a request restricts dates or years anywhere."""
    return bool(filters.dates or filters.years) or _names_dates(tree)


def _names_dates(node: TermNode | None) -> bool:
    match node:
        case Dates():
            return True
        case FacetIs():
            return node.facet == "year"
        case AllTerms() | AnyTerms():
            return any(map(_names_dates, node.nodes))
        case NoTerms():
            return _names_dates(node.node)
        case AnyTerm() | TermPhrase() | None:
            return False


def _all(start: Mask, masks: Iterable[Mask]) -> Mask:
    for mask in masks:
        start = start & mask
    return start


def _any(start: Mask, masks: Iterable[Mask]) -> Mask:
    for mask in masks:
        start = start | mask
    return start
