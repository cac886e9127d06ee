"""What rules cannot do without, found once for all lines of a text: others are not asked.

A trace proves nothing; a line without it cannot be what the rule looks for. Signs are looked for
in the whole text, which costs hardly more than in one of its lines; letters in its words, each
different word once.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain

# Each is a bit, so that the traces of a line are one number.
PICTURE = 1
CODE = 2
BARS = 4
ADDRESS = 8
PROMPT = 16
COOKIE = 32
RIGHTS = 64
DIGIT = 128
BYLINE = 256  # it begins as bylines do
SIGN = 512  # it begins as a sign does, or has the colons of one
BUTTONS = 1024  # it has no word that no button or label has
NOTICES = PROMPT | COOKIE | RIGHTS
WORDLESS = 2048
ANY = 4095  # of a line that was not looked at

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
    PICTURE: (*PICTURE_SIGNS, "(C)", "AP"),  # the only agency of two letters that is looked for
    CODE: (*CODE_SIGNS, '" :', "' :"),
    BARS: ("|", "•", "·", "»", "/"),
    ADDRESS: ("@", "#"),
    RIGHTS: ("©", "(c)", "(C)"),
    SIGN: ("::", "\n—", "\n–", "\n-"),
}


def find_traces(texts: Sequence[str], of_words: Sequence[int]) -> list[int]:
    """The traces of each of many tidy lines, which hold no line break.

    Args:
        texts: the lines.
        of_words: the traces that the words of each are.

    """
    found = list(of_words)
    joined = "\n".join(["", *texts])  # a line begins with its line feed
    ends = list(accumulate(len(text) + 1 for text in texts))
    for trace, signs in _SIGNS.items():
        for place in chain.from_iterable(_places(sign, joined, ends) for sign in signs):
            found[place] |= trace
    return found


def _places(sign: str, joined: str, ends: Sequence[int]) -> Iterator[int]:
    """The lines that hold a sign."""
    place = joined.find(sign)
    while place >= 0:
        line = bisect_right(ends, place)
        yield line
        place = joined.find(sign, ends[line])


def traces_of_words(words: Iterable[str]) -> Mapping[str, int]:
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
