"""Spans → segments: the text cut where a mark begins and ends. <mark> itself is the template's."""

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.model import Span


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a text, marked or not; the segments of a text joined are the text."""

    text: str
    marked: bool = False


def cut_segments(text: str, spans: Sequence[Span]) -> tuple[Segment, ...]:
    """The text as segments. Spans that overlap, touch no text or are out of order are mended."""
    segments: list[Segment] = []
    done = 0
    for start, end in sorted(spans):
        start, end = max(start, done), min(end, len(text))
        if start >= end:
            continue
        if start > done:
            segments.append(Segment(text[done:start]))
        segments.append(Segment(text[start:end], marked=True))
        done = end
    if done < len(text):
        segments.append(Segment(text[done:]))
    return tuple(segments)
