"""Who does what a verb says: the subject of each verb of speech of a sentence.

A subject is somebody named, or he or she, or nobody we are sure of. "A spokesman for X said" and
"X's lawyer said" are not X; "X and Y said" are two.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.persons.quotes.items import Item, Kind
from indexer.persons.quotes.speech import Speech

_REACH = 14  # items that what somebody is may take up: the minister for trade, Anna Vance
_NEAR = 8  # items of a role right before or after a name


@dataclass(frozen=True, slots=True)
class Subject:
    """Who speaks: the place of a name or of he or she in the sentence; None: nobody sure."""

    place: int | None
    start: int  # the first item of what names them


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of speech, and who does it."""

    place: int
    subject: Subject


def verbs(sentence: Sequence[Item], speech: Speech) -> Iterator[Verb]:
    """The verbs of speech of a sentence, in order, each with its subject."""
    for place, item in enumerate(sentence):
        if item.kind is not Kind.WORD:
            continue
        if item.text in speech.according:
            yield Verb(place, Subject(_named_after(sentence, place, speech), place))
        elif item.text in speech.unsaid:
            yield Verb(place, Subject(None, place))
        elif item.text in speech.speech_beside:
            yield Verb(place, _beside(sentence, place, speech))
        elif item.text in speech.speech:
            subject = _subject(sentence, place, speech)
            if subject.place is not None or item.text not in speech.speech_or_noun:
                yield Verb(place, subject)


def main_subject(sentence: Sequence[Item], before: int, speech: Speech) -> Subject:
    """The one person named before a place of the sentence, where they are a subject."""
    people = [
        place
        for place in range(before)
        if sentence[place].kind is Kind.NAME and not _owns(sentence, place)
    ]
    if not people:
        pronoun = [place for place in range(before) if is_pronoun(sentence[place], speech)]
        if pronoun and all(sentence[place] == sentence[pronoun[0]] for place in pronoun):
            return Subject(pronoun[0], pronoun[0])
        return Subject(None, before)
    first = people[0]
    if any(sentence[place].text != sentence[first].text for place in people):
        return Subject(None, before)
    start = head_start(sentence, first, speech, alone=True)
    opens = start is not None and _opens_clause(sentence, start, speech)
    return Subject(first, start or 0) if opens else Subject(None, before)


def _opens_clause(sentence: Sequence[Item], start: int, speech: Speech) -> bool:
    """Whether a subject stands at the beginning of its sentence, or after a comma."""
    while start and sentence[start - 1].kind is Kind.WORD:
        word = sentence[start - 1].text
        if word not in speech.words.function or word in speech.prepositions:
            return False
        start -= 1
    return (
        not start or sentence[start - 1].is_mark(",-–—:") or sentence[start - 1].kind is Kind.QUOTE
    )


def head_start(
    sentence: Sequence[Item], place: int, speech: Speech, *, alone: bool = False
) -> int | None:
    """Where the words begin that say what a named person is; None: the name is no subject.

    It is none after a preposition ("a spokesman for X"), unless that belongs to an office before
    it ("Secretary of State X"), after another's verb ("police investigating X"), and where it is
    joined to another ("X and Y"). alone: no verb stands right behind the name, so that it may be
    the object of one before it; nothing but titles and offices may precede it, then.
    """
    if _owns(sentence, place):
        return None
    start = place
    while start and place - start < _NEAR and _describes(sentence[start - 1], speech):
        start -= 1
    plain = any(_is_plain(item, speech) for item in sentence[start:place])
    before = sentence[start - 1] if start else None
    if before is None:
        return None if alone and plain else start
    if before.kind is Kind.WORD:
        return _after_word(sentence, place, start, speech) if not (alone and plain) else None
    return None if before.kind is Kind.NAME or (alone and plain) else start


def _after_word(sentence: Sequence[Item], place: int, start: int, speech: Speech) -> int | None:
    """The same where a small word or a verb stands before all that describes the name."""
    word = sentence[start - 1].text
    if word in speech.prepositions:
        return _office_start(sentence, place, start, speech)
    plain = any(_is_plain(item, speech) for item in sentence[start:place])
    if word in speech.who or (plain and word in ("that", "which", "whom")) or _is_verbal(word):
        return None
    joined = start >= 2 and sentence[start - 2].kind is Kind.NAME
    return None if joined and word in speech.and_ else start


