"""The document as it should be in the index: its facts, seen in the light of the whole archive.

Pure: equal facts, equal repeated lines and equal additions give equal fingerprints.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from indexer.archive import (
    RepeatedLines,
    outlet_of,
    repeated_lines,
    with_passages_of,
    without_repeated_lines,
)
from indexer.block_rules import by_precedence, rules_of_outlets, said_of
from indexer.codec import document_from_bytes, document_to_json
from indexer.facts import Presence, Wanted
from indexer.model import BlockRule, Document, Mention, Name, Passage
from indexer.persons import given_persons
from indexer.reader.source_file import folder_of

# Raised when the same facts come to be another document, or other tables, for a reason that no
# other version tells.
DERIVATION_VERSION = "3"


@dataclass(frozen=True, slots=True)
class Derivation:
    """What of the whole archive bears on each document."""

    repeated: RepeatedLines
    added: tuple[str, ...] = ()  # the names of add: lines
    block_rules: tuple[BlockRule, ...] = ()  # the reader's


@dataclass(frozen=True, slots=True)
class Derived:
    """A document ready for the index.

    The fingerprint has two parts: what the reader may have changed (the source, the cleaner, the
    corrections that apply), and the source with the document in full. Where the first is the same a
    document counts as unchanged, although what its outlet repeats may have changed it; where the
    second is the same, the corrections that are new change nothing in it.
    """

    document: Document
    fingerprint: str


def learn(
    presence: Presence, added: Iterable[str], block_rules: Iterable[BlockRule] = ()
) -> Derivation:
    """What the whole archive says, learnt from every document whose text was cleaned."""
    cleaned = (
        document_from_bytes(stored)
        for wanted, stored in presence.wanted_with_documents()
        if wanted.cleaned
    )
    return Derivation(repeated_lines(cleaned), tuple(sorted(set(added))), tuple(block_rules))


def derive(wanted: Wanted, stored: bytes, derivation: Derivation) -> Derived:
    """The document that belongs in the index, from its facts."""
    document = replace(document_from_bytes(stored), place=wanted.place)
    if wanted.cleaned:
        document = _without_repeated_lines(document, derivation)
    return _completed(wanted, document, derivation.added)


def derive_again(
    wanted: Wanted, stored: bytes, published: Document, added: Sequence[str]
) -> Derived:
    """The same where nothing but the added names changed since the document was published.

    What its outlet repeats was taken out then: the whole archive is not asked again.
    """
    document = replace(document_from_bytes(stored), place=wanted.place)
    document = with_passages_of(document, published)
    return _completed(wanted, document, added)


def _completed(wanted: Wanted, document: Document, names: Iterable[str]) -> Derived:
    complete = with_added_names(document, names)
    added = repr(complete.names) if complete.names != document.names else ""
    substance = _digest(wanted.key.encode("ascii"), added.encode("utf8", "surrogatepass"))
    whole = _digest(wanted.base.encode("ascii"), document_to_json(complete))
    return Derived(complete, f"{substance[:16]}.{whole[:32]}")


def counts_as_unchanged(fingerprint: str, other: str) -> bool:
    """Whether a document counts as unchanged."""
    same_substance = fingerprint.partition(".")[0] == other.partition(".")[0]
    return same_substance or is_same_document(fingerprint, other)


def is_same_document(fingerprint: str, other: str) -> bool:
    """Whether nothing is to be written: the same document of the same source."""
    return fingerprint.partition(".")[2] == other.partition(".")[2]


def with_added_names(document: Document, names: Iterable[str]) -> Document:
    """The document with those of the names that stand in it, where no other name stands."""
    texts = (document.title, *(passage.text for passage in document.passages))
    here = [name for name in names if any(name in text for text in texts)]
    if not here:
        return document
    known = {name.key: name for name in document.names}
    taken = tuple(mention for name in document.names for mention in name.mentions)
    for found in given_persons(document, here).names:
        free = tuple(mention for mention in found.mentions if not _overlaps(mention, taken))
        if free:
            old = known.get(found.key, replace(found, mentions=()))
            known[found.key] = _with_mentions(old, free, document)
    return replace(document, names=tuple(known.values()))


def _without_repeated_lines(document: Document, derivation: Derivation) -> Document:
    """The document without what its outlet repeats, but for the passages that the reader keeps."""
    kept = _kept_by_reader(document, derivation.block_rules)
    if not kept:
        return without_repeated_lines(document, derivation.repeated)
    # No outlet repeats an id after a NUL, which no passage holds: so these stay where they are.
    hidden = tuple(
        replace(passage, text=f"\0{passage.id}") if passage.id in kept else passage
        for passage in document.passages
    )
    left = without_repeated_lines(replace(document, passages=hidden), derivation.repeated)
    back = tuple(kept.get(passage.id, passage) for passage in left.passages)
    return replace(left, passages=back)


def _kept_by_reader(document: Document, rules: Iterable[BlockRule]) -> dict[str, Passage]:
    """The passages, by id, of which the reader's rule for them says keep."""
    names = (None, document.id, document.source_id, document.place)
    outlets = (document.source, outlet_of(document), folder_of(document.place))
    about = (rule for rule in rules if rule.document in names)
    ordered = by_precedence(rules_of_outlets(about, outlets))
    said = ((passage, said_of(passage.text, ordered)) for passage in document.passages)
    return {passage.id: passage for passage, rule in said if rule and rule.action == "keep"}


def _with_mentions(name: Name, more: Iterable[Mention], document: Document) -> Name:
    order = {id_: number for number, id_ in enumerate(_mentionable(document))}
    mentions = sorted((*name.mentions, *more), key=lambda m: (order.get(m.passage, -1), m.span))
    return replace(name, mentions=tuple(mentions))


def _mentionable(document: Document) -> Iterator[str]:
    yield "title"
    for passage in document.passages:
        yield passage.id


def _overlaps(mention: Mention, others: Iterable[Mention]) -> bool:
    (start, end) = mention.span
    return any(
        other.passage == mention.passage and other.span[0] < end and start < other.span[1]
        for other in others
    )


def _digest(*parts: bytes) -> str:
    digest = hashlib.sha256(DERIVATION_VERSION.encode("ascii"))
    for part in parts:
        digest.update(b"%d:" % len(part) + part)
    return digest.hexdigest()
