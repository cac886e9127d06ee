"""The values of the facets: which documents have a person, an outlet, a byline, a year.

A document has one outlet, language and year ("" is: not known) and any number of persons and of
names in the byline. Which person a name key means is said by the archive's tables, so it is put
together when a generation is opened, and a correction rewrites no segment.
"""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np
import numpy.typing as npt

from indexer.engine.days import NO_DAY
from indexer.engine.register import Register
from indexer.engine.whoosh_engine.columns import Coded, Ints, Longs, Runs, coded, starts_from
from indexer.engine.whoosh_engine.view import View
from indexer.identity import name_key
from indexer.model import FacetName

Mask = npt.NDArray[np.bool_]  # one entry a document of the view

NOBODY = -1


@dataclass(frozen=True, slots=True)
class FacetColumn:
    """The values of one facet: pairs of a document and a value, by document and by value."""

    words: tuple[str, ...]  # ascending
    listed: Mask  # per word: whether it is offered as a value
    documents: Ints  # of each pair, ascending
    codes: Ints  # of each pair, into words
    by_word: Runs  # per word its documents
    size: int  # documents of the view
    folded: Mapping[str, str] = field(default_factory=dict)  # bylines: name key → word

    def having(self, word: str) -> Mask:
        """The documents that have a value."""
        mask = np.zeros(self.size, dtype=bool)
        code = self.code_of(word)
        if code is not None:
            mask[self.by_word.of(code)] = True
        return mask

    def counts(self, mask: Mask) -> Longs:
        """Per word the documents of the mask that have it."""
        return np.bincount(self.codes[mask[self.documents]], minlength=len(self.words))

    def code_of(self, word: str) -> int | None:
        """The number of a word; None: no document has it."""
        code = bisect_left(self.words, word)
        return code if code < len(self.words) and self.words[code] == word else None


def facet_columns(view: View, register: Register) -> Mapping[FacetName, FacetColumn]:
    """The facets of a generation."""
    columns = view.columns
    every = np.arange(len(view), dtype=np.int32)
    person, documents, codes = _persons(view, register)
    hidden = {one.id for one in register.persons if one.hidden}
    size = len(view)
    return {
        "person": _facet(Coded(person, codes), documents, size, unlisted=hidden | {""}),
        "source": _facet(columns.source, every, size, unlisted={""}),
        # Articles of no known language are a value like any other: they can be chosen.
        "language": _facet(columns.language, every, size, unlisted=set()),
        "byline": _bylines(view),
        "year": _facet(_years(columns.first_day), every, size, unlisted={""}),
    }


def _facet(column: Coded, documents: Ints, size: int, *, unlisted: set[str]) -> FacetColumn:
    order = np.argsort(column.codes, kind="stable")
    starts = starts_from(np.bincount(column.codes, minlength=len(column.words)))
    return FacetColumn(
        words=column.words,
        listed=np.array([word not in unlisted for word in column.words], dtype=bool),
        documents=documents,
        codes=column.codes,
        by_word=Runs(starts, documents[order]),
        size=size,
    )


def _bylines(view: View) -> FacetColumn:
    """Names of bylines; of forms that differ in capitals and accents alone the commonest stands."""
    runs = view.columns.author_runs()
    printed = view.columns.author.words
    counts = np.bincount(runs.values, minlength=len(printed)).tolist()
    folded: dict[str, str] = {}
    for _, name in sorted((-count, name) for name, count in zip(printed, counts, strict=True)):
        folded.setdefault(name_key(name), name)
    words = tuple(sorted(folded.values()))
    code = {word: number for number, word in enumerate(words)}
    recoded = np.array([code[folded[name_key(name)]] for name in printed], dtype=np.int64)
    # An article's names have one key each, so no pair comes twice.
    column = Coded(words, recoded[runs.values].astype(np.int32))
    documents = runs.rows().astype(np.int32)
    facet = _facet(column, documents, len(view), unlisted=set())
    return replace(facet, folded=folded)


def _years(first_days: Ints) -> Coded:
    days, places = np.unique(first_days, return_inverse=True)
    years = coded(
        ["" if day == NO_DAY else f"{date.fromordinal(day).year:04d}" for day in days.tolist()]
    )
    return Coded(years.words, years.codes[places])


def _persons(view: View, register: Register) -> tuple[tuple[str, ...], Ints, Ints]:
    """Ids of persons, ascending; and the pairs of a document and a person, each pair once."""
    runs = view.columns.key_runs()
    tables = register.tables
    keys = view.columns.key.words
    here = _persons_here(view, register)
    by_key = [tables.person_of.get(key, "") for key in keys]
    words = tuple(sorted({*by_key, *here.values()} - {""}))
    code = {word: number for number, word in enumerate(words)} | {"": NOBODY}
    persons = np.array([code[id_] for id_ in by_key], dtype=np.int64)[runs.values]
    for pair, id_ in here.items():
        persons[pair] = code[id_]
    documents = runs.rows()
    somebody = persons != NOBODY
    pairs = np.unique(documents[somebody] * max(len(words), 1) + persons[somebody])
    documents, persons = np.divmod(pairs, max(len(words), 1))
    return words, documents.astype(np.int32), persons.astype(np.int32)


def _persons_here(view: View, register: Register) -> dict[int, str]:
    """Place among the name keys → person, where a document's table differs from the archive's."""
    keys = view.columns.key
    runs = view.columns.key_runs()
    code = {word: number for number, word in enumerate(keys.words)}
    here: dict[int, str] = {}
    for (document_id, key), person in register.tables.person_here.items():
        number = view.number_of(document_id)
        if number is not None and key in code:
            found = np.flatnonzero(runs.of(number) == code[key])
            here |= {int(runs.starts[number]) + place: person for place in found.tolist()}
    return here
