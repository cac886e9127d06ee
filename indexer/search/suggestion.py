"""Did you mean: another spelling of a query, from the archive's own words."""

from weakref import WeakKeyDictionary

from indexer.analyzer import exact_forms, stems
from indexer.engine.protocol import Searcher
from indexer.model import AllOf, AnyOf, AnyTerm, MatchRequest, Node, ParsedQuery, Word
from indexer.spelling import Speller, corrected

# A query, or a word, with this many hits is not taken for a typing error.
HITS_ENOUGH = 3

_spellers: WeakKeyDictionary[Searcher, Speller] = WeakKeyDictionary()


def suggest_query(searcher: Searcher, parsed: ParsedQuery, total: int) -> str | None:
    """The query with its unknown words spelt as the archive spells them, if there are any."""
    if total >= HITS_ENOUGH:
        return None
    text = parsed.text
    for word in _typed_words(parsed.tree):
        better = _better_word(searcher, word)
        if better is not None:
            text = corrected(text, word, better)
    return text if text != parsed.text else None


def _better_word(searcher: Searcher, word: str) -> str | None:
    forms = exact_forms(word)
    if len(forms) != 1:
        return None
    known = searcher.match(MatchRequest(tree=AnyTerm("exact", forms), limit=0)).total
    better = None if known >= HITS_ENOUGH else _speller(searcher).suggest(forms[0], known)
    return None if better is None or _same_stem(searcher, word, better) else better


def _same_stem(searcher: Searcher, word: str, other: str) -> bool:
    """Whether one finds what the other finds: a form of a word is no misspelling of it."""
    languages = searcher.languages()
    return not set(stems(word, languages)).isdisjoint(stems(other, languages))


def _speller(searcher: Searcher) -> Speller:
    if searcher not in _spellers:
        vocabulary = tuple((count.word, count.documents) for count in searcher.vocabulary())
        _spellers[searcher] = Speller(vocabulary)
    return _spellers[searcher]


def _typed_words(node: Node | None) -> tuple[str, ...]:
    match node:
        case Word(text=text, prefix=False, field="any"):
            return (text,)
        case AllOf(nodes=nodes) | AnyOf(nodes=nodes):
            return tuple(word for inner in nodes for word in _typed_words(inner))
        case _:
            return ()
