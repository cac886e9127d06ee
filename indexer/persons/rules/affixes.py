"""What a printed word holds besides the name: Holms and والجبوري are cut to the name.

Only where the language has such affixes; the token then covers the name alone.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from indexer.persons.lines import Line
from indexer.persons.rules.arabic import without_clitic
from indexer.persons.rules.known import bearing
from indexer.persons.tokens import Token
from indexer.persons.words import Words

_SHORTEST = 4  # letters of a name with its genitive s
_COMMON = 3  # how common a name is that is believed without its s though it is seen nowhere else


def without_affixes(lines: Sequence[Line], words: Words) -> Sequence[Line]:
    """The lines, each name that stands there with an affix cut to itself."""
    if words.compounds:
        seen = Counter(_capitals(lines))
        return [_cut_genitives(line, seen) for line in lines]
    if not words.capitals:
        seen = Counter(word for line in lines for word in line.words)
        return [_cut_clitics(line, seen, words) for line in lines]
    return lines


def _capitals(lines: Iterable[Line]) -> Iterable[str]:
    return (
        word
        for line in lines
        for word, capital in zip(line.words, line.capitals, strict=True)
        if capital
    )


def _cut_genitives(line: Line, seen: Counter[str]) -> Line:
    tokens, words = list(line.tokens), list(line.words)
    cut = [place for place in range(len(tokens)) if _has_genitive(line, place, seen)]
    for place in cut:
        token = tokens[place]
        tokens[place] = Token(token.text[:-1], token.start, token.end - 1)
        words[place] = words[place][:-1]
    runs = list(_split(line.runs, set(cut)))
    return replace(line, tokens=tokens, texts=_texts(tokens), words=words, runs=runs)


def _split(runs: Iterable[tuple[int, int]], cut: set[int]) -> Iterator[tuple[int, int]]:
    """The runs, ended by each genitive: what follows is what the person has."""
    for start, end in runs:
        for place in range(start, end - 1):
            if place in cut:
                yield start, place + 1
                start = place + 1
        yield start, end


def _has_genitive(line: Line, place: int, seen: Counter[str]) -> bool:
    if not line.capitals[place]:
        return False
    behind = place > 0 and line.capitals[place - 1] and bearing(line.words[place - 1]) >= _COMMON
    return _is_genitive(line.words[place], seen, whole=behind)


def _is_genitive(word: str, seen: Counter[str], *, whole: bool) -> bool:
    """Whether a capital is a name with an s: as name it is known, or better known, without it.

    Whole words are rather believed behind a given name: Anna Peters, beside Peter.
    """
    bare = word[:-1]
    if not word.endswith("s") or len(word) < _SHORTEST or bare[-1] in "sxz":
        return False
    known, known_whole = bearing(bare), bearing(word)
    if known_whole:
        return not whole and (known > known_whole or known_whole == 1) and seen[bare] > 0
    return seen[bare] > 0 or known >= _COMMON


def _cut_clitics(line: Line, seen: Counter[str], words: Words) -> Line:
    tokens, folds = list(line.tokens), list(line.words)
    for place, token in enumerate(tokens):
        bare = without_clitic(folds[place], words)
        if bare and len(token.text) > 1:
            tokens[place] = Token(token.text[1:], token.start + 1, token.end)
            folds[place] = bare
    return replace(line, tokens=tokens, texts=_texts(tokens), words=folds)


def _texts(tokens: Iterable[Token]) -> list[str]:
    return [token.text for token in tokens]
