"""From the SOURCEs to the facts: what is known is not cleaned again, what is new is kept."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from indexer.block_rules import rules_of_document
from indexer.errors import SourceError
from indexer.facts import Fact, FactsStore, Known, Source, fact_base
from indexer.model import BlockRule, RawDocument, Rejected
from indexer.pipeline.cleaning import Outcome, Task, recipe
from indexer.pipeline.earlier_facts import EarlierFacts
from indexer.pipeline.order import NoArticleAt, Progress, Tell
from indexer.pipeline.sources import place_shown
from indexer.pipeline.workers import clean_all
from indexer.reader import read_source

# What a killed build cleans again at most, and what a commit of two fsyncs is spread over.
_DOCUMENTS_A_COMMIT = 200
_SECONDS_A_COMMIT = 2.0

Named = TypeVar("Named", Rejected, NoArticleAt)


@dataclass(frozen=True, slots=True)
class Read:
    """What came of the inputs beside facts."""

    no_articles: tuple[NoArticleAt, ...]  # in the order of the SOURCEs, like the others
    rejected: tuple[Rejected, ...]
    notes: tuple[str, ...]
    outlets: frozenset[str]  # as the inputs give them, and the sites that they are of


def read_into(
    facts: FactsStore, sources: Sequence[Source], rules: Sequence[BlockRule], jobs: int, tell: Tell
) -> Read:
    """Reads every SOURCE to its end; the facts of all that is in them are kept when it returns.

    When it is broken off, by whatever, the facts it got so far are kept. Raises SourceError.
    """
    # The line of a rule is for explaining; in a fact it would be wrong after the next edit.
    reading = _Reading(facts, tuple(replace(rule, line="") for rule in rules), tell)
    try:
        for task, outcome in clean_all(reading.tasks(sources), jobs):
            reading.take(task, outcome)
    finally:
        facts.commit_kept()
    return reading.result()


class _Reading:
    def __init__(self, facts: FactsStore, rules: tuple[BlockRule, ...], tell: Tell) -> None:
        self._facts = facts
        self._earlier = EarlierFacts(facts)
        self._rules = rules
        self._tell = tell
        taken = facts.history.taken_down()
        self._taken_ids = {each.id for each in taken}
        self._taken_hashes = {each.source_hash: each.id for each in taken if each.source_hash}
        self._inputs = 0
        self._no_articles: list[tuple[Source, int, NoArticleAt]] = []
        self._rejected: list[tuple[Source, int, Rejected]] = []
        self._notes: list[str] = []
        self._outlets: set[str] = set()
        self._uncommitted = 0
        self._committed = time.monotonic()

    def tasks(self, sources: Sequence[Source]) -> Iterator[Task]:
        """What has to be cleaned; what has not is taken on the way."""
        for source in sources:
            before = self._inputs
            for position, found in enumerate(read_source(source.path, self._note_on(source))):
                self._inputs += 1
                self._tell(Progress("reading", self._inputs, None, found.place))
                if isinstance(found, Rejected):
                    self._reject(source, position, found.place, found.reason)
                elif not self._is_taken_down(source, found):
                    yield from self._task(source, position, found)
            if self._inputs == before:
                raise SourceError(
                    f"{source.as_given}: there is nothing in it; nothing is indexed, and nothing "
                    "is removed. Is its disk there?"
                )

    def take(self, task: Task, outcome: Outcome) -> None:
        """Keeps the fact; a failure is told and tried again next time."""
        if isinstance(outcome, Fact):
            new = not self._facts.knows(task.base)
            self._facts.keep(outcome)
            self._place(task, Known(outcome.key, outcome.outcome, outcome.reason), new=new)
            self._commit_if_due()
        else:
            self._reject(task.source, task.position, task.raw.place, outcome.reason)

    def result(self) -> Read:
        notes, outlets = tuple(self._notes), frozenset(self._outlets)
        return Read(_in_order(self._no_articles), _in_order(self._rejected), notes, outlets)

    def _task(self, source: Source, position: int, raw: RawDocument) -> Iterator[Task]:
        self._outlets.update(filter(None, (raw.given.source, raw.site)))
        rules = () if source.no_clean else rules_of_document(raw, self._rules)
        base = fact_base(raw, recipe(no_clean=source.no_clean))
        task = Task(raw, base, rules, source, position)
        known = self._facts.find(raw, base, rules) or self._earlier.find(raw, base, rules)
        if known is None:
            yield task
        else:
            self._place(task, known, new=False)

    def _place(self, task: Task, known: Known, *, new: bool) -> None:
        self._facts.presence.found(task.source.path, task.position, task.raw, known.key)
        if known.outcome == "rejected":
            self._reject(task.source, task.position, task.raw.place, known.reason)
        elif known.outcome == "not an article":
            raw, place = task.raw, place_shown(task.source, task.raw.place)
            name = None if raw.source_id == raw.place else raw.source_id
            found = NoArticleAt(place, name, known.reason, new)
            self._no_articles.append((task.source, task.position, found))

    def _note_on(self, source: Source) -> Callable[[str], None]:
        return lambda note: self._notes.append(f"{source.as_given}: {note}")

    def _reject(self, source: Source, position: int, place: str, reason: str) -> None:
        rejected = Rejected(place_shown(source, place), reason)
        self._rejected.append((source, position, rejected))

    def _is_taken_down(self, source: Source, raw: RawDocument) -> bool:
        if raw.id in self._taken_ids:
            return True
        twin = self._taken_hashes.get(raw.source_hash)
        if twin is not None:
            place = place_shown(source, raw.place)
            self._notes.append(f"{place} is what was taken down as {twin}: it is not indexed")
        return twin is not None

    def _commit_if_due(self) -> None:
        self._uncommitted += 1
        now = time.monotonic()
        if self._uncommitted >= _DOCUMENTS_A_COMMIT or now - self._committed >= _SECONDS_A_COMMIT:
            self._facts.commit_kept()
            self._uncommitted, self._committed = 0, now


def _in_order(found: Iterable[tuple[Source, int, Named]]) -> tuple[Named, ...]:
    """What was found, in the order of the SOURCEs and of what is in them."""
    return tuple(one for *_, one in sorted(found, key=lambda each: (each[0].path, each[1])))
