"""keep: and remove: lines that speak of nothing in the archive: mistyped, or out of date.

Lines for everywhere, and the beginnings of blocks in lines for an outlet, are not looked at: that
would take reading the text of every article.
"""

from collections.abc import Collection, Iterator, Sequence

from indexer.block_rules import beginning, fits, is_whole
from indexer.facts import FactsStore
from indexer.identity import fold
from indexer.model import BlockRule, Document


def idle_rules(facts: FactsStore, rules: Sequence[BlockRule]) -> Iterator[str]:
    """A note for every line about an article that is not there, or has no such block."""
    named = [(rule, rule.document) for rule in rules if rule.document is not None]
    if not named:
        return
    found = facts.presence.inputs_named({name for _, name in named})
    for rule, name in named:
        if name not in found:
            yield f"{rule.line}: no article has the path or id {name!r}; the line does nothing"
        elif all(_is_without(facts, key, rule) for key in found[name]):
            how = "is" if is_whole(rule) else "begins with"
            said = f"no block of {name} {how} {rule.text.strip()!r}"
            yield f"{rule.line}: {said}; the line does nothing"


def idle_outlets(
    facts: FactsStore, rules: Sequence[BlockRule], read: Collection[str]
) -> Iterator[str]:
    """A note for every line about an outlet of which there is no article.

    read: other names of outlets, which facts do not hold; so every SOURCE must have been read.
    """
    named = [(rule, rule.source) for rule in rules if rule.source is not None]
    known = {fold(name) for name in (*facts.presence.outlets(), *read)} if named else set()
    for rule, outlet in named:
        if fold(outlet) not in known:
            yield f"{rule.line}: no article is of the outlet {outlet!r}; the line does nothing"


def _is_without(facts: FactsStore, key: str, rule: BlockRule) -> bool:
    """Whether it is sure that no block begins as the rule says."""
    document = facts.cleaned_document(key)
    return document is not None and not (
        _begins_a_block(document, rule)
        # Of a block that is kept a credit may have been cut off: it is looked for anywhere.
        or (rule.action == "keep" and rule.text.strip() in beginning(facts.original(key)))
    )


def _begins_a_block(document: Document, rule: BlockRule) -> bool:
    kept = (passage.text for passage in document.passages)
    removed = (block.text for block in document.removed)
    return any(fits(text, rule) for text in (*kept, *removed))
