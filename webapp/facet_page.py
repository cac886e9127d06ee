"""/search/<facet>: every value of one facet of a search, to look one up by its name."""

from dataclasses import replace

from flask import render_template, request
from flask.typing import ResponseReturnValue

from indexer.engine.protocol import Searcher
from indexer.identity import name_key
from indexer.model import FacetName, FacetValue
from indexer.search import list_facet
from webapp.addresses import facet_url
from webapp.facets import chips, facet_label, facet_rows
from webapp.paging import Paging, page_of
from webapp.request_query import ListArguments, read_facet_list
from webapp.search_page import answer_query
from webapp.searcher import archive

VALUES_A_PAGE = 100

_NOUNS: dict[FacetName, tuple[str, str]] = {
    "person": ("person", "persons"),
    "source": ("outlet", "outlets"),
    "language": ("language", "languages"),
    "year": ("year", "years"),
}


def show_facet_values(facet: FacetName) -> ResponseReturnValue:
    """A page of the values of a facet."""
    searcher = archive()
    arguments, wanted = read_facet_list(request.args)
    answer = answer_query(searcher, arguments)
    values = list_facet(searcher, answer.query, facet)
    found = _ordered(facet, _found(searcher, facet, values, wanted.find), wanted)
    paging = Paging.of(len(found), wanted.page, VALUES_A_PAGE)
    return render_template(
        "facet.html",
        query=answer.query,
        notes=answer.notes,
        chips=chips(searcher, answer.query),
        facet=facet,
        noun=_NOUNS[facet][0],
        nouns=_NOUNS[facet][1],
        wanted=wanted,
        every=len(values),
        rows=facet_rows(answer.query, facet, page_of(found, paging)),
        paging=paging,
        page_urls=lambda page: facet_url(answer.query, facet, replace(wanted, page=page)),
    )


def _found(
    searcher: Searcher, facet: FacetName, values: tuple[FacetValue, ...], find: str
) -> tuple[FacetValue, ...]:
    """The values whose name, or another form of it, holds what was typed; accents folded."""
    wanted = name_key(find)
    if not wanted:
        return values
    return tuple(
        value
        for value in values
        if any(wanted in name_key(name) for name in _names(searcher, facet, value))
    )


def _names(searcher: Searcher, facet: FacetName, value: FacetValue) -> tuple[str, ...]:
    person = searcher.person(value.value) if facet == "person" else None
    aliases = person.aliases if person is not None else ()
    return (facet_label(facet, value), *aliases)


def _ordered(
    facet: FacetName, values: tuple[FacetValue, ...], wanted: ListArguments
) -> tuple[FacetValue, ...]:
    if wanted.order == "count":
        return values
    return tuple(sorted(values, key=lambda value: name_key(facet_label(facet, value))))
