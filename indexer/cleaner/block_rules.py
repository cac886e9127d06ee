"""The reader's own rules: keep or remove a block, whatever the cleaner thinks of it."""

from collections.abc import Sequence
from dataclasses import replace

from indexer.block_rules import by_precedence, said_of, spelled
from indexer.cleaner.block import Block, Verdict
from indexer.model import BlockRule, PassageKind, Reason

_WHY = "your correction"


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


def keeps_any(verdicts: Sequence[Verdict]) -> bool:
    """Whether one of the reader's rules keeps a block: then there is an article."""
    return any(verdict.reason is None and verdict.rule.startswith(_WHY) for verdict in verdicts)


def _ruled(block: Block, verdict: Verdict, rule: BlockRule) -> Verdict:
    why = f"{_WHY} {rule.line}".rstrip() + f" ({spelled(rule)})"
    if rule.action == "remove":
        return Verdict(Reason.RULE, why)
    if verdict.reason is None:
        return replace(verdict, rule=why)
    kind = block.kind if block.kind is not PassageKind.CAPTION else PassageKind.PARAGRAPH
    return Verdict(None, why, kind)
