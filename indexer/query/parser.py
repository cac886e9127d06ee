"""Lexemes → the tree. Brackets nest five deep, so the parser's recursion is bounded too.

Operators, the tightest first: NOT and -, AND, OR, nothing (which is AND as well): "a OR b c" means
(a OR b) and c, as in the search engines that everybody knows; "a AND b OR c" means (a AND b) OR c.
"""

from collections.abc import Callable, Sequence

from indexer.model import AllOf, AnyOf, Node, NoneOf, ParsedQuery, Word, WordField
from indexer.query.lexemes import Kind, Lexeme, Notes, cut_to_length, read_lexemes
from indexer.query.reading import read_as
from indexer.query.values import read_named, read_phrase, read_words

MAXIMUM_DEPTH = 5  # of brackets

_BINARY = frozenset({Kind.AND, Kind.OR})
_BRACKETS = frozenset({Kind.OPEN, Kind.CLOSE})
_WITHOUT_OPERAND = frozenset({Kind.AND, Kind.OR, Kind.CLOSE})
_WORD_FIELDS: dict[str, WordField] = {"any": "any", "title": "title", "byline": "byline"}
_CLOSED = Lexeme(Kind.CLOSE)


def parse_query(text: str) -> ParsedQuery:
    """What a typed query means. Never raises: what cannot be read as it stands is noted."""
    notes = Notes()
    text = cut_to_length(text, notes)
    tree = _Parser(_balanced(read_lexemes(text, notes), notes), notes).sequence("any")
    return ParsedQuery(text, tree, read_as(tree), notes.sentences())


def _balanced(lexemes: Sequence[Lexeme], notes: Notes) -> tuple[Lexeme, ...]:
    """The lexemes with every bracket closed, none closed twice, and at most five open."""
    kept: list[Lexeme] = []
    depth = 0
    for lexeme in lexemes:
        depth += lexeme.kind is Kind.OPEN
        if lexeme.kind is Kind.CLOSE and not depth:
            notes.add("A bracket was closed that was not open: it was left out.")
            continue
        if lexeme.kind in _BRACKETS and depth > MAXIMUM_DEPTH:
            notes.add(f"Brackets more than {MAXIMUM_DEPTH} deep were left out.")
        else:
            kept.append(lexeme)
        depth -= lexeme.kind is Kind.CLOSE
    if depth:
        notes.add("A bracket was not closed: it was closed at the end.")
    return (*kept, *[_CLOSED] * min(depth, MAXIMUM_DEPTH))


class _Parser:
    """Reads balanced lexemes from left to right; every method leaves behind what it has read."""

    def __init__(self, lexemes: tuple[Lexeme, ...], notes: Notes) -> None:
        self._lexemes = (*lexemes, _CLOSED)  # the end looks like the end of a bracket
        self._place = 0
        self._notes = notes

    def sequence(self, field: str) -> Node | None:
        """What stands between two brackets, or in the whole query."""
        nodes: list[Node | None] = []
        while self._next().kind is not Kind.CLOSE:
            if self._next().kind in _BINARY:
                self._note_dangling(self._read())
            else:
                nodes.append(self._alternatives(field))
        return _all(nodes)

    def _alternatives(self, field: str) -> Node | None:
        start = self._place
        nodes = self._joined(Kind.OR, lambda: self._conjunction(field))
        if len(nodes) < 2:
            return nodes[0] if nodes else None
        kinds = {lexeme.kind for lexeme in self._lexemes[start : self._place]}
        is_mixed = Kind.AND in kinds and any(isinstance(node, AllOf) for node in nodes)
        if is_mixed and not kinds & _BRACKETS:
            self._notes.add("Without brackets, AND was read before OR.")
        return AnyOf(tuple(nodes))

    def _conjunction(self, field: str) -> Node | None:
        return _all(self._joined(Kind.AND, lambda: self._negation(field)))

    def _joined(self, operator: Kind, read_operand: Callable[[], Node | None]) -> list[Node]:
        operands = [read_operand()]
        while self._next().kind is operator:
            read = self._read()
            if self._next().kind in _WITHOUT_OPERAND:
                self._note_dangling(read)
            else:
                operands.append(read_operand())
        return [operand for operand in operands if operand is not None]

    def _negation(self, field: str) -> Node | None:
        negations = 0
        while self._next().kind is Kind.NOT:
            last = self._read()
            negations += 1
            if self._next().kind in _WITHOUT_OPERAND:
                self._note_dangling(last)
                return None
        if negations > 1:
            self._notes.add("Two NOTs cancel each other.")
        node = self._primary(field)
        return NoneOf(node) if node is not None and negations % 2 else node

    def _primary(self, field: str) -> Node | None:
        lexeme = self._read()
        if lexeme.kind is Kind.FIELD:
            return self._field(lexeme.text)
        if lexeme.kind is not Kind.OPEN:
            return _leaf(lexeme, field, self._notes)
        node = self.sequence(field)
        self._read()
        return node

    def _field(self, field: str) -> Node | None:
        if self._next().kind in (Kind.WORD, Kind.PHRASE, Kind.OPEN):
            return self._primary(field)
        self._notes.add(f"After “{field}:” stands nothing: it was read as a word.")
        return Word(field)

    def _next(self) -> Lexeme:
        return self._lexemes[self._place]

    def _read(self) -> Lexeme:
        self._place += 1
        return self._lexemes[self._place - 1]

    def _note_dangling(self, operator: Lexeme) -> None:
        sign = operator.kind.value
        self._notes.add(f"“{sign}” has nothing to join where it stands: it was left out.")


def _leaf(lexeme: Lexeme, field: str, notes: Notes) -> Node | None:
    if field not in _WORD_FIELDS:
        return read_named(field, lexeme.text, notes)
    if lexeme.kind is Kind.PHRASE:
        return read_phrase(lexeme, _WORD_FIELDS[field], notes)
    return _all(list(read_words(lexeme.text, _WORD_FIELDS[field], notes)))


def _all(nodes: Sequence[Node | None]) -> Node | None:
    """All of the nodes as one; nothing for none of them."""
    flat: list[Node] = []
    for node in nodes:
        flat.extend(node.nodes if isinstance(node, AllOf) else [node] if node is not None else [])
    return AllOf(tuple(flat)) if len(flat) > 1 else flat[0] if flat else None
