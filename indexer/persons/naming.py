"""The namer: a text or a document in, its persons out, each with all their mentions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from indexer.identity import name_key
from indexer.model import Document, Mention, Name, Span
from indexer.persons.agreement import agree
from indexer.persons.language import guess_language
from indexer.persons.lines import Line, read_line
from indexer.persons.normal import ALL_TITLES
from indexer.persons.resolver import Group, group
from indexer.persons.rules import tag, without_affixes
from indexer.persons.tagger import LANGUAGE, english_tagger
from indexer.persons.words import BY_LANGUAGE

TITLE = "title"  # stands for a passage id in the mentions of a document's title


@dataclass(frozen=True, slots=True)
class FoundName:
    """A person of one text: the fullest form printed, and every place where they are named."""

    name: str
    spans: tuple[Span, ...]  # offsets into the text, in code points


@dataclass(frozen=True, slots=True)
class _Place:
    """A mention in one of several texts."""

    text: int  # which of them
    span: Span
    sure: bool


def name_persons(document: Document) -> Document:
    """The document with its names: of title, passages and captions, never of what was removed.

    The outlet's own name is nobody's. A language without rules gives no names; a document without
    a language is read in the one that its words are of.
    """
    places = [(TITLE, document.title), *((p.id, p.text) for p in document.passages)]
    found = _find([text for _, text in places], document.language)
    outlet = name_key(document.source or "")
    names = (
        Name(
            key=name_key(name),
            text=name,
            mentions=tuple(Mention(places[m.text][0], m.span) for m in mentions),
        )
        for name, mentions in found
        if name_key(name) != outlet
    )
    return replace(document, names=tuple(names))


def find_names(text: str, language: str | None = None) -> tuple[FoundName, ...]:
    """The persons of a text whose paragraphs are separated by line breaks."""
    lines = text.split("\n")
    offsets = [0]
    for line in lines:
        offsets.append(offsets[-1] + len(line) + 1)
    return tuple(
        FoundName(
            name,
            tuple((m.span[0] + offsets[m.text], m.span[1] + offsets[m.text]) for m in mentions),
        )
        for name, mentions in _find(lines, language)
    )


def resolve(text: str, mentions: Sequence[Span]) -> tuple[FoundName, ...]:
    """The persons of mentions that are given; each given mention is in exactly one of them."""
    ordered = sorted(mentions)
    printed = [text[start:end] for start, end in ordered]
    groups = group(printed, ALL_TITLES, _gaps(text, ordered))
    return tuple(FoundName(g.text, tuple(ordered[n] for n in g.mentions)) for g in groups)


def _find(texts: Sequence[str], language: str | None) -> list[tuple[str, list[_Place]]]:
    language = language or guess_language(texts)
    words = BY_LANGUAGE.get(language or "")
    if words is None:
        return []
    lines = without_affixes([read_line(text, words) for text in texts], words)
    tagged = english_tagger().tag(lines) if language == LANGUAGE else tag(lines, words)
    places = [
        _Place(mention.line, _span(lines[mention.line], mention.start, mention.end), mention.sure)
        for mention in agree(lines, tagged, words)
    ]
    printed = [texts[p.text][p.span[0] : p.span[1]] for p in places]
    groups = group(printed, words.titles, _gaps("\n".join(texts), _joined_spans(texts, places)))
    return [
        (person.text, [places[number] for number in person.mentions])
        for person in groups
        if _is_credible(person, [places[number] for number in person.mentions])
    ]


def _gaps(text: str, spans: Sequence[Span]) -> list[str]:
    """What the text has before the first span, between each two, and after the last."""
    ends = [0, *(end for _, end in spans)]
    starts = [*(start for start, _ in spans), len(text)]
    return [text[end:start] for end, start in zip(ends, starts, strict=True)]


def _joined_spans(texts: Sequence[str], places: Iterable[_Place]) -> list[Span]:
    """The places' spans in the texts joined by line breaks."""
    offsets = [0, *accumulate(len(text) + 1 for text in texts)]
    return [(p.span[0] + offsets[p.text], p.span[1] + offsets[p.text]) for p in places]


def _span(line: Line, start: int, end: int) -> Span:
    return line.tokens[start].start, line.tokens[end - 1].end


def _is_credible(person: Group, mentions: Iterable[_Place]) -> bool:
    """A person needs one mention that is sure, or a full name that is repeated."""
    if any(mention.sure for mention in mentions):
        return True
    return " " in person.text and len(person.mentions) > 1
