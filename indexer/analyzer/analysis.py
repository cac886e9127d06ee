"""Text → tokens: where each word stands, its exact form and its stem."""

from collections.abc import Container, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from indexer.analyzer.characters import (
    APOSTROPHES,
    clusters_in,
    is_unspaced,
    raw_words_in,
    words_in,
)
from indexer.analyzer.folding import fold_letters, spelling_of, word_in
from indexer.analyzer.stemming import stem, stemmed_language


class Token(NamedTuple):
    """A word of a text. A named tuple, because a frozen dataclass takes twice as long to make."""

    start: int  # offsets into the text as given, in code points, end exclusive
    end: int
    exact: str  # folded, not stemmed
    stem: str  # folded stem in the text's language; where it has none, exact


# What one run of word characters is: from, to (within the run), exact, stem. Mostly one.
_Pieces = tuple[tuple[int, int, str, str], ...]

# 128k raw forms hold the vocabulary of some 20,000 articles, at about 30 MB; a full one is emptied.
_LARGEST_CACHE = 1 << 17
_LONGEST_CACHED = 40  # characters; longer runs are rare, and hostile ones would fill the memory
_caches: dict[str | None, dict[str, _Pieces]] = {}


def analyze(text: str, language: str | None) -> tuple[Token, ...]:
    """The words of a text in order; language is an ISO 639-1 code, None where it is not known."""
    language = stemmed_language(language)
    cached = _cache(language).get
    tokens: list[Token] = []
    add = tokens.append
    make = tuple.__new__
    for match in words_in(text):
        raw = match[0]
        start = match.start()
        for first, last, exact, stemmed in cached(raw) or _pieces(raw, language):
            add(make(Token, (start + first, start + last, exact, stemmed)))
    return tuple(tokens)


def find(
    text: str, language: str | None, stems: Container[str], exacts: Container[str]
) -> tuple[dict[int, Token], int]:
    """The words whose stem or exact form is looked for, by number; and how many words there are.

    The same as analyze and a choice, for less: the words of a result page are mostly not marked.
    """
    language = stemmed_language(language)
    cached = _cache(language).get
    found: dict[int, Token] = {}
    number = 0
    for match in words_in(text):
        raw = match[0]
        for first, last, exact, stemmed in cached(raw) or _pieces(raw, language):
            if stemmed in stems or exact in exacts:
                start = match.start()
                found[number] = Token(start + first, start + last, exact, stemmed)
            number += 1
    return found, number


def terms(text: str, language: str | None) -> tuple[tuple[str, str], ...]:
    """What analyze finds, without the places: (exact, stem) a word. For who indexes."""
    language = stemmed_language(language)
    cached = _cache(language).get
    return tuple(
        [
            (exact, stemmed)
            for raw in raw_words_in(text)
            for _, _, exact, stemmed in cached(raw) or _pieces(raw, language)
        ]
    )


def exact_forms(word: str) -> tuple[str, ...]:
    """The folded forms that a typed word has in a text: al-Naba has two, to be read as a phrase."""
    return tuple(token.exact for token in analyze(word, None))


def stems(word: str, languages: Sequence[str]) -> tuple[str, ...]:
    """The distinct stems of a typed word in these languages; its plain folded form comes first.

    Of a word that makes several tokens (al-Naba), those of all of them: see stem_slots.
    """
    return tuple(dict.fromkeys(form for slot in stem_slots(word, languages) for form in slot))


def stem_slots(word: str, languages: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Per token of a typed word its distinct stems in these languages, the folded form first."""
    tokens = analyze(word, None)
    slots: list[dict[str, None]] = [{token.exact: None} for token in tokens]
    for language in dict.fromkeys(languages):
        # A word is cut into the same tokens in every language; only the stems differ.
        for slot, token in zip(slots, analyze(word, language), strict=True):
            slot[token.stem] = None
    return tuple(tuple(slot) for slot in slots)


def _cache(language: str | None) -> dict[str, _Pieces]:
    cache = _caches.setdefault(language, {})
    if len(cache) >= _LARGEST_CACHE:
        cache.clear()
    return cache


def _pieces(raw: str, language: str | None) -> _Pieces:
    pieces = tuple(_pairs(raw)) if is_unspaced(raw) else _piece(raw, language)
    if len(raw) <= _LONGEST_CACHED:
        _cache(language)[raw] = pieces
    return pieces


def _piece(raw: str, language: str | None) -> _Pieces:
    word, is_elided, is_owner = word_in(spelling_of(raw))
    exact = fold_letters(word)
    if not exact:
        return ()
    stemmed = (stem(word, language) or exact) if language else exact
    first = _first_apostrophe(raw) + 1 if is_elided else 0
    last = len(raw) - _first_apostrophe(raw[::-1]) - 1 if is_owner else len(raw)
    return ((first, last, exact, stemmed),)


def _first_apostrophe(raw: str) -> int:
    return next(place for place, character in enumerate(raw) if character in APOSTROPHES)


def _pairs(raw: str) -> Iterator[tuple[int, int, str, str]]:
    """Overlapping pairs of characters; a lone character stands for itself."""
    found = [(m.start(), m.end(), _character(m[0][:_LONGEST_CACHED])) for m in clusters_in(raw)]
    if len(found) == 1:
        first, last, character = found[0]
        yield first, last, character, character
    for (first, _, one), (_, last, two) in pairwise(found):
        yield first, last, one + two, one + two


@lru_cache(maxsize=1 << 15)
def _character(cluster: str) -> str:
    return fold_letters(spelling_of(cluster))
