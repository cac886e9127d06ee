"""The build: every source walks through the reader, the cleaner, the namer, into the index."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from indexer.engine.protocol import Engine
from indexer.errors import SettingsError
from indexer.facts import Double, FactsStore, Move, Source
from indexer.model import Rejected
from indexer.pipeline.corrected import Corrected, read_corrected
from indexer.pipeline.entries_file import EntriesFile
from indexer.pipeline.idle_rules import idle_outlets, idle_rules
from indexer.pipeline.index_state import IndexState, open_index
from indexer.pipeline.order import BuildOrder, BuildReport, Tell, tell_nobody
from indexer.pipeline.publishing import Publication, Tally
from indexer.pipeline.reading import Read, read_into
from indexer.pipeline.sources import Plan, absolute, place_shown, plan_sources


def build(order: BuildOrder, engine: Engine, progress: Tell = tell_nobody) -> BuildReport:
    """Brings the index to what the SOURCEs say; all of it is published, or nothing.

    Raises SourceError, TooMuchRemovedError, LockedError, DamagedIndexError: nothing was changed,
    but the facts found so far are kept. The same holds for Ctrl-C.
    """
    began = time.monotonic()
    if not order.facts.exists():
        plan_sources(order, ())  # a mistyped SOURCE is not to leave an index behind
    with FactsStore(order.facts, trial=order.dry_run) as facts:
        plan = plan_sources(order, facts.presence.sources())
        known = bool(facts.acknowledged)
        with open_index(
            engine, rebuild=order.rebuild, trial=order.dry_run, has_facts=known
        ) as index:
            index.recall_into(facts)
            report = _run(order, plan, (facts, index), progress)
        if not order.dry_run:
            finish(facts, engine)
    return replace(report, seconds=time.monotonic() - began)


def finish(facts: FactsStore, engine: Engine) -> None:
    """After the generation is published: what was taken down leaves the older ones."""
    taken_down = facts.history.not_yet_forgotten()
    if taken_down:
        engine.forget(taken_down)
        facts.history.forgotten(taken_down)
    facts.history.told()
    facts.commit()


def _run(
    order: BuildOrder, plan: Plan, stores: tuple[FactsStore, IndexState], tell: Tell
) -> BuildReport:
    facts, index = stores
    files = named_files(order.corrections) or facts.presence.corrections_files()
    corrected = read_corrected((*plan.corrections, *files))
    facts.presence.begin(
        (source.path for source in plan.named),
        plan.missing,
        (source.path for source in plan.inner),
    )
    read = read_into(facts, plan.named, corrected.block_rules, order.jobs, tell)
    facts.presence.decide()
    facts.presence.remember(plan.named)
    facts.presence.remember_corrections_files(files)
    over = facts.presence.taken_over()
    idle = _idle(facts, corrected, plan, read)
    doubles = _doubles(facts.presence.doubles(), (*plan.named, *plan.others))
    publication = Publication(
        facts,
        index,
        corrected,
        EntriesFile(order.facts.parent),
        tell,
        prune=order.prune,
        sweep=order.rebuild,
    )
    tally = publication.publish()
    notes = (
        *plan.notes,
        *index.notes,
        *corrected.errors,
        *idle,
        *unmatched(corrected, tally),
        *read.notes,
        *_moved(facts, corrected),
        *_superseded(facts.presence.superseded()),
        *_over(over),
    )
    return replace(_report(tally, read, doubles, notes), wrong_lines=len(corrected.errors))


def _idle(facts: FactsStore, corrected: Corrected, plan: Plan, read: Read) -> tuple[str, ...]:
    """Lines of the reader's that do nothing; asked before facts of older texts go."""
    outlets = () if plan.others else idle_outlets(facts, corrected.block_rules, read.outlets)
    return (*idle_rules(facts, corrected.block_rules), *outlets)


def unmatched(corrected: Corrected, tally: Tally) -> list[str]:
    """Lines that do nothing, most often by a typing error: no article names whom they are about."""
    return [
        f"{place}: {one.verb}: {one.why or f'no article names {one.name!r}'}"
        for one in tally.unmatched
        for place in corrected.places.get((one.verb, one.name), ())
    ]


def named_files(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The files of --corrections; a wrong path must not undo what was corrected so far."""
    for path in paths:
        if not path.is_file():
            raise SettingsError(f"--corrections {path}: there is no such file; nothing is indexed")
    return tuple(map(absolute, paths))


def _report(
    tally: Tally, read: Read, doubles: Iterable[Rejected], notes: tuple[str, ...]
) -> BuildReport:
    return BuildReport(
        added=tally.added,
        updated=tally.updated,
        unchanged=tally.unchanged,
        removed=tally.removed,
        not_an_article=len(read.no_articles),
        no_articles=read.no_articles,
        rejected=(*read.rejected, *doubles),
        notes=notes,
        generation=tally.generation,
    )


def _doubles(doubles: Iterable[Double], sources: Iterable[Source]) -> list[Rejected]:
    """Inputs whose id is taken, both places named."""
    by_path = {str(source.path): source for source in sources}
    rejected = []
    for double in doubles:
        place = place_shown(by_path[double.source], double.place)
        first = place_shown(by_path[double.first_source], double.first_place)
        reason = f"its id {double.id} is that of {first} already; give it another id"
        rejected.append(Rejected(place, reason))
    return rejected


def _moved(facts: FactsStore, corrected: Corrected) -> list[str]:
    """The lines that the reader may copy, for files that seem to have been renamed."""
    known = {old for old, _ in corrected.moved}
    return [_moved_line(move) for move in facts.history.untold() if move.old not in known]


def _moved_line(move: Move) -> str:
    return f"moved: {move.old} = {move.new}"


def _superseded(number: int) -> list[str]:
    """Captures that count no more, since another SOURCE holds a later one of their address."""
    said = "captures older than another of the same address, in another SOURCE"
    return [f"passed over: {said}: {number:,}"] if number else []


def _over(sources: Iterable[Source]) -> list[str]:
    return [
        f"{source.as_given} is not there any more and all of it is read elsewhere; it is forgotten"
        for source in sources
    ]
