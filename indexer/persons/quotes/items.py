"""A paragraph as a row of words, names, marks and whole quotes, sentence by sentence."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from indexer.model import Span
from indexer.persons.quotes.marks import Quoted
from indexer.persons.quotes.speech import Speech
from indexer.persons.tokens import LONGEST_NAME_TOKEN, reading, tokenise
from indexer.persons.words import SUFFIXES

_ENDING = frozenset(".!?…;")
_MARKS = str.maketrans("،؛؟", ",;?")
_ASKING = frozenset("!?…")
_AFTER_QUESTION = 6  # items in which "…?” the old man asked" must come to its verb


class Kind(Enum):
    """What an item of a paragraph is."""

    WORD = auto()
    NAME = auto()
    OWNER = auto()  # the 's after a word
    MARK = auto()
    QUOTE = auto()


@dataclass(frozen=True, slots=True)
class Item:
    """One word, name, mark of punctuation or whole quote of a paragraph."""

    kind: Kind
    text: str = ""  # a word folded, a name's key, a mark as it is
    capital: bool = False
    quote: int = -1  # which quote of the paragraph

    def is_mark(self, marks: str) -> bool:
        """Whether it is one of these marks of punctuation."""
        return self.kind is Kind.MARK and self.text in marks


def sentences(
    text: str, quotes: Sequence[Quoted], names: Mapping[Span, str], speech: Speech
) -> list[list[Item]]:
    """The paragraph's items, sentence by sentence; names are spans and the keys they stand for."""
    items = list(_items(text, quotes, names))
    found: list[list[Item]] = [[]]
    for place, item in enumerate(items):
        found[-1].append(item)
        if _ends(items, place, text, quotes, speech):
            found.append([])
    return [sentence for sentence in found if sentence]


def _items(text: str, quotes: Sequence[Quoted], names: Mapping[Span, str]) -> Iterator[Item]:
    wholes = _wholes(quotes, names)
    whole = next(wholes, None)
    named = -1  # where the name before ends
    for token in tokenise(text, elisions=True):
        while whole is not None and whole[0][0] <= token.start and token.end > whole[0][1]:
            yield whole[1]
            named = whole[0][1] if whole[1].kind is Kind.NAME else -1
            whole = next(wholes, None)
        if whole is not None and token.start < whole[0][0] < token.end:
            yield _item(text[token.start : whole[0][0]])  # Arabic: to-X, and-X are one word
        elif whole is None or token.end <= whole[0][0]:
            plural = token.start == named and token.text in "'’"  # Galois' cousin
            yield Item(Kind.OWNER) if plural else _item(token.text)
    while whole is not None:
        yield whole[1]
        whole = next(wholes, None)


def _wholes(quotes: Sequence[Quoted], names: Mapping[Span, str]) -> Iterator[tuple[Span, Item]]:
    """Quotes, and the names that stand outside them, in order; none overlaps another."""
    wholes: list[tuple[Span, Item]] = [
        (quote.outer, Item(Kind.QUOTE, quote=number)) for number, quote in enumerate(quotes)
    ]
    wholes += ((span, Item(Kind.NAME, key, capital=True)) for span, key in names.items())
    end = 0
    for span, item in sorted(wholes, key=lambda whole: (whole[0][0], -whole[0][1])):
        if span[0] >= end:
            yield span, item
            end = span[1]


def _item(token: str) -> Item:
    # Of a longer one only its first sign is read, and no such word is kept in memory.
    return _read(token) if len(token) <= LONGEST_NAME_TOKEN else Item(Kind.MARK, token[:1])


@lru_cache(maxsize=1 << 13)
def _read(token: str) -> Item:
    if token[0] in "'’ʼ" and token[1:] in ("s", "S"):
        return Item(Kind.OWNER)
    fold, capital = reading(token)
    return Item(Kind.WORD, fold, capital) if fold else Item(Kind.MARK, token[:1].translate(_MARKS))


def _ends(
    items: Sequence[Item], place: int, text: str, quotes: Sequence[Quoted], speech: Speech
) -> bool:
    """Whether a sentence ends with this item."""
    item = items[place]
    if item.kind is Kind.QUOTE:
        return _ends_with_quote(items, place, _last_mark(text, quotes[item.quote]), speech)
    if item.kind is not Kind.MARK or item.text not in _ENDING:
        return False
    before = items[place - 1].text if place else ""
    if item.text == "." and len(before) <= 5 and (before in speech.words.titles | SUFFIXES):
        return False
    return item.text == ";" or not _goes_on(items[place + 1 : place + 2])


def _goes_on(after: Sequence[Item]) -> bool:
    return bool(after) and (
        (after[0].kind is Kind.WORD and not after[0].capital) or after[0].kind is Kind.MARK
    )


def _last_mark(text: str, quote: Quoted) -> str:
    inner = text[quote.span[0] : quote.span[1]].rstrip("\"“”„‟‘’«»' ")
    return inner[-1:]


def _ends_with_quote(items: Sequence[Item], place: int, last: str, speech: Speech) -> bool:
    after = items[place + 1 : place + 1 + _AFTER_QUESTION]
    if last not in _ENDING or _goes_on(after):
        return False
    return last not in _ASKING or not _comes_to_speech(after, speech)


def _comes_to_speech(after: Iterable[Item], speech: Speech) -> bool:
    for item in after:
        if item.kind is Kind.WORD and item.text in speech.speech:
            return True
        if item.kind is Kind.QUOTE or (item.kind is Kind.MARK and item.text != ","):
            return False
    return False
