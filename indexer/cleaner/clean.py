"""The way through the cleaner: decode, blocks, title, verdicts, document."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from indexer.block_rules import rules_of_document, rules_of_outlet
from indexer.cleaner.as_clean import taken_as_clean
from indexer.cleaner.assemble import all_removed, assemble
from indexer.cleaner.block import Block
from indexer.cleaner.block_rules import apply_rules
from indexer.cleaner.classify import Classified, classify
from indexer.cleaner.decode import decode
from indexer.cleaner.features import Form, forms_of
from indexer.cleaner.html_page import read_page
from indexer.cleaner.language import language_code, language_of
from indexer.cleaner.metadata import Clues, byline, published, source, title_or_beginning
from indexer.cleaner.no_article import instead_of_article
from indexer.cleaner.own_verdicts import Reading, mark, read
from indexer.cleaner.text_blocks import text_blocks
from indexer.cleaner.tidy import tidy
from indexer.cleaner.title import TitleChoice, choose_title, find_given_title
from indexer.model import BlockRule, Document, NoArticle, RawDocument

VERSION = "4"  # of everything that decides what a document holds; a change cleans again


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What the cleaner made of a source."""

    document: Document | NoArticle
    original: str  # the decoded text or markup


@dataclass(frozen=True, slots=True)
class Read:
    """A source, decoded and in blocks, nothing judged."""

    original: str
    reading: Reading
    clues: Clues


def clean(raw: RawDocument, rules: Sequence[BlockRule] = ()) -> Cleaned:
    """The article in a raw document, everything else of it removed with a reason.

    Raises: InputError where it is more than an article can be.
    """
    found = read_raw(raw)
    return Cleaned(_document(raw, found.reading, found.clues, rules), found.original)


def read_raw(raw: RawDocument) -> Read:
    """The blocks of a raw document, its title among them, and what its head says."""
    original = decode(raw.content, raw.format == "html")
    if raw.format == "html":
        page = read_page(original, raw.site)
        return Read(original, _reading(raw, page.blocks, page.clues), page.clues)
    return Read(original, _reading(raw, text_blocks(original), Clues()), Clues())


def take_as_clean(raw: RawDocument) -> Cleaned:
    """The text as it stands, nothing removed: for sources that are clean already (--no-clean).

    Paragraphs are split at empty lines, or at every line where there are none; of HTML every
    visible block is one. A first line that is no sentence is the title where none is given.
    """
    original = decode(raw.content, raw.format == "html")
    return Cleaned(taken_as_clean(raw, original), original)


def _document(
    raw: RawDocument, reading: Reading, clues: Clues, rules: Sequence[BlockRule]
) -> Document | NoArticle:
    blocks = reading.blocks
    classified = classify(reading)
    outlet = source(raw, clues, reading, classified.verdicts)
    verdicts = apply_rules(
        blocks,
        classified.verdicts,
        rules_of_outlet(raw, rules_of_document(raw, rules), outlet),
    )
    classified = replace(classified, verdicts=verdicts)
    if instead := instead_of_article(reading, verdicts, classified.dense):
        removed = all_removed(blocks, verdicts, instead.lines)
        return NoArticle(raw.id, raw.place, instead.why, removed)
    return _article(raw, clues, reading, classified)


def _reading(raw: RawDocument, blocks: Sequence[Block], clues: Clues) -> Reading:
    texts = [block.text for block in blocks]
    forms = forms_of(texts)
    marks = mark(texts, forms)
    title = _title(raw, blocks, forms, clues, marks.traces)
    return replace(read(blocks, forms, title, marks), is_page=raw.format == "html")


def _title(
    raw: RawDocument,
    blocks: Sequence[Block],
    forms: Sequence[Form],
    clues: Clues,
    traces: Sequence[int],
) -> TitleChoice:
    site = raw.given.source or clues.site
    known = tidy(raw.given.title or clues.title or "")
    if known:
        return find_given_title(blocks, forms, known, site)
    return choose_title(blocks, forms, site, raw.site, traces)


def _article(
    raw: RawDocument,
    clues: Clues,
    reading: Reading,
    classified: Classified,
) -> Document:
    given, verdicts = raw.given, classified.verdicts
    assembled = assemble(reading.blocks, verdicts)
    text = "\n".join(passage.text for passage in assembled.passages)
    language = language_code(given.language) or language_of(text, clues.language)
    return Document(
        id=raw.id,
        source_id=raw.source_id,
        place=raw.place,
        title=title_or_beginning(reading.title.text, reading.blocks, verdicts),
        passages=assembled.passages,
        removed=assembled.removed,
        url=given.url or clues.url,
        source=source(raw, clues, reading, verdicts),
        published=published(given, clues, reading, classified, language),
        language=language,
        byline=byline(given, clues, reading, verdicts),
        credits=assembled.credits,
    )
