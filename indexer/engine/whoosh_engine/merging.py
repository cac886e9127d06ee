"""Which segments become one, and how.

Tiers: segments of a size class (a factor of 8 each) are merged when there are 8 of them, so a
document is written anew once a class. A segment that is half full is large enough and stays: an
archive of n documents has at most n / 12,500 segments and 7 a class besides. One of which more than
a quarter is deleted is written anew.

Merging puts the stored documents through the analyzer once more: 0.7 ms of CPU for a document. To
merge the stock codec's postings term by term took 2.3 (8 segments of 1,000 articles).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path

from indexer.codec import document_from_bytes
from indexer.engine.terms import terms_of
from indexer.engine.whoosh_engine.buffer import FULL_DOCUMENTS, FULL_WORDS, SegmentMaker
from indexer.engine.whoosh_engine.columns import name_from_bytes, row_of
from indexer.engine.whoosh_engine.internals import SegmentEntry
from indexer.engine.whoosh_engine.segments import Segment

FACTOR = 8
SMALLEST = 64  # documents; all smaller segments are of the first class
LARGE = 0.5  # of a full buffer
MOST_DELETED = 0.25


@dataclass(frozen=True, slots=True)
class Candidate:
    """A segment as the plan looks at it."""

    entry: SegmentEntry
    words: int  # of all its documents
    is_forced: bool = False  # it is to be written anew in any case

    @property
    def live(self) -> int:
        """Documents that are not deleted."""
        return self.entry.documents - len(self.entry.deleted)

    @property
    def is_large(self) -> bool:
        """Whether it stays out of merges."""
        return max(self.live / FULL_DOCUMENTS, self.words / FULL_WORDS) >= LARGE

    @property
    def is_worn(self) -> bool:
        """Whether too much of it is deleted, or must go."""
        return self.is_forced or len(self.entry.deleted) > MOST_DELETED * self.entry.documents


def plan_merges(candidates: Collection[Candidate]) -> tuple[tuple[SegmentEntry, ...], ...]:
    """Groups of segments to write anew together."""
    classes: dict[int, list[Candidate]] = {}
    for one in candidates:
        if one.live and (one.is_worn or not one.is_large):
            classes.setdefault(_size_class(one), []).append(one)
    groups = []
    for _, members in sorted(classes.items()):
        small = [one for one in members if not one.is_large]
        group = members if len(small) >= FACTOR else [one for one in members if one.is_worn]
        if group:
            groups.append(tuple(one.entry for one in group))
    return tuple(groups)


def merge_segments(folder: Path, segments: Sequence[Segment]) -> tuple[SegmentEntry, ...]:
    """Writes the live documents of some segments into a folder: one segment, or as many as fill."""
    with SegmentMaker(folder) as maker:
        for segment in segments:
            prints = segment.columns.fingerprints
            for number in segment.live().tolist():
                record, original = stored = segment.stored(number)
                document = document_from_bytes(record)
                terms = terms_of(document)
                sizes = (len(record), len(original))
                row = row_of(document, name_from_bytes(prints[number]), terms, sizes)
                maker.add(row, terms, stored)
        return tuple(maker.finish())


def _size_class(one: Candidate) -> int:
    return 0 if one.live < SMALLEST else 1 + int(log(one.live / SMALLEST, FACTOR))
