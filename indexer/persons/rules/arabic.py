"""Arabic, which has no capitals: names are words of the lexicon in a row, beside what names people.

Three things speak for a name: a title or a role before it (الوزير, رئيس الحزب), a verb of saying
(قال), and parts that only names have (بن, عبد ال…). Many names are words of every day besides
(سعيد, كريم): such a word is a name only where one of these stands beside it.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from indexer.persons.lines import Line, Tagged
from indexer.persons.rules.known import bearing, is_place
from indexer.persons.words import Words

ENOUGH = 4  # points from which on a name is taken
LONGEST_NAME = 6  # words
_ARTICLE = "ال"
_CLITICS = "وفبلك"  # and, so, by, to, like: written as one with the next word
_GIVEN = 2  # how common a name has to be to open one
_AND = "و"
_FIRST_LETTER, _LAST_LETTER = "\u0620", "\u06ff"
_SERVANT = "عبد"  # the next word belongs to it: عبد الكريم
_FATHERS = frozenset(("ابو", "ابي", "ابا", "ام", "بو"))  # open a name: أبو خالد
_ORDINALS = frozenset(("الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع"))
_ROLE_REACH = 4  # words over which a role reaches: وزير الصحة العراقي محمد …
_BEST = 3  # points of a first word, at most
_MANY = 1 << 15

Name = tuple[str, ...]


@lru_cache(maxsize=_MANY)
def bears(word: str) -> int:
    """How common a folded word is as a name, in the spellings that Arabic has for one."""
    known = bearing(word)
    for end, other in (("ه", "ة"), ("ة", "ه"), ("ى", "ي"), ("ي", "ى")):
        if word.endswith(end):
            known = max(known, bearing(word[:-1] + other))
    if not known and word.startswith(_ARTICLE) and len(word) > 4:
        known = min(1, bearing(word[len(_ARTICLE) :]))
    return known


def without_clitic(word: str, words: Words) -> str:
    """A name without the and, to, by or like before it; "" for a word that has none."""
    if len(word) < 4 or word[0] not in _CLITICS or _has_class(word, words):
        return ""
    bare = word[1:]
    if bears(word) and not (word[0] == _AND and bears(bare) > bears(word)):
        return ""
    known = bears(bare) >= _GIVEN or (_is_nisba(bare) and bears(bare) > 0)
    return bare if known and not _has_class(bare, words) else ""


def tag(lines: Sequence[Line], words: Words) -> list[Tagged]:
    """The mentions of persons in a document."""
    found = [
        Tagged(number, start, end, sure=True)
        for number, line in enumerate(lines)
        for start, end in _names(line, words)
    ]
    full = {_folds(lines, name) for name in found if name.end - name.start > 1}
    tails = {_tail(name) for name in full}
    given = {name[0] for name in full}
    known = _Known(full, tails, given, given | {tail[0] for tail in tails}, words)
    covered = {(name.line, place) for name in found for place in range(name.start, name.end)}
    return found + [
        Tagged(number, start, end, sure=True)
        for number, line in enumerate(lines)
        for start, end in _again(line, known)
        if covered.isdisjoint((number, place) for place in range(start, end))
    ]


class _Known(NamedTuple):
    """The names of a document, to be found again."""

    full: set[Name]
    tails: set[Name]  # the last word of each, with what belongs to it
    given: set[str]
    first: set[str]  # words that any of these begins with
    words: Words


def _names(line: Line, words: Words) -> Iterator[tuple[int, int]]:
    place = 0
    while place < len(line.words):
        end = _end_of_name(line, place, words)
        if end > place and not _is_named_after(line, place, words):
            if _score(line, place, end, words) < ENOUGH:
                end = place
            else:
                yield place, end
        place = max(end, place + 1)


def _end_of_name(line: Line, start: int, words: Words) -> int:
    """Past the last word of the name that may begin at a place; the place for none."""
    word = line.words[start]
    if not (_may_be_name(word, words) or word in words.particles):
        return start
    backed = _context(line, start, words) > 0
    if not _opens(line, start, words, backed=backed):
        return start
    place = start
    if line.words[start] == _SERVANT or line.words[start] in _FATHERS or line.words[start] == "بن":
        place += 1
    end = place + 1
    while end < len(line.words) and end - start < LONGEST_NAME:
        if line.tokens[end].start > line.tokens[end - 1].end + 1:  # an "and" was cut off here
            break
        word = line.words[end]
        joined = word in words.particles and end + 1 < len(line.words)
        if joined and _may_be_name(line.words[end + 1], words):
            end += 2
        elif _continues(line, start, end, words) or (
            end == start + 1
            and backed
            and not line.words[start].startswith(_ARTICLE)
            and _may_be_surname(line, end, words)
        ):
            end += 1
        elif word in _ORDINALS and start and line.words[start - 1] in words.titles:
            return end + 1
        else:
            break
    return min(end, len(line.words))


def _opens(line: Line, place: int, words: Words, *, backed: bool) -> bool:
    word = line.words[place]
    if word == _SERVANT or word in _FATHERS or word == "بن":
        after = line.words[place + 1] if place + 1 < len(line.words) else ""
        if word == _SERVANT:
            return after.startswith(_ARTICLE) or after == "الله"
        return backed and bears(after) > 0 and _may_be_name(after, words)
    if not _may_be_name(word, words):
        return False
    if word.startswith(_ARTICLE):
        # Of رئيس الجمهورية the second word is what the role is of.
        before = line.words[place - 1] if place else ""
        of_role = not before.startswith(_ARTICLE)
        known = bearing(word) or _is_nisba(word) or (before in words.ambiguous and bears(word))
        said = _is(before, words.saying)
        after = line.words[place + 1] if place + 1 < len(line.words) else ""
        if _is_nisba(word) and bears(after) >= _GIVEN and not after.startswith(_ARTICLE):
            return after in words.particles  # it says from where he is who is named then
        return backed and bool(known) and word not in words.ambiguous and (said or not of_role)
    return bears(word) >= (1 if backed else _GIVEN)


def _may_be_name(word: str, words: Words) -> bool:
    arabic = _FIRST_LETTER <= word[:1] <= _LAST_LETTER
    return arabic and len(word) > 1 and word.isalpha() and not _has_class(word, words)


def _continues(line: Line, start: int, place: int, words: Words) -> bool:
    word = line.words[place]
    if not _may_be_name(word, words):
        return False
    # By chance one word in a hundred looks like a rare name: not with what is mostly a clitic.
    by_chance = word[0] in _CLITICS and word[-1] in "ةه" and bears(word) == 1
    return (bears(word) > 0 and not by_chance) or _is_nisba(word)


def _may_be_surname(line: Line, place: int, words: Words) -> bool:
    """Whether a word that no list knows may be a foreign surname, the name before it being sure."""
    word = line.words[place]
    if not _may_be_name(word, words) or word.startswith(_ARTICLE) or word[-1] in "ةاه":
        return bool(word) and _may_be_name(word, words) and _ends_clause(line, place)
    return word[0] not in _CLITICS or _ends_clause(line, place)


def _ends_clause(line: Line, place: int) -> bool:
    return place + 1 < len(line.words) and not line.words[place + 1]


def _is_nisba(word: str) -> bool:
    """Whether it is written as a surname of origin: الموسوي."""
    return word.startswith(_ARTICLE) and word[-1] in "يى" and len(word) > 5


def _score(line: Line, start: int, end: int, words: Words) -> int:
    folds = line.words[start:end]
    context = _context(line, start, words)
    opening = _opening(folds, context, words)
    if len(folds) == 1:
        return opening + context if _stands_for_one(line, start, words) else 0
    surname = folds[-1]
    of_origin = _is_nisba(surname) and surname not in words.ambiguous
    known = 2 if of_origin else int(bears(surname) > 0 or _is_nisba(surname))
    joined = any(fold in words.particles for fold in folds[1:])
    both = _are_both_known(folds, words)
    return opening + known + both + 2 * joined + context + _says(line, end, words)


def _opening(folds: Sequence[str], context: int, words: Words) -> int:
    """Points of a name's first word."""
    first = folds[0]
    if first == _SERVANT or first in words.particles:
        return _BEST
    of_origin = _is_nisba(first) and context > 1
    return min(bears(first), _BEST) - (first in words.ambiguous) + of_origin