def is_pronoun(item: Item, speech: Speech) -> bool:
    """Whether it is he or she."""
    return item.kind is Kind.WORD and (item.text in speech.he or item.text in speech.she)


def _owns(sentence: Sequence[Item], place: int) -> bool:
    after = sentence[place + 1] if place + 1 < len(sentence) else None
    return after is not None and after.kind is Kind.OWNER


def _describes(item: Item, speech: Speech) -> bool:
    """Whether a word may stand between an article and the name: chief, Iranian, 74-year-old."""
    if item.kind is Kind.MARK:
        return item.text == "."
    if item.kind is not Kind.WORD:
        return False
    return _is_rank(item, speech) or item.capital or _is_plain(item, speech)


def _is_rank(item: Item, speech: Speech) -> bool:
    return item.text in speech.words.titles or item.text in speech.words.roles


def _is_plain(item: Item, speech: Speech) -> bool:
    """A word of no class that we know: an adjective, or what somebody is."""
    if item.kind is not Kind.WORD or item.capital or _is_rank(item, speech):
        return False
    small = speech.words.function | speech.prepositions | speech.and_ | speech.speech
    return item.text not in small and not _is_verbal(item.text) and not item.text[0].isdigit()


def _is_verbal(word: str) -> bool:
    """What may be another's verb: police investigating X, critics who accused X."""
    return word.endswith(("ing", "ed"))


def _office_start(sentence: Sequence[Item], place: int, start: int, speech: Speech) -> int | None:
    """For "Secretary of State X" where that begins; None for "the wife of President X"."""
    if start == place or start < 2:
        return None
    last, office = sentence[place - 1], sentence[start - 2]
    ranked = last.text in speech.words.titles or last.text in speech.words.roles
    if ranked or not last.capital or office.text not in speech.words.roles | speech.words.titles:
        return None
    begin = start - 2
    while begin and start - begin < _NEAR and _describes(sentence[begin - 1], speech):
        begin -= 1
    return begin


def _beside(sentence: Sequence[Item], place: int, speech: Speech) -> Subject:
    """The subject of a participle: ", calling it", "quotes X as saying", "X is saying"."""
    before = sentence[place - 1] if place else None
    if before is None:
        return Subject(None, place)
    if before.kind is Kind.WORD and before.text == "as":
        return _quoted_as(sentence, place, speech)
    if before.kind is Kind.WORD and before.text in speech.passive:
        return _subject(sentence, place - 1, speech)
    if before.is_mark(",") or (before.kind is Kind.WORD and before.text in speech.and_):
        return main_subject(sentence, place, speech)
    return Subject(None, place)


def _quoted_as(sentence: Sequence[Item], place: int, speech: Speech) -> Subject:
    """Of "the paper quotes X as saying" and "X is quoted as saying"."""
    for verb in range(place - 2, max(-1, place - 2 - _REACH), -1):
        if sentence[verb].kind is Kind.WORD and sentence[verb].text in _QUOTING:
            break
    else:
        return Subject(None, place)
    if verb == place - 2:
        before = verb - 1
        while before >= 0 and sentence[before].text in speech.passive:
            before -= 1
        return _ends_at(sentence, before, speech)
    named = [at for at in range(verb, place) if sentence[at].kind is Kind.NAME]
    alone = len(named) == 1 and not _owns(sentence, named[0])
    if alone and head_start(sentence, named[0], speech) is not None:
        return Subject(named[0], verb)
    return Subject(None, place)


_QUOTING = frozenset(("quoted", "quotes", "quoting", "quote", "cited", "cites"))


def _subject(sentence: Sequence[Item], place: int, speech: Speech) -> Subject:
    """The subject of a finite verb, before it or, after a quote, behind it."""
    before = place - 1
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
    nobody = Subject(None, place)
    if place < 0:
        return nobody
    item = sentence[place]
    if is_pronoun(item, speech):
        return Subject(place, place)
    if item.kind is Kind.NAME:
        start = head_start(sentence, place, speech)
        return nobody if start is None else Subject(place, _apposed(sentence, start))
    if item.kind is Kind.WORD and item.text in speech.who:
        return _ends_at(sentence, place - 1 - sentence[place - 1].is_mark(","), speech)
    if item.is_mark(","):
        return _before_parenthesis(sentence, place, speech)
    if item.is_mark(")"):
        return _before_bracket(sentence, place, speech)
    if item.kind is Kind.WORD and item.text in speech.and_:
        return main_subject(sentence, place, speech)
    return _of_a_body(sentence, place, speech)


