"""/search/<facet>: every value of one facet of a search, to look one up by its name."""

from dataclasses import replace

from flask import render_template, request
from flask.typing import ResponseReturnValue

from indexer.engine.protocol import Searcher
from indexer.identity import name_key
from indexer.model import FacetName, FacetValue
from indexer.search import folded_names, list_facet, persons_holding
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
    "byline": ("byline", "bylines"),
    "year": ("year", "years"),
}


def show_facet_values(facet: FacetName) -> ResponseReturnValue:
    """A page of the values of a facet."""
    searcher = archive()
    arguments, wanted = read_facet_list(request.args)
    answer = answer_query(searcher, arguments)
    values = list_facet(searcher, answer.query, facet)
    found = _ordered(searcher, facet, _found(searcher, facet, values, wanted.find), wanted)
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
    if facet == "person":
        persons = frozenset(persons_holding(searcher, find))
        return tuple(value for value in values if value.value in persons)
    return tuple(value for value in values if wanted in name_key(facet_label(facet, value)))


def _ordered(
    searcher: Searcher,
    facet: FacetName,
    values: tuple[FacetValue, ...],
    wanted: ListArguments,
) -> tuple[FacetValue, ...]:
    if wanted.order == "count":
        return values
    folded = folded_names(searcher) if facet == "person" else {}

    def key(value: FacetValue) -> str:
        known = folded.get(value.value)
        return known[0] if known else name_key(facet_label(facet, value))

    return tuple(sorted(values, key=key))
