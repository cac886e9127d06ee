"""What an article says a person is: the words of office or calling beside a name, as printed.

Three places are looked at, and nothing is inferred. Before the name: "Interior Minister Jan Falk".
After it, between commas: "Jan Falk, a spokesman for the river board, said". Before it, between
commas as well: "The prime minister, Jan Falk, said". What is not sure is left out.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from indexer.model import Document, Name, Span
from indexer.persons.evidence import names_role
from indexer.persons.language import guess_language
from indexer.persons.naming import TITLE
from indexer.persons.role_words import (
    ABBREVIATED,
    ARTICLES,
    ENDS,
    FORMS_OF_ADDRESS,
    GENITIVES,
    GOES_ON,
    KINSHIP,
    LINKS,
    OTHER_ROLES,
    POSSESSIVES,
    QUALITIES,
)
from indexer.persons.tokens import Token, clean_name, is_capitalised, reading, tokenise
from indexer.persons.words import BY_LANGUAGE, Words

MOST_MENTIONS = 40  # of an article that are looked at
LONGEST = 120  # characters of a role; beyond it the comma that would end it was none
_REACH = 180  # characters on either side of a mention in which its role stands
_MOST_BEFORE = 7  # words of a role before a name
_MOST_QUALITIES = 4  # words between an article and what somebody is


class _Place(NamedTuple):
    """A mention in its text, and what stands beside it."""

    text: str
    span: Span
    others: tuple[Span, ...]  # mentions of other persons in the text
    words: Words
    language: str


def roles_in(document: Document, name: Name) -> tuple[str, ...]:
    """What the article calls a person, as printed, in the order of the mentions, each once.

    name: one of the document's. Articles at the beginning ("the", "a") are left aside. A language
    without rules gives nothing.
    """
    texts = {TITLE: document.title, **{one.id: one.text for one in document.passages}}
    language = document.language or guess_language(texts.values()) or ""
    words = BY_LANGUAGE.get(language)
    if words is None:
        return ()
    others = _spans_of_others(document, name)
    found: dict[str, str] = {}
    for mention in name.mentions[:MOST_MENTIONS]:
        text = texts.get(mention.passage, "")
        near = _near(others.get(mention.passage, ()), mention.span)
        for role in _roles_at(_Place(text, mention.span, near, words, language)):
            found.setdefault(role.casefold(), role)
    return tuple(found.values())


def _spans_of_others(document: Document, name: Name) -> Mapping[str, Sequence[Span]]:
    """Passage id → where other persons are named in it, in order."""
    spans: dict[str, list[Span]] = defaultdict(list)
    for other in document.names:
        if other.key != name.key:
            for mention in other.mentions:
                spans[mention.passage].append(mention.span)
    return {passage: sorted(found) for passage, found in spans.items()}


def _near(spans: Sequence[Span], at: Span) -> tuple[Span, ...]:
    """Those of the spans, in order, that stand within reach."""
    first = bisect_left(spans, (at[0] - 2 * _REACH, 0))
    return tuple(spans[first : bisect_left(spans, (at[1] + _REACH, 0))])


def _roles_at(place: _Place) -> Iterator[str]:
    text, (start, end) = place.text, place.span
    elisions = place.words.elisions
    first = max(0, start - _REACH)
    before = _moved(tokenise(text[first:start], elisions=elisions), first)
    after = _moved(tokenise(text[end : end + _REACH], elisions=elisions), end)
    found = (
        _before(place, before)
        if before and not text[before[-1].end : start].strip(" \u00a0")
        else None,
        _after(place, after),
        _between_commas(place, before, after),
    )
    for span in found:
        if span is not None and span[1] - span[0] <= LONGEST:
            role = clean_name(text[span[0] : span[1]])
            if role:
                yield role


def _moved(tokens: Sequence[Token], by: int) -> list[Token]:
    return [Token(token.text, token.start + by, token.end + by) for token in tokens]


def _before(place: _Place, tokens: Sequence[Token]) -> Span | None:
    """Interior Minister | Jan Falk."""
    last = len(tokens) - 1
    if last and tokens[last].text == "." and _folded(tokens[last - 1]) in ABBREVIATED:
        tokens = [*tokens[: last - 1], _joined(*tokens[last - 1 :])]
        last -= 1
    if not _is_role(tokens[last], place.words):
        return _linked(place, tokens)
    first = _first(place, tokens, last)
    while first < last and _folded(tokens[first]) in FORMS_OF_ADDRESS:
        first += 1
    return _unless_kin(place, tokens[first : last + 1])


def _first(place: _Place, tokens: Sequence[Token], head: int) -> int:
    """Where the words begin that say more of a role."""
    first = head
    while first and head - first + 1 < _MOST_BEFORE and _qualifies(place, tokens, first - 1):
        first -= 1
    return first + _is_possessive(tokens[first])


def _joined(word: Token, stop: Token) -> Token:
    return Token(f"{word.text}.", word.start, stop.end)


def _qualifies(place: _Place, tokens: Sequence[Token], at: int) -> bool:
    """Whether the word is part of the role that the next one is part of."""
    token, after = tokens[at], tokens[at + 1]
    if place.text[token.end : after.start].strip(" \u00a0"):
        return False
    if _is_possessive(token):
        return at > 0 and (is_capitalised(tokens[at - 1].text) or _is_known(tokens[at - 1], place))
    word = _folded(token)
    if _is_known(token, place) or names_role(word, place.words):
        return True
    if not is_capitalised(token.text) or place.words.compounds:
        return False
    named = [span for span in place.others if span[0] < token.end and token.start < span[1]]
    if any(place.text[end : end + 2] not in POSSESSIVES for _, end in named):
        return False
    return not _says_nothing(word, place.words)


def _is_known(token: Token, place: _Place) -> bool:
    """Whether a word of any case belongs before a role: interior, police, former."""
    word = _folded(token)
    if word in place.words.function and is_capitalised(token.text):
        return False  # "Then Gen. Falk spoke"; "the then general" is another matter
    return word in QUALITIES or (word in place.words.organisations and not place.words.compounds)


def _linked(place: _Place, tokens: Sequence[Token]) -> Span | None:
    """Le ministre de l'Intérieur | Jean Faure; secretary of state | Jan Falk."""
    links = GENITIVES.get(place.language, frozenset())
    for at in range(len(tokens) - 2, max(0, len(tokens) - _MOST_BEFORE) - 1, -1):
        after = tokens[at + 1]
        word = _folded(after)
        if _is_role(tokens[at], place.words) and word in links and at + 2 < len(tokens):
            return tokens[_first(place, tokens, at)].start, tokens[-1].end
        if not word or (word not in links and _is_other_word(word, place.words)):
            return None
        if _is_named(place, after):
            return None
    return None


