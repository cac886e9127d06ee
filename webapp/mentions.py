"""Where an article names a person: the passages with the name marked, cut to size."""

from collections.abc import Sequence

from indexer.identity import name_key
from indexer.model import Document, Passage, Person, Snippet, Span

SHOWN = 2  # passages of an article
LONGEST = 320  # characters, as the snippets of a search
BEFORE = 120  # of them before the name


def mention_snippets(document: Document, person: Person) -> tuple[Snippet, ...]:
    """The first passages that name the person, in their order in the article."""
    spans = _mentions(document, person)
    found = (
        _cut(passage, number, sorted(spans[passage.id]))
        for number, passage in enumerate(document.passages, 1)
        if passage.id in spans
    )
    return tuple(snippet for snippet, _ in zip(found, range(SHOWN), strict=False))


def _mentions(document: Document, person: Person) -> dict[str, list[Span]]:
    """Passage id → where the person is named in it."""
    keys = {name_key(form) for form in (person.name, *person.aliases)}
    spans: dict[str, list[Span]] = {}
    for name in document.names:
        for mention in name.mentions if name.key in keys else ():
            spans.setdefault(mention.passage, []).append(mention.span)
    return spans


def _cut(passage: Passage, number: int, spans: Sequence[Span]) -> Snippet:
    """The part of a passage round its first mention, from a word's beginning to a word's end."""
    text = passage.text
    start, end = 0, len(text)
    if end > LONGEST:
        start = _after_space(text, max(0, spans[0][0] - BEFORE))
        end = _before_space(text, start + LONGEST)
    inside = (
        (first - start, last - start) for first, last in spans if start <= first < last <= end
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
