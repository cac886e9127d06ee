"""What a URL says: its parameters → Query, and back. The only file that knows parameter names.

A parameter that cannot be used is left out and named in `faults`, a sentence each: a page shows
them as notes, the API answers 400 with them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from indexer.model import Dated, Dates, Filters, Query, Sort
from webapp.parameters import UNKNOWN_LANGUAGE, YEAR, MultiArguments, ParameterReader

Arguments: TypeAlias = dict[str, Any]  # str or list[str]; Any because url_for has own names too
View = Literal["cleaned", "original", "removed"]
Order = Literal["name", "count"]

MAXIMUM_REACH = 1_000  # page × size; exports stream what lies behind
DEFAULT_SIZE = 10
MAXIMUM_SIZE = 100

_SORTS: tuple[Sort, ...] = ("relevance", "newest", "oldest")
_DATED: tuple[Dated, ...] = ("sure", "doubtful", "none")
_VIEWS: tuple[View, ...] = ("cleaned", "original", "removed")
_ORDERS: tuple[Order, ...] = ("count", "name")
_FILTERS = ("person", "all-person", "not-person", "source", "byline", "language", "year", "dated")
SEARCH_NAMES = ("q", *_FILTERS, "from", "to", "match", "in", "aliases", "sort", "page")
API_SEARCH_NAMES = (*SEARCH_NAMES, "size")
FACET_NAMES = (*SEARCH_NAMES, "find", "order", "list-page")


@dataclass(frozen=True, slots=True)
class SearchArguments:
    """A search page's URL as it was read."""

    query: Query
    faults: tuple[str, ...] = ()  # a sentence for each parameter that could not be used


@dataclass(frozen=True, slots=True)
class ListArguments:
    """A page of a list of names: the register, or every value of a facet."""

    find: str = ""  # what the names are to hold
    order: Order = "count"
    page: int = 1


@dataclass(frozen=True, slots=True)
class DocumentArguments:
    """A document page's URL as it was read."""

    query: Query  # only what marks words: text, match, within, aliases
    view: View = "cleaned"
    passage: str = ""  # id of the passage that the reader was sent to
    was: str = ""  # id of the passage that the link was made for, where that is another
    quote: str = ""  # the first words that the link was made for


