"""One input becomes a fact: cleaned, named, compressed. Pure, so that it may run in any process."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from indexer.block_rules import rules_of_outlet
from indexer.cleaner import VERSION as CLEANER_VERSION
from indexer.cleaner import clean, take_as_clean
from indexer.codec import document_to_bytes, text_to_bytes
from indexer.errors import InputError
from indexer.facts import Fact, Recipe, Source, fact_key
from indexer.model import BlockRule, Document, NoArticle, RawDocument
from indexer.persons import VERSION as NAMER_VERSION
from indexer.persons import given_persons, name_persons
from indexer.reader.records import NOTHING_IN_IT


@dataclass(frozen=True, slots=True)
class Task:
    """An input that no fact is kept of yet."""

    raw: RawDocument
    base: str  # facts.fact_base of it
    rules: tuple[BlockRule, ...]  # that can apply to it
    source: Source  # under which it was read
    position: int  # among all that was read under it

    @property
    def no_clean(self) -> bool:
        """Whether its text is clean already."""
        return self.source.no_clean


@dataclass(frozen=True, slots=True)
class Failure:
    """The program could not do it; not a fact of the input, so it is tried again next time."""

    reason: str


Outcome: TypeAlias = Fact | Failure


def recipe(*, no_clean: bool) -> Recipe:
    """The recipe that clean_one follows."""
    return Recipe(CLEANER_VERSION, NAMER_VERSION, no_clean)


def clean_one(task: Task) -> Outcome:
    """The fact of one input. Never raises: an input that breaks the cleaner ends no build."""
    try:
        return _fact(task)
    except InputError as error:
        return _no_document(task, str(error))
    except Exception as error:
        return Failure(f"the cleaner failed ({type(error).__name__}: {error}); please report it")


def _fact(task: Task) -> Fact:
    raw = task.raw
    cleaned = take_as_clean(raw) if task.no_clean else clean(raw, task.rules)
    found = cleaned.document
    if isinstance(found, NoArticle):
        if not cleaned.original.strip() and not raw.given.title:
            return _no_document(task, NOTHING_IN_IT)
        return _fact_of(task, cleaned.original, reason=found.reason or "no article in it")
    if not found.title and not found.passages:
        return _no_document(task, NOTHING_IN_IT)
    return _fact_of(task, cleaned.original, _named(raw, found))


def _named(raw: RawDocument, document: Document) -> Document:
    """The document with its outlet and its persons; what the source gives is taken as it is."""
    outlet = raw.given.source or document.source or raw.site
    document = replace(document, source=outlet)
    if raw.given.persons is not None:
        return given_persons(document, raw.given.persons)
    return name_persons(document)


def _no_document(task: Task, reason: str) -> Fact:
    return Fact(task.base, task.raw.id, task.base, "rejected", text_to_bytes(""), reason=reason)


def _fact_of(
    task: Task, original: str, document: Document | None = None, *, reason: str = ""
) -> Fact:
    outlet = document.source if document else task.raw.given.source or task.raw.site
    rules: Sequence[BlockRule] = rules_of_outlet(task.raw, task.rules, outlet)
    return Fact(
        key=fact_key(task.base, rules),
        id=task.raw.id,
        base=task.base,
        outcome="document" if document else "not an article",
        original=text_to_bytes(original),
        document=document_to_bytes(document) if document else None,
        outlet=outlet,
        cleaned=not task.no_clean,
        reason=reason,
    )
