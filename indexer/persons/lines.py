"""A text as lines of tokens, and in them the runs of capitals where a name may stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.persons.tokens import Token, read_tokens, tokenise
from indexer.persons.words import SUFFIXES, Words

# After another particle: von der, de la, van den, bin al.
SECOND_PARTICLES = frozenset(
    ("der", "den", "dem", "la", "las", "le", "los", "les", "l", "al", "el", "abd", "abu")
)
LONGEST_RUN = 24  # tokens; more capitals in a row are a headline or noise, read piece by piece
_ENDING = frozenset(".!?…:;|")
_QUOTES = frozenset("\"“”„‟‘’«»'")


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph: its tokens, their folded words, which are capitals, which begin a sentence."""

    tokens: Sequence[Token]
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
    tokens = tokenise(text, elisions=words.elisions)
    folds, capitals = read_tokens(tokens)
    starts = _sentence_starts(tokens, folds, words)
    runs = _runs(tokens, folds, capitals, words)
    return Line(tokens, folds, capitals, starts, runs, _is_headline(tokens, folds, capitals, words))


def _sentence_starts(tokens: Sequence[Token], folds: Sequence[str], words: Words) -> list[bool]:
    starts = []
    waiting = True
    for place, fold in enumerate(folds):
        starts.append(waiting and fold != "")
        if fold:
            waiting = False
        elif tokens[place].text in _ENDING:  # quotation marks, brackets, bullets change nothing
            waiting = not (tokens[place].text == "." and _abbreviates(folds, place, words))
    return starts


def _abbreviates(folds: Sequence[str], place: int, words: Words) -> bool:
    """Whether the full stop at a place belongs to the title or suffix before it."""
    before = folds[place - 1] if place else ""
    return len(before) <= 5 and (before in words.titles or before in SUFFIXES)


def _is_headline(
    tokens: Sequence[Token], folds: Sequence[str], capitals: Sequence[bool], words: Words
) -> bool:
    """Whether 7 in 10 words that carry meaning are capitals, of four or more.

    A sentence that names three bodies may have as many; it ends with a full stop.
    """
    if sum(capitals) < 3 or any(token.text == "." for token in tokens[-2:]):
        return False
    meaning = [
        capital
        for fold, capital in zip(folds, capitals, strict=True)
        if fold.isalpha() and fold not in words.function and fold not in words.particles
    ]
    return len(meaning) >= 4 and sum(meaning) >= 0.7 * len(meaning)


def _runs(
    tokens: Sequence[Token], folds: Sequence[str], capitals: Sequence[bool], words: Words
) -> list[tuple[int, int]]:
    runs = []
    place, size = 0, len(tokens)
    while place < size:
        if not capitals[place]:
            place += 1
            continue
        end = place + 1
        while end < size and end - place < LONGEST_RUN:
            step = 1 if capitals[end] else _bridge(tokens, folds, capitals, end, words)
            if not step:
                break
            end += step
        runs.append((place, end))
        place = end
    return runs


def _bridge(
    tokens: Sequence[Token],
    folds: Sequence[str],
    capitals: Sequence[bool],
    place: int,
    words: Words,
) -> int:
    """How many tokens that are no capitals lead at this place to the run's next capital; 0: none.

    Particles (van der), the full stop of a title (Mr.), a nickname in quotation marks, ", Jr".
    """
    after = [index < len(tokens) and capitals[index] for index in range(place, place + 5)]
    text = tokens[place].text
    if folds[place] in words.particles and text[0].islower():
        if after[1]:
            return 2
        return 3 if after[2] and folds[place + 1] in SECOND_PARTICLES else 0
    if text == "." and after[1] and _abbreviates(folds, place, words):
        return 2
    if text == "," and after[1] and folds[place + 1] in SUFFIXES:
        return 2
    if text in _QUOTES and after[1]:
        return _nickname(tokens, after, place)
    return 0


def _nickname(tokens: Sequence[Token], after: Sequence[bool], place: int) -> int:
    """The tokens of “Nick” or “The Nick” and of the capital after it."""
    for closing in (2, 3):
        end = place + closing
        if end + 1 < len(tokens) and tokens[end].text in _QUOTES and all(after[1:closing]):
            return closing + 2 if after[closing + 1] else 0
    return 0