def _apposed(sentence: Sequence[Item], start: int) -> int:
    """Where a subject begins of which the name is the second half: the prosecutor, X, said."""
    place = start
    if place and sentence[place - 1].is_mark(","):
        while place and sentence[place - 1].kind is not Kind.QUOTE and start - place < _REACH:
            place -= 1
        if place and sentence[place - 1].kind is Kind.QUOTE:
            return place
    return start


def _before_parenthesis(sentence: Sequence[Item], place: int, speech: Speech) -> Subject:
    """Of "X, who leads the council, said" and of "the prosecutor, X, said"."""
    inside = sentence[place - 1]
    for comma in range(place - 1, max(-1, place - 2 * _REACH), -1):
        item = sentence[comma]
        if item.kind is Kind.QUOTE:
            break
        if not item.is_mark(",") or not comma:
            continue
        if sentence[comma - 1].kind is Kind.NAME:
            start = head_start(sentence, comma - 1, speech)
            return Subject(None if start is None else comma - 1, comma if start is None else start)
        if inside.kind is Kind.NAME and head_start(sentence, place - 1, speech) == comma + 1:
            return Subject(place - 1, _apposed(sentence, comma + 1))
    return Subject(None, place)


def _before_bracket(sentence: Sequence[Item], place: int, speech: Speech) -> Subject:
    for opening in range(place - 1, max(-1, place - _NEAR), -1):
        if sentence[opening].is_mark("("):
            return _ends_at(sentence, opening - 1, speech)
    return Subject(None, place)


def _of_a_body(sentence: Sequence[Item], place: int, speech: Speech) -> Subject:
    """Of "X of the Passengers' League said"."""
    for name in range(place, max(-1, place - _NEAR), -1):
        item = sentence[name]
        if item.kind is Kind.NAME:
            after = sentence[name + 1]
            start = head_start(sentence, name, speech)
            if start is not None and after.text in speech.prepositions and name < place:
                return Subject(name, _apposed(sentence, start))
            break
        small = item.text in speech.prepositions or item.text in speech.words.function
        if not (item.capital or small or item.kind is Kind.OWNER or item.is_mark("’'")):
            break
    return Subject(None, place)


def _named_after(sentence: Sequence[Item], verb: int, speech: Speech) -> int | None:
    """The place of who is named right after a verb: said the minister, X; according to X."""
    first = verb + 1
    strange = False  # a preposition stands before: said a spokesman for X
    for place in range(first, min(len(sentence), first + _REACH)):
        item = sentence[place]
        if item.kind is Kind.NAME:
            if _owns(sentence, place):
                continue
            return None if strange or not _may_end(sentence, place + 1, speech) else place
        if is_pronoun(item, speech):
            return place if place == first else None
        if item.kind is Kind.OWNER:
            strange = False
        elif item.is_mark(","):
            if place == first or not _name_is_next(sentence, place + 1, speech):
                return None
            strange = False
        elif item.kind is Kind.WORD and item.text in speech.prepositions:
            strange = strange or not (place == first and sentence[verb].text in speech.according)
        elif item.kind is not Kind.WORD and not item.is_mark("."):
            return None
    return None


def _name_is_next(sentence: Sequence[Item], place: int, speech: Speech) -> bool:
    while place < len(sentence) and sentence[place].kind is Kind.WORD:
        if sentence[place].text not in speech.words.titles:
            return False
        place += 1
    return place < len(sentence) and sentence[place].kind is Kind.NAME


def _may_end(sentence: Sequence[Item], place: int, speech: Speech) -> bool:
    """Whether the subject behind its verb may end before a place: no "said X was", no "X and Y"."""
    if place >= len(sentence) or sentence[place].kind is not Kind.WORD:
        return True
    word = sentence[place].text
    if word in speech.and_:
        return not any(item.kind is Kind.NAME for item in sentence[place + 1 : place + 5])
    ends = speech.prepositions | speech.between | speech.who | speech.words.calendar
    return word in ends
