"""The reader's own rules: keep or remove a block, whatever the cleaner thinks of it."""

from collections.abc import Sequence

from indexer.block_rules import by_precedence, said_of
from indexer.cleaner.block import Block, Verdict
from indexer.model import BlockRule, PassageKind, Reason


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


def _ruled(block: Block, verdict: Verdict, rule: BlockRule) -> Verdict:
    why = f"your correction {rule.line}".rstrip()
    if rule.action == "remove":
        return Verdict(Reason.RULE, why)
    if verdict.reason is None:
        return verdict
    kind = block.kind if block.kind is not PassageKind.CAPTION else PassageKind.PARAGRAPH
    return Verdict(None, why, kind)
