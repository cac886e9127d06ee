"""Did you mean: another spelling of a query, from the archive's own words and names.

A word is doubted where the archive has it hardly at all, neither as typed nor in another form. Of
the words that may be meant, the other words of the query decide with: what stands in one article
with them is likelier. A query of nothing but words may be a person's name; then a word that the
archive knows is doubted as well (Marko), where the whole is a name of the register.
"""

from collections.abc import Mapping
from itertools import islice
from weakref import WeakKeyDictionary

from indexer.analyzer import exact_forms, stems, stop_words
from indexer.engine.protocol import Searcher
from indexer.model import (
    AllOf,
    AllTerms,
    AnyOf,
    AnyTerm,
    MatchRequest,
    Node,
    ParsedQuery,
    TermNode,
    Word,
)
from indexer.search.misspelt_names import MOST_WORDS, meant_name
from indexer.search.printed_words import printed_word
from indexer.spelling import Guess, Speller, corrected, likelihood

# A query, or a word, with this many hits is not taken for a typing error.
HITS_ENOUGH = 3
MOST_DOUBTED = 4  # words of a query: 1 ms each among 85,000 of the archive, 2 among 500,000
_GUESSES = 5  # words that are weighed by the others of the query
_IN_COMPANY = 0.5  # how much of a word's likelihood the other words say
_NEVER_TOGETHER = 0.001  # articles; words that do not meet in one are less likely than a name

_spellers: WeakKeyDictionary[Searcher, Speller] = WeakKeyDictionary()


def suggest_query(searcher: Searcher, parsed: ParsedQuery, total: int) -> str | None:
    """The query as the archive spells it; None: nothing in it is likely to be misspelt.

    total: how many articles have all its words.
    """
    if total >= HITS_ENOUGH:
        return None
    words = {
        word: forms[0] for word in _typed_words(parsed.tree) if len(forms := exact_forms(word)) == 1
    }
    doubted = _doubted(searcher, words)
    meant, likely = _in_company(searcher, words, doubted)
    meant = {word: printed_word(searcher, other) for word, other in meant.items()}
    if _is_plain(parsed.tree):
        known = frozenset(words) - frozenset(doubted)
        # Where an article has all the words, those that the archive knows are right.
        settled = known if total else _small_words(searcher, words)
        name = meant_name(searcher, words, known, settled)
        if name is not None and (not meant or name.likelihood > likely):
            meant = dict(name.words)
    return _reworded(parsed.text, meant)


def likeliest_words(searcher: Searcher, word: str, most: int) -> tuple[str, ...]:
    """The words that one may be meant to be, the likeliest first; none for one that is known."""
    forms = exact_forms(word)
    guesses = _guesses(searcher, word, forms[0], most) if len(forms) == 1 else ()
    return tuple(guess.word for guess in guesses)


def _reworded(text: str, meant: Mapping[str, str]) -> str | None:
    better = text
    for word, other in meant.items():
        better = corrected(better, word, other)
    return better if better != text else None


def _doubted(searcher: Searcher, words: Mapping[str, str]) -> dict[str, tuple[Guess, ...]]:
    """The first words that may be misspelt, each with what may be meant."""
    guessed = ((word, _guesses(searcher, word, form, _GUESSES)) for word, form in words.items())
    return dict(islice(((word, guesses) for word, guesses in guessed if guesses), MOST_DOUBTED))


def _guesses(searcher: Searcher, word: str, form: str, most: int) -> tuple[Guess, ...]:
    exactly = _total(searcher, AnyTerm("exact", (form,)))
    in_any_form = _total(searcher, AnyTerm("text", stems(word, searcher.languages())))
    known = max(exactly, in_any_form)
    return () if known >= HITS_ENOUGH else _speller(searcher).guesses(form, known, most)


def _in_company(
    searcher: Searcher, words: Mapping[str, str], doubted: Mapping[str, tuple[Guess, ...]]
) -> tuple[dict[str, str], float]:
    """What is meant by each doubted word, beside the others; and how likely all that is."""
    company: list[TermNode] = [
        AnyTerm("text", stems(word, searcher.languages())) for word in words if word not in doubted
    ]
    meant: dict[str, Guess] = {}
    for word, guesses in doubted.items():
        weighed = _weighed(searcher, guesses, tuple(company))
        meant[word] = max(weighed, key=lambda one: one[0])[1]
        company.append(AnyTerm("exact", (meant[word].word,)))
    together = _total(searcher, AllTerms(tuple(company))) if meant else 0
    cost = sum(guess.cost for guess in meant.values())
    words_meant = {word: guess.word for word, guess in meant.items()}
    return words_meant, likelihood(together + _NEVER_TOGETHER, cost)


def _weighed(
    searcher: Searcher, guesses: tuple[Guess, ...], company: tuple[TermNode, ...]
) -> list[tuple[float, Guess]]:
    """The guesses with their likelihood: of articles that have the company, and of all."""
    beside = _total(searcher, AllTerms(company)) if company else 0
    if not beside:
        return [(guess.score, guess) for guess in guesses]
    every = _total(searcher, None)
    weighed = []
    for guess in guesses:
        together = _total(searcher, AllTerms((*company, AnyTerm("exact", (guess.word,)))))
        expected = _IN_COMPANY * every * together / beside + (1 - _IN_COMPANY) * guess.documents
        weighed.append((likelihood(expected, guess.cost), guess))
    return weighed


def _small_words(searcher: Searcher, words: Mapping[str, str]) -> frozenset[str]:
    stop = stop_words(searcher.languages())
    return frozenset(word for word, form in words.items() if form in stop)


def _total(searcher: Searcher, tree: TermNode | None) -> int:
    return searcher.match(MatchRequest(tree=tree, limit=0)).total


def _speller(searcher: Searcher) -> Speller:
    if searcher not in _spellers:
        vocabulary = tuple((count.word, count.documents) for count in searcher.vocabulary())
        _spellers[searcher] = Speller(vocabulary)
    return _spellers[searcher]


def _is_plain(tree: Node | None) -> bool:
    """Whether it is words alone, so few that they may be a name."""
    return (
        isinstance(tree, AllOf)
        and 1 < len(tree.nodes) <= MOST_WORDS
        and len(_typed_words(tree)) == len(tree.nodes)
    )


def _typed_words(node: Node | None) -> tuple[str, ...]:
    match node:
        case Word(text=text, prefix=False, field="any"):
            return (text,)
        case AllOf(nodes=nodes) | AnyOf(nodes=nodes):
            return tuple(word for inner in nodes for word in _typed_words(inner))
        case _:
            return ()
