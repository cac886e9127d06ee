"""Which segments become one, and how.

Tiers: segments of a size class (a factor of 8 each) are merged when there are 8 of them, so a
document is rewritten once a class and an archive of n documents has at most 7 segments a class.
A segment of which more than a quarter is deleted is written anew. Merging goes term by term: in
memory are the postings of one term and the columns.
"""

from collections.abc import Collection, Iterator, Sequence
from heapq import merge
from itertools import groupby
from math import log
from operator import itemgetter
from pathlib import Path

import numpy as np

from indexer.engine.terms import FIELDS
from indexer.engine.whoosh_engine.buffer import COLUMNS, RECORDS
from indexer.engine.whoosh_engine.columns import Ints, take, write_columns
from indexer.engine.whoosh_engine.internals import PostingsWriter, SegmentEntry, new_segment_id
from indexer.engine.whoosh_engine.postings import Postings
from indexer.engine.whoosh_engine.segments import Segment

FACTOR = 8
SMALLEST = 64  # documents; all smaller segments are of the first class
MOST_DELETED = 0.25


def plan_merges(
    entries: Sequence[SegmentEntry], forced: Collection[str] = ()
) -> tuple[tuple[SegmentEntry, ...], ...]:
    """Groups of segments to write anew as one each. forced: ids of segments that must be."""
    alive = [entry for entry in entries if entry.documents > len(entry.deleted)]
    classes: dict[int, list[SegmentEntry]] = {}
    for entry in alive:
        classes.setdefault(_size_class(entry), []).append(entry)
    groups: list[tuple[SegmentEntry, ...]] = []
    for _, members in sorted(classes.items()):
        worn = [one for one in members if one.id in forced or _is_worn(one)]
        if len(members) >= FACTOR:
            groups.append(tuple(members))
        elif worn:
            groups.append(tuple(worn))
    return tuple(groups)


def merge_segments(folder: Path, segments: Sequence[Segment]) -> SegmentEntry:
    """Writes the live documents of some segments as one new segment into a folder."""
    live = [segment.live() for segment in segments]
    entry = SegmentEntry(new_segment_id(), sum(map(len, live)))
    parts = [(one.columns, rows) for one, rows in zip(segments, live, strict=True)]
    write_columns(folder / f"{entry.stem}{COLUMNS}", take(parts))
    with (folder / f"{entry.stem}{RECORDS}").open("wb") as file:
        for segment, rows in zip(segments, live, strict=True):
            for row in rows.tolist():
                file.writelines(segment.stored(row))
    with PostingsWriter(folder, entry) as writer:
        _merge_postings(writer, segments)
    return entry


def _merge_postings(writer: PostingsWriter, segments: Sequence[Segment]) -> None:
    numbers = _new_numbers(segments)
    for field in FIELDS:
        writer.start_field(field)
        for term, holders in _terms(segments, field):
            kept = [_kept(segments[one], field, term, numbers[one]) for one in holders]
            documents = [number for one in kept for number in one.documents.tolist()]
            if documents:
                frequencies = [number for one in kept for number in one.frequencies.tolist()]
                positions = b"".join(one.positions.astype("<u4").tobytes() for one in kept)
                writer.write_term(term, documents, frequencies, positions)
        writer.finish_field()
    writer.close()


def _new_numbers(segments: Sequence[Segment]) -> list[Ints]:
    """Per segment the new number of each document; -1: it is deleted."""
    numbers = []
    start = 0
    for segment in segments:
        live = segment.live()
        new = np.full(segment.entry.documents, -1, dtype=np.int32)
        new[live] = np.arange(start, start + len(live))
        start += len(live)
        numbers.append(new)
    return numbers


def _terms(segments: Sequence[Segment], field: str) -> Iterator[tuple[bytes, list[int]]]:
    """Every term, ascending, with the places in segments of those that hold it."""
    lists = [[(term, place) for term, _ in one.terms(field)] for place, one in enumerate(segments)]
    for term, holders in groupby(merge(*lists), key=itemgetter(0)):
        yield term, [place for _, place in holders]


def _kept(segment: Segment, field: str, term: bytes, numbers: Ints) -> Postings:
    """A term's postings in live documents, by their new numbers."""
    postings = segment.postings(field, term)
    if postings is None:
        raise LookupError(f"{term!r} is in the lexicon and has no postings")
    documents = numbers[postings.documents]
    alive = documents >= 0
    if alive.all():
        return Postings(documents.astype(np.uint32), postings.frequencies, postings.positions)
    return Postings(
        documents[alive].astype(np.uint32),
        postings.frequencies[alive],
        postings.positions[np.repeat(alive, postings.frequencies)],
    )


def _size_class(entry: SegmentEntry) -> int:
    live = entry.documents - len(entry.deleted)
    return 0 if live < SMALLEST else 1 + int(log(live / SMALLEST, FACTOR))


def _is_worn(entry: SegmentEntry) -> bool:
    return len(entry.deleted) > MOST_DELETED * entry.documents
