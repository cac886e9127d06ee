"""Languages with capitals: a tagger trained on English without its words, and rules beside it.

The tagger (training/transfer.py) knows classes of words only: titles, roles, verbs of saying, the
lexicon, the shape. What it finds is believed where nothing bars it; full names that the lexicon
knows, and what stands after a title, are found by rule.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from indexer.persons.evidence import NEVER_SEEN, Evidence, gather, is_beside_saying, names_role
from indexer.persons.lines import SECOND_PARTICLES, Line, Tagged
from indexer.persons.model import Weights, load_weights
from indexer.persons.rules.barred import LONGEST_NAME, before, is_barred, may_be_name
from indexer.persons.rules.known import bearing, is_place
from indexer.persons.rules.repeated import Span, repeated
from indexer.persons.tagger import Tagger
from indexer.persons.tokens import is_initial
from indexer.persons.words import BY_LANGUAGE, Words

WEIGHTS = Path(__file__).parent.parent / "transfer.npz"
ENOUGH = 4  # points from which on a full name is taken
_MARKS = frozenset('"“”„«».')
# Before what they stand is a noun. Names stand behind der and die too, where somebody is quoted.
_DETERMINERS = frozenset(
    """
    der die das den dem des ein eine einen einem einer eines im am zum zur vom beim jeder jede jedes
    kein keine keinen keiner mein meine meinen sein seine seinen seiner seinem ihr ihre ihren ihrer
    ihrem unser unsere diese dieser dieses diesen diesem
    """.split()  # noqa: SIM905  # a list of words is read as words
)
_OF_WHAT = frozenset(("de", "du", "des", "d", "del", "der", "für", "fur", "à", "a", "aux"))
_ROLE_REACH = 6  # tokens over which a role reaches
_MOST_NOUNS = 2  # between a role and the name
_GIVEN = 2  # how common a name has to be to open a full one


def tag(lines: Sequence[Line], words: Words) -> list[Tagged]:
    """The mentions of persons in a document."""
    evidence = gather(lines, words)
    things = _things(lines, words)
    found: dict[Span, bool] = {}  # whether we are sure
    for number, line in enumerate(lines):
        for start, end in _by_rule(line, evidence, words):
            if not _holds_thing(line, start, end, things, words):
                found[number, start, end] = True
    for mention in _transferred(words).tag(lines):
        line, start, end = lines[mention.line], mention.start, mention.end
        thing = _holds_thing(line, start, end, things, words)
        if not thing and _is_borne_out(line, mention, evidence, words):
            span = mention.line, mention.start, mention.end
            found[span] = found.get(span, False) or mention.sure
    return repeated(lines, _longest(found), words)


def _transferred(words: Words) -> Tagger:
    """The tagger for the words of a language, which is one of ours."""
    return _tagger(next(code for code, known in BY_LANGUAGE.items() if known is words))


@cache
def _tagger(language: str) -> Tagger:
    return Tagger(replace(_weights(), common=frozenset()), BY_LANGUAGE[language])


@cache
def _weights() -> Weights:
    return load_weights(WEIGHTS)


def _things(lines: Sequence[Line], words: Words) -> frozenset[str]:
    """The nouns that a German text shows to be nouns: it has them behind an article as well."""
    if not words.compounds:
        return frozenset()
    return frozenset(
        line.words[place]
        for line in lines
        for place in range(1, len(line.words))
        if line.capitals[place]
        and line.words[place - 1] in _DETERMINERS
        and not (
            place > 1 and line.tokens[place - 2].text == ","
        )  # die: of whom it was said before
    )


def _holds_thing(line: Line, start: int, end: int, things: frozenset[str], words: Words) -> bool:
    """Whether a word of the mention is a noun of the text, or the last is one of English."""
    if _is_titled(line, start, words):
        return False
    folds = [line.words[place] for place in _capitals(line, start, end)]
    english = len(folds) > 1 and folds[-1] in _weights().common
    return not things.isdisjoint(folds) or (english and bearing(folds[0]) <= _GIVEN)


def _is_borne_out(line: Line, mention: Tagged, evidence: Evidence, words: Words) -> bool:
    """Whether nothing speaks against a mention of the tagger, and for a word alone something."""
    start, end = mention.start, mention.end
    if not all(may_be_name(line, place, words) for place in _capitals(line, start, end)):
        return False
    titled = _is_titled(line, start, words)
    if is_barred(line, start, end, words):
        return False
    if end - start > 1:
        return not _joins_things(line, start, end, words)
    fold = line.words[start]
    seen = evidence.get(fold, NEVER_SEEN)
    known = bearing(fold)
    said = is_beside_saying(line, (start, end), words)
    return not is_place(fold) and (
        titled or said or seen.titled > 0 or (known >= _GIVEN and not line.starts[start])
    )


def _capitals(line: Line, start: int, end: int) -> list[int]:
    return [place for place in range(start, end) if line.capitals[place]]


def _by_rule(line: Line, evidence: Evidence, words: Words) -> Iterator[tuple[int, int]]:
    """Full names that the lexicon knows, and names after titles."""
    for first, past in line.runs:
        place = first
        while place < past:
            end = _end_of_name(line, place, past, evidence, words)
            score = _score(line, place, end, evidence, words) if end > place else 0
            if score >= ENOUGH:
                yield place, end
                place = end
            else:
                place += 1


def _precedes_known(line: Line, start: int, evidence: Evidence, words: Words) -> bool:
    """Whether a word that no list knows stands, behind a role, before a surname with a title."""
    after = line.words[start + 1] if start + 1 < len(line.words) else ""
    titled = evidence.get(after, NEVER_SEEN).titled > 0
    return titled and _is_titled_afar(line, start, words)


def _end_of_name(line: Line, start: int, past: int, evidence: Evidence, words: Words) -> int:
    """Past the last token of the name that may begin at a place; the place for none."""
    if not may_be_name(line, start, words) or names_role(line.words[start], words):
        return start
    known = is_initial(line.tokens[start].text) or bearing(line.words[start]) > 0
    if not (
        known or _is_titled(line, start, words) or _precedes_known(line, start, evidence, words)
    ):
        return start
    end, place = start + 1, start + 1
    while place < past and place - start < 2 * LONGEST_NAME:
        if line.words[place] == line.words[start]:
            break
        if _is_preposition(line, start, place, words):
            break
        if line.capitals[place] and not _is_second_particle(line, place, words):
            if not _continues(line, start, place, words):
                break
            end = place + 1
        elif not _joins(line, place, words):
            break
        place += 1
    return end


def _is_preposition(line: Line, start: int, place: int, words: Words) -> bool:
    """Whether von, in German, leads on from a full name: Ann Lee von der Bank is Ann Lee."""
    is_particle = line.words[place] in words.particles and not line.capitals[place]
    return words.compounds and is_particle and any(line.capitals[start + 1 : place])


def _joins_things(line: Line, start: int, end: int, words: Words) -> bool:
    """Whether von, in German, may stand between two things: Kampf von Arbeitern.

    Ursula von der Heide is a name: people bear both words, or a title stands before.
    """
    if not words.compounds or line.words[start + 1] not in words.particles:
        return False
    if _is_titled(line, start, words) or is_beside_saying(line, (start, end), words):
        return False
    return bearing(line.words[start]) < _GIVEN or not bearing(line.words[end - 1])


def _is_second_particle(line: Line, place: int, words: Words) -> bool:
    """Whether it is the La of Jeanne de La Tour."""
    return line.words[place] in SECOND_PARTICLES and line.words[place - 1] in words.particles


def _joins(line: Line, place: int, words: Words) -> bool:
    """Whether what is no capital may stand inside a name: a particle, quotation marks, a stop."""
    word = line.words[place]
    return word in words.particles or word in SECOND_PARTICLES or line.tokens[place].text in _MARKS


def _continues(line: Line, start: int, place: int, words: Words) -> bool:
    word = line.words[place]
    if line.tokens[place].text[-1] in "'’":  # N'Diaye, where n' is a word of its own
        return place + 1 < len(line.words) and line.capitals[place + 1]
    if not may_be_name(line, place, words):
        return False
    between = _capitals(line, start + 1, place)
    first = all(_is_second_particle(line, p, words) for p in between)
    if words.compounds and line.words[place - 1] in words.particles and bearing(word) >= _GIVEN:
        # A kiss from Ann Lee: von is a particle before one word, a preposition before two.
        return not any(line.capitals[place + 1 : place + 2])
    known = bearing(word) > 0 or is_initial(line.tokens[place].text)
    if names_role(word, words) or word in words.organisations:
        joined = line.words[place - 1] in SECOND_PARTICLES
        return known and first and (joined or bearing(line.words[start]) > _GIVEN)
    # What no list knows may be a surname; a second such word is no part of the name.
    return known or first or not words.compounds


def _score(line: Line, start: int, end: int, evidence: Evidence, words: Words) -> int:
    if is_barred(line, start, end, words):
        return 0
    titled = _is_titled(line, start, words)
    capitals = _capitals(line, start, end)
    if len(capitals) > 1 and _joins_things(line, start, end, words):
        return 0
    if len(capitals) == 1:
        return _score_alone(line, start, words)
    folds = [line.words[place] for place in capitals]
    seen = [evidence.get(fold, NEVER_SEEN) for fold in folds]
    last = seen[-1]
    known = bearing(folds[-1]) > 0
    return (
        _opening(line, start)
        + (2 if known else 1 + (not words.compounds and not line.starts[start]))
        + (last.last > 1 and seen[0].capital > 1)
        + (last.capital > last.last > 0)
        + (3 if titled else 2 * _is_titled_afar(line, start, words))
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


def _opening(line: Line, start: int) -> int:
    """Points of a name's first word: nothing where no list knows it, most where many bear it."""
    if is_initial(line.tokens[start].text):
        return _GIVEN
    known = bearing(line.words[start])
    return min(known + 1, 3) if known else 0


