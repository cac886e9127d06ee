"""The reader's own rules: keep or remove a block, whatever the cleaner thinks of it."""

from collections.abc import Sequence

from indexer.cleaner.block import Block, Verdict
from indexer.identity import fold
from indexer.model import BlockRule, PassageKind, Reason


def apply_rules(
    blocks: Sequence[Block],
    verdicts: Sequence[Verdict],
    rules: Sequence[BlockRule],
) -> tuple[Verdict, ...]:
    """The verdicts, overruled where one of the rules fits the beginning of a block.

    Of several that fit, the one for this document goes before one for its source, and that before
    one for all; a keep before a remove.
    """
    if not rules:
        return tuple(verdicts)
    ordered = [(fold(rule.text), rule) for rule in sorted(rules, key=_precedence) if rule.text]
    return tuple(
        _overruled(block, verdict, ordered) for block, verdict in zip(blocks, verdicts, strict=True)
    )


def _precedence(rule: BlockRule) -> tuple[bool, bool, bool]:
    return rule.document is None, rule.source is None, rule.action == "remove"


def _overruled(block: Block, verdict: Verdict, rules: Sequence[tuple[str, BlockRule]]) -> Verdict:
    folded = fold(block.text)
    for beginning, rule in rules:
        if folded.startswith(beginning):
            return _ruled(block, verdict, rule)
    return verdict


def _ruled(block: Block, verdict: Verdict, rule: BlockRule) -> Verdict:
    why = f"your correction {rule.line}".rstrip()
    if rule.action == "remove":
        return Verdict(Reason.RULE, why)
    if verdict.reason is None:
        return verdict
    kind = block.kind if block.kind is not PassageKind.CAPTION else PassageKind.PARAGRAPH
    return Verdict(None, why, kind)
