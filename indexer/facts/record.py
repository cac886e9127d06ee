"""What is known of one document from its source alone, and the key it is known by."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from typing import Literal, TypeAlias

from indexer.model import BlockRule, RawDocument

Outcome: TypeAlias = Literal["document", "not an article", "rejected"]

OUTCOMES: tuple[Outcome, ...] = ("document", "not an article", "rejected")


@dataclass(frozen=True, slots=True)
class Fact:
    """What the cleaner and the namer found in one source; never changed once it is kept."""

    key: str  # base and the block rules that applied
    id: str  # of the document
    base: str  # of fact_base
    outcome: Outcome
    original: bytes  # codec.text_to_bytes of the source's text or markup
    document: bytes | None = None  # codec.document_to_bytes; None: no document came of it
    outlet: str | None = None
    cleaned: bool = True  # False: its text was clean already, nothing is taken away from it
    reason: str = ""  # why no document came of it

    @property
    def checksum(self) -> bytes:
        """SHA-256 over everything, each part with its length before it."""
        digest = hashlib.sha256()
        words = (
            *(self.key, self.id, self.base, self.outcome, self.reason, self.outlet or ""),
            str(self.cleaned),
        )
        for part in (*(word.encode("utf8", "surrogatepass") for word in words), self.original):
            digest.update(b"%d:" % len(part) + part)
        digest.update(self.document or b"")
        return digest.digest()


@dataclass(frozen=True, slots=True)
class Known:
    """A fact without its texts."""

    key: str
    outcome: Outcome
    reason: str


@dataclass(frozen=True, slots=True)
class Recipe:
    """Which cleaner and which namer worked, and in which way: another recipe, other facts."""

    cleaner: str  # cleaner.VERSION
    namer: str  # persons.VERSION
    no_clean: bool = False


def fact_base(raw: RawDocument, recipe: Recipe) -> str:
    """The key of a document's facts, leaving aside the block rules; 32 hex digits.

    The place is not in it: a line put in at the top of a JSONL file changes the places of all
    records below, and none of these.
    """
    values = (raw.source_hash, raw.source_id, raw.format, raw.site)
    return _digest([*values, list(astuple(raw.given)), list(astuple(recipe))])


def fact_key(base: str, rules: Iterable[BlockRule]) -> str:
    """The key of a document's facts, made under these block rules."""
    spelled = sorted(
        [rule.action, rule.text, rule.document or "", rule.source or ""] for rule in rules
    )
    return _digest([base, spelled]) if spelled else base


def _digest(value: list[object]) -> str:
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:32]
