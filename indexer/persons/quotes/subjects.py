"""Who does what a verb of speech says: the subject of each of a sentence's verbs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from indexer.persons.quotes.heads import (
    Subject,
    describes_from,
    head_start,
    is_pronoun,
    main_subject,
)
from indexer.persons.quotes.items import Item, Kind
from indexer.persons.quotes.speech import Speech

_REACH = 14  # items that what somebody is may take up: the minister for trade, Anna Vance
_NEAR = 8  # items of the body somebody is of: of the Passengers' League
_QUOTING = frozenset(("quoted", "quotes", "quoting", "cited", "cites"))


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of speech, and who does it."""

    place: int
    subject: Subject


def verbs(sentence: Sequence[Item], speech: Speech) -> Iterator[Verb]:
    """The verbs of speech of a sentence, in order, each with its subject."""
    for place, item in enumerate(sentence):
        if item.kind is not Kind.WORD or item.text not in speech.governing:
            continue
        if _is_adjective(sentence, place, speech):
            continue
        if item.text in speech.according:
            yield Verb(place, Subject(_named_after(sentence, place, speech), place))
        elif item.text in speech.unsaid and not _reports(sentence, place, speech):
            yield Verb(place, Subject(None, place))
        elif item.text in speech.speech_beside:
            yield Verb(place, _beside(sentence, place, speech))
        elif item.text in speech.speech:
            subject = _subject(sentence, place, speech)
            if subject.place is not None or item.text not in speech.speech_or_noun:
                yield Verb(place, subject)


def _reports(sentence: Sequence[Item], place: int, speech: Speech) -> bool:
    """Whether a quoting verb leads on to the one who spoke: the paper quotes X as saying."""
    reach = sentence[place + 1 : place + _REACH]
    return sentence[place].text in _QUOTING and any(
        item.text == "as" and after.text in speech.speech_beside for item, after in pairwise(reach)
    )


def _is_adjective(sentence: Sequence[Item], place: int, speech: Speech) -> bool:
    """Whether what may be a verb stands as an adjective or a noun: his suggested reforms."""
    before = sentence[place - 1] if place else None
    if before is None or before.kind is Kind.OWNER:
        return before is not None
    return before.kind is Kind.WORD and before.text in speech.articles


def _subject(sentence: Sequence[Item], place: int, speech: Speech) -> Subject:
    """The subject of a finite verb, before it or, after a quote, behind it."""
    before = place - 1
    if speech.verb_first:
        denied = place and sentence[before].text in speech.not_
        return Subject(None if denied else _named_after(sentence, place, speech), place)
    while before >= 0 and sentence[before].kind is Kind.WORD:
        word = sentence[before].text
        if word in speech.not_ or word in speech.passive:
            return Subject(None, before)
        if word not in speech.between and word not in speech.words.calendar:
            break
        before -= 1
    opens = before - 1 if before > 0 and sentence[before].is_mark(",") else before
    if opens >= 0 and sentence[opens].kind is Kind.QUOTE:
        return Subject(_named_after(sentence, place, speech), opens + 1)
    return _ends_at(sentence, before, speech)


def _ends_at(sentence: Sequence[Item], place: int, speech: Speech) -> Subject:
    """The subject whose last item stands at a place."""
    if place < 0:
        return Subject(None, place)
    item = sentence[place]
    if is_pronoun(item, speech):
        return Subject(place, place)
    if item.kind is Kind.NAME:
        return _named(sentence, place, speech)
    if item.is_mark(","):
        return _before_parenthesis(sentence, place, speech)
    if item.is_mark(")"):
        return _before_bracket(sentence, place, speech)
    if item.kind is Kind.WORD and item.text in speech.who:
        before = place - 1 - (place > 0 and sentence[place - 1].is_mark(","))
        return replace(_ends_at(sentence, before, speech), relative=True)
    if item.kind is Kind.WORD and (item.text in speech.and_ or item.text in speech.but):
        return main_subject(sentence, place, speech)
    return _of_a_body(sentence, place, speech)


def _named(sentence: Sequence[Item], place: int, speech: Speech) -> Subject:
    start = head_start(sentence, place, speech)
    if start is None:
        return Subject(None, place)
    return Subject(place, _apposed(sentence, start))


def _apposed(sentence: Sequence[Item], start: int) -> int:
    """Where a subject begins of which a name is the second half: “…,” the prosecutor, X, said."""
    if not start or not sentence[start - 1].is_mark(","):
        return start
    for place in range(start - 1, max(-1, start - _REACH), -1):
        if sentence[place].kind is Kind.QUOTE:
            return place + 1
    return start


def _before_parenthesis(sentence: Sequence[Item], place: int, speech: Speech) -> Subject:
    """Of "X, who leads the council, said" and of "the prosecutor, X, said"."""
    inside = sentence[place - 1].kind if place else None
    for comma in range(place - 1, max(0, place - 2 * _REACH), -1):
        if sentence[comma].kind is Kind.QUOTE:
            break
        if not sentence[comma].is_mark(","):
            continue
        if sentence[comma - 1].kind is Kind.NAME:
            return _named(sentence, comma - 1, speech)
        if inside is Kind.NAME and head_start(sentence, place - 1, speech) == comma + 1:
            return Subject(place - 1, _apposed(sentence, comma + 1))
    return Subject(None, place)


