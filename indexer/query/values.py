"""Words, phrases, dates and names as they were typed → the leaves of the tree."""

import re
import unicodedata
from collections.abc import Iterator

from indexer.dates import calendar_date
from indexer.model import Dates, FacetName, Named, Phrase, Word, WordField
from indexer.query.lexemes import Lexeme, Notes

SHORTEST_PREFIX = 3  # letters; "a*" would be half of the vocabulary
MAXIMUM_PHRASE = 12  # words
MAXIMUM_SLOP = 10
MAXIMUM_PLAIN = 5000  # characters of a query of plain words

_BETWEEN_WORDS = re.compile(r"[\s\-‐‑‒–—―/_]+")
_FUZZY_OR_WEIGHT = re.compile(r"(?<=[^~^])[~^][\w.]*$")
_EXPRESSION = re.compile(r"/[^/]*[^\w/][^/]*/")
_ONE_DIGIT = re.compile(r"-([0-9])(?![0-9])")
_COMPARED = re.compile(r"([<>])=?(.*)")
_LANGUAGES = {
    "arabic": "ar", "chinese": "zh", "dutch": "nl", "english": "en", "french": "fr",
    "german": "de", "greek": "el", "hebrew": "he", "italian": "it", "japanese": "ja",
    "persian": "fa", "polish": "pl", "portuguese": "pt", "russian": "ru", "spanish": "es",
    "swedish": "sv", "turkish": "tr", "ukrainian": "uk",
}  # fmt: skip
_FACETS: dict[str, FacetName] = {"person": "person", "source": "source", "language": "language"}


def plain_words(text: str) -> tuple[str, ...]:
    """The words of a text without any syntax, repeated ones too; 5,000 characters are read."""
    parts = _BETWEEN_WORDS.split(text[:MAXIMUM_PLAIN])
    return tuple(word for word in map(_trimmed, parts) if word)


def read_words(typed: str, field: WordField, notes: Notes) -> Iterator[Word]:
    """What one run of characters between spaces says: mostly one word, at times none or two."""
    typed = _without_syntax(typed, notes)
    is_prefix = typed.endswith("*")
    parts = [part for part in map(_trimmed, re.split(r"[*?:]+", typed)) if part]
    if len(parts) > 1 and re.search(r"\w[*?]\w", typed):
        notes.add("* stands at the end of a word only, and ? nowhere: they were read as spaces.")
    for place, part in enumerate(parts):
        is_last = place == len(parts) - 1
        yield _word(part, field, is_prefix=is_prefix and is_last, notes=notes)


def read_phrase(lexeme: Lexeme, field: WordField, notes: Notes) -> Phrase | None:
    """A phrase of at most 12 words and slop 10; None if there is no word in it."""
    if "*" in lexeme.text:
        notes.add("In a phrase * means nothing: it was left out.")
    typed = [_trimmed(part.replace("*", "")) for part in lexeme.text.split()]
    words = tuple(word for word in typed if word)
    if len(words) > MAXIMUM_PHRASE:
        notes.add(f"Only the first {MAXIMUM_PHRASE} words of a phrase were read.")
    slop = int(lexeme.slop or 0)
    if slop > MAXIMUM_SLOP:
        notes.add(f"At most {MAXIMUM_SLOP} other words may stand in a phrase: ~{MAXIMUM_SLOP}.")
    if not words:
        return None
    return Phrase(words[:MAXIMUM_PHRASE], field, min(slop, MAXIMUM_SLOP))


def read_named(field: str, typed: str, notes: Notes) -> Dates | Named | None:
    """The value of person:, source:, language: or date:; None if it says nothing."""
    if field == "date":
        return _read_dates(typed.strip(" ,;"), notes)
    value = " ".join(typed.split()).rstrip(",;")
    if field == "language":
        value = _LANGUAGES.get(value.lower(), value.lower())
    return Named(_FACETS[field], value) if _trimmed(value) else None


def _without_syntax(typed: str, notes: Notes) -> str:
    """A run of characters without what other search engines know and this one does not."""
    if _EXPRESSION.fullmatch(typed):
        notes.add("There are no regular expressions: what stands between / and / is words.")
        return re.sub(r"[^\w]+", ":", typed)
    field, colon, rest = typed.partition(":")
    if colon and _trimmed(rest) and field.isalpha() and not rest.startswith("//"):
        notes.add(f"There is no field “{field}”: it was read as a word.")
    if cut := _FUZZY_OR_WEIGHT.search(typed):
        notes.add(f"“{cut[0]}” after a word means nothing here: it was left out.")
        typed = typed[: cut.start()]
    if typed.startswith(("*", "?")):
        notes.add("A word cannot begin with * or ?: they were left out.")
    return typed


def _word(part: str, field: WordField, *, is_prefix: bool, notes: Notes) -> Word:
    letters = sum(character.isalnum() for character in _BETWEEN_WORDS.split(part)[-1])
    if is_prefix and letters < SHORTEST_PREFIX:
        notes.add(f"Before a * must stand {SHORTEST_PREFIX} letters: “{part}” was read as a word.")
    return Word(part, field, prefix=is_prefix and letters >= SHORTEST_PREFIX)


def _trimmed(part: str) -> str:
    """Without the punctuation around it; "" if it is nothing but punctuation."""
    first, last = 0, len(part)
    while first < last and not part[first].isalnum():
        first += 1
    while last > first and not _is_of_word(part[last - 1]):
        last -= 1
    return part[first:last]


def _is_of_word(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character).startswith("M")


def _read_dates(typed: str, notes: Notes) -> Dates | None:
    first, last = _ends(typed)
    dates = Dates(_date(first), _date(last))
    if (first and not dates.first) or (last and not dates.last) or not (first or last):
        notes.add(f"“{typed}” is no date and was left out: write 2016, 2016-05 or 2016..2017-03.")
        return None
    if dates.first and dates.last and _begins_after(dates.first, dates.last):
        notes.add("The dates were the wrong way round: they were read from the earlier on.")
        return Dates(dates.last, dates.first)
    return dates


def _begins_after(first: str, last: str) -> bool:
    shared = min(len(first), len(last))  # 2016-05..2016 is in order
    return first[:shared] > last[:shared]


def _ends(typed: str) -> tuple[str, str]:
    """The first and the last date; "" is open."""
    if compared := _COMPARED.fullmatch(typed):
        return (compared[2], "") if compared[1] == ">" else ("", compared[2])
    first, dots, last = typed.partition("..")
    return (first.strip(), last.strip(" .")) if dots else (typed, typed)


def _date(typed: str) -> str | None:
    """YYYY, YYYY-MM or YYYY-MM-DD; None if there is no such day."""
    return calendar_date(_ONE_DIGIT.sub(r"-0\1", typed))
