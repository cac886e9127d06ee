"""Blocks and their verdicts become passages, removed blocks and credits."""

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.cleaner.block import Block, Verdict
from indexer.identity import passage_ids
from indexer.model import Passage, PassageKind, Reason, Removed


@dataclass(frozen=True, slots=True)
class Assembled:
    """A source, taken apart for good."""

    passages: tuple[Passage, ...]
    removed: tuple[Removed, ...]
    credits: tuple[str, ...]


def assemble(blocks: Sequence[Block], verdicts: Sequence[Verdict]) -> Assembled:
    """Every block in its place: a passage, or removed with its reason; credits apart."""
    kept: list[tuple[str, PassageKind]] = []
    removed = []
    credits: dict[str, None] = {}
    for block, verdict in zip(blocks, verdicts, strict=True):
        if verdict.credit:
            credits.setdefault(verdict.credit)
        if verdict.reason is None:
            kept.append((block.text if verdict.text is None else verdict.text, verdict.kind))
        else:
            removed.append(Removed(block.text, verdict.reason, len(kept), verdict.rule))
    return Assembled(_passages(kept), tuple(removed), tuple(credits))


def all_removed(
    blocks: Sequence[Block], verdicts: Sequence[Verdict], instead: Reason
) -> tuple[Removed, ...]:
    """Every block of a source without an article.

    instead: what those are that looked like one.
    """
    return tuple(
        Removed(block.text, verdict.reason or instead, 0, verdict.rule)
        for block, verdict in zip(blocks, verdicts, strict=True)
    )


def _passages(kept: Sequence[tuple[str, PassageKind]]) -> tuple[Passage, ...]:
    ids = passage_ids(text for text, _ in kept)
    return tuple(Passage(id, text, kind) for id, (text, kind) in zip(ids, kept, strict=True))
