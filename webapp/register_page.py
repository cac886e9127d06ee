"""/persons: everybody whom the archive names."""

from collections.abc import Sequence
from dataclasses import replace
from weakref import WeakKeyDictionary

from flask import render_template, request
from flask.typing import ResponseReturnValue

from indexer.engine.protocol import Searcher
from indexer.identity import name_key
from indexer.model import Person
from webapp.addresses import register_url
from webapp.paging import Paging, page_of
from webapp.request_query import ListArguments, read_list
from webapp.searcher import archive

PERSONS_A_PAGE = 60

# Folding a register of 50,000 names takes half a second; a generation's never changes.
_folded: WeakKeyDictionary[Searcher, tuple[tuple[Person, tuple[str, ...]], ...]] = (
    WeakKeyDictionary()
)


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
    found = [
        (person, keys)
        for person, keys in _folded_register(searcher)
        if not words or any(words in key for key in keys)
    ]
    if wanted.order == "name":
        found.sort(key=lambda entry: entry[1][0])
    return [person for person, _ in found]


def _folded_register(searcher: Searcher) -> tuple[tuple[Person, tuple[str, ...]], ...]:
    if searcher not in _folded:
        _folded[searcher] = tuple(
            (person, tuple(name_key(name) for name in (person.name, *person.aliases)))
            for person in searcher.persons()
        )
    return _folded[searcher]
