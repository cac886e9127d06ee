"""What a source falls apart into before anything is judged, and what a judgement is."""

from dataclasses import dataclass
from typing import NamedTuple

from indexer.model import PassageKind, Reason


class DomFacts(NamedTuple):
    """Where in its page's tree a block stands; no judgement: a model weighs it.

    A tuple and no dataclass, because a page has hundreds.
    """

    tag: str  # of the block element that the text stands in
    path: str  # the names of it and of the elements around it, without numbers
    words: tuple[str, ...]  # of their classes and ids, the innermost first
    near: int  # how many of the words are of the element itself or the one around it
    numbers: tuple[float, ...]  # named by dom_facts.NUMBERS


class Block(NamedTuple):
    """A line of a text, or a block element of a page, as a reader sees it: tidy, never empty.

    A plain text knows only text and gap; the rest is what a page's markup says of the block. A
    tuple, as a text has hundreds.
    """

    text: str
    kind: PassageKind = PassageKind.PARAGRAPH
    gap: int = 0  # empty lines before it
    links: float = 0.0  # the share of its letters inside links, 0 to 1
    hint: Reason | None = None  # what an element's name, role or class says it is
    hint_rule: str = ""  # which of them said so
    inside: bool = True  # does it stand in the element that holds the article?
    level: int = 0  # of a heading: 1 to 6
    dom: DomFacts | None = None  # of a page's block


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to become of one block."""

    reason: Reason | None  # None: it is kept
    rule: str = ""  # which rule decided, in words
    kind: PassageKind = PassageKind.PARAGRAPH  # of a block that is kept
    text: str | None = None  # of a block that is kept: where it differs, a credit being cut off
    credit: str | None = None  # what is to stand among the credits

    @property
    def is_text(self) -> bool:
        """Whether the block is kept as the article's text, and not as a caption."""
        return self.reason is None and self.kind is not PassageKind.CAPTION
