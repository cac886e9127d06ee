"""The deep check: every posting and every record of a generation is decoded."""

from collections.abc import Iterator

import numpy as np

from indexer.engine.generations import Generation
from indexer.engine.protocol import Damage
from indexer.engine.terms import FIELDS
from indexer.engine.whoosh_engine.columns import name_from_bytes
from indexer.engine.whoosh_engine.segments import Segment
from indexer.engine.whoosh_engine.stored import open_segments, read_tables
from indexer.errors import PressmarkError

_REBUILD = "build it again with: pressmark index --rebuild"


def check_generation(generation: Generation) -> Iterator[Damage]:
    """What is wrong inside the files of a generation, one thing a file."""
    try:
        read_tables(generation)
        segments = open_segments(generation)
    except PressmarkError as error:
        yield Damage(str(generation.folder), str(error), _REBUILD)
        return
    for segment in segments:
        place = f"{generation.folder / segment.entry.stem}"
        for what in (*_wrong_records(segment), *_wrong_postings(segment)):
            yield Damage(place, what, _REBUILD)


def _wrong_records(segment: Segment) -> Iterator[str]:
    try:
        words = segment.dead_words
        for number in range(segment.entry.documents):
            segment.original(number)
            stored = name_from_bytes(segment.columns.ids[number])
            if segment.document(number).id != stored:
                yield f"record {number} is not that of document {stored!r}"
                return
        if any(count > len(segment.entry.deleted) for count in words.values()):
            yield "more documents are said to be deleted than there are"
    except PressmarkError as error:
        yield str(error)


def _wrong_postings(segment: Segment) -> Iterator[str]:
    for field in FIELDS:
        try:
            for term, count in segment.terms(field):
                if not _is_sound(segment, field, term, count):
                    yield f"the postings of {field}:{term!r} do not go with its entry"
                    return
        except PressmarkError as error:
            yield str(error)


def _is_sound(segment: Segment, field: str, term: bytes, count: int) -> bool:
    postings = segment.postings(field, term)
    return (
        postings is not None
        and len(postings.documents) == count
        and bool((np.diff(postings.documents.astype(np.int64)) > 0).all())
        and int(postings.documents[-1]) < segment.entry.documents
    )
