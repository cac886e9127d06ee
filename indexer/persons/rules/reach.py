"""Where a name ends that begins at a place: over particles, initials, a nickname, N'Diaye."""

from indexer.persons.evidence import NEVER_SEEN, Evidence, names_role
from indexer.persons.lines import SECOND_PARTICLES, Line
from indexer.persons.rules.barred import LONGEST_NAME, may_be_name
from indexer.persons.rules.known import bearing
from indexer.persons.rules.points import GIVEN, capitals, is_apposed, is_titled, is_titled_afar
from indexer.persons.tokens import is_initial
from indexer.persons.words import Words

_MARKS = frozenset('"“”„«».')


def end_of_name(line: Line, start: int, past: int, evidence: Evidence, words: Words) -> int:
    """Past the last token of the name that may begin at a place; the place for none."""
    if not _may_open(line, start, evidence, words):
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


def _may_open(line: Line, start: int, evidence: Evidence, words: Words) -> bool:
    """Whether a name may begin with the token: one that a list knows, or behind a title."""
    if not line.capitals[start]:
        return False
    backed = (
        bearing(line.words[start]) > 0
        or is_initial(line.tokens[start].text)
        or is_titled(line, start, words)
        or is_apposed(line, start, words)
        or _precedes_known(line, start, evidence, words)
    )
    return backed and may_be_name(line, start, words) and not names_role(line.words[start], words)


def _precedes_known(line: Line, start: int, evidence: Evidence, words: Words) -> bool:
    """Whether a word that no list knows stands, behind a role, before a surname with a title."""
    after = line.words[start + 1] if start + 1 < len(line.words) else ""
    titled = evidence.get(after, NEVER_SEEN).titled > 0
    return titled and is_titled_afar(line, start, words)


def _is_preposition(line: Line, start: int, place: int, words: Words) -> bool:
    """Whether von, in German, leads on from a full name: Ann Lee von der Bank is Ann Lee."""
    is_particle = line.words[place] in words.particles and not line.capitals[place]
    return words.compounds and is_particle and any(line.capitals[start + 1 : place])


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
    between = capitals(line, start + 1, place)
    first = all(_is_second_particle(line, p, words) for p in between)
    if words.compounds and line.words[place - 1] in words.particles and bearing(word) >= GIVEN:
        # A kiss from Ann Lee: von is a particle before one word, a preposition before two.
        return not any(line.capitals[place + 1 : place + 2])
    known = bearing(word) > 0 or is_initial(line.tokens[place].text)
    if names_role(word, words) or word in words.organisations:
        before = line.words[place - 1]
        joined = before in SECOND_PARTICLES or before in words.particles
        return known and first and (joined or bearing(line.words[start]) > GIVEN)
    # What no list knows may be a surname; a second such word is no part of the name.
    return known or first or not words.compounds
