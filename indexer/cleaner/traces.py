"""What rules cannot do without, found once for all lines of a text: others are not asked.

A trace proves nothing; a line without it cannot be what the rule looks for. Signs are looked for
in the whole text, which costs hardly more than in one of its lines; letters in its words, each
different word once.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain

from indexer.cleaner.features import Form

# Each is a bit, so that the traces of a line are one number.
PICTURE = 1
CODE = 2
BARS = 4
ADDRESS = 8
PROMPT = 16
COOKIE = 32
RIGHTS = 64
DIGIT = 128
NOTICES = PROMPT | COOKIE | RIGHTS
ANY = 255  # of a line that was not looked at

# Letters inside a case-folded word. Of a caption or its credit.
PICTURE_WORDS = (
    *("photo", "picture", "image", "illustration", "video", "foto", "bild", "grafik", "credit"),
    *("crédit", "تصوير", "صورة", "عدسة", "أرشيف", "show", "archiv", "footage", "handout", "view"),
    *("combo", "afp", "reuters", "getty", "epa", "efe", "dpa", "upi", "xinhua", "tass", "anadolu"),
    *("stock", "alamy", "corbis", "imago", "ansa", "keystone", "alliance", "splash", "flickr"),
    *("wikimedia", "pool", "courtesy", "screen", "still"),
)
_WORDS: Mapping[int, tuple[str, ...]] = {
    PICTURE: PICTURE_WORDS,
    CODE: ("string", "array", "object", "int", "bool", "float"),
    ADDRESS: ("http", "www"),
    PROMPT: ("mail", "comment", "logged", "fields", "felder", "champs", "campos", "بريدك"),
    COOKIE: ("cookie", "traceurs", "gdpr", "rgpd", "dsgvo", "الارتباط", "الكوكيز"),
    RIGHTS: (
        *("copyright", "rights", "rechte", "droits", "derechos", "diritti", "حقوق", "powered"),
    ),
}

PICTURE_SIGNS = ("©", "℗", "(c)", "/", "|")
# Every dump of some length has some of the first; a shorter one begins with a quotation mark.
CODE_SIGNS = ("{", "}", "=", "<", "\\", ";", '":', '",', "':")
_SIGNS: Mapping[int, tuple[str, ...]] = {
    PICTURE: (*PICTURE_SIGNS, "(C)"),
    CODE: (*CODE_SIGNS, '" :', "' :"),
    BARS: ("|", "•", "·", "»", "/"),
    ADDRESS: ("@", "#"),
    RIGHTS: ("©", "(c)", "(C)"),
}


_DIGITS = re.compile(r"\d[^\n]*")
_AGENCY = "AP"  # the only one of two letters that is looked for, as printed
_MOST_WORDS = 100_000  # that are remembered


class _Lexicon:
    """The words that were met and which of them hold a trace: most words of a text are known."""

    def __init__(self) -> None:
        self._known: tuple[set[str], dict[str, int]] = set(), {}

    def with_traces(self, words: set[str]) -> Mapping[str, int]:
        """The traces of every word that holds one, of these words and of those met before."""
        if len(self._known[0]) > _MOST_WORDS:
            self._known = set(), {}
        met, traced = self._known
        if new := words - met:
            traced.update(_traces_of_words(new))
            met |= new
        return traced


_LEXICON = _Lexicon()


def find_traces(texts: Sequence[str], forms: Sequence[Form]) -> list[int]:
    """The traces of each of many tidy lines, which hold no line break."""
    traced = _LEXICON.with_traces(set().union(*(form.folded for form in forms)))
    found = [PICTURE if _AGENCY in text else 0 for text in texts]
    for line, form in enumerate(forms):
        if not traced.keys().isdisjoint(form.folded):
            found[line] |= _traces_of_line(form.folded, traced)
    joined = "\n".join(texts)
    ends = list(accumulate(len(text) + 1 for text in texts))
    for trace, signs in _SIGNS.items():
        for place in chain.from_iterable(_places(sign, joined, ends) for sign in signs):
            found[place] |= trace
    for match in _DIGITS.finditer(joined):
        found[bisect_right(ends, match.start())] |= DIGIT
    return found


def _places(sign: str, joined: str, ends: Sequence[int]) -> Iterator[int]:
    """The lines that hold a sign."""
    place = joined.find(sign)
    while place >= 0:
        line = bisect_right(ends, place)
        yield line
        place = joined.find(sign, ends[line])


def _traces_of_line(words: tuple[str, ...], traced: Mapping[str, int]) -> int:
    traces = 0
    for word in words:
        if word in traced:
            traces |= traced[word]
    return traces


def _traces_of_words(words: Iterable[str]) -> dict[str, int]:
    """The words that hold a trace, with their traces."""
    found: dict[str, int] = defaultdict(int)
    listed = "\n".join(["", *words, ""])
    for trace, literals in _WORDS.items():
        for literal in literals:
            place = listed.find(literal)
            while place >= 0:
                end = listed.index("\n", place)
                found[listed[listed.rindex("\n", 0, place) + 1 : end]] |= trace
                place = listed.find(literal, end)
    return found
