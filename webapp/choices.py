"""What a click changes: from one Query to the next. A new choice always begins at page 1."""

from dataclasses import replace

from indexer.model import Dated, Dates, FacetName, Filters, Query, Sort


def choose(query: Query, facet: FacetName, value: str) -> Query:
    """With the value chosen in its facet beside those that are chosen already."""
    chosen = selected_values(query, facet)
    return _with_values(_forget(query, facet, value), facet, (*_without(chosen, value), value))


def toggle(query: Query, facet: FacetName, value: str) -> Query:
    """With the value chosen, or without it where it is."""
    if value in selected_values(query, facet) or value in _required(query, facet):
        return _forget(query, facet, value)
    return choose(query, facet, value)


def require(query: Query, person: str) -> Query:
    """Only articles that name this person, whoever else they name."""
    query = _forget(query, "person", person)
    return _filtered(query, all_persons=(*query.filters.all_persons, person))


def exclude(query: Query, person: str) -> Query:
    """Without the articles that name this person."""
    query = _forget(query, "person", person)
    return _filtered(query, not_persons=(*query.filters.not_persons, person))


def readmit(query: Query, person: str) -> Query:
    """With the articles again that name this person."""
    return _filtered(query, not_persons=_without(query.filters.not_persons, person))


def name_all(query: Query) -> Query:
    """The chosen persons have to stand in one article together."""
    filters = query.filters
    everybody = dict.fromkeys((*filters.all_persons, *filters.persons))
    return _filtered(query, persons=(), all_persons=tuple(everybody))


def name_any(query: Query) -> Query:
    """One of the chosen persons is enough."""
    filters = query.filters
    everybody = dict.fromkeys((*filters.persons, *filters.all_persons))
    return _filtered(query, persons=tuple(everybody), all_persons=())


def between_years(query: Query, first: str, last: str) -> Query:
    """Published in these years, both inclusive, inside the range that is chosen already."""
    dates = query.filters.dates or Dates(None, None)
    begin = dates.first if dates.first and dates.first[:4] >= first else first
    end = dates.last if dates.last and dates.last[:4] <= last else last
    return _filtered(query, years=(), dates=Dates(begin, end))


def in_dates(query: Query, date: str) -> Query:
    """Published in this year or month, or on this day."""
    return _filtered(query, years=(), dates=Dates(date, date))


def without_dates(query: Query) -> Query:
    """Of any time."""
    return _filtered(query, dates=None)


def without_filters(query: Query) -> Query:
    """Only the words, where and how they are looked for."""
    return replace(query, filters=Filters(), bylines=(), page=1)


def without_dated(query: Query, kind: str) -> Query:
    """Without this restriction to sure, doubtful or missing dates."""
    return _filtered(query, dated=tuple(one for one in query.filters.dated if one != kind))


def toggle_dated(query: Query, kind: Dated) -> Query:
    """With or without this kind of date: sure, doubtful, none."""
    if kind in query.filters.dated:
        return without_dated(query, kind)
    return _filtered(query, dated=(*query.filters.dated, kind))


def undated_only(query: Query) -> Query:
    """The articles without a date that match all but the dates."""
    return _filtered(query, dates=None, years=(), dated=("none",))


def at_page(query: Query, page: int) -> Query:
    """Another page of the same results."""
    return replace(query, page=page)


def reworded(query: Query, text: str) -> Query:
    """Other words, the same restrictions."""
    return replace(query, text=text, page=1)


def tolerant(query: Query) -> Query:
    """Some of the words are enough."""
    return replace(query, match="some", page=1)


def with_aliases(query: Query) -> Query:
    """Each word under its aliases too."""
    return replace(query, aliases=True, page=1)


def without_aliases(query: Query) -> Query:
    """Each word as it was typed."""
    return replace(query, aliases=False, page=1)


def in_removed(query: Query) -> Query:
    """In what the cleaner removed instead of the articles."""
    return replace(query, within="removed", match="all", sort="relevance", page=1)


def in_articles(query: Query) -> Query:
    """In the articles instead of what the cleaner removed."""
    return replace(query, within="article", page=1)


def sorted_by(query: Query, sort: Sort) -> Query:
    """In another order."""
    return replace(query, sort=sort, page=1)


def selected_values(query: Query, facet: FacetName) -> tuple[str, ...]:
    """The values chosen in a facet, any of which is enough."""
    filters = query.filters
    match facet:
        case "person":
            return filters.persons
        case "source":
            return filters.sources
        case "language":
            return filters.languages
        case "byline":
            return query.bylines
        case "year":
            return filters.years


def _with_values(query: Query, facet: FacetName, values: tuple[str, ...]) -> Query:
    match facet:
        case "person":
            return _filtered(query, persons=values)
        case "source":
            return _filtered(query, sources=values)
        case "language":
            return _filtered(query, languages=values)
        case "byline":
            return replace(query, bylines=values, page=1)
        case "year":
            return _filtered(query, years=values)


def _required(query: Query, facet: FacetName) -> tuple[str, ...]:
    return query.filters.all_persons if facet == "person" else ()


def _forget(query: Query, facet: FacetName, value: str) -> Query:
    query = _with_values(query, facet, _without(selected_values(query, facet), value))
    if facet != "person":
        return query
    filters = query.filters
    return _filtered(
        query,
        all_persons=_without(filters.all_persons, value),
        not_persons=_without(filters.not_persons, value),
    )


def _filtered(query: Query, **changes: object) -> Query:
    # The names of the fields stand in this file only, a line above each call.
    return replace(query, filters=replace(query.filters, **changes), page=1)  # type: ignore[arg-type]  # mypy cannot see through **


def _without(values: tuple[str, ...], value: str) -> tuple[str, ...]:
    return tuple(one for one in values if one != value)
