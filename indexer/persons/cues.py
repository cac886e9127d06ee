"""The phrases that stand before another name of a person: "also known as", "born", "alias".

Each is tried at the end of a short string only. English, French, German and Spanish.
"""

import re
from typing import NamedTuple

_REACH = 110  # characters before a name in which its phrase stands
_MARKS = " \t\n:,;({\"“”„‟‘’«»'"  # may stand between the phrase and the name
_DEGREE = (
    r"(?:(?:also|better|best|more|most|commonly|popularly|widely|professionally|formerly|otherwise|"
    r"simply|originally|generally|sometimes|variously|usually|publicly|previously|often|then|now|"
    r"locally|affectionately|mostly|universally|alternatively) ){0,3}"
)
_NAME = r"(?:[\w-]{2,15} ){0,3}(?:sur|nick)?names?"
_PHRASES = (
    rf"{_DEGREE}known (?:(?:in|to|among) [^.,;]{{2,40}} )?(?:simply )?"
    rf"(?:as|by|under)(?: (?:his|her|their|the) {_NAME}(?: of)?)?",
    r"nicknamed|dubbed|alias|a\.? ?k\.? ?a\.?|née?|nee|or simply",
    r"[Bb]orn(?: as| [^.;()]{2,50} as)?",
    r"(?:also|sometimes|variously|alternatively|commonly|often|previously|originally) "
    r"(?:spelled|spelt|written|transliterated|called|named|rendered|styled|romani[sz]ed)"
    r"(?: as| under| in [^.,;]{2,40} as)?",
    rf"under (?:the|his|her) {_NAME}(?: of)?",
    r"(?:whose |his |her |the )?(?:(?:[\w-]{2,15} ){0,2}"
    r"(?:real|birth|full|stage|pen|ring|maiden|original|given|legal|married|code|screen|Christian)"
    r" (?:sur)?names?|nicknames?|pseudonyms?|alter ego)(?: is| was| of)?",
    r"(?:under the )?pseudonyms?|nom de (?:guerre|plume)|transliterated",
    r"dite?|surnommée?|de son vrai nom|connue? sous le nom de(?: guerre)?",
    r"geb\.|geborene?|genannt|eigentlich|bürgerlich|bekannt als|geboren als",
    r"conocid[oa] como|apodad[oa]|nacid[oa] como|de nombre real",
)
_PHRASE = re.compile(rf"(?:(?<=\W)|^)(?:{'|'.join(_PHRASES)})$")
_LAST_WORDS = """
as by under name names surname surnames nickname nicknames of nicknamed dubbed alias née né nee
simply born spelled spelt written transliterated called named rendered styled romanised romanized is
was pseudonym pseudonyms ego guerre plume dit dite surnommé surnommée nom de geb geborene geboren
genannt eigentlich bürgerlich als como apodado apodada real a
"""
_ENDINGS = frozenset(_LAST_WORDS.split())
_MANY = re.compile(r"(?:names|pseudonyms)(?: of)?$")


class Cue(NamedTuple):
    """A phrase before a name: where it begins, and whether it announces several names."""

    start: int
    many: bool


def cue_before(gap: str) -> Cue | None:
    """The phrase that a gap before a name ends with."""
    plain = gap.rstrip(_MARKS)
    last = plain[-20:].rsplit(None, 1)[-1:]
    if not last or last[0].strip("(,;\"“'.").rpartition(".")[2].lower() not in _ENDINGS:
        return None
    found = _PHRASE.search(plain, max(0, len(plain) - _REACH))
    if found is None:
        return None
    return Cue(found.start(), _MANY.search(found.group()) is not None)
