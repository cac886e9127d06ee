"""Who says what: the quotes of an article whose speaker is somebody it names.

quotations(document)    what its persons say, in the order of the article
"""

from dataclasses import dataclass

from indexer.model import Document, MentionKind, Passage, PassageKind, Span
from indexer.persons.language import guess_language
from indexer.persons.quotes.attribution import Listener, Page
from indexer.persons.quotes.marks import OPENING, quoted
from indexer.persons.quotes.speech import BY_LANGUAGE, Speech
from indexer.persons.tokens import folded

# Captions, lists and tables stand beside the text, which goes on after them.
_TOLD = frozenset((PassageKind.PARAGRAPH, PassageKind.QUOTATION, PassageKind.HEADING))
_TITLE_REACH = 12  # characters before a name in which its title stands


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of one person, between quotation marks, in one passage."""

    passage: str  # the passage's id
    span: Span  # offsets into the passage's text, without the quotation marks
    speaker: str  # the key of the document's name (Name.key)


def quotations(document: Document) -> tuple[Quotation, ...]:
    """The quotes of a document's passages whose speaker is sure, in reading order.

    A language without verbs of speech gives none, nor does a document without names.
    """
    language = document.language or guess_language([p.text for p in document.passages])
    speech = BY_LANGUAGE.get(language or "")
    pages = [quoted(passage.text) for passage in document.passages]
    if speech is None or not document.names or not any(pages):
        return ()
    names = _names_by_passage(document)
    listener = Listener(speech, *_men_and_women(document, speech))
    found: list[Quotation] = []
    before = PassageKind.PARAGRAPH
    for number, (passage, quotes) in enumerate(zip(document.passages, pages, strict=True)):
        if passage.kind not in _TOLD:
            continue
        if PassageKind.HEADING in (passage.kind, before):
            listener.pause()
        before = passage.kind
        after = document.passages[number + 1 : number + 2]
        page = Page(passage.text, quotes, names.get(passage.id, {}), _opens_with_quote(after))
        said = listener.listen(page)
        found += (Quotation(passage.id, quotes[n].span, said[n]) for n in sorted(said))
    return tuple(found)


def _names_by_passage(document: Document) -> dict[str, dict[Span, str]]:
    names: dict[str, dict[Span, str]] = {}
    for name in document.names:
        if name.kind is MentionKind.PERSON:
            for mention in name.mentions:
                names.setdefault(mention.passage, {})[mention.span] = name.key
    return names


def _men_and_women(document: Document, speech: Speech) -> tuple[set[str], set[str]]:
    """The keys of those whom the article calls Mr, and of those whom it calls Ms."""
    texts = {passage.id: passage.text for passage in document.passages}
    men, women = set(), set()
    for name in document.names:
        for mention in name.mentions:
            start = mention.span[0]
            before = texts.get(mention.passage, "")[max(0, start - _TITLE_REACH) : start].split()
            title = folded(before[-1]) if before else ""
            if title in speech.man:
                men.add(name.key)
            if title in speech.woman:
                women.add(name.key)
    return men, women


def _opens_with_quote(passages: tuple[Passage, ...]) -> bool:
    return bool(passages) and passages[0].text.lstrip()[:1] in OPENING


__all__ = ["Quotation", "quotations"]
