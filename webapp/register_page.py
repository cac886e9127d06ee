"""/persons: everybody whom the archive names."""

from collections.abc import Sequence
from dataclasses import replace

from flask import render_template, request
from flask.typing import ResponseReturnValue

from indexer.engine.protocol import Searcher
from indexer.identity import name_key
from indexer.model import Person
from indexer.search import folded_names, persons_holding
from webapp.addresses import register_url
from webapp.paging import Paging, page_of
from webapp.request_query import ListArguments, read_list
from webapp.searcher import archive

PERSONS_A_PAGE = 60


def show_register() -> ResponseReturnValue:
    """A page of the register."""
    wanted, notes = read_list(request.args)
    found = find_persons(archive(), wanted)
    paging = Paging.of(len(found), wanted.page, PERSONS_A_PAGE)
    return render_template(
        "persons.html",
        wanted=wanted,
        notes=notes,
        paging=paging,
        persons=page_of(found, paging),
        page_urls=lambda page: register_url(replace(wanted, page=page)),
    )


def find_persons(searcher: Searcher, wanted: ListArguments) -> Sequence[Person]:
    """The persons with the words somewhere in one form of their name, accents folded."""
    words = name_key(wanted.find)
    if not words and wanted.order == "count":
        return searcher.persons()
    found = persons_holding(searcher, wanted.find)
    if wanted.order == "name":
        folded = folded_names(searcher)
        found = tuple(sorted(found, key=lambda person: folded[person][0]))
    persons = map(searcher.person, found)
    return [person for person in persons if person is not None]
