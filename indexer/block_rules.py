"""Which of the reader's rules about blocks speak of a document: one answer for all rooms."""

from collections.abc import Iterable

from indexer.identity import fold
from indexer.model import BlockRule, RawDocument


def rules_of_document(raw: RawDocument, rules: Iterable[BlockRule]) -> tuple[BlockRule, ...]:
    """The block rules that can apply to a document whose outlet is not known yet."""
    names = (None, raw.id, raw.source_id, raw.place)
    return tuple(rule for rule in rules if rule.document in names)


def rules_of_outlet(
    raw: RawDocument, rules: Iterable[BlockRule], outlet: str | None
) -> tuple[BlockRule, ...]:
    """Those of the block rules that apply to a document of this outlet.

    An outlet has several names: that found in the document, that given, and its site.
    """
    outlets = {fold(name) for name in (outlet, raw.given.source, raw.site) if name}
    return tuple(rule for rule in rules if rule.source is None or fold(rule.source) in outlets)
