"""Aliases: the words of a query, each with what stands for it too by the lines of corrections.txt.

A line is read in both directions, and lines about one word add up; but they make no chains: A = B
and B = C do not say that A is C. What is typed inside quotation marks is one thing: a phrase has
aliases as a whole.

The index holds no capitals. So an alias in capitals that is else a small word of the archive's
languages (IS, WHO) is looked for by nobody: it would find every article. Typed in capitals it is
known, and the words it stands for are looked for beside it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from weakref import WeakKeyDictionary

from indexer.analyzer import exact_forms, stop_words
from indexer.engine.protocol import Searcher
from indexer.model import Aliases, Alike, AllOf, AnyOf, Node, NoneOf, Phrase, Word, WordField

MOST_OTHERS = 20  # aliases of one word or phrase
MOST_LOOKED_FOR = 60  # aliases in one query; the engine's deadline bounds what these cost
_LONGEST = 12  # words of an alias: what corrections.txt lets through
_LINES_READ = 1_000  # about one word


@dataclass(frozen=True, slots=True)
class Widened:
    """A query's tree with its aliases in it."""

    tree: Node | None
    aliases: tuple[Aliases, ...] = ()  # in the order typed; none: the tree is as typed
    notes: tuple[str, ...] = ()  # a sentence for what is left out


@dataclass(frozen=True, slots=True)
class _Table:
    """The lines of an archive, ready to be asked."""

    lines: Sequence[tuple[tuple[str, str], ...]]  # each its words: folded, as written
    by_word: dict[str, list[int]]  # folded → the lines it stands in
    small: frozenset[str]  # the small words of the archive's languages, folded


_tables: WeakKeyDictionary[Searcher, _Table] = WeakKeyDictionary()


def widen(searcher: Searcher, tree: Node | None) -> Widened:
    """The tree in which each word and phrase that has aliases stands beside them."""
    table = _table(searcher)
    if tree is None or not table.lines:
        return Widened(tree)
    widening = _Widening(table)
    wide = widening.node(tree)
    return Widened(wide, tuple(widening.aliases.values()), tuple(widening.notes))


def _table(searcher: Searcher) -> _Table:
    """The table of a generation; made once, and it never changes."""
    if searcher not in _tables:
        lines = [
            tuple((_folded((word,)), word) for word in (name, *others))
            for name, others in searcher.tables().aliases.items()
        ]
        by_word: dict[str, list[int]] = {}
        for number, line in enumerate(lines):
            for folded in dict.fromkeys(folded for folded, _ in line if folded):
                by_word.setdefault(folded, []).append(number)
        _tables[searcher] = _Table(lines, by_word, stop_words(searcher.languages()))
    return _tables[searcher]


class _Widening:
    """One reading of one tree; collects what it finds on the way."""

    def __init__(self, table: _Table) -> None:
        self._table = table
        self.aliases: dict[str, Aliases] = {}  # by what was typed
        self.notes: dict[str, None] = {}
        self._left = MOST_LOOKED_FOR

    def node(self, node: Node) -> Node:
        """The node with aliases beside every word and phrase in it that has some."""
        match node:
            case Word() | Phrase():
                return self._alone(node)
            case AllOf(nodes=nodes):
                wide = tuple(self._in_order(nodes))
                return wide[0] if len(wide) == 1 else AllOf(wide)
            case AnyOf(nodes=nodes):
                return AnyOf(tuple(map(self.node, nodes)))
            case NoneOf(node=inner):
                return NoneOf(self.node(inner))
            case _:
                return node

    def _in_order(self, nodes: Sequence[Node]) -> Iterator[Node]:
        """Plain words that together have aliases as one node; the longest such run first."""
        place = 0
        while place < len(nodes):
            run = next(filter(None, self._runs(nodes[place : place + _LONGEST])), None)
            yield run[0] if run else self.node(nodes[place])
            place += run[1] if run else 1

    def _runs(self, nodes: Sequence[Node]) -> Iterator[tuple[Alike, int] | None]:
        words: list[Word] = []
        for node in nodes:
            if not isinstance(node, Word) or node.prefix or node.field == "byline":
                break
            if words and node.field != words[0].field:
                break
            words.append(node)
        for length in range(len(words), 1, -1):
            run = tuple(words[:length])
            found = self._others(" ".join(word.text for word in run), run[0].field)
            yield (Alike(AllOf(run), found), length) if found else None

    def _alone(self, node: Word | Phrase) -> Node:
        if node.field == "byline" or (isinstance(node, Word) and node.prefix):
            return node
        typed = node.text if isinstance(node, Word) else " ".join(node.words)
        others = self._others(typed, node.field)
        return Alike(node, others, is_small=self._is_small(typed)) if others else node

    def _others(self, typed: str, field: WordField) -> tuple[Word | Phrase, ...]:
        """What is looked for beside what was typed; tells of it, and of what is left out."""
        found = tuple(islice(self._written(typed), MOST_OTHERS + 1))
        usable = tuple(word for word in found[:MOST_OTHERS] if not self._is_small(word))
        shown = usable[: self._left]
        if not found:
            return ()
        if len(found) > MOST_OTHERS or len(shown) < len(usable):
            self.notes["There are too many aliases; the first of them are looked for."] = None
        for word in found[:MOST_OTHERS]:
            if self._is_small(word):
                self.notes[_small_note(word)] = None
        self._left -= len(shown)
        if shown:
            self.aliases.setdefault(typed, Aliases(typed, shown))
        return tuple(_as_node(word, field) for word in shown)

    def _written(self, typed: str) -> Iterator[str]:
        """The other words of every line in which this one stands, each once, as written."""
        folded = _folded((typed,))
        seen = {folded, ""}
        for number in self._table.by_word.get(folded, ())[:_LINES_READ]:
            line = self._table.lines[number]
            if self._is_meant(typed, folded, line):
                for other, written in line:
                    if other not in seen:
                        seen.add(other)
                        yield written

    def _is_meant(self, typed: str, folded: str, line: Sequence[tuple[str, str]]) -> bool:
        """Whether the line is about what was typed: IS is not about "is"."""
        written = next(word for other, word in line if other == folded)
        return typed.isupper() or not self._is_small(written)

    def _is_small(self, written: str) -> bool:
        return written.isupper() and _folded((written,)) in self._table.small


def _folded(words: Sequence[str]) -> str:
    return " ".join(form for word in words for form in exact_forms(word))


def _as_node(written: str, field: WordField) -> Word | Phrase:
    """An alias as it is looked for: in capitals as it stands, not in other forms of a word."""
    words = tuple(written.split())
    is_word = len(words) == 1 and not written.isupper()
    return Word(written, field) if is_word else Phrase(words, field)


def _small_note(written: str) -> str:
    return (
        f"“{written}” is not looked for as an alias: the index holds no capitals, so it would find"
        f" every “{written.lower()}”."
    )
