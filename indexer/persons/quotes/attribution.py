"""Who says each quote of a paragraph: the verb of speech that governs it, and that verb's subject.

Precision first: a wrong speaker in an archive is a libel. What is not sure is nobody's.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from indexer.model import Span
from indexer.persons.quotes.heads import (
    Subject,
    is_pronoun,
    is_sure_subject,
    main_subject,
    names_somebody_else,
)
from indexer.persons.quotes.items import Item, Kind, sentences
from indexer.persons.quotes.marks import Quoted
from indexer.persons.quotes.speech import Speech
from indexer.persons.quotes.subjects import Verb, verbs
from indexer.persons.tokens import is_capitalised, tokenise

LONGEST_SENTENCE = 160  # items; a longer one is no sentence, and nothing of it is sure
_LONGEST_TAIL = 10  # items after the verb of "…”, Smith said in a statement on Monday."
_LONGEST_TERM = 3  # words of his “troop surge”
_LONGEST_NAME = 2  # words of the “road map”
_CALLED_REACH = 7  # items between known and as
_SENTENCE_END = re.compile(r"[.!?]\s")


@dataclass(frozen=True, slots=True)
class Page:
    """A paragraph with its quotes, and who is named where."""

    text: str
    quotes: Sequence[Quoted]
    names: Mapping[Span, str]  # spans of the paragraph → key
    goes_on: bool  # the next paragraph opens with a quotation mark


@dataclass(frozen=True, slots=True)
class Heard:
    """What one paragraph leaves to the next."""

    focus: str | None = None  # who "he" is: the one person the last sentence is about
    speaker: str | None = None  # who says the quote that the paragraph ended in


class Listener:
    """Reads the paragraphs of one article in order."""

    def __init__(self, speech: Speech, men: Iterable[str], women: Iterable[str]) -> None:
        self._speech = speech
        self._men, self._women = frozenset(men), frozenset(women)
        self._heard = Heard()

    def listen(self, page: Page) -> dict[int, str]:
        """The numbers of the paragraph's quotes whose speaker is sure, and the speakers' keys."""
        reading = _Reading(page, self._speech, self._heard, (self._men, self._women))
        for sentence in sentences(page.text, page.quotes, page.names, self._speech):
            reading.read(sentence)
        self._heard = reading.heard()
        return reading.said

    def pause(self) -> None:
        """Forget what was said last: a heading or the like comes between."""
        self._heard = Heard()


class _Reading:
    """One paragraph while it is read, sentence by sentence."""

    def __init__(
        self,
        page: Page,
        speech: Speech,
        heard: Heard,
        sexes: tuple[frozenset[str], frozenset[str]],
    ) -> None:
        self._page, self._speech = page, speech
        self._men, self._women = sexes
        self._focus, self._going_on = heard.focus, heard.speaker
        self._last: str | None = None  # who said the quote before, nobody else coming between
        self.said: dict[int, str] = {}

    def heard(self) -> Heard:
        """What the next paragraph may build on."""
        quotes = self._page.quotes
        unclosed = bool(quotes) and not quotes[-1].closed and self._page.goes_on
        return Heard(self._focus, self.said.get(len(quotes) - 1) if unclosed else None)

    def read(self, sentence: Sequence[Item]) -> None:
        """Take one more sentence in."""
        if len(sentence) > LONGEST_SENTENCE:
            self._focus = self._last = None
            return
        own = [place for place, item in enumerate(sentence) if item.kind is Kind.QUOTE]
        if all(item.kind in (Kind.QUOTE, Kind.MARK) for item in sentence):
            self._stand_alone([sentence[place].quote for place in own])
            return
        governing = list(verbs(sentence, self._speech))
        speakers = [self._attribute(sentence, place, governing) for place in own]
        self._focus = self._focus_after(sentence, governing)
        if own:
            self._last = speakers[-1]
        elif governing or self._focus is None or self._focus != self._last:
            self._last = None

    def _stand_alone(self, numbers: Sequence[int]) -> None:
        """A sentence of nothing but quotes: whoever spoke before goes on."""
        for number in numbers:
            if number == 0 and self._opens(number):
                self._last = self._going_on
            if self._last is not None and self._is_whole(number):
                self.said[number] = self._last

    def _opens(self, number: int) -> bool:
        return not self._page.text[: self._page.quotes[number].outer[0]].strip()

    def _attribute(
        self, sentence: Sequence[Item], place: int, governing: Sequence[Verb]
    ) -> str | None:
        """Who says the quote at a place of a sentence, if that is sure."""
        number = sentence[place].quote
        if _holds_no_speech(sentence, place, self._speech):
            return None
        subject, beside = self._subject(sentence, place, governing)
        speaker = self._resolve(sentence, subject)
        if speaker is None or not self._is_whole(number):
            return None
        if self._is_title(number, 2 if beside else 1) or (self._speech.verb_first and not beside):
            return None
        if not beside and self._is_term(sentence, place, governing):
            return None
        self.said[number] = speaker
        return speaker

    def _subject(
        self, sentence: Sequence[Item], place: int, governing: Sequence[Verb]
    ) -> tuple[Subject, bool]:
        """Who says the quote at a place; and whether the verb leads right up to it."""
        nobody = Subject(None, place), False
        before = [verb for verb in governing if verb.place < place]
        behind = self._behind(sentence, place, governing)
        if not before and place and sentence[place - 1].is_mark(":"):
            return main_subject(sentence, place, self._speech), True
        if not before:
            whole = self._opens_sentence(sentence, place)
            return (behind.subject, whole) if behind is not None else nobody
        last = before[-1]
        beside = sentence[place - 1].is_mark(",:")
        if last.place == place - 1 - beside or (beside and behind is None):
            return last.subject, True
        left = last.subject.relative and any(
            item.is_mark(",") for item in sentence[last.place : place]
        )
        return nobody if left or behind is not None else (last.subject, False)

    def _behind(
        self, sentence: Sequence[Item], place: int, governing: Sequence[Verb]
    ) -> Verb | None:
        """The verb of speech that follows a quote: "…”, said X; "…”, X said."""
        verb = next((verb for verb in governing if verb.place > place), None)
        if verb is None or not _is_beside(sentence, place, verb, self._speech):
            return None
        if self._leads_on(sentence, place, verb.place):
            return None
        if self._opens_sentence(sentence, place):
            return verb
        tail = _stop(sentence, verb.place) - verb.place
        that = any(item.text in self._speech.clause_after for item in sentence[verb.place + 1 :])
        return verb if tail <= _LONGEST_TAIL and not that else None

    def _leads_on(self, sentence: Sequence[Item], place: int, verb: int) -> bool:
        """Whether the verb after a quote is of the next one, “Me”: “Who?” X replied: “Me.”."""
        start, end = self._page.quotes[sentence[place].quote].span
        comma = self._page.text[start:end].endswith(",") or sentence[place + 1].is_mark(",")
        return not comma and sentence[_stop(sentence, verb) - 1].is_mark(":,")

    def _opens_sentence(self, sentence: Sequence[Item], place: int) -> bool:
        words = [item for item in sentence[:place] if item.kind is not Kind.MARK]
        return all(item.text in self._speech.and_ | self._speech.but for item in words)

    def _resolve(self, sentence: Sequence[Item], subject: Subject) -> str | None:
        """The key of a subject: of he and she whom they stand for, where that is plain."""
        if subject.place is None:
            return None
        item = sentence[subject.place]
        if item.kind is Kind.NAME:
            return item.text
        before = sentence[: subject.place]
        meant = self._focus
        if any(other.kind is Kind.NAME for other in before):
            named = main_subject(sentence, subject.place, self._speech).place
            meant = None if named is None else sentence[named].text
            if named is None or sentence[named].kind is not Kind.NAME:
                return None
        wrong = self._women if item.text in self._speech.he else self._men
        return None if meant in wrong else meant

    def _focus_after(self, sentence: Sequence[Item], governing: Sequence[Verb]) -> str | None:
        """Whom "he" would mean after this sentence; None where it might be somebody else."""
        named = {item.text for item in sentence if item.kind is Kind.NAME}
        if len(named) > 1 or names_somebody_else(sentence, self._speech):
            return None
        if named:
            return next(iter(named)) if self._has_subject(sentence, governing) else None
        return self._focus if any(is_pronoun(item, self._speech) for item in sentence) else None

    def _has_subject(self, sentence: Sequence[Item], governing: Sequence[Verb]) -> bool:
        """Whether a name of the sentence is the subject of a verb."""
        speaking = {verb.subject.place for verb in governing}
        return any(
            place in speaking or is_sure_subject(sentence, place, self._speech)
            for place, item in enumerate(sentence)
            if item.kind is Kind.NAME
        )

    def _is_whole(self, number: int) -> bool:
        """Whether a quote ends where its marks say; an open one needs a reason to end so late."""
        quote = self._page.quotes[number]
        inner = self._page.text[quote.span[0] : quote.span[1]]
        if not any(mark.isalnum() for mark in inner):
            return False
        return quote.closed or self._page.goes_on or not _SENTENCE_END.search(inner)

    def _words(self, number: int) -> list[str]:
        start, end = self._page.quotes[number].span
        tokens = tokenise(self._page.text[start : min(end, start + 200)])
        return [token.text for token in tokens if token.text[0].isalnum()]

    def _is_title(self, number: int, least: int) -> bool:
        """Whether words, so many at least, are written as in a title: the long have capitals."""
        words = self._words(number)
        meaning = [word for word in words if len(word) > 3] or words
        end = self._page.quotes[number].span[1]
        spoken = least > 1 and self._page.text[end - 1] in ".,!?"
        return not spoken and len(meaning) >= least and all(map(is_capitalised, meaning))

    def _is_term(self, sentence: Sequence[Item], place: int, governing: Sequence[Verb]) -> bool:
        """Whether the marks hold a word at arm's length: said his “surge” would work."""
        before = [verb.place for verb in governing if verb.place < place]
        article = place and sentence[place - 1].text in self._speech.the
        near = bool(before) and before[-1] == place - 2
        words = len(self._words(sentence[place].quote))
        return bool(article) and words <= (_LONGEST_TERM if near else _LONGEST_NAME)


def _stop(sentence: Sequence[Item], start: int) -> int:
    """Where the next quote, the end of the sentence or of the paragraph stands."""
    for place in range(start, len(sentence)):
        if sentence[place].kind is Kind.QUOTE or sentence[place].is_mark(".!?…;"):
            return place
    return len(sentence)


def _holds_no_speech(sentence: Sequence[Item], place: int, speech: Speech) -> bool:
    """Whether the word before the marks says that they hold a title, a nickname, a word as such."""
    before = sentence[place - 1] if place else None
    if before is None or before.kind is not Kind.WORD:
        return False
    if before.text == "as":
        reach = sentence[max(0, place - _CALLED_REACH) : place]
        return any(item.text in speech.unsaid or item.text == "known" for item in reach)
    return before.text in speech.no_speech_after


def _is_beside(sentence: Sequence[Item], place: int, verb: Verb, speech: Speech) -> bool:
    """Whether nothing but its subject stands between a quote and the verb after it."""
    start = min(verb.subject.start, verb.place)
    while start > place + 1 and (
        sentence[start - 1].is_mark(",-–—") or sentence[start - 1].text in speech.articles
    ):
        start -= 1
    return start == place + 1
