"""Where an article names a person: the passages with the name marked, cut to size."""

from collections.abc import Sequence
from dataclasses import replace

from indexer.engine.protocol import Searcher
from indexer.model import Document, Name, Passage, Snippet, Span

SHOWN = 2  # passages of an article
LONGEST = 320  # characters, as the snippets of a search
BEFORE = 120  # of them before the name


def names_of(searcher: Searcher, document: Document, person_id: str) -> tuple[Name, ...]:
    """Those of the document's names that mean this person, corrections minded."""
    return tuple(name for name in document.names if _means(searcher, document, name, person_id))


def _means(searcher: Searcher, document: Document, name: Name, person_id: str) -> bool:
    persons = searcher.persons_in(replace(document, names=(name,)))
    return any(person.id == person_id for person in persons)


def mention_snippets(document: Document, names: Sequence[Name]) -> tuple[Snippet, ...]:
    """The first passages that have one of the names, in their order in the article."""
    spans = _mentions(names)
    found = (
        cut_passage(passage, number, sorted(spans[passage.id]))
        for number, passage in enumerate(document.passages, 1)
        if passage.id in spans
    )
    return tuple(snippet for snippet, _ in zip(found, range(SHOWN), strict=False))


def _mentions(names: Sequence[Name]) -> dict[str, list[Span]]:
    """Passage id → where a name stands in it."""
    spans: dict[str, list[Span]] = {}
    for name in names:
        for mention in name.mentions:
            spans.setdefault(mention.passage, []).append(mention.span)
    return spans


def cut_passage(passage: Passage, number: int, spans: Sequence[Span]) -> Snippet:
    """The part of a passage round its first span, from a word's beginning to a word's end."""
    text = passage.text
    start, end = 0, len(text)
    if end > LONGEST:
        start = _after_space(text, max(0, spans[0][0] - BEFORE))
        end = _before_space(text, start + LONGEST)
    # A quotation may be longer than what is shown of it.
    inside = (
        (max(first, start) - start, min(last, end) - start)
        for first, last in spans
        if max(first, start) < min(last, end)
    )
    cut_before, cut_after = start > 0, end < len(text)
    return Snippet(text[start:end], tuple(inside), passage.id, number, cut_before, cut_after)


def _after_space(text: str, place: int) -> int:
    """The beginning of the next word; the place itself where no space is near."""
    space = text.find(" ", place, place + BEFORE) if place else -1
    return space + 1 if space >= 0 else place


def _before_space(text: str, place: int) -> int:
    """The end of the word before; the place itself where no space is near."""
    if place >= len(text):
        return len(text)
    space = text.rfind(" ", place - BEFORE, place)
    return space if space >= 0 else place
