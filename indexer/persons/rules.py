"""The rules: which part of a run of capitals is a person, and how sure we are.

They need no training and so serve every language whose words we know; English has a trained
tagger besides (tagger.py).
"""

from collections.abc import Sequence

from indexer.persons.evidence import NEVER_SEEN, Evidence, gather, is_beside_saying, names_role
from indexer.persons.lines import Line, Tagged
from indexer.persons.tokens import is_initial
from indexer.persons.words import PARTICLES, SUFFIXES, Words

# Endings of words for a people, and of -isms and sciences; a surname may end so too (Hussein's
# Iranian neighbour), so they speak only against words that nothing else speaks for.
_PEOPLES = ("ian", "ians", "ese", "ish", "ists", "ism", "ics", "ans")
LONGEST_NAME = 6  # words
CONFIDENT = 2
TAKEN = 1


def tag(lines: Sequence[Line], words: Words) -> tuple[Tagged, ...]:
    """The mentions of persons in a document, in order."""
    evidence = gather(lines, words)
    tagged = []
    for number, line in enumerate(lines):
        for run in line.runs:
            for start, end in _candidates(line, run, words):
                score = _score(line, (start, end), evidence, words)
                if score >= (CONFIDENT if line.headline else TAKEN):
                    tagged.append(Tagged(number, start, end, score >= CONFIDENT))
    return tuple(tagged)


def _candidates(line: Line, run: tuple[int, int], words: Words) -> list[tuple[int, int]]:
    """The parts of a run that roles, function words and marks leave over."""
    parts = []
    start = run[0]
    for place in range(run[0], run[1]):
        word = line.words[place]
        if names_role(word, words) or word in words.function - PARTICLES or word == "":
            parts.append((start, place))
            start = place + 1
    parts.append((start, run[1]))
    return [part for part in (_trim(line, *part) for part in parts) if part[0] < part[1]]


def _trim(line: Line, start: int, end: int) -> tuple[int, int]:
    while start < end and not line.capitals[start]:
        start += 1
    while end > start and not line.capitals[end - 1]:
        end -= 1
    return start, end


def _score(line: Line, part: tuple[int, int], evidence: Evidence, words: Words) -> int:
    folds = [line.words[place] for place in range(*part) if line.capitals[place]]
    if not _can_be_name(line, part, folds, words):
        return -9
    score = 2 * _is_titled(line, part, words) + 2 * is_beside_saying(line, part, words)
    score += _appositive(line, part, words)
    seen = [evidence.get(fold, NEVER_SEEN) for fold in folds]
    score += max(min(2, word.titled + word.speaking) for word in seen)
    score -= 2 * _is_placed(line, part, words)
    score -= max(min(3, word.place + word.article) for word in seen)
    score -= max(min(3, word.body + word.lower) for word in seen)
    score += min(1, seen[0].last) if len(folds) == 1 else 1 + (len(folds) < 4)
    score -= sum(fold.endswith(_PEOPLES) for fold in folds)
    return score - (len(folds) == 1 and line.starts[part[0]])


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


def _is_titled(line: Line, part: tuple[int, int], words: Words) -> bool:
    before = part[0] - 1
    if before > 0 and line.tokens[before].text == ".":
        before -= 1
    return before >= 0 and names_role(line.words[before], words)


def _appositive(line: Line, part: tuple[int, int], words: Words) -> int:
    """2 for ", 45," and 1 for ", a / the / who" or ", spokesman" behind the name."""
    end = part[1]
    if end + 1 >= len(line.tokens) or line.tokens[end].text != ",":
        return 0
    behind = line.words[end + 1]
    if behind.isdigit() and len(behind) == 2:
        return 2
    return int(behind in ("a", "an", "the", "who", "whose") or names_role(behind, words))


def _is_placed(line: Line, part: tuple[int, int], words: Words) -> bool:
    before = line.words[part[0] - 1] if part[0] else ""
    return before in words.places_before or before == "the"
