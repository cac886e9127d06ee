"""A tree → one sentence: how the query was read, in words."""

from collections.abc import Sequence
from typing import assert_never

from indexer.model import Alike, AllOf, AnyOf, Dates, Named, Node, NoneOf, Phrase, Word, WordField

_IN_FIELD: dict[WordField, str] = {"any": "", "title": " in the title", "byline": " in the byline"}


def read_as(tree: Node | None) -> str:
    """Such as: articles with “a” and the phrase “b c”, but not “d”. Empty if it says nothing."""
    if tree is None:
        return ""
    wanted, unwanted = _wanted_and_unwanted(tree)
    if not wanted:
        return f"all articles without {_listed(unwanted, 'or')}"
    return f"articles with {_with_exceptions(wanted, unwanted)}"


def _wanted_and_unwanted(tree: Node) -> tuple[list[Node], list[Node]]:
    nodes = tree.nodes if isinstance(tree, AllOf) else (tree,)
    wanted: list[Node] = [node for node in nodes if not isinstance(node, NoneOf)]
    return wanted, [node.node for node in nodes if isinstance(node, NoneOf)]


def _with_exceptions(wanted: Sequence[Node], unwanted: Sequence[Node]) -> str:
    joined = _listed(wanted, "and")
    return f"{joined}, but not {_listed(unwanted, 'or')}" if unwanted else joined


def _listed(nodes: Sequence[Node], joint: str) -> str:
    """a, b and c."""
    if len(nodes) == 1 and isinstance(nodes[0], AnyOf):
        return _listed(nodes[0].nodes, "or")
    *others, last = map(_described, nodes)
    return f"{', '.join(others)} {joint} {last}" if others else last


def _described(node: Node) -> str:
    match node:
        case Word():
            beginning = "a word beginning with " if node.prefix else ""
            return f"{beginning}“{node.text}”{_IN_FIELD[node.field]}"
        case Phrase():
            return _described_phrase(node)
        case Dates():
            return _described_dates(node)
        case Named():
            return f"the {node.facet} “{node.value}”"
        case AllOf():
            return f"({_with_exceptions(*_wanted_and_unwanted(node))})"
        case AnyOf():
            return f"({_listed(node.nodes, 'or')})"
        case Alike():
            return _described_alike(node)
        case NoneOf():
            return f"(not {_described(node.node)})"
        case _ as never:
            assert_never(never)


def _described_alike(alike: Alike) -> str:
    also = ", ".join(
        other.text if isinstance(other, Word) else " ".join(other.words) for other in alike.others
    )
    if isinstance(alike.node, AllOf):
        return f"({_listed(alike.node.nodes, 'and')}, also {also})"
    return f"{_described(alike.node)} (also {also})"


def _described_phrase(phrase: Phrase) -> str:
    apart = f" (up to {phrase.slop} other words between them)" if phrase.slop else ""
    return f"the phrase “{' '.join(phrase.words)}”{apart}{_IN_FIELD[phrase.field]}"


def _described_dates(dates: Dates) -> str:
    if dates.first == dates.last:
        return f"the date {dates.first}"
    if dates.first and dates.last:
        return f"a date from {dates.first} to {dates.last}"
    return f"a date from {dates.first} on" if dates.first else f"a date up to {dates.last}"
