"""All that is said of one person: page, API and whoever else shows somebody ask here.

What tables and columns know is of all articles; what has to be read in the text (what somebody is
called, what they say) is of so many articles that a page stays fast, and says of how many.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from indexer.engine.protocol import Searcher
from indexer.model import (
    Dates,
    Document,
    FacetCount,
    FacetName,
    FacetValue,
    Filters,
    Hit,
    MatchRequest,
    Person,
    Query,
    Results,
    Snippet,
)
from indexer.persons import quotations, roles_in
from indexer.search.answer import count_articles, search
from indexer.search.mentions import cut_passage, mention_snippets, names_of

BESIDE = 20  # persons named in the same articles
SOURCES = 5  # outlets that name somebody
ROLE_ARTICLES = 40  # read for what somebody is called, the newest; 0.3 ms each
MOST_ROLES = 8
MOST_QUOTES_AN_ARTICLE = 3
MONTHS_OF_YEARS = 2  # so few years are told by months: 24 bars at most


@dataclass(frozen=True, slots=True)
class Role:
    """What somebody is called, as printed beside the name."""

    text: str
    documents: int  # of the articles that were read


@dataclass(frozen=True, slots=True)
class Quote:
    """Something that somebody says, found by rule."""

    document: Document
    snippet: Snippet  # the passage round it; the words themselves are marked


@dataclass(frozen=True, slots=True)
class Profile:
    """What is said of a person, and a page of the articles that name them, newest first."""

    person: Person
    query: Query  # the articles that name them
    results: Results  # the snippets are the passages that name them
    roles: tuple[Role, ...]  # most articles first
    roles_from: int  # how many articles were read for them
    quotes: tuple[Quote, ...]  # of the articles of this page
    beside: tuple[FacetValue, ...]  # persons of the same articles, and how many
    sources: tuple[FacetValue, ...]
    years: tuple[FacetValue, ...]
    months: tuple[FacetValue, ...]  # YYYY-MM; only where the years are few and the days known


def person_profile(searcher: Searcher, person: Person, page: int = 1) -> Profile:
    """What the archive says of a person of its register."""
    query = articles_of(person, page)
    results = search(searcher, query)
    roles, read = _roles(searcher, person)
    years = _values(searcher, query, "year", None)
    return Profile(
        person=person,
        query=query,
        results=replace(results, hits=tuple(_naming(searcher, person, results.hits))),
        roles=roles,
        roles_from=read,
        quotes=tuple(_quotes(searcher, person, results.hits)),
        beside=_beside(searcher, query, person),
        sources=_values(searcher, query, "source", SOURCES),
        years=years,
        months=_months(searcher, query, years),
    )


def articles_of(person: Person, page: int = 1) -> Query:
    """The articles that name a person, newest first."""
    return Query(filters=Filters(all_persons=(person.id,)), sort="newest", page=min(page, 100))


def _naming(searcher: Searcher, person: Person, hits: Iterable[Hit]) -> Iterable[Hit]:
    """The hits with the passages that name the person; how it begins where only the title does."""
    for hit in hits:
        snippets = mention_snippets(hit.document, names_of(searcher, hit.document, person.id))
        yield replace(hit, snippets=snippets or hit.snippets)


def _roles(searcher: Searcher, person: Person) -> tuple[tuple[Role, ...], int]:
    request = MatchRequest(
        filters=Filters(all_persons=(person.id,)), sort="newest", limit=ROLE_ARTICLES
    )
    found = searcher.match(request).matches
    documents = searcher.documents(tuple(match.document for match in found))
    printed: dict[str, Counter[str]] = defaultdict(Counter)
    for document in documents:
        here = {
            role.casefold(): role
            for name in names_of(searcher, document, person.id)
            for role in roles_in(document, name)
        }
        for key, role in here.items():
            printed[key][role] += 1
    roles = [Role(_commonest(forms), sum(forms.values())) for forms in printed.values()]
    roles.sort(key=lambda role: (-role.documents, -len(role.text), role.text))
    return tuple(roles[:MOST_ROLES]), len(documents)


def _commonest(forms: Counter[str]) -> str:
    return min(forms, key=lambda form: (-forms[form], form))


def _quotes(searcher: Searcher, person: Person, hits: Iterable[Hit]) -> Iterable[Quote]:
    """What the person says in these articles, a few of each."""
    for hit in hits:
        document = hit.document
        keys = {name.key for name in names_of(searcher, document, person.id)}
        spoken = [quote for quote in quotations(document) if quote.speaker in keys]
        numbered = {one.id: (one, number) for number, one in enumerate(document.passages, 1)}
        for quote in spoken[:MOST_QUOTES_AN_ARTICLE]:
            passage, number = numbered[quote.passage]
            yield Quote(document, cut_passage(passage, number, [quote.span]))


def _beside(searcher: Searcher, query: Query, person: Person) -> tuple[FacetValue, ...]:
    values = _values(searcher, query, "person", BESIDE + 1)
    return tuple(value for value in values if value.value != person.id)[:BESIDE]


def _values(
    searcher: Searcher, query: Query, facet: FacetName, most: int | None
) -> tuple[FacetValue, ...]:
    """The commonest values of a facet (None: all of them): only those that are shown get names."""
    request = MatchRequest(filters=query.filters, limit=0)
    if most is None:
        counts: Sequence[FacetCount] = searcher.count_facet(request, facet)
    else:
        counted = replace(request, facets=(facet,), facet_size=most)
        counts = searcher.match(counted).facets[facet]
    return tuple(_value(searcher, facet, one) for one in counts)


def _value(searcher: Searcher, facet: FacetName, count: FacetCount) -> FacetValue:
    person = searcher.person(count.value) if facet == "person" else None
    label = person.name if person is not None else count.value
    return FacetValue(count.value, label, count.count, count.selected)


def _months(
    searcher: Searcher, query: Query, years: Sequence[FacetValue]
) -> tuple[FacetValue, ...]:
    """The articles by month; () where a date that is a year alone would stand in all its months."""
    numbers = sorted(int(year.value) for year in years if year.value.isdecimal())
    if not numbers or numbers[-1] - numbers[0] >= MONTHS_OF_YEARS:
        return ()
    found = tuple(
        FacetValue(month, month, count, selected=False)
        for month in (f"{year:04}-{n:02}" for year in numbers for n in range(1, 13))
        if (count := count_articles(searcher, _in_month(query, month)))
    )
    exact = sum(month.count for month in found) == sum(year.count for year in years)
    return found if exact else ()


def _in_month(query: Query, month: str) -> Query:
    return replace(query, filters=replace(query.filters, dates=Dates(month, month)), page=1)