def read_search(arguments: MultiArguments, names: Iterable[str] = SEARCH_NAMES) -> SearchArguments:
    """The Query of a search page's URL; `names` are the parameters that this page knows."""
    reader = ParameterReader(arguments)
    reader.refuse_unknown(frozenset(names))
    size = reader.number("size", MAXIMUM_SIZE, DEFAULT_SIZE) if "size" in names else DEFAULT_SIZE
    query = Query(
        text=reader.words("q"),
        filters=_read_filters(reader),
        bylines=reader.values("byline"),
        match=reader.choice("match", ("all", "some")),
        within=reader.choice("in", ("article", "removed")),
        sort=reader.choice("sort", _SORTS),
        page=reader.number("page", max(1, MAXIMUM_REACH // size), 1),
        size=size,
        aliases=_read_aliases(reader),
    )
    return SearchArguments(query, tuple(reader.faults))


def read_list(arguments: MultiArguments) -> tuple[ListArguments, tuple[str, ...]]:
    """The register's URL: what to find, the order, the page; and the faults."""
    reader = ParameterReader(arguments)
    reader.refuse_unknown(frozenset(("q", "sort", "page")))
    wanted = ListArguments(
        reader.words("q"), reader.choice("sort", _ORDERS), reader.number("page", 10**6, 1)
    )
    return wanted, tuple(reader.faults)


def read_page(arguments: MultiArguments) -> tuple[int, tuple[str, ...]]:
    """The page of a person's articles, and the faults."""
    reader = ParameterReader(arguments)
    reader.refuse_unknown(frozenset(("page",)))
    return reader.number("page", MAXIMUM_REACH // DEFAULT_SIZE, 1), tuple(reader.faults)


def read_facet_list(arguments: MultiArguments) -> tuple[SearchArguments, ListArguments]:
    """The URL of the page with every value of a facet: a search's, and the list's own."""
    search = read_search(arguments, FACET_NAMES)
    reader = ParameterReader(arguments)
    wanted = ListArguments(
        reader.words("find"), reader.choice("order", _ORDERS), reader.number("list-page", 10**6, 1)
    )
    return SearchArguments(search.query, (*search.faults, *reader.faults)), wanted


def read_document(arguments: MultiArguments) -> DocumentArguments:
    """A document page's URL; what cannot be used is left out without a word: it only marks."""
    reader = ParameterReader(arguments)
    query = Query(
        text=reader.words("q"),
        match=reader.choice("match", ("all", "some")),
        within=reader.choice("in", ("article", "removed")),
        aliases=_read_aliases(reader),
    )
    return DocumentArguments(
        query,
        reader.choice("view", _VIEWS),
        reader.words("passage"),
        reader.words("was"),
        reader.words("quote"),
    )


def search_to_arguments(query: Query) -> Arguments:
    """The parameters of a search page that read back as this Query; defaults are left out."""
    filters = query.filters
    repeated: dict[str, tuple[str, ...]] = {
        "person": filters.persons,
        "all-person": filters.all_persons,
        "not-person": filters.not_persons,
        "source": filters.sources,
        "byline": query.bylines,
        "language": tuple(code or UNKNOWN_LANGUAGE for code in filters.languages),
        "year": filters.years,
        "dated": filters.dated,
    }
    arguments: Arguments = {"q": query.text} if query.text else {}
    arguments |= {name: list(values) for name, values in repeated.items() if values}
    return arguments | _single_arguments(query)


def hidden_fields(query: Query) -> tuple[tuple[str, str], ...]:
    """The same as pairs, for the fields that a form carries along."""
    return tuple(
        (name, value)
        for name, values in search_to_arguments(query).items()
        for value in (values if isinstance(values, list) else [values])
    )


def other_order(wanted: ListArguments, order: Order) -> ListArguments:
    """The same list in another order, from its beginning."""
    return ListArguments(wanted.find, order)


def _single_arguments(query: Query) -> Arguments:
    dates = query.filters.dates or Dates(None, None)
    default = Query()
    single: dict[str, tuple[object, object]] = {
        "from": (dates.first, None),
        "to": (dates.last, None),
        "match": (query.match, default.match),
        "in": (query.within, default.within),
        "aliases": (int(query.aliases), int(default.aliases)),
        "sort": (query.sort, default.sort),
        "page": (query.page, default.page),
        "size": (query.size, default.size),
    }
    return {name: str(value) for name, (value, usual) in single.items() if value != usual}


def list_to_arguments(wanted: ListArguments) -> Arguments:
    """The parameters of a page of the register."""
    return _without_defaults(
        {"q": wanted.find, "sort": wanted.order, "page": str(wanted.page)},
        {"sort": "count", "page": "1"},
    )


def facet_list_to_arguments(query: Query, wanted: ListArguments) -> Arguments:
    """The parameters of a page of a facet's values."""
    own = {"find": wanted.find, "order": wanted.order, "list-page": str(wanted.page)}
    return search_to_arguments(query) | _without_defaults(own, {"order": "count", "list-page": "1"})


def document_to_arguments(document: DocumentArguments) -> Arguments:
    """The parameters of a document page that read back as these."""
    query = document.query
    arguments = {
        "q": query.text,
        "match": query.match,
        "in": query.within,
        "aliases": "1" if query.aliases else "",
        "view": document.view,
        "passage": document.passage,
        "was": document.was,
        "quote": document.quote,
    }
    return _without_defaults(arguments, {"match": "all", "in": "article", "view": "cleaned"})


def _without_defaults(arguments: Mapping[str, str], defaults: Mapping[str, str]) -> Arguments:
    return {
        name: value for name, value in arguments.items() if value and value != defaults.get(name)
    }


def _read_aliases(reader: ParameterReader) -> bool:
    return reader.choice("aliases", ("0", "1")) == "1"


def _read_filters(reader: ParameterReader) -> Filters:
    return Filters(
        persons=reader.values("person"),
        all_persons=reader.values("all-person"),
        not_persons=reader.values("not-person"),
        sources=reader.values("source"),
        languages=reader.languages("language"),
        years=reader.matching("year", YEAR, "a year of four digits"),
        dates=reader.dates("from", "to"),
        dated=reader.choices("dated", _DATED),
    )


def quote_to_arguments(quote: str) -> Arguments:
    """The parameter of a permanent link that holds the passage's first words."""
    return {"quote": quote} if quote else {}


def read_suggest(arguments: MultiArguments) -> tuple[ListArguments, tuple[str, ...]]:
    """What has been typed so far, and the faults."""
    reader = ParameterReader(arguments)
    reader.refuse_unknown(frozenset(("q",)))
    return ListArguments(find=reader.words("q")), tuple(reader.faults)
