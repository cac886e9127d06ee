"""What a run of capitals stands in or beside that is no person: streets, bodies, places, days."""

from functools import cache

from indexer.persons.evidence import names_role
from indexer.persons.lines import Line
from indexer.persons.rules.known import bearing, is_place
from indexer.persons.tokens import is_initial
from indexer.persons.words import BY_LANGUAGE, SUFFIXES, Words

_ROMANCE = ("le", "la", "les", "l", "un", "une", "el", "los", "las", "una")
_GERMAN = (
    "der",
    "die",
    "das",
    "des",
    "dem",
    "den",
    "ein",
    "eine",
    "im",
    "am",
    "zum",
    "zur",
    "beim",
)
_ARTICLES = frozenset((*_ROMANCE, *_GERMAN))
_OF = frozenset(("de", "du", "des", "d", "l", "la", "del", "las", "los", "el", "al", "von", "vom"))
LONGEST_NAME = 6  # words
_ENGLISH = BY_LANGUAGE["en"]  # its titles of films and slogans stand in texts of every language
_ENGLISH_BODIES = _ENGLISH.organisations - frozenset(
    ("park", "hall", "lane", "castle", "house", "church", "forest", "guard", "lake", "rivers")
)
_ENGLISH_NAMES = frozenset(("will", "may", "he", "an", "so"))
# German nouns that no surname ends like.
_NOUN_ENDINGS = ("ung", "heit", "keit", "schaft", "tion", "tat", "ismus", "nis", "chen", "ungen")
_LONGEST_SURNAME = 14  # letters of a German one that no list knows
_QUOTES = frozenset("\"“”„‟‘’«»‹›'")
_STEPS = 3  # words between a thing and whom it is named after
_LONGEST_ACRONYM = 5  # letters
_SHORTEST_ENDING = 4  # letters of -straße, of -haus


def is_barred(line: Line, start: int, end: int, words: Words) -> bool:
    """Whether what the tokens hold, or what stands right beside them, is none of a person."""
    if _holds_no_name(line, start, end, words) or _is_named_after(line, start, words):
        return True
    if names_role(before(line, start), words):
        return line.words[start] in words.organisations or is_place(line.words[start])
    return _is_part_of_body(line, start, end, words) or _is_quoted(line, start, end)


def before(line: Line, start: int) -> str:
    """The word before a place, of an abbreviated title the title."""
    place = start - 1
    if place > 0 and line.tokens[place].text == ".":
        place -= 1
    return line.words[place] if place >= 0 else ""


def is_next(line: Line, place: int) -> bool:
    """Whether only a space stands before a token: where a genitive s was cut off, more does."""
    return line.tokens[place].start <= line.tokens[place - 1].end + 1


def may_be_name(line: Line, place: int, words: Words) -> bool:
    """Whether the token may be part of a name: a capital that is no other word for certain."""
    word, text = line.words[place], line.tokens[place].text
    letters = word.replace("-", "").replace(" ", "").replace("’", "")
    return (
        line.capitals[place]
        and bool(word)
        and word not in words.function
        and word not in words.calendar
        and (word not in _ENGLISH.function or word in _ENGLISH_NAMES)
        and (letters.isalpha() or is_initial(text))
        and text[-1] not in "'’"
        and not (words.compounds and (_is_noun(word, words) or _is_adjective(text)))
    )


def _is_noun(word: str, words: Words) -> bool:
    """Whether a German capital is a noun by its end: -ung, -straße, more than 14 letters."""
    last = word.replace("-", " ").rpartition(" ")[2]
    if bearing(word):
        return False
    if last != word and (last in words.organisations or last in words.named):
        return True
    ending = last.endswith(_compounded(words.named)) and last not in words.named
    return ending or last.endswith(_NOUN_ENDINGS) or len(last) > _LONGEST_SURNAME


