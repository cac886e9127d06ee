"""/api/v1: the answers of the pages as JSON."""

from collections.abc import Sequence

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from indexer.deadline import deadline
from indexer.engine.protocol import Searcher
from indexer.errors import ParameterError, UnknownDocumentError, UnknownPersonError
from indexer.model import Person
from indexer.search import person_profile, similar
from webapp.addresses import person_url
from webapp.json_forms import (
    document_to_json,
    person_to_json,
    profile_to_json,
    results_to_json,
    similar_to_json,
)
from webapp.paging import Paging, page_of
from webapp.register_page import find_persons
from webapp.request_query import API_SEARCH_NAMES, read_list, read_page, read_search, read_suggest
from webapp.search_page import SECONDS_OF_WORK, answer_query
from webapp.searcher import archive

PERSONS_A_PAGE = 100
SUGGESTIONS = 8


def send_search() -> ResponseReturnValue:
    """A page of results."""
    arguments = read_search(request.args, API_SEARCH_NAMES)
    _refuse(arguments.faults)
    answer = answer_query(archive(), arguments)
    return results_to_json(answer.query, answer.results, answer.notes)


def send_document(document_id: str) -> ResponseReturnValue:
    """An article with its passages."""
    searcher = archive()
    document = searcher.document(document_id)
    if document is None:
        return _not_here(searcher, document_id, "api_document")
    return document_to_json(document, searcher.persons_in(document))


def send_similar(document_id: str) -> ResponseReturnValue:
    """The articles most like one."""
    searcher = archive()
    arguments = read_search(request.args, ("size",))
    _refuse(arguments.faults)
    document = searcher.document(document_id)
    if document is None:
        return _not_here(searcher, document_id, "api_similar", arguments.query.size)
    with deadline(SECONDS_OF_WORK):
        found = similar(searcher, document, arguments.query.size)
    return similar_to_json(document, found)


def send_persons() -> ResponseReturnValue:
    """A page of the register."""
    wanted, faults = read_list(request.args)
    _refuse(faults)
    found = find_persons(archive(), wanted)
    paging = Paging.of(len(found), wanted.page, PERSONS_A_PAGE)
    persons = [person_to_json(person) for person in page_of(found, paging)]
    head = {"total": paging.total, "page": paging.page, "pages": paging.pages}
    return {**head, "persons": persons}


def send_person(person_id: str) -> ResponseReturnValue:
    """One person, with a page of the articles."""
    searcher = archive()
    person = searcher.person(person_id)
    if person is None:
        raise UnknownPersonError(f"The register has no person of the id {person_id[:80]!r}.")
    if person.id != person_id:
        return redirect(url_for("api_person", person_id=person.id), 302)
    number, faults = read_page(request.args)
    _refuse(faults)
    return profile_to_json(person_profile(searcher, person, number))


def send_suggestions() -> ResponseReturnValue:
    """Words and persons that begin with, or hold, what has been typed so far."""
    searcher = archive()
    wanted, faults = read_suggest(request.args)
    _refuse(faults)
    text = wanted.find
    last = text.split()[-1].casefold() if text.split() else ""
    words = searcher.expand_prefix(last, SUGGESTIONS) if last else ()
    persons: Sequence[Person] = find_persons(searcher, wanted)[:SUGGESTIONS] if last else ()
    return {
        "q": text,
        "words": [{"word": one.word, "documents": one.documents} for one in words],
        "persons": [
            {"id": person.id, "name": person.name, "documents": person.documents}
            | {"url": person_url(person.id)}
            for person in persons
        ],
    }


def _not_here(
    searcher: Searcher, document_id: str, endpoint: str, size: int | None = None
) -> ResponseReturnValue:
    """The address of an article that moved. Raises UnknownDocumentError for every other."""
    now = searcher.redirect(document_id)
    if now is not None:
        return redirect(url_for(endpoint, document_id=now, size=size), 302)
    raise UnknownDocumentError(f"The archive has no article of the id {document_id[:80]!r}.")


def _refuse(faults: Sequence[str]) -> None:
    """Raises ParameterError where a parameter could not be used."""
    if faults:
        raise ParameterError(" ".join(faults))
