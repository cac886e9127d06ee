"""The rules: which part of a run of capitals is a person, and how sure we are.

They need no training and so serve the languages that have no tagger (tagger.py). They are cautious:
capitals alone make no person, for in German every noun has one. Something has to speak for it: a
title or a role, a verb of saying, an age.
"""

from collections.abc import Sequence

from indexer.persons.evidence import NEVER_SEEN, Evidence, gather, is_beside_saying, names_role
from indexer.persons.lines import Line, Tagged
from indexer.persons.tokens import is_initial
from indexer.persons.words import SUFFIXES, Words

LONGEST_NAME = 6  # words
SURE = 2  # points from which on a mention is taken


def tag(lines: Sequence[Line], words: Words) -> tuple[Tagged, ...]:
    """The mentions of persons in a document, in order."""
    evidence = gather(lines, words)
    scores = {
        (number, *part): _score(line, part, evidence, words)
        for number, line in enumerate(lines)
        for run in line.runs
        for part in _candidates(line, run, words)
    }
    sure = [place for place, score in scores.items() if score >= SURE]
    full = {_folds(lines, place) for place in sure if place[2] - place[1] > 1}
    return tuple(
        Tagged(*place, sure=score >= SURE)
        for place, score in scores.items()
        if score >= SURE or _folds(lines, place) in full
    )


def _folds(lines: Sequence[Line], place: tuple[int, int, int]) -> tuple[str, ...]:
    number, start, end = place
    return tuple(lines[number].words[start:end])


def _candidates(line: Line, run: tuple[int, int], words: Words) -> list[tuple[int, int]]:
    """The parts of a run that roles, function words and marks leave over."""
    parts = []
    start = run[0]
    for place in range(*run):
        if _divides(line, place, words):
            parts.append((start, place))
            start = place + 1
    parts.append((start, run[1]))
    return [part for part in (_trim(line, *part) for part in parts) if part[0] < part[1]]


def _divides(line: Line, place: int, words: Words) -> bool:
    """Whether the token stands between names and is in none: a role, a mark, l'Intérieur."""
    word = line.words[place]
    if words.elisions and place > 0 and line.words[place - 1] == "l":
        return True
    return not word or (
        line.capitals[place] and (names_role(word, words) or word in words.function)
    )


def _trim(line: Line, start: int, end: int) -> tuple[int, int]:
    while start < end and not line.capitals[start]:
        start += 1
    while end > start and not line.capitals[end - 1]:
        end -= 1
    return start, end


def _score(line: Line, part: tuple[int, int], evidence: Evidence, words: Words) -> int:
    folds = [line.words[place] for place in range(*part) if line.capitals[place]]
    if not _can_be_name(line, part, folds, words):
        return 0
    before = _before(line, part)
    if len(folds) == 1:  # M. Durand; the rest of the lone names follow from full ones (agreement)
        return SURE * (before in words.titles)
    seen = [evidence.get(fold, NEVER_SEEN) for fold in folds]
    return (
        1
        + 2 * names_role(before, words)
        + 2 * is_beside_saying(line, part, words)
        + _appositive(line, part, words)
        + max(min(2, word.titled + word.speaking) for word in seen)
        - 2 * (before in words.places_before)
        - max(min(3, word.place) for word in seen)
        - max(min(3, word.body + 2 * word.lower) for word in seen)
    )


def _can_be_name(line: Line, part: tuple[int, int], folds: Sequence[str], words: Words) -> bool:
    tokens = line.tokens[part[0] : part[1]]
    last = tokens[-1].text
    return (
        len(folds) <= LONGEST_NAME
        and not any(fold in words.organisations or fold in words.calendar for fold in folds)
        and not (is_initial(last) and len(last) <= 2 and folds[-1] not in SUFFIXES)
        and not any(len(token.text) > 1 and token.text.isupper() for token in tokens)
        and not any(character.isdigit() for token in tokens for character in token.text)
        and any(len(fold) > 1 for fold in folds)
    )


def _before(line: Line, part: tuple[int, int]) -> str:
    """The word before, of an abbreviated title the title."""
    place = part[0] - 1
    if place > 0 and line.tokens[place].text == ".":
        place -= 1
    return line.words[place] if place >= 0 else ""


def _appositive(line: Line, part: tuple[int, int], words: Words) -> int:
    """2 for ", 45," behind the name; 1 for a role there or before it: "the envoy of all, X,"."""
    start, end = part
    if end + 1 >= len(line.tokens) or line.tokens[end].text != ",":
        return 0
    behind = line.words[end + 1]
    if behind.isdigit() and len(behind) == 2:
        return 2
    before = line.words[max(0, start - 9) : start]
    between = start > 0 and line.tokens[start - 1].text == ","
    return int(names_role(behind, words) or (between and any(names_role(w, words) for w in before)))
