"""How a line looks, whatever its language: what every rule of the cleaner asks first."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

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
_NOT_LATIN = re.compile(r"[^\W\d_\u0000-\u036f]")

_SENTENCE_WORDS = 4
_SENTENCE_LOWER = 0.3  # share of its words that begin with neither a capital nor a digit
_LONG_WORDS = 14
_LONG_LOWER = 0.5

# The letters and signs of Western Europe in one byte each: a text that has no others is split into
# words by tables, three times as fast as by WORD, and gives the same.
_WESTERN = "cp1252"
_FOREIGN = re.compile(r"[^\W\x00-\xffŒœŠšŸŽžƒˆ]")


class Form(NamedTuple):
    """The looks of one line."""

    text: str  # the tidy line, without the vowel signs of Arabic
    folded: tuple[str, ...]  # its words, case folded
    key: str  # the folded words with a space between them: what two printings of a line share
    size: int  # in words; scripts without spaces are counted by their letters
    capitalised: int  # words that begin with a capital
    numbers: int  # words that begin with a digit
    lower: int  # words that begin with neither
    ends: bool  # does it end as a sentence ends?
    prose: bool  # does it look like running text?

    @property
    def words(self) -> tuple[str, ...]:
        """The words as printed."""
        return tuple(WORD.findall(self.text))

    @property
    def low(self) -> str:
        """The whole line case folded."""
        return self.text.casefold().replace("’", "'")


def form_of(text: str) -> Form:
    """The looks of a tidy line."""
    return forms_of((text,))[0]


def forms_of(texts: Sequence[str]) -> list[Form]:
    """The looks of tidy lines, which hold no line break; many at once cost much less than one."""
    if not texts:
        return []
    foreign = {
        line for line, text in enumerate(texts) if not text.isascii() and _FOREIGN.search(text)
    }
    if not foreign:
        return _western_forms(texts)
    forms = _western_forms(["" if line in foreign else text for line, text in enumerate(texts)])
    for line in foreign:
        forms[line] = _form_by_patterns(texts[line])
    return forms


def script_of(texts: Iterable[str]) -> str | None:
    """The script of most letters; None where there are no letters."""
    counts = _scripts("".join(text[:_SCRIPT_SAMPLE] for text in texts))
    return max(counts, key=lambda name: (counts[name], name)) if counts else None


def script_share(text: str, script: str) -> float:
    """The share of a line's letters that are of this script; 1 where it has none."""
    if script == "latin" and (text.isascii() or not _NOT_LATIN.search(text)):
        return 1.0
    counts = _scripts(text[:_SCRIPT_SAMPLE])
    total = counts.total()
    return counts[script] / total if total else 1.0


def _scripts(text: str) -> Counter[str]:
    """How many letters of each script a text has."""
    counts: Counter[str] = Counter()
    for letter, number in Counter(text).items():
        if letter.isalpha():
            counts[_SCRIPT_NAMES[bisect_right(_SCRIPT_STARTS, ord(letter)) - 1]] += number
    return counts


def _western_forms(texts: Sequence[str]) -> list[Form]:
    """The looks of lines whose letters are Western: a space on each side of each, and encoded."""
    joined = " " + " \n ".join(texts) + " "
    words = joined.encode(_WESTERN, "replace").translate(_WORDS)
    if b"'" in words:  # at the edge of a word it is a quotation mark
        words = words.replace(b"''", b"  ").replace(b" '", b"  ").replace(b"' ", b"  ")
    folded = words.decode(_WESTERN).casefold().split("\n")
    looks = words.translate(_LOOKS).split(b"\n")
    forms = []
    for text, line, look in zip(texts, folded, looks, strict=True):
        split = tuple(line.split())
        counts = (len(split), look.count(b" A"), look.count(b" 0"))
        forms.append(_form(text, split, counts, len(split)))
    return forms


def _form_by_patterns(text: str) -> Form:
    text = _ARABIC_MARKS.sub("", text)
    folded = tuple(WORD.findall(text.casefold().replace("’", "'")))
    initials = [word[0] for word in WORD.findall(text)]
    counts = (
        len(initials),
        sum(map(str.isupper, initials)),
        sum(map(str.isdigit, initials)),
    )
    return _form(text, folded, counts, max(len(initials), _size_without_spaces(text)))


def _form(text: str, folded: tuple[str, ...], counts: tuple[int, int, int], size: int) -> Form:
    """The form of a line with its words; counts are of them all, the capitalised, the numbers."""
    words, capitalised, numbers = counts
    lower = words - capitalised - numbers
    last = text[-1:]
    ends = last in _TERMINALS or (last in _CLOSERS and text.rstrip(_CLOSERS)[-1:] in _TERMINALS)
    # A long line without its full stop: a list of names or of links has no small words.
    prose = (
        size >= _SENTENCE_WORDS and lower >= _SENTENCE_LOWER * words
        if ends
        else size >= _LONG_WORDS and lower >= _LONG_LOWER * words
    )
    return Form(text, folded, " ".join(folded), size, capitalised, numbers, lower, ends, prose)


def _size_without_spaces(text: str) -> int:
    return len(_IDEOGRAPH.findall(text)) // 2 + len(_THAI.findall(text)) // 5


def _table(sign: Callable[[str], str]) -> bytes:
    """A table for bytes.translate: what stands for each letter of the Western code."""
    letters = (bytes((code,)).decode(_WESTERN, "replace") for code in range(256))
    return "".join(map(sign, letters)).encode(_WESTERN)


def _in_a_word(letter: str) -> str:
    if letter in "'’":
        return "'"
    return letter if letter.isalnum() or letter == "\n" else " "


def _look(letter: str) -> str:
    """A for a capital, 0 for a digit, a for any other letter; what stands between words stays."""
    if not letter.isalnum():
        return letter if letter in "'\n" else " "
    return "A" if letter.isupper() else "0" if letter.isdigit() else "a"


_WORDS = _table(_in_a_word)
_LOOKS = _table(_look)