def _is_other_word(word: str, words: Words) -> bool:
    """Whether a word stands in no name of an office: verbs of saying, pronouns, auxiliaries."""
    return word in words.function or word in words.saying or word in words.calendar


def _after(place: _Place, tokens: Sequence[Token]) -> Span | None:
    """Jan Falk, | a spokesman for the river board | , said."""
    if not tokens or tokens[0].text != ",":
        return None
    return _phrase(place, _without_age(tokens[1:]))


def _without_age(tokens: Sequence[Token]) -> Sequence[Token]:
    """What follows ", 45,"."""
    is_age = len(tokens) > 1 and tokens[0].text.isdecimal() and tokens[1].text == ","
    return tokens[2:] if is_age else tokens


def _between_commas(place: _Place, before: Sequence[Token], after: Sequence[Token]) -> Span | None:
    """The prime minister, | Jan Falk, said: the same phrase, with an article at its beginning."""
    if len(before) < 2 or before[-1].text != "," or not after or after[0].text != ",":
        return None
    for first in range(len(before) - 2, max(-1, len(before) - 14), -1):
        if before[first].text in ENDS:
            return None
        if _folded(before[first]) in ARTICLES:
            span = _phrase(place, before[first:])
            # Up to the comma: else it is what something else in the sentence is.
            if span is not None and span[1] == before[-2].end:
                return span
    return None


