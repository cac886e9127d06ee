"""A text as lines of tokens, and in them the runs of capitals where a name may stand."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress

from indexer.persons.tokens import PlacedTokens, Token, read_tokens, texts_of_tokens
from indexer.persons.words import SUFFIXES, Words

# After another particle: von der, de la, van den, bin al.
SECOND_PARTICLES = frozenset(
    ("der", "den", "dem", "la", "las", "le", "los", "les", "l", "al", "el", "abd", "abu")
)
LONGEST_RUN = 24  # tokens; more capitals in a row are a headline or noise, read piece by piece
_ENDING = frozenset(".!?…:;|")
_QUOTES = frozenset("\"“”„‟‘’«»'")
_BRIDGING = _QUOTES | frozenset(".,")  # marks that may stand inside a run


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph: its tokens, their folded words, which are capitals, which begin a sentence."""

    tokens: Sequence[Token]
    texts: Sequence[str]  # the tokens as printed
    words: Sequence[str]  # folded; as long as tokens
    capitals: Sequence[bool]
    starts: Sequence[bool]  # first word of a sentence
    runs: Sequence[tuple[int, int]]  # first token, past the last
    headline: bool  # capitals tell nothing here: most words of the line have one


@dataclass(frozen=True, slots=True)
class Tagged:
    """A mention: the tokens of one line that are a name, and whether we are sure of it."""

    line: int
    start: int  # first token
    end: int  # past the last
    sure: bool


def read_line(text: str, words: Words) -> Line:
    """The line of one paragraph of text."""
    texts = texts_of_tokens(text, elisions=words.elisions)
    folds, capitals = read_tokens(texts)
    return Line(
        PlacedTokens(text, texts),
        texts,
        folds,
        capitals,
        _sentence_starts(texts, folds, words),
        _runs(texts, folds, capitals, words),
        _is_headline(texts, folds, capitals, words),
    )


def _sentence_starts(texts: Sequence[str], folds: Sequence[str], words: Words) -> list[bool]:
    """Which words are the first of the line, or after what ends a sentence."""
    starts = [False] * len(texts)
    places = range(len(texts))
    spoken = list(compress(places, folds))  # marks in between, as quotation marks, change nothing
    if spoken:
        starts[spoken[0]] = True
    for place in compress(places, map(_ENDING.__contains__, texts)):
        following = bisect_left(spoken, place)
        if following < len(spoken) and not (
            texts[place] == "." and _abbreviates(folds, place, words)
        ):
            starts[spoken[following]] = True
    return starts


def _abbreviates(folds: Sequence[str], place: int, words: Words) -> bool:
    """Whether the full stop at a place belongs to the title or suffix before it."""
    before = folds[place - 1] if place else ""
    return len(before) <= 5 and (before in words.titles or before in SUFFIXES)


def _is_headline(
    texts: Sequence[str], folds: Sequence[str], capitals: Sequence[bool], words: Words
) -> bool:
    """Whether 7 in 10 words that carry meaning are capitals, of four or more.

    A sentence that names three bodies may have as many; it ends with a full stop.
    """
    if "." in texts[-2:] or sum(capitals) < 3:
        return False
    meaning = [
        capital
        for fold, capital in zip(folds, capitals, strict=True)
        if fold.isalpha() and fold not in words.function and fold not in words.particles
    ]
    return len(meaning) >= 4 and sum(meaning) >= 0.7 * len(meaning)


def _runs(
    texts: Sequence[str], folds: Sequence[str], capitals: Sequence[bool], words: Words
) -> list[tuple[int, int]]:
    runs = []
    end, size = 0, len(texts)
    for start in compress(range(size), capitals):
        if start < end:
            continue
        end = start + 1
        while end < size and end - start < LONGEST_RUN:
            step = 1 if capitals[end] else _bridge(texts, folds, capitals, end, words)
            if not step:
                break
            end += step
        runs.append((start, end))
    return runs


def _bridge(
    texts: Sequence[str],
    folds: Sequence[str],
    capitals: Sequence[bool],
    place: int,
    words: Words,
) -> int:
    """How many tokens that are no capitals lead at this place to the run's next capital; 0: none.

    Particles (van der), the full stop of a title (Mr.), a nickname in quotation marks, ", Jr".
    """
    text, fold = texts[place], folds[place]
    if fold:
        is_particle = fold in words.particles and text[0].islower()
        return _particles(folds, capitals, place) if is_particle else 0
    if text not in _BRIDGING or not _is_capital(capitals, place + 1):
        return 0
    if text in _QUOTES:
        return _nickname(texts, capitals, place)
    joins = _abbreviates(folds, place, words) if text == "." else folds[place + 1] in SUFFIXES
    return 2 if joins else 0


def _is_capital(capitals: Sequence[bool], place: int) -> bool:
    return place < len(capitals) and capitals[place]


def _particles(folds: Sequence[str], capitals: Sequence[bool], place: int) -> int:
    """The tokens of one particle or two and of the capital after them."""
    if _is_capital(capitals, place + 1):
        return 2
    return 3 if _is_capital(capitals, place + 2) and folds[place + 1] in SECOND_PARTICLES else 0


def _nickname(texts: Sequence[str], capitals: Sequence[bool], place: int) -> int:
    """The tokens of “Nick” or “The Nick” and of the capital after it."""
    for end in (place + 2, place + 3):
        if end + 1 < len(texts) and texts[end] in _QUOTES and all(capitals[place + 1 : end]):
            return end + 2 - place if capitals[end + 1] else 0
    return 0