@cache
def _compounded(named: frozenset[str]) -> tuple[str, ...]:
    """The things that a compound may end with: -straße."""
    return tuple(sorted(thing for thing in named if len(thing) >= _SHORTEST_ENDING))


def _is_adjective(text: str) -> bool:
    """Whether it is made of a name: Ohm’schem."""
    return "’sch" in text or "'sch" in text


def _holds_no_name(line: Line, start: int, end: int, words: Words) -> bool:
    folds = [line.words[place] for place in range(start, end) if line.capitals[place]]
    capitals = [line.tokens[place].text for place in range(start, end) if line.capitals[place]]
    texts = [token.text for token in line.tokens[start:end]]
    return (
        not 0 < len(folds) <= LONGEST_NAME
        or any(fold in words.calendar for fold in folds)
        or folds[0] in words.function
        or folds[-1] in words.function
        or any(fold in words.organisations for fold in folds[:1])
        or any(fold in words.organisations and not bearing(fold) for fold in folds)
        or any(character.isdigit() for text in texts for character in text)
        or any("." in text[1:-1] and not is_initial(text) for text in texts)
        or (is_initial(texts[-1]) and len(texts[-1]) <= 2 and folds[-1] not in SUFFIXES)
        or all(
            len(fold) < 2 or is_initial(text) for fold, text in zip(folds, capitals, strict=True)
        )
        or any(fold in _ENGLISH.organisations and not bearing(fold) for fold in folds)
        or (len(folds) > 1 and folds[-1] in _ENGLISH_BODIES)
        or all(is_place(fold) for fold in folds)
        or _is_acronym(folds, capitals)
    )


def _is_acronym(folds: list[str], texts: list[str]) -> bool:
    """Whether all is in capitals, and not all of it a known name; or it opens so: US, FC, AG."""
    if (
        texts[0].isupper()
        and len(texts[0]) > 1
        and not is_initial(texts[0])
        and not texts[-1].isupper()
    ):
        return True
    return all(text.isupper() and len(text) > 1 for text in texts) and not all(
        bearing(fold) for fold in (folds if len(folds) > 1 else [""])
    )


def _is_named_after(line: Line, start: int, words: Words) -> bool:
    """Whether a street, a prize or a feast stands before: calle Santa Teresa, prix de Rome."""
    place = start - 1
    word = before(line, start)
    if word in words.named or (word in words.organisations and not line.capitals[place]):
        return True
    steps = 0
    while place >= 0 and steps < _STEPS and _leads_on(line.words[place], words):
        place, steps = place - 1, steps + 1
    return steps > 0 and place >= 0 and line.words[place] in words.named


def _leads_on(word: str, words: Words) -> bool:
    """Whether a word may stand between a thing and whom it is named after: calle de Don X."""
    return word in _OF or word in words.titles


def _is_part_of_body(line: Line, start: int, end: int, words: Words) -> bool:
    """Whether an article stands before it, or another capital that makes it a body or a place."""
    word = before(line, start)
    if word in _ARTICLES and line.tokens[start - 1].text != ".":
        return True
    if line.words[start] in words.places:
        return True
    if words.compounds and start > 0 and _is_short_for_body(line.tokens[start - 1].text):
        return True
    if (
        start > 0
        and line.capitals[start - 1]
        and (word in words.places or word in words.organisations)
    ):
        return True
    behind = end < len(line.words) and line.capitals[end] and is_next(line, end)
    return behind and line.words[end] in words.organisations


def _is_short_for_body(text: str) -> bool:
    """Whether it is FC, LG, CDU: what stands behind belongs to it."""
    return text.isupper() and text.isalpha() and 1 < len(text) <= _LONGEST_ACRONYM


def _is_quoted(line: Line, start: int, end: int) -> bool:
    """Whether quotation marks hold the words and nothing else: a title, a slogan, a ship."""
    around = line.tokens[max(0, start - 1) : start], line.tokens[end : end + 1]
    return all(tokens and tokens[0].text in _QUOTES for tokens in around)
