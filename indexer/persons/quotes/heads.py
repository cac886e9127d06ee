"""Whether a name in a sentence is a subject, and what before it says who that is.

"A spokesman for X", "X's lawyer" and "police investigating X" are not X; "X and Y" are two.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.persons.quotes.items import Item, Kind
from indexer.persons.quotes.speech import Speech

_FEW = 4  # words before an "and" that are no clause: The council and X
_NEAR = 8  # items of what somebody is, before the name: the union's deputy general secretary X


@dataclass(frozen=True, slots=True)
class Subject:
    """Who speaks: the place of a name or of he or she in the sentence; None: nobody sure."""

    place: int | None
    start: int  # the first item of what names them
    relative: bool = False  # X, who said: what follows the next comma is not what X said


def head_start(sentence: Sequence[Item], place: int, speech: Speech) -> int | None:
    """Where the words begin that say who a named person is; None: the name is no subject.

    It is none after a preposition ("a spokesman for X"), unless that belongs to an office before
    it ("Secretary of State X"), after another's verb ("police investigating X"), and where it is
    joined to another ("X and Y").
    """
    if _owns(sentence, place):
        return None
    start = describes_from(sentence, place, speech)
    before = sentence[start - 1] if start else None
    if before is None or before.kind not in (Kind.WORD, Kind.NAME):
        return start
    if before.kind is Kind.NAME:
        return None
    return _after_word(sentence, place, start, speech)


def is_sure_subject(sentence: Sequence[Item], place: int, speech: Speech) -> bool:
    """Whether a name is the subject of its clause though no verb that we know follows it.

    Nothing but titles and offices may stand between it and the beginning of the clause, since it
    may be the object of a verb there: protesters met X.
    """
    start = head_start(sentence, place, speech)
    if start is None or any(_is_plain(item, speech) for item in sentence[start:place]):
        return False
    while start and sentence[start - 1].kind is Kind.WORD:
        word = sentence[start - 1].text
        if word in speech.clause_after:
            return True
        if word not in speech.words.function or word in speech.prepositions:
            return False
        start -= 1
    return not start or sentence[start - 1].is_mark(",-–—:") or _is_quote(sentence[start - 1])


def main_subject(sentence: Sequence[Item], before: int, speech: Speech) -> Subject:
    """The one person named before a place of the sentence, where they are a subject."""
    nobody = Subject(None, before)
    people = [
        place
        for place in range(before)
        if sentence[place].kind is Kind.NAME and not _owns(sentence, place)
    ]
    if not people:
        spoken = [place for place in range(before) if is_pronoun(sentence[place], speech)]
        alike = spoken and all(sentence[place] == sentence[spoken[0]] for place in spoken)
        return Subject(spoken[0], spoken[0]) if alike else nobody
    if any(sentence[place].text != sentence[people[0]].text for place in people):
        return nobody
    if not is_sure_subject(sentence, people[0], speech):
        return nobody
    return Subject(people[0], people[0])


def describes_from(sentence: Sequence[Item], place: int, speech: Speech) -> int:
    """Where the words begin that say who a name is: the union's [deputy general secretary X]."""
    start = place
    while start and place - start < _NEAR and _describes(sentence[start - 1], speech):
        start -= 1
    return start


def is_pronoun(item: Item, speech: Speech) -> bool:
    """Whether it is he or she."""
    return item.kind is Kind.WORD and (item.text in speech.he or item.text in speech.she)


def names_somebody_else(sentence: Sequence[Item], speech: Speech) -> bool:
    """Whether a sentence speaks of a person without a name: a nurse, the man, her son."""
    people = speech.somebody | speech.words.roles
    for place, item in enumerate(sentence):
        if item.kind is Kind.WORD and not item.capital and item.text in people:
            start = place
            while start and _is_plain(sentence[start - 1], speech):
                start -= 1
            apposed = start >= 2 and sentence[start - 2].is_mark(",")
            being = start >= 2 and sentence[start - 2].text in (*speech.passive, "as")
            after = sentence[place + 1 : place + 3]
            named = any(other.kind is Kind.NAME for other in after)
            article = start and sentence[start - 1].text in speech.words.function
            if article and not (apposed or being or named):
                return True
    return False


def _is_quote(item: Item) -> bool:
    return item.kind is Kind.QUOTE


def _owns(sentence: Sequence[Item], place: int) -> bool:
    after = sentence[place + 1] if place + 1 < len(sentence) else None
    return after is not None and after.kind is Kind.OWNER


def _after_word(sentence: Sequence[Item], place: int, start: int, speech: Speech) -> int | None:
    """head_start where a small word or a verb stands before all that describes the name."""
    word = sentence[start - 1].text
    opens = start == 1 or sentence[start - 2].kind in (Kind.MARK, Kind.QUOTE)
    if word in speech.articles and opens:  # German der: the, and of the
        return start
    if word in speech.prepositions:
        return _office_start(sentence, place, start, speech)
    plain = any(_is_plain(item, speech) for item in sentence[start:place])
    if word in speech.who or (plain and word in ("that", "which", "whom")) or _is_verbal(word):
        return None
    return None if word in speech.and_ and _joins(sentence, start - 1) else start


def _joins(sentence: Sequence[Item], place: int) -> bool:
    """Whether the "and" at a place joins two persons or bodies, not two clauses."""
    begin = place
    while begin and sentence[begin - 1].kind is not Kind.MARK and place - begin <= _FEW:
        begin -= 1
    return begin < place and (place - begin <= _FEW or sentence[place - 1].kind is Kind.NAME)


def _office_start(sentence: Sequence[Item], place: int, start: int, speech: Speech) -> int | None:
    """For "Secretary of State X" where that begins; None for "the wife of President X"."""
    if start == place or start < 2:
        return None
    last, office = sentence[place - 1], sentence[start - 2]
    if _is_rank(last, speech) or not last.capital or not _is_rank(office, speech):
        return None
    return describes_from(sentence, start - 2, speech)


def _describes(item: Item, speech: Speech) -> bool:
    """Whether a word may stand between an article and the name: chief, Iranian, 74-year-old."""
    if item.kind is Kind.MARK:
        return item.text == "."
    if item.kind is not Kind.WORD or (item.capital and item.text in speech.prepositions):
        return False
    return item.capital or _is_rank(item, speech) or _is_plain(item, speech)


def _is_rank(item: Item, speech: Speech) -> bool:
    return item.text in speech.words.titles or item.text in speech.words.roles


def _is_plain(item: Item, speech: Speech) -> bool:
    """A word of no class that we know: an adjective, or what somebody is."""
    if item.kind is not Kind.WORD or item.capital or _is_rank(item, speech):
        return False
    small = (speech.words.function, speech.prepositions, speech.and_, speech.but)
    verbs = (speech.speech, speech.unsaid, speech.speech_beside)
    if any(item.text in words for words in (*small, *verbs)):
        return False
    return not _is_verbal(item.text) and not item.text[0].isdigit()


def _is_verbal(word: str) -> bool:
    """What may be another's verb: police investigating X, critics who accused X."""
    return word.endswith(("ing", "ed"))
