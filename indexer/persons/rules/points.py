"""How much speaks for a full name, or for a word behind a title; and what stands before it."""

from indexer.persons.evidence import NEVER_SEEN, Evidence, is_beside_saying, names_role
from indexer.persons.lines import Line
from indexer.persons.rules.barred import before, is_barred
from indexer.persons.rules.known import bearing, is_place
from indexer.persons.tokens import is_initial
from indexer.persons.words import Words

ENOUGH = 4  # points from which on a name is taken
GIVEN = 2  # how common a name has to be to open a full one without more
_OF_WHAT = frozenset(("de", "du", "des", "d", "del", "der", "fur", "a", "aux"))
_ROLE_REACH = 6  # tokens over which a role reaches
_MOST_NOUNS = 2  # between a role and the name
_BEST = 3  # points of a first word, at most


def points(line: Line, start: int, end: int, evidence: Evidence, words: Words) -> int:
    """How much speaks for a name of these tokens; 0 where something bars it."""
    if is_barred(line, start, end, words):
        return 0
    titled = is_titled(line, start, words)
    places = capitals(line, start, end)
    if len(places) > 1 and joins_things(line, start, end, words):
        return 0
    if len(places) == 1:
        return _points_alone(line, start, words)
    folds = [line.words[place] for place in places]
    seen = [evidence.get(fold, NEVER_SEEN) for fold in folds]
    last = seen[-1]
    known = bearing(folds[-1]) > 0
    return (
        _opening(line, start)
        + (2 if known else 1 + (not words.compounds and not line.starts[start]))
        + (last.last > 1 and seen[0].capital > 1)
        + (last.capital > last.last > 0)
        + (3 if titled else 2 * is_titled_afar(line, start, words))
        + 2 * is_beside_saying(line, (start, end), words)
        + _appositive(line, start, end, words)
        + min(2, last.titled + last.speaking)
        - (before(line, start) in words.places_before)
        - 2 * any(word.lower and not bearing(fold) for word, fold in zip(seen, folds, strict=True))
        - min(3, 2 * max(word.body for word in seen))
        - (last.place > 0)
        - (2 if not known or bearing(folds[0]) < 3 else 1) * is_place(folds[0])
        - 2 * is_place(folds[-1])
    )


def _points_alone(line: Line, place: int, words: Words) -> int:
    """Enough for a word that a title or a role stands right before: Mme Durand, Lehrer Ahn."""
    word = before(line, place)
    fold = line.words[place]
    if is_place(fold) or names_role(fold, words) or line.tokens[place].text.isupper():
        return 0
    if word in words.titles:
        return ENOUGH
    known = bearing(fold)
    said = is_beside_saying(line, (place, place + 1), words)
    return ENOUGH * (
        (names_role(word, words) and known > 0)
        or (said and known >= GIVEN and not line.starts[place])
    )


def _opening(line: Line, start: int) -> int:
    """Points of a name's first word: nothing where no list knows it, most where many bear it."""
    if is_initial(line.tokens[start].text):
        return GIVEN
    known = bearing(line.words[start])
    return min(known + 1, _BEST) if known else 0


def is_titled(line: Line, start: int, words: Words) -> bool:
    """Whether a title or a role stands right before."""
    return names_role(before(line, start), words)


def is_titled_afar(line: Line, start: int, words: Words) -> bool:
    """Whether a role stands before and what it is of between: ministre de l'Intérieur, X."""
    nouns = 0
    for place in range(start - 1, max(-1, start - 1 - _ROLE_REACH), -1):
        word = line.words[place]
        if names_role(word, words):
            return nouns > 0 and line.words[place + 1] in _OF_WHAT
        if not word or word in words.saying:
            return False
        nouns += word not in words.function and word not in words.particles
        if nouns > _MOST_NOUNS:
            return False
    return False


def is_apposed(line: Line, start: int, words: Words) -> bool:
    """Whether a role and a comma stand before: la ministre française, X."""
    if start < 2 or line.tokens[start - 1].text != ",":
        return False
    return any(names_role(word, words) for word in line.words[max(0, start - 4) : start - 1])


def _appositive(line: Line, start: int, end: int, words: Words) -> int:
    """2 for ", 45," behind the name or a role right before it, 1 for a role behind or farther."""
    if end + 1 >= len(line.tokens) or line.tokens[end].text not in ",(":
        return 0
    behind = line.words[end + 1]
    if (behind.isdigit() and len(behind) == 2) or is_apposed(line, start, words):
        return 2
    earlier = line.words[max(0, start - 9) : start]
    between = start > 0 and line.tokens[start - 1].text == ","
    return int(
        names_role(behind, words) or (between and any(names_role(w, words) for w in earlier))
    )


def joins_things(line: Line, start: int, end: int, words: Words) -> bool:
    """Whether von, in German, may stand between two things: Kampf von Arbeitern.

    Ursula von der Heide is a name: people bear both words, or a title stands before.
    """
    if not words.compounds or line.words[start + 1] not in words.particles:
        return False
    if is_titled(line, start, words) or is_beside_saying(line, (start, end), words):
        return False
    return bearing(line.words[start]) < GIVEN or not bearing(line.words[end - 1])


def capitals(line: Line, start: int, end: int) -> list[int]:
    """The places of the capitals from a start up to an end."""
    return [place for place in range(start, end) if line.capitals[place]]
