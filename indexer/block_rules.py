"""The reader's rules about blocks: which speak of a document, and what they say of a block.

One answer for all rooms: for the cleaner, for the archive's repeated lines, for the page that
offers a line to copy.
"""

import re
from collections.abc import Iterable, Sequence

from indexer.identity import fold
from indexer.model import BlockRule, RawDocument

# Direction marks, joiners, soft hyphens: they stand inside Arabic and Hebrew texts, nobody sees
# them, and a line that was typed or went through an editor has lost them.
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)


# At the end of a line it says that the block ends there too: "Share" is not "Share prices fell".
WHOLE = "|"
# In its place at the end of a rule's text and of every block that it is compared with: a folded
# text holds none, so that a rule still fits the blocks that begin with its text, and no others.
_END = "\n"


def visible(text: str) -> str:
    """The text without what nobody sees."""
    return text if text.isascii() else _INVISIBLE.sub("", text)


def beginning(text: str) -> str:
    """A text as the beginning of a block is compared: folded, without what nobody sees."""
    return fold(visible(text))


def rule_text(typed: str) -> str:
    """What a line says of a block, as BlockRule.text has it; "" where it says nothing."""
    typed = typed.strip()
    whole = typed.endswith(WHOLE)
    begun = beginning(typed[: -len(WHOLE)] if whole else typed)
    return begun + _END if whole and begun else begun


def is_whole(rule: BlockRule) -> bool:
    """Whether it speaks of blocks that are its text, and not of all that begin with it."""
    return rule.text.endswith(_END)


def spelled(rule: BlockRule) -> str:
    """The rule as a line of corrections.txt says it, but for capitals and quotation marks."""
    outlet = f"source {rule.source}" if rule.source else "everywhere"
    text = f"{rule.text.rstrip(_END)} {WHOLE}" if is_whole(rule) else rule.text
    return f"{rule.action}: {rule.document or outlet} | {text}"


def fits(text: str, rule: BlockRule) -> bool:
    """Whether a block of this text begins as the rule says."""
    return _with_end(text).startswith(rule.text)


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
    return rules_of_outlets(rules, (outlet, raw.given.source, raw.site))


def rules_of_outlets(
    rules: Iterable[BlockRule], names: Iterable[str | None]
) -> tuple[BlockRule, ...]:
    """Those of the block rules that apply to an outlet of these names; None is no name."""
    outlets = {fold(name) for name in names if name}
    return tuple(rule for rule in rules if rule.source is None or fold(rule.source) in outlets)


def by_precedence(rules: Iterable[BlockRule]) -> tuple[BlockRule, ...]:
    """The rules as said_of wants them: ordered; those without a text left out.

    One for a document goes before one for its outlet, and that before one for all; a keep before a
    remove.
    """
    return tuple(sorted((rule for rule in rules if rule.text), key=_precedence))


def said_of(text: str, rules: Sequence[BlockRule]) -> BlockRule | None:
    """The first of the rules, which are by_precedence, that speaks of a block of this text."""
    if not rules:
        return None
    compared = _with_end(text)
    return next((rule for rule in rules if compared.startswith(rule.text)), None)


def _with_end(text: str) -> str:
    return beginning(text) + _END


def _precedence(rule: BlockRule) -> tuple[bool, bool, bool]:
    return rule.document is None, rule.source is None, rule.action == "remove"
