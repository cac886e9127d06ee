"""From typed words to the terms that the postings hold, in every language of the archive."""

from dataclasses import dataclass

from indexer.analyzer import exact_forms, stems
from indexer.engine.protocol import Searcher
from indexer.identity import fold
from indexer.model import (
    Alike,
    AllOf,
    AllTerms,
    AnyOf,
    AnyTerm,
    AnyTerms,
    Dates,
    FacetIs,
    Leaf,
    MatchRequest,
    Named,
    Node,
    NoneOf,
    NoTerms,
    Phrase,
    TermField,
    TermNode,
    TermPhrase,
    Word,
)
from indexer.search.persons import find_persons

# A phrase of twelve words may be hundreds of terms where a script has no spaces.
MAXIMUM_SLOTS = 24


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What has to be known of an archive to turn words into terms."""

    searcher: Searcher
    languages: tuple[str, ...]
    removed: bool  # looked for in what the cleaner removed

    def node_to_terms(self, node: Node) -> TermNode | None:
        """The node in terms; None where it holds nothing that could be looked for."""
        match node:
            case Word():
                return self._word(node)
            case Phrase():
                return self._phrase(node)
            case Named():
                return self._named(node)
            case Dates():
                return node
            case AllOf(nodes=nodes):
                return joined(AllTerms, self.nodes_to_terms(nodes))
            case AnyOf(nodes=nodes):
                return joined(AnyTerms, self.nodes_to_terms(nodes))
            case Alike(node=typed, others=others):
                return joined(AnyTerms, self.nodes_to_terms((typed, *others)))
            case NoneOf(node=inner):
                terms = self.node_to_terms(inner)
                return None if terms is None else NoTerms(terms)

    def nodes_to_terms(self, nodes: tuple[Node, ...]) -> tuple[TermNode, ...]:
        """The nodes in terms, without those that hold nothing that could be looked for."""
        terms = (self.node_to_terms(node) for node in nodes)
        return tuple(term for term in terms if term is not None)

    def exact_leaf(self, word: Word) -> Leaf | None:
        """The word as it was typed, not stemmed: what lets an exact form weigh more."""
        forms = exact_forms(word.text)
        if word.field != "any" or word.prefix or self.removed or len(forms) != 1:
            return None
        return AnyTerm("exact", forms)

    def _word(self, word: Word) -> Leaf | None:
        forms = exact_forms(word.text)
        if not forms:
            return None
        if word.prefix and not self.removed:
            return self._prefix(word, forms)
        if len(forms) > 1 or word.field == "byline":
            return self._in_order(forms, word.field, 0)
        field: TermField = "title" if word.field == "title" else self._stemmed
        return AnyTerm(field, stems(word.text, self.languages))

    def _prefix(self, word: Word, forms: tuple[str, ...]) -> Leaf:
        *before, last = forms
        expansions = tuple(count.word for count in self.searcher.expand_prefix(last)) or (last,)
        field = _EXACT_FIELD[word.field]
        if not before:
            return AnyTerm(field, expansions)
        return TermPhrase(field, (*((form,) for form in before), expansions))

    def _phrase(self, phrase: Phrase) -> Leaf | None:
        forms = tuple(form for word in phrase.words for form in exact_forms(word))
        return self._in_order(forms, phrase.field, phrase.slop) if forms else None

    def _in_order(self, forms: tuple[str, ...], field: str, slop: int) -> Leaf:
        forms = forms[:MAXIMUM_SLOTS]
        slots: tuple[tuple[str, ...], ...]
        if self.removed and field != "byline":
            slots, where = tuple(stems(form, self.languages) for form in forms), self._stemmed
        else:
            slots, where = tuple((form,) for form in forms), _EXACT_FIELD[field]
        return AnyTerm(where, slots[0]) if len(slots) == 1 else TermPhrase(where, slots, slop)

    @property
    def _stemmed(self) -> TermField:
        return "removed" if self.removed else "text"

    def _named(self, named: Named) -> TermNode:
        values = self._facet_values(named) or (named.value,)
        nodes = tuple(FacetIs(named.facet, value) for value in values)
        return nodes[0] if len(nodes) == 1 else AnyTerms(nodes)

    def _facet_values(self, named: Named) -> tuple[str, ...]:
        match named.facet:
            case "person":
                return find_persons(self.searcher, named.value)
            case "source":
                return _find_sources(self.searcher, named.value)
            case "language":
                return (named.value.lower(),)
            case "byline" | "year":
                return (named.value,)


def positive_leaves(node: TermNode | None) -> tuple[Leaf, ...]:
    """The leaves that a match may be made of, in the order typed; what is excluded is not."""
    match node:
        case AnyTerm() | TermPhrase():
            return (node,)
        case AllTerms(nodes=nodes) | AnyTerms(nodes=nodes):
            return tuple(leaf for inner in nodes for leaf in positive_leaves(inner))
        case _:
            return ()


def joined(kind: type[AllTerms] | type[AnyTerms], nodes: tuple[TermNode, ...]) -> TermNode | None:
    """The nodes as one: none is None, and one stands for itself."""
    if len(nodes) <= 1:
        return nodes[0] if nodes else None
    return kind(nodes)


_EVERYTHING = MatchRequest()
_EXACT_FIELD: dict[str, TermField] = {"any": "exact", "title": "title_exact", "byline": "byline"}


def _find_sources(searcher: Searcher, value: str) -> tuple[str, ...]:
    """An outlet by its name, folded; else every outlet whose name holds what was typed."""
    wanted = fold(value)
    names = [count.value for count in searcher.count_facet(_EVERYTHING, "source")]
    exactly = tuple(name for name in names if fold(name) == wanted)
    return exactly or tuple(name for name in names if wanted in fold(name))
