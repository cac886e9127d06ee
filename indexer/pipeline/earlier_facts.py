"""Facts that a new correction leaves as they are: a line for everywhere cleans no archive again.

The key of a fact says by which rules it was made, but not which. So what is looked for is a fact
made by today's rules but for some; if none of these speaks of a block of its document, the cleaner
would make the same document again.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from indexer.block_rules import beginning, fits, rules_of_outlet
from indexer.codec import document_to_bytes, text_to_bytes
from indexer.facts import Fact, FactsStore, Known, fact_key
from indexer.model import BlockRule, Document, RawDocument

_MOST_NEW = 3  # lines for an outlet or everywhere that are new in one run
_MOST_RULES = 30  # of these; all the choices of three are 4,525, looked up in some 0.2 s
_MOST_SEARCHES = 5  # without finding anything: an old line was changed, or went


class EarlierFacts:
    """Finds, over one run, facts that hold under today's rules although others made them."""

    def __init__(self, facts: FactsStore) -> None:
        self._facts = facts
        self._new: tuple[BlockRule, ...] | None = None  # what was new for the last one found
        self._searches = 0

    def find(self, raw: RawDocument, base: str, rules: Sequence[BlockRule]) -> Known | None:
        """What is kept of a source, kept under these rules too; None: it has to be cleaned."""
        if all(rule.document for rule in rules) or not self._facts.knows(base):
            return None
        for new in self._choices(rules):
            earlier = [rule for rule in rules if rule not in new]
            known = self._facts.find(raw, base, earlier)
            if known is not None:
                self._new, self._searches = new, 0
                return self._under(raw, base, known, (rules, new))
        return None

    def _choices(self, rules: Sequence[BlockRule]) -> Iterator[tuple[BlockRule, ...]]:
        """Which of the rules may be new."""
        wide = [rule for rule in rules if rule.document is None]
        if self._new is not None:
            yield tuple(rule for rule in self._new if rule in wide)
        if self._searches >= _MOST_SEARCHES:
            return
        self._searches += 1
        if len(wide) <= _MOST_RULES:
            for number in range(1, _MOST_NEW + 1):
                yield from combinations(wide, number)
        yield tuple(wide)

    def _under(
        self,
        raw: RawDocument,
        base: str,
        known: Known,
        rules: tuple[Sequence[BlockRule], Sequence[BlockRule]],
    ) -> Known | None:
        """The fact, kept under the first rules too; None where one of the second may change it."""
        if known.outcome == "rejected":
            return known
        document = self._facts.cleaned_document(known.key)
        if document is None or may_change(document, rules[1]):
            return None
        fact = Fact(
            key=fact_key(base, rules_of_outlet(raw, rules[0], document.source)),
            id=raw.id,
            base=base,
            outcome="document",
            original=text_to_bytes(self._facts.original(known.key)),
            document=document_to_bytes(document),
            outlet=document.source,
        )
        self._facts.keep(fact)
        return Known(fact.key, fact.outcome, fact.reason)


def may_change(document: Document, rules: Iterable[BlockRule]) -> bool:
    """Whether one of the rules speaks of a block of a document, or may do so.

    Of a block that is kept a credit may have been cut off at its end.
    """
    kept = [beginning(passage.text) for passage in document.passages]
    return any(
        rule.text.startswith(text) or text.startswith(rule.text) for rule in rules for text in kept
    ) or any(fits(removed.text, rule) for rule in rules for removed in document.removed)
