"""From changes to a generation: merge, take over what is unchanged, write the tables, publish."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from indexer.engine.durable import write_durably
from indexer.engine.generations import Generation, NewGeneration
from indexer.engine.manifest import Manifest, generation_number
from indexer.engine.whoosh_engine.changes import Changes, write_dead_words
from indexer.engine.whoosh_engine.internals import WHOOSH_VERSION, SegmentEntry, write_toc
from indexer.engine.whoosh_engine.merging import Candidate, merge_segments, plan_merges
from indexer.engine.whoosh_engine.segments import Segment
from indexer.engine.whoosh_engine.stored import (
    ENGINE,
    TABLES,
    VERSIONS,
    dead_file_of,
    files_of,
)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a generation is made of."""

    changes: Changes  # flushed
    tables: bytes | None  # None: those of the previous generation
    forced: frozenset[str]  # segments to write anew in any case


def publish(new: NewGeneration, plan: Plan) -> Generation:
    """Publishes the next generation."""
    entries = _settle_segments(new, plan)
    if plan.tables is None:
        new.share(TABLES)
    else:
        write_durably(new.folder / TABLES, plan.tables)
    toc = write_toc(new.folder, generation_number(new.name) or 0, entries)
    return new.publish(_manifest(new, entries), eager=(toc,))


def _settle_segments(new: NewGeneration, plan: Plan) -> tuple[SegmentEntry, ...]:
    """Puts every segment of the generation into its folder, and takes out those that are merged."""
    changes = plan.changes
    entries = changes.entries()
    groups = plan_merges(
        [Candidate(one, changes.words(one.id), one.id in plan.forced) for one in entries]
    )
    merged = [
        entry
        for group in groups
        for entry in merge_segments(new.folder, _opened(new, changes, group))
    ]
    replaced = {entry.id for group in groups for entry in group}
    kept = []
    for entry in entries:
        if entry.id in replaced or len(entry.deleted) == entry.documents:
            _take_out(new.folder, entry)
        else:
            _take_over(new, changes, entry)
            kept.append(entry)
    return (*kept, *merged)


def _opened(
    new: NewGeneration, changes: Changes, group: Sequence[SegmentEntry]
) -> tuple[Segment, ...]:
    """The segments as they are now, from where they are: the previous generation or the new one."""
    return tuple(
        changes.previous[entry.id].with_deleted(entry)
        if entry.id in changes.previous
        else Segment(new.folder, entry)
        for entry in group
    )


def _take_out(folder: Path, entry: SegmentEntry) -> None:
    for name in files_of(entry):
        (folder / name).unlink(missing_ok=True)


def _take_over(new: NewGeneration, changes: Changes, entry: SegmentEntry) -> None:
    previous = changes.previous.get(entry.id)
    if previous is not None:
        for name in files_of(entry):
            new.share(name)
    newly_dead = changes.newly_dead(entry.id)
    if newly_dead:
        segment = previous or Segment(new.folder, SegmentEntry(entry.id, entry.documents))
        write_dead_words(new.folder, segment, newly_dead)
    elif entry.deleted:
        new.share(dead_file_of(entry))


def _manifest(new: NewGeneration, entries: Sequence[SegmentEntry]) -> Manifest:
    return Manifest(
        generation=new.name,
        engine=ENGINE,
        versions=VERSIONS,
        made_with={"whoosh": WHOOSH_VERSION},
        counts={
            "documents": sum(entry.documents - len(entry.deleted) for entry in entries),
            "dead": sum(len(entry.deleted) for entry in entries),
            "segments": len(entries),
        },
        files={},
    )