def _before_bracket(sentence: Sequence[Item], place: int, speech: Speech) -> Subject:
    """Of "X (Labour) said"."""
    for opening in range(place - 1, max(0, place - _NEAR), -1):
        if sentence[opening].is_mark("("):
            name = sentence[opening - 1].kind is Kind.NAME
            return _named(sentence, opening - 1, speech) if name else Subject(None, place)
    return Subject(None, place)


def _of_a_body(sentence: Sequence[Item], place: int, speech: Speech) -> Subject:
    """Of "X of the Passengers' League said"."""
    for name in range(place, max(-1, place - _NEAR), -1):
        item = sentence[name]
        if item.kind is Kind.NAME:
            joined = name < place and sentence[name + 1].text in speech.prepositions
            return _named(sentence, name, speech) if joined else Subject(None, place)
        small = item.text in speech.prepositions or item.text in speech.words.function
        if not (item.capital or small or item.kind is Kind.OWNER or item.is_mark("’'")):
            break
    return Subject(None, place)


def _beside(sentence: Sequence[Item], place: int, speech: Speech) -> Subject:
    """The subject of a participle: ", calling it", "quotes X as saying", "X is saying"."""
    before = sentence[place - 1] if place else None
    if before is not None and before.kind is Kind.WORD:
        if before.text == "as":
            return _quoted_as(sentence, place, speech)
        if before.text in speech.passive:
            return _subject(sentence, place - 1, speech)
        if before.text in speech.and_ or before.text in speech.but:
            return main_subject(sentence, place, speech)
    if before is not None and before.is_mark(","):
        return main_subject(sentence, place, speech)
    leads = any(item.is_mark(":") for item in sentence[place + 1 : place + 2])
    if before is not None and before.kind is Kind.NAME and leads:  # with X stating: “…”
        return Subject(place - 1, place - 1)
    return Subject(None, place)


def _quoted_as(sentence: Sequence[Item], place: int, speech: Speech) -> Subject:
    """Of "the paper quotes X as saying" and "X is quoted as saying"."""
    quoting = [at for at in range(max(0, place - _REACH), place) if sentence[at].text in _QUOTING]
    if not quoting:
        return Subject(None, place)
    verb = quoting[-1]
    if verb == place - 2:
        while verb and sentence[verb - 1].text in speech.passive | speech.between:
            verb -= 1
        return _ends_at(sentence, verb - 1, speech)
    named = [at for at in range(verb, place) if sentence[at].kind is Kind.NAME]
    alone = len(named) == 1 and describes_from(sentence, named[0], speech) == verb + 1
    return Subject(named[0] if alone else None, verb)


def _named_after(sentence: Sequence[Item], verb: int, speech: Speech) -> int | None:
    """The place of who is named right after a verb: said the minister, X; according to X."""
    first = verb + 1
    if sentence[verb].text in speech.according and sentence[first : first + 1]:
        first += sentence[first].text == "to"
    strange = False  # a preposition stands before: said a spokesman for X
    for place in range(first, min(len(sentence), first + _REACH)):
        item = sentence[place]
        owner = place + 1 < len(sentence) and sentence[place + 1].kind is Kind.OWNER
        if item.kind is Kind.NAME and not owner:
            according = sentence[verb].text in speech.according
            ends = according or _may_end(sentence, place + 1, speech)
            return None if strange or not ends else place
        if is_pronoun(item, speech):
            return place if place == first else None
        if item.kind is Kind.OWNER or item.is_mark(","):
            if item.kind is Kind.MARK and not _name_is_next(sentence, place + 1, speech):
                return None
            strange = False
        elif item.kind is Kind.WORD:
            strange = strange or _is_strange(sentence, place, speech)
        elif item.kind is not Kind.NAME and not item.is_mark("."):
            return None
    return None


def _is_strange(sentence: Sequence[Item], place: int, speech: Speech) -> bool:
    """Whether a name after the word is not who speaks: said a friend of X, said when X came."""
    word = sentence[place].text
    if speech.verb_first:
        return not _is_definite(sentence, place, speech)
    if word in speech.articles or word in speech.words.titles:
        return False
    return word in speech.prepositions or word in speech.words.function


def _is_definite(sentence: Sequence[Item], place: int, speech: Speech) -> bool:
    """Whether an Arabic word says what X is: the minister X, minister of the interior X.

    Without its article a word owns the next one: (the) lawyer (of) X.
    """
    word = sentence[place].text
    after = sentence[place + 1].text if place + 1 < len(sentence) else ""
    if word in speech.words.function:
        return False
    return word.startswith("ال") or (word in speech.offices and after.startswith("ال"))


def _name_is_next(sentence: Sequence[Item], place: int, speech: Speech) -> bool:
    while place < len(sentence) and sentence[place].kind is Kind.WORD:
        if sentence[place].text not in speech.words.titles:
            return False
        place += 1
    return place < len(sentence) and sentence[place].kind is Kind.NAME


def _may_end(sentence: Sequence[Item], place: int, speech: Speech) -> bool:
    """Whether the subject behind its verb may end before a place: no "said X was", no "X and Y"."""
    if place >= len(sentence) or sentence[place].kind is not Kind.WORD:
        return place >= len(sentence) or sentence[place].kind is not Kind.NAME
    word = sentence[place].text
    if speech.verb_first:
        titled = _name_is_next(sentence, place, speech)  # a friend of Dr X, taken for a name
        return word not in speech.and_ and not titled
    if word in speech.and_:
        return not any(item.kind is Kind.NAME for item in sentence[place + 1 : place + 5])
    ends = (speech.prepositions, speech.between, speech.who, speech.words.calendar)
    return any(word in words for words in ends)