def _score_alone(line: Line, place: int, words: Words) -> int:
    """Enough for a word that a title or a role stands right before: Mme Durand, Lehrer Nisic."""
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
        or (said and known >= _GIVEN and not line.starts[place])
    )


def _is_titled(line: Line, start: int, words: Words) -> bool:
    return names_role(before(line, start), words)


def _is_titled_afar(line: Line, start: int, words: Words) -> bool:
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


def _appositive(line: Line, start: int, end: int, words: Words) -> int:
    """2 for ", 45," behind the name; 1 for a role there or before it: "the envoy of all, X,"."""
    if end + 1 >= len(line.tokens) or line.tokens[end].text not in ",(":
        return 0
    behind = line.words[end + 1]
    if behind.isdigit() and len(behind) == 2:
        return 2
    earlier = line.words[max(0, start - 9) : start]
    between = start > 0 and line.tokens[start - 1].text == ","
    return int(
        names_role(behind, words) or (between and any(names_role(w, words) for w in earlier))
    )


def _longest(found: Mapping[Span, bool]) -> dict[Span, bool]:
    """The mentions that no longer one covers in part."""
    kept: dict[Span, bool] = {}
    taken: set[tuple[int, int]] = set()
    for span in sorted(found, key=lambda span: (span[1] - span[2], span)):
        places = {(span[0], place) for place in range(span[1], span[2])}
        if taken.isdisjoint(places):
            taken |= places
            kept[span] = found[span]
    return kept
