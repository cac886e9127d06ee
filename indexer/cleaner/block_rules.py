"""The reader's own rules: keep or remove a block, whatever the cleaner thinks of it."""

from collections.abc import Sequence
from dataclasses import replace

from indexer.block_rules import by_precedence, said_of, spelled
from indexer.cleaner.block import Block, Verdict
from indexer.model import BlockRule, PassageKind, Reason

_WHY = "your correction"
_OF_THIS = f"{_WHY} of this article"


def apply_rules(
    blocks: Sequence[Block],
    verdicts: Sequence[Verdict],
    rules: Sequence[BlockRule],
) -> tuple[Verdict, ...]:
    """The verdicts, overruled where one of the rules fits the beginning of a block."""
    ordered = by_precedence(rules)
    if not ordered:
        return tuple(verdicts)
    return tuple(
        _ruled(block, verdict, rule) if (rule := said_of(block.text, ordered)) else verdict
        for block, verdict in zip(blocks, verdicts, strict=True)
    )


def says_article(verdicts: Sequence[Verdict]) -> bool:
    """Whether one of the reader's rules for this very document keeps a block of it."""
    return any(verdict.reason is None and verdict.rule.startswith(_OF_THIS) for verdict in verdicts)


def is_restored(verdict: Verdict) -> bool:
    """Whether a block is kept by nothing but one of the reader's rules.

    One for an outlet or for everywhere was written with other pages in mind: what it restores on a
    page without an article makes none of it.
    """
    return verdict.reason is None and verdict.rule.startswith(_WHY)


def _ruled(block: Block, verdict: Verdict, rule: BlockRule) -> Verdict:
    why = f"{_OF_THIS if rule.document else _WHY} {rule.line}".rstrip() + f" ({spelled(rule)})"
    if rule.action == "remove":
        return Verdict(Reason.RULE, why)
    if verdict.reason is None:
        return replace(verdict, rule=why) if rule.document else verdict
    kind = block.kind if block.kind is not PassageKind.CAPTION else PassageKind.PARAGRAPH
    return Verdict(None, why, kind)
