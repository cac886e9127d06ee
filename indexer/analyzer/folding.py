"""What is written alike: case, accents, apostrophes, forms of one Arabic letter.

Accents are folded because outlets, agencies and keyboards disagree about them: one article prints
Erdoğan, the next Erdogan, and who searches types what their keyboard has. Where a mark makes
another letter (Cyrillic й, Indic vowels) it stays.
"""

import re
import unicodedata

from indexer.analyzer.characters import APOSTROPHES, IGNORED, MARKS
from indexer.identity import LATIN_LETTERS

LONGEST = 64  # characters of a term; what is longer is no word, and would bloat the vocabulary
_LONGEST_RAW = 1024  # 64 letters with eight marks each, and some
_ELIDED = re.compile(  # French and Italian: l'État is found as État, on both sides alike
    r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|un|(?:d|n|s|qu)ell|(?:d|s)ull|dall|all|gl)'"
    r"(?=[aeiouhàâäáéèêëìîïíòôöóùûüúœæ])"
)
_POSSESSIVE = re.compile(r"(?<=.)'s$")
_THOUSANDS = re.compile(r"(\d{1,3}(?:[.,]\d{3})+)(?!\d)")

_APOSTROPHES = re.compile(f"[{APOSTROPHES}]")
_IGNORED = re.compile(f"[{IGNORED}\u0640]")  # U+0640: tatweel stretches a word, no more
# Sorting a long run of marks is quadratic in unicodedata.normalize: 40 kB of them cost seconds.
_TOO_MANY_MARKS = re.compile(f"([{MARKS}]{{8}})[{MARKS}]++")
# Latin and Greek accents, Cyrillic stress, Hebrew points, Arabic vowels and Koranic signs.
_ACCENTS = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f"
    "\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\ufe00-\ufe0f\u1ab0-\u1aff\u1dc0-\u1dff]"
)
_ACCENTED_LETTERS = re.compile("[\u00c0-\u024f\u0370-\u03ff\u1e00-\u1fff]")
_LETTERS = str.maketrans(
    LATIN_LETTERS
    | {"ё": "е", "ς": "σ"}
    | dict.fromkeys("آأإٱ", "ا")
    | {"ؤ": "و", "ئ": "ي", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ة": "ه", "ۀ": "ه"}
)
_WITHOUT_ACCENTS = frozenset({"en", "id"})  # élections is a foreign word to their stemmers
_STEMMABLE = {  # what one keyboard writes and the stemmer of the language does not know
    "ar": str.maketrans(dict.fromkeys("آأإٱ", "ا") | {"ی": "ي", "ک": "ك"}),
    "fa": str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک"}),
    "ru": str.maketrans({"ё": "е"}),
}


def spelling_of(raw: str) -> str:
    """A word as the reader means it: composed, case folded, typographic variants unified.

    Apostrophes still stand as '. At most a thousand characters, whatever was given.
    """
    word = _APOSTROPHES.sub("'", _IGNORED.sub("", raw))
    if word.isascii():
        return word[:_LONGEST_RAW].lower()
    word = _TOO_MANY_MARKS.sub(r"\1", word)[:_LONGEST_RAW]
    word = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", word).casefold())
    return "".join(str(unicodedata.digit(c)) if c.isdecimal() else c for c in word)


def word_in(spelling: str) -> tuple[str, bool, bool]:
    """The word without elision, possessive, apostrophes and separators, cut to 64 characters.

    Second and third: was something before the first, after the last apostrophe left out?
    """
    elided = _ELIDED.match(spelling)
    rest = spelling[elided.end() :] if elided else spelling
    word = _POSSESSIVE.sub("", rest)
    is_owner = word != rest
    word = _number(word) if word[:1].isdigit() else word.replace(".", "")
    bare = "".join(c for c in word if c.isalnum() or c == "." or unicodedata.category(c)[0] == "M")
    return bare[:LONGEST], elided is not None, is_owner


def fold_letters(word: str) -> str:
    """A spelling without the marks that readers leave out. Plain ASCII stays as it is."""
    if word.isascii():
        return word
    word = _ACCENTED_LETTERS.sub(lambda letter: unicodedata.normalize("NFD", letter[0]), word)
    return _ACCENTS.sub("", word).translate(_LETTERS)[:LONGEST]


def stemmable(word: str, language: str) -> str:
    """A spelling that the language's stemmer knows: its own accents kept, variants folded."""
    if word.isascii():
        return word
    if language in _WITHOUT_ACCENTS:
        return fold_letters(word)
    return _ACCENTS.sub("", word).translate(_STEMMABLE.get(language, {}))


def _number(word: str) -> str:
    """25,000 and 25.000 are 25000; 3,5 is 3.5."""
    return _THOUSANDS.sub(lambda m: re.sub("[.,]", "", m[1]), word, count=1).replace(",", ".")
