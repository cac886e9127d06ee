"""The facets beside the results: groups of values that are links, and the chips of what is set."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from indexer.engine.protocol import Searcher
from indexer.model import Dates, FacetName, FacetValue, Query, Results
from webapp import choices
from webapp.printed import language_name, printed_date

LABELS: dict[FacetName, str] = {
    "person": "Person",
    "source": "Source",
    "language": "Language",
    "byline": "Byline",
    "year": "Year",
}
SHOWN = 10  # values of a facet beside the results


@dataclass(frozen=True, slots=True)
class Row:
    """One value of a facet, and what a click on it asks for."""

    value: str
    label: str
    count: int
    selected: bool
    query: Query
    without: Query | None = None  # leaves out what has the value; persons only


@dataclass(frozen=True, slots=True)
class Group:
    """One facet beside the results."""

    facet: FacetName
    label: str
    rows: tuple[Row, ...]
    more: bool  # there may be values that are not among the rows


@dataclass(frozen=True, slots=True)
class Chip:
    """A restriction that is set, and the query without it."""

    label: str
    value: str
    query: Query


def facet_groups(query: Query, results: Results) -> tuple[Group, ...]:
    """The facets of the results but the years, which are drawn as a timeline."""
    facets: tuple[FacetName, ...] = ("person", "source", "language", "byline")
    return tuple(
        Group(facet, LABELS[facet], facet_rows(query, facet, values), _is_full(values))
        for facet in facets
        if (values := results.facets.get(facet, ()))
    )


def facet_rows(query: Query, facet: FacetName, values: Sequence[FacetValue]) -> tuple[Row, ...]:
    """The values of a facet as links."""
    return tuple(
        Row(
            value=value.value,
            label=facet_label(facet, value),
            count=value.count,
            selected=value.selected,
            query=choices.toggle(query, facet, value.value),
            without=choices.exclude(query, value.value) if facet == "person" else None,
        )
        for value in values
    )


def beside_rows(query: Query, values: Sequence[FacetValue]) -> tuple[Row, ...]:
    """Persons of the same articles as links to those articles."""
    return tuple(replace(row, without=None) for row in facet_rows(query, "person", values))


def facet_label(facet: FacetName, value: FacetValue) -> str:
    """What a reader calls the value."""
    return language_name(value.value) if facet == "language" else value.label


def chips(searcher: Searcher, query: Query) -> tuple[Chip, ...]:
    """A chip for each restriction, in words, each with the query that does without it."""
    return (
        *_person_chips(searcher, query),
        *(
            Chip("Source", one, choices.toggle(query, "source", one))
            for one in query.filters.sources
        ),
        *(
            Chip("Language", language_name(one), choices.toggle(query, "language", one))
            for one in query.filters.languages
        ),
        *(Chip("Byline", one, choices.toggle(query, "byline", one)) for one in query.bylines),
        *(Chip("Year", one, choices.toggle(query, "year", one)) for one in query.filters.years),
        *_date_chips(query),
    )


def _person_chips(searcher: Searcher, query: Query) -> tuple[Chip, ...]:
    filters = query.filters
    kinds = (
        ("Person", filters.persons, False),
        ("Also names", filters.all_persons, False),
        ("Without", filters.not_persons, True),
    )
    return tuple(
        Chip(
            label,
            _name_of(searcher, "person", person),
            choices.readmit(query, person) if left_out else choices.toggle(query, "person", person),
        )
        for label, persons, left_out in kinds
        for person in persons
    )


def _date_chips(query: Query) -> tuple[Chip, ...]:
    dates = query.filters.dates
    between = () if dates is None else (Chip("Date", _range(dates), choices.without_dates(query)),)
    words = {"sure": "sure", "doubtful": "doubtful", "none": "no date"}
    kinds = (
        Chip("Date", words[kind], choices.without_dated(query, kind))
        for kind in query.filters.dated
    )
    return (*between, *kinds)


def _range(dates: Dates) -> str:
    first = printed_date(dates.first) if dates.first else ""
    last = printed_date(dates.last) if dates.last else ""
    if first and last:
        return first if first == last else f"{first} to {last}"
    return f"since {first}" if first else f"until {last}"


def _name_of(searcher: Searcher, facet: FacetName, value: str) -> str:
    person = searcher.person(value) if facet == "person" else None
    return person.name if person is not None else value


def _is_full(values: Sequence[FacetValue]) -> bool:
    return len(values) >= SHOWN
