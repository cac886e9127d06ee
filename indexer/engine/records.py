"""The archive's tables as bytes and back, exactly; documents have indexer.codec.

Canonical JSON (equal tables, equal bytes), UTF-8, in zlib. Each value is an array in the order of
its class's fields; the first element of all is the version of this spelling.
"""

import json
import zlib
from collections.abc import Mapping
from typing import Any

from indexer.errors import DamagedIndexError, IndexVersionError
from indexer.model import ArchiveTables, Form, GoneDocument, Person, RetiredPassage, Suggestion

TABLES_VERSION = 1

_LEVEL = 6


def tables_to_bytes(tables: ArchiveTables) -> bytes:
    """The tables, compressed: equal tables give equal bytes."""
    array = [TABLES_VERSION, *_tables_to_array(tables)]
    text = json.dumps(array, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    # surrogatepass: a lone surrogate in a hostile text comes back as it was.
    return zlib.compress(text.encode("utf8", "surrogatepass"), _LEVEL)


def tables_from_bytes(stored: bytes) -> ArchiveTables:
    """The tables that tables_to_bytes was given.

    Raises DamagedIndexError (these are not the bytes of tables) and IndexVersionError (they were
    written by another version).
    """
    try:
        version, *array = json.loads(zlib.decompress(stored).decode("utf8", "surrogatepass"))
        if version == TABLES_VERSION:
            return _tables_from_array(array)
    except (zlib.error, ValueError, TypeError, KeyError, RecursionError) as error:
        raise DamagedIndexError(
            f"the tables of the index cannot be read ({type(error).__name__}: {error}); "
            "build it again with: pressmark index --rebuild"
        ) from error
    raise IndexVersionError(
        f"the tables of the index have format {version!r}, this version of Pressmark reads "
        f"{TABLES_VERSION}; build it again with: pressmark index --rebuild"
    )


def _tables_to_array(tables: ArchiveTables) -> list[Any]:
    return [
        [_person_to_array(person) for person in tables.persons],
        _pairs(tables.person_of),
        sorted([document, key, person] for (document, key), person in tables.person_here.items()),
        _pairs(tables.person_redirects),
        _pairs(tables.document_redirects),
        [[id_, _retired_to_array(there)] for id_, there in sorted(tables.retired.items())],
        [[id_, _gone_to_array(one)] for id_, one in sorted(tables.gone.items())],
        [[name, others] for name, others in sorted(tables.aliases.items())],
    ]


def _tables_from_array(array: list[Any]) -> ArchiveTables:
    # Tables of earlier builds hold no aliases.
    persons, of, here, person_redirects, document_redirects, retired, gone, *more = array
    return ArchiveTables(
        persons=tuple(_person_from_array(person) for person in persons),
        person_of=dict(of),
        person_here={(document, key): person for document, key, person in here},
        person_redirects=dict(person_redirects),
        document_redirects=dict(document_redirects),
        retired={id_: _retired_from_array(there) for id_, there in retired},
        gone={id_: _gone_from_array(one) for id_, one in gone},
        aliases={name: tuple(others) for aliases in more for name, others in aliases},
    )


def _pairs(mapping: Mapping[str, str]) -> list[list[str]]:
    return sorted([key, value] for key, value in mapping.items())


def _person_to_array(person: Person) -> list[Any]:
    return [
        person.id,
        person.name,
        person.aliases,
        person.documents,
        person.mentions,
        person.confirmed,
        person.hidden,
        [[one.person, one.evidence, one.line, one.signs] for one in person.suggestions],
        [[form.text, form.documents] for form in person.forms],
    ]


def _person_from_array(array: list[Any]) -> Person:
    id_, name, aliases, documents, mentions, confirmed, hidden, suggestions, *more = array
    return Person(
        id=id_,
        name=name,
        aliases=tuple(aliases),
        documents=documents,
        mentions=mentions,
        confirmed=confirmed,
        hidden=hidden,
        suggestions=tuple(_suggestion_from_array(one) for one in suggestions),
        forms=tuple(Form(*form) for forms in more for form in forms),
    )


def _suggestion_from_array(array: list[Any]) -> Suggestion:
    """A suggestion; tables of the first versions hold no signs, and no forms of a person."""
    person, evidence, line, *signs = array
    return Suggestion(person, evidence, line, tuple(sign for each in signs for sign in each))


def _retired_to_array(passages: tuple[RetiredPassage, ...]) -> list[Any]:
    return [[one.id, one.text, one.retired] for one in passages]


def _retired_from_array(array: list[Any]) -> tuple[RetiredPassage, ...]:
    return tuple(RetiredPassage(*one) for one in array)


def _gone_to_array(gone: GoneDocument) -> list[Any]:
    return [gone.id, gone.title, gone.why, gone.when, _retired_to_array(gone.passages)]


def _gone_from_array(array: list[Any]) -> GoneDocument:
    id_, title, why, when, passages = array
    return GoneDocument(id_, title, why, when, _retired_from_array(passages))