def _are_both_known(folds: Sequence[str], words: Words) -> bool:
    """Whether the first two words are names as printed and hardly ever other words."""
    return all(
        bearing(fold) and fold not in words.ambiguous and fold[0] not in _CLITICS
        for fold in folds[:2]
    )


def _stands_for_one(line: Line, place: int, words: Words) -> bool:
    """Whether a name alone may stand for a person: right behind a title, a role, a verb."""
    before = line.words[place - 1] if place else ""
    beside = any(_is(before, members) for members in (words.titles, words.roles, words.saying))
    after = line.words[place + 1] if place + 1 < len(line.words) else ""
    leads_on = after.startswith(_ARTICLE) and line.words[place] in words.ambiguous  # باسم الحزب
    return beside and not leads_on


def _context(line: Line, start: int, words: Words) -> int:
    """3 after a title or a role, 2 after a verb of saying or farther behind a role, 0 for none."""
    before = line.words[start - 1] if start else ""
    if _is(before, words.titles) or _is(before, words.roles):
        return 3
    if _is(before, words.saying):
        return 2
    return 2 * _follows_role_afar(line, start, words)


def _follows_role_afar(line: Line, start: int, words: Words) -> bool:
    """Whether a role stands some words before, with nothing but nouns between."""
    for back in range(1, _ROLE_REACH + 1):
        word = line.words[start - back] if start >= back else ""
        if not word or word in words.function or _is(word, words.saying):
            return False
        if back > 1 and (_is(word, words.roles) or _is(word, words.titles)):
            return True
    return False


