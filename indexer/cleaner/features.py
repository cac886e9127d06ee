"""How a line looks, whatever its language: what every rule of the cleaner asks first."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

# What may stand after the full stop of a sentence, and what ends one in the scripts of the world.
_CLOSERS = " \"'”’»›“)]】』」*"
_TERMINALS = frozenset(".!?…。！？؟۔।．။។።")

# Scripts without spaces between words: two ideographs or five Thai letters count as one word.
_IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_THAI = re.compile(r"[\u0e00-\u0e7f\u1000-\u109f]")

# Vowel signs and the stretched line, which one printing of a word has and another has not.
_ARABIC_MARKS = re.compile("[\u064b-\u065f\u0670\u0640]")

_SCRIPT_STARTS = (0, 0x370, 0x400, 0x530, 0x590, 0x600, 0x780, 0x900, 0xE00, 0x1000, 0x3040, 0xAC00)
_SCRIPT_NAMES = (
    *("latin", "greek", "cyrillic", "other", "hebrew", "arabic", "other", "indic"),
    *("thai", "other", "cjk", "hangul"),
)
_SCRIPT_SAMPLE = 80  # letters that are looked at; a line's script shows sooner

_SENTENCE_WORDS = 4
_LONG_WORDS = 14


@dataclass(frozen=True, slots=True)
class Form:
    """The looks of one line."""

    words: tuple[str, ...]  # as printed
    folded: tuple[str, ...]  # the same, case folded
    key: str  # the folded words with a space between them: what two printings of a line share
    low: str  # the whole line case folded
    size: int  # in words; scripts without spaces are counted by their letters
    capitalised: int  # words that begin with a capital
    numbers: int  # words that begin with a digit
    ends: bool  # does it end as a sentence ends?
    prose: bool  # does it look like running text?

    @property
    def lower(self) -> int:
        """Words that begin with neither a capital nor a digit."""
        return len(self.words) - self.capitalised - self.numbers


def form_of(text: str) -> Form:
    """The looks of a tidy line."""
    if not text.isascii():
        text = _ARABIC_MARKS.sub("", text)
    low = text.casefold().replace("’", "'")
    words = tuple(WORD.findall(text))
    folded = tuple(WORD.findall(low))
    capitalised = sum(word[0].isupper() for word in words)
    numbers = sum(word[0].isdigit() for word in words)
    size = len(words) if text.isascii() else max(len(words), _size_without_spaces(text))
    ends = text.rstrip(_CLOSERS)[-1:] in _TERMINALS
    lower = len(words) - capitalised - numbers
    return Form(
        words=words,
        folded=folded,
        key=" ".join(folded),
        low=low,
        size=size,
        capitalised=capitalised,
        numbers=numbers,
        ends=ends,
        prose=_is_prose(text, size, lower / max(len(words), 1), ends),
    )


def _size_without_spaces(text: str) -> int:
    return len(_IDEOGRAPH.findall(text)) // 2 + len(_THAI.findall(text)) // 5


def _is_prose(text: str, size: int, lower_share: float, ends: bool) -> bool:
    if ends:
        return size >= _SENTENCE_WORDS and lower_share >= 0.3
    # A long line without its full stop: a list of names or of links has no small words.
    return size >= _LONG_WORDS and lower_share >= 0.5


def script_of(texts: Iterable[str]) -> str | None:
    """The script of most letters; None where there are no letters."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(_scripts(text))
    return max(counts, key=lambda name: (counts[name], name)) if counts else None


def script_share(text: str, script: str) -> float:
    """The share of a line's letters that are of this script; 1 where it has none."""
    if script == "latin" and text.isascii():
        return 1.0
    counts = Counter(_scripts(text))
    total = sum(counts.values())
    return counts[script] / total if total else 1.0


def _scripts(text: str) -> Iterable[str]:
    for letter in text[:_SCRIPT_SAMPLE]:
        if letter.isalpha():
            yield _SCRIPT_NAMES[bisect_right(_SCRIPT_STARTS, ord(letter)) - 1]
