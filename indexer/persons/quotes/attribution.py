"""Who says each quote of a paragraph: the verb of speech that governs it, and that verb's subject.

Precision first: a wrong speaker in an archive is a libel. What is not sure is nobody's.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indexer.model import Span
from indexer.persons.quotes.items import Item, Kind, sentences
from indexer.persons.quotes.marks import Quoted
from indexer.persons.quotes.speech import Speech
from indexer.persons.quotes.subjects import (
    Subject,
    Verb,
    head_start,
    is_pronoun,
    main_subject,
    verbs,
)
from indexer.persons.tokens import is_capitalised, tokenise

LONGEST_SENTENCE = 400  # items; a longer one is no sentence, and nothing of it is sure


@dataclass(frozen=True, slots=True)
class Said:
    """A quote and the key of who says it."""

    span: Span
    speaker: str


@dataclass(frozen=True, slots=True)
class Heard:
    """What one paragraph leaves to the next."""

    focus: str | None = None  # who "he" is: the one person the last sentence is about
    goes_on: str | None = None  # who says the quote that the paragraph ended in


def said_in(
    text: str,
    quotes: Sequence[Quoted],
    names: Mapping[Span, str],
    speech: Speech,
    heard: Heard,
) -> tuple[tuple[Said, ...], Heard]:
    """The quotes of a paragraph whose speaker is sure, and what the next paragraph may build on."""
    reading = _Reading(text, quotes, speech, heard)
    for sentence in sentences(text, quotes, names, speech):
        reading.read(sentence)
    return reading.result()


class _Reading:
    """A paragraph while it is read, sentence by sentence."""

    def __init__(self, text: str, quotes: Sequence[Quoted], speech: Speech, heard: Heard) -> None:
        self.text = text
        self.quotes = quotes
        self.speech = speech
        self.focus = heard.focus
        self.going_on = heard.goes_on
        self.last: str | None = None  # who said the quote before, nobody else coming between
        self.said: dict[int, str] = {}

    def read(self, sentence: Sequence[Item]) -> None:
        """Take one more sentence in."""
        if len(sentence) > LONGEST_SENTENCE:
            self.focus = self.last = None
            return
        governed = list(verbs(sentence, self.speech))
        own = [place for place, item in enumerate(sentence) if item.kind is Kind.QUOTE]
        if len(own) == len([item for item in sentence if item.kind is not Kind.MARK]):
            self._stand_alone(sentence, own)
            return
        speakers = [self._attribute(sentence, place, governed) for place in own]
        self.focus = self._focus_after(sentence)
        if own:
            self.last = speakers[-1]
            self.focus = self.focus or self.last
        elif not self._is_of(sentence, self.last):
            self.last = None

    def result(self) -> tuple[tuple[Said, ...], Heard]:
        said = tuple(
            Said(self.quotes[number].span, speaker) for number, speaker in sorted(self.said.items())
        )
        unclosed = bool(self.quotes) and not self.quotes[-1].closed
        goes_on = self.said.get(len(self.quotes) - 1) if unclosed else None
        return said, Heard(self.focus, goes_on)

    def _stand_alone(self, sentence: Sequence[Item], own: Sequence[int]) -> None:
        """A sentence of nothing but quotes: whoever spoke before goes on."""
        for place in own:
            number = sentence[place].quote
            speaker = self.last
            if number == 0 and self.going_on and not self.said:
                speaker = self.going_on
            if speaker is not None:
                self.said[number] = speaker
            self.last = speaker

    def _attribute(
        self, sentence: Sequence[Item], place: int, governed: Sequence[Verb]
    ) -> str | None:
        number = sentence[place].quote
        if _holds_no_speech(sentence, place, self.speech):
            return None
        subject, direct = self._subject(sentence, place, governed)
        speaker = self._resolve(sentence, subject)
        if speaker is None or (not direct and self._is_title(number)):
            return None
        self.said[number] = speaker
        return speaker

    def _subject(
        self, sentence: Sequence[Item], place: int, governed: Sequence[Verb]
    ) -> tuple[Subject, bool]:
        """Who says the quote at a place; and whether the verb stands beside it."""
        before = [verb for verb in governed if verb.place < place]
        if before:
            beside = sentence[place - 1].is_mark(",:") or before[-1].place == place - 1
            return before[-1].subject, beside
        if place and sentence[place - 1].is_mark(":"):
            return main_subject(sentence, place, self.speech), True
        for verb in governed:
            if verb.subject.place is not None and _is_beside(sentence, place, verb):
                return verb.subject, True
            break
        return Subject(None, place), False

    def _resolve(self, sentence: Sequence[Item], subject: Subject) -> str | None:
        """The key of a subject: of he and she whom they stand for, where that is plain."""
        if subject.place is None:
            return None
        item = sentence[subject.place]
        if item.kind is Kind.NAME:
            return item.text
        named = {other.text for other in sentence[: subject.place] if other.kind is Kind.NAME}
        if not named:
            return self.focus
        meant = main_subject(sentence, subject.place, self.speech)
        if len(named) == 1 and meant.place is not None:
            return sentence[meant.place].text
        return None

    def _focus_after(self, sentence: Sequence[Item]) -> str | None:
        """Whom "he" would mean after this sentence; None where it might be somebody else."""
        named = {item.text for item in sentence if item.kind is Kind.NAME}
        if len(named) > 1:
            return None
        if named:
            return next(iter(named)) if self._has_subject(sentence) else None
        first = next((item for item in sentence if item.kind is Kind.WORD), None)
        told = any(is_pronoun(item, self.speech) for item in sentence)
        return self.focus if first is None or told else None

    def _has_subject(self, sentence: Sequence[Item]) -> bool:
        """Whether a name of the sentence is the subject of a verb."""
        for place, item in enumerate(sentence):
            if item.kind is Kind.NAME:
                start = head_start(sentence, place, self.speech, alone=True)
                if start is not None:
                    return True
        return any(
            verb.subject.place is not None and sentence[verb.subject.place].kind is Kind.NAME
            for verb in verbs(sentence, self.speech)
        )

    def _is_of(self, sentence: Sequence[Item], speaker: str | None) -> bool:
        """Whether a sentence without a quote leaves the one who spoke before in place."""
        named = {item.text for item in sentence if item.kind is Kind.NAME}
        silent = not any(True for _ in verbs(sentence, self.speech))
        return silent and named <= {speaker}

    def _is_title(self, number: int) -> bool:
        """Whether the words are written as a title is: each that is not small has a capital."""
        start, end = self.quotes[number].span
        words = [token.text for token in tokenise(self.text[start : min(end, start + 200)])]
        meaning = [word for word in words if word[0].isalpha() and len(word) > 3]
        meaning = meaning or [word for word in words if word[0].isalpha()]
        return all(is_capitalised(word) for word in meaning)


def _holds_no_speech(sentence: Sequence[Item], place: int, speech: Speech) -> bool:
    """Whether the word before the marks says that they hold a title, a nickname, a word as such."""
    before = sentence[max(0, place - 2) : place]
    words = [item.text for item in before if item.kind is Kind.WORD]
    if words and words[-1] in ("as", "the", "a"):
        words.pop()
    if before and before[-1].kind is Kind.MARK and before[-1].text not in "’'-":
        return bool(words) and words[-1] in ("known", "dubbed")
    return bool(words) and words[-1] in speech.no_speech_after


def _is_beside(sentence: Sequence[Item], place: int, verb: Verb) -> bool:
    """Whether nothing but its subject stands between a quote and the verb after it."""
    start = min(verb.subject.start, verb.place)
    while start > place + 1 and (
        sentence[start - 1].is_mark(",-–—")
        or (
            sentence[start - 1].kind is Kind.WORD and sentence[start - 1].text in ("the", "a", "an")
        )
    ):
        start -= 1
    return start == place + 1