def _says(line: Line, place: int, words: Words) -> bool:
    return place < len(line.words) and _is(line.words[place], words.saying)


def _is_named_after(line: Line, start: int, words: Words) -> bool:
    """Whether a thing stands before that is named after people: شارع, مطار الملك."""
    before = line.words[start - 1] if start else ""
    if _is(before, words.titles) and start > 1:
        before = line.words[start - 2]
    return _is(before, words.organisations)


def _is(word: str, members: frozenset[str]) -> bool:
    """Whether the word is one of these, with or without a clitic."""
    if word in members:
        return True
    if len(word) < 4 or word[0] not in _CLITICS:
        return False
    return word[1:] in members or (word.startswith("لل") and _ARTICLE + word[2:] in members)


def _has_class(word: str, words: Words) -> bool:
    """Whether the word is known as something else than a name."""
    if word in words.kinds or is_place(word):
        return True
    if word[:1] in (_AND, "ف") and (word[1:] in words.function or word[1:] in words.saying):
        return True
    return not bears(word) and (_is(word, words.function) or _is(word, words.roles))


def _again(line: Line, known: _Known) -> Iterator[tuple[int, int]]:
    """Where a full name, its surname, or beside a verb its given name stands again."""
    place = 0
    while place < len(line.words):
        end = _known_at(line, place, known)
        if end:
            yield place, end
        place = end or place + 1


def _known_at(line: Line, start: int, known: _Known) -> int:
    word = line.words[start]
    if word not in known.first:
        return 0
    for end in range(min(len(line.words), start + LONGEST_NAME), start, -1):
        name = tuple(line.words[start:end])
        if name in known.full:
            return 0 if _is_named_after(line, start, known.words) else end
        if name in known.tails and _stands_alone(line, start, end, known.words):
            return end
    if word not in known.given or word in known.words.particles:
        return 0
    beside = _context(line, start, known.words) > 1 or _says(line, start + 1, known.words)
    return start + 1 if beside else 0


def _stands_alone(line: Line, start: int, end: int, words: Words) -> bool:
    word = line.words[end - 1]
    if _is_named_after(line, start, words) or word in words.particles:
        return False
    if end - start == 1 and (word in words.ambiguous or len(word) < 3):
        return _context(line, start, words) > 1
    before = line.words[start - 1] if start else ""
    return not (before in words.particles or bears(before) > _GIVEN)


def _tail(name: Name) -> Name:
    """The surname, with the part before it that never stands without: بن علي, عبد الكريم."""
    joined = len(name) > 2 and name[-2] in (_SERVANT, "بن", "ابن", "ال", *_FATHERS)
    return name[-2:] if joined else name[-1:]


def _folds(lines: Sequence[Line], name: Tagged) -> Name:
    return tuple(lines[name.line].words[name.start : name.end])