def _phrase(place: _Place, tokens: Sequence[Token]) -> Span | None:
    """What somebody is, from the first of the tokens; None where it is not that."""
    first = int(bool(tokens) and _folded(tokens[0]) in ARTICLES)
    head = _head(place, tokens, _after_owner(tokens, first))
    if head is None:
        return None
    end = head + 1
    if end < len(tokens) and tokens[end].text not in ENDS and not _is_possessive(tokens[end]):
        word = _folded(tokens[end])
        if word in LINKS and word not in ("and", "und", "et", "y", "&"):
            end = _end_of_phrase(place, tokens, end)
        elif word not in GOES_ON and word not in LINKS:
            return None  # "minister Jan Novak", "the lawyer said": another sentence, or another
    if end >= len(tokens) and tokens[-1].end < len(place.text):
        return None  # the comma that would end it is too far away
    return _unless_kin(place, tokens[first:end])


def _after_owner(tokens: Sequence[Token], first: int) -> int:
    """Where "President Odile Marn's" ends, whose adviser somebody is; the first where nobody's."""
    for at in range(first, min(len(tokens), first + _MOST_BEFORE)):
        if _is_possessive(tokens[at]):
            return at + 1
        if not is_capitalised(tokens[at].text):
            break
    return first


def _head(place: _Place, tokens: Sequence[Token], first: int) -> int | None:
    """The place of the last word of "former interior minister"; None: somebody is no such thing."""
    words = place.words
    for at in range(first, min(len(tokens), first + _MOST_QUALITIES + 1)):
        token = tokens[at]
        word = _folded(token)
        if _is_role(token, words):
            # Deputy minister, vice president: the last of them.
            while at + 1 < len(tokens) and _is_role(tokens[at + 1], words):
                at += 1
            return at
        if token.text in ENDS or word.isdecimal() or (not word and not _is_possessive(token)):
            return None
        if word in words.saying or word in words.function:
            return None
    return None


def _end_of_phrase(place: _Place, tokens: Sequence[Token], start: int) -> int:
    """Where the words that say of what somebody is something end."""
    for at in range(start, len(tokens)):
        word = _folded(tokens[at])
        if tokens[at].text in ENDS or word in place.words.saying:
            return at - _is_possessive(tokens[at - 1])
        if at > start and word in GOES_ON and word not in ARTICLES:
            return at
        if word in ("and", "und", "et", "y") and _is_named(place, *tokens[at + 1 : at + 2]):
            return at
    return len(tokens)


def _is_named(place: _Place, *tokens: Token) -> bool:
    """Whether a word is part of another person's name."""
    return any(start <= one.start < end for one in tokens for start, end in place.others)


def _unless_kin(place: _Place, tokens: Sequence[Token]) -> Span | None:
    """The span of a role, unless it says only that somebody is somebody's."""
    if not tokens:
        return None
    alone = len(tokens) == 1 and not is_capitalised(tokens[0].text)
    if alone and _folded(tokens[0]) in KINSHIP:
        return None
    return tokens[0].start, tokens[-1].end


def _is_role(token: Token, words: Words) -> bool:
    word = _folded(token)
    return word not in FORMS_OF_ADDRESS and (word in OTHER_ROLES or names_role(word, words))


def _says_nothing(word: str, words: Words) -> bool:
    return not word or word in words.function or word in words.calendar or word in words.saying


def _is_possessive(token: Token) -> bool:
    return token.text in POSSESSIVES


def _folded(token: Token) -> str:
    return reading(token.text)[0].rstrip("'’")
