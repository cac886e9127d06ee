"""Corrections of persons and of moved files, without reading a SOURCE: `pressmark correct`."""

import gc
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from indexer.corrections import Corrections, read_corrections
from indexer.engine.protocol import Engine
from indexer.errors import NoIndexError
from indexer.facts import FactsStore
from indexer.pipeline.build import finish, named_files, unmatched
from indexer.pipeline.corrected import corrected as meaning_of
from indexer.pipeline.corrected import read_corrected
from indexer.pipeline.entries_file import EntriesFile
from indexer.pipeline.index_state import IndexState, open_index
from indexer.pipeline.order import BuildOrder, BuildReport, Tell, tell_nobody
from indexer.pipeline.publishing import Publication
from indexer.pipeline.sources import Plan
from indexer.pipeline.state import State, state_of

LATER = "keep: and remove: lines have changed; they apply with the next run of: pressmark index"


def correct(order: BuildOrder, engine: Engine, tell: Tell = tell_nobody) -> BuildReport:
    """Applies the lines about persons and moved files as they are now; documents stay as they are.

    Of the order count facts, corrections and dry_run. Raises NoIndexError, SettingsError,
    LockedError, DamagedIndexError: nothing was changed.
    """
    began = time.monotonic()
    if not order.facts.exists():
        raise NoIndexError(f"no facts at {order.facts}; build the index with: pressmark index")
    with _uncollected(), FactsStore(order.facts, trial=order.dry_run) as facts:
        if not facts.acknowledged:
            raise NoIndexError("nothing is indexed yet; begin with: pressmark index")
        with open_index(engine, rebuild=False, trial=order.dry_run, has_facts=True) as index:
            report = _correct(order, facts, index, tell)
        if not order.dry_run:
            finish(facts, engine)
    return replace(report, seconds=time.monotonic() - began)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without looking for circles of garbage: a quarter of the time, and there are none to find."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _correct(order: BuildOrder, facts: FactsStore, index: IndexState, tell: Tell) -> BuildReport:
    sources = facts.presence.sources()
    plan = Plan((), sources, before=sources)
    files = named_files(order.corrections) or facts.presence.corrections_files()
    corrected = read_corrected((*plan.corrections, *files))
    facts.presence.begin((), plan.missing)
    facts.presence.decide()
    facts.presence.remember_corrections_files(files)
    publication = Publication(
        facts, index, corrected, EntriesFile(order.facts.parent), tell, as_read=True
    )
    later = (LATER,) if publication.leaves_blocks else ()
    tally = publication.publish()
    return BuildReport(
        added=tally.added,
        updated=tally.updated,
        unchanged=tally.unchanged,
        removed=tally.removed,
        notes=(*plan.notes, *index.notes, *corrected.errors, *unmatched(corrected, tally), *later),
        wrong_lines=len(corrected.errors),
        generation=tally.generation,
    )


def corrections_of(path: Path) -> tuple[Corrections, bool]:
    """The corrections of an archive by its facts; and whether the index was made with its persons'.

    Raises DamagedIndexError, IndexVersionError, LockedError.
    """
    with FactsStore(path, trial=True) as facts:
        plan = Plan((), facts.presence.sources())
        files = (*plan.corrections, *facts.presence.corrections_files())
        corrections = read_corrections(files)
        before = State.read(facts.acknowledged)
        now = state_of(None, meaning_of(corrections), (), ())
        current = before is not None and (before.persons, before.added) == (now.persons, now.added)
        return corrections, current
