"""What the text itself says of two names: X, known as Y; X (born Y); X, also spelled Y.

Only what stands between a mention and the one before it is read, and only if that is short: every
pattern is tried at a fixed place of a short string.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from indexer.identity import name_key
from indexer.persons.bearers import opens_sentence
from indexer.persons.cues import cue_before

LONGEST_GAP = 260  # characters between two mentions that may still be one apposition
_SHORT_GAP = 70
_INITIAL = 4  # characters of a gap's first "sentence" that may be an initial of the name
_ALIKE = 0.7  # how much of their letters two spellings share, in difflib's measure

_QUOTES = "\"“”„‟‘’«»'"
_SENTENCE = re.compile(r"[.!?…][\"”’')\]]{0,2}\s|\n")
_BRACKETED = re.compile(r"\([^()]{0,120}\)")
# Of whom a sentence that begins so speaks: of its subject before.
_OF_SUBJECT = re.compile(
    r"\W*(?:(?:He|She)(?: [\w-]+){0,8} |(?:His|Her) (?:[\w-]+ ){0,2}|Nowadays, (?:his|her) )?$"
)
_OF_ANOTHER = re.compile(
    r"\b(?:who|whose|whom|father|mother|brother|sister|son|daughter|wife|husband|friend|man|woman|"
    r"told|said|children|character)\b"
)
_OF_THE_SAME = re.compile(
    rf"[\s,;:(]*(?:[{_QUOTES}],? and (?:his|her) (?:\w+ )?|"
    r"(?:is|was|who is|who was|has been|were) )?$"
)
_AFTER_PRONOUN = re.compile(r"[\s,;](?:he|she) (?:\w+ ){0,3}$")
_LANGUAGE = (
    r"(?:in )?(?:Arabic|Armenian|Bengali|Bulgarian|Chinese|Czech|Danish|Dutch|English|Finnish|"
    r"French|Georgian|German|Greek|Hebrew|Hindi|Hungarian|Irish|Italian|Japanese|Korean|Kurdish|Latin|"
    r"Mongolian|Norwegian|Pashto|Persian|Polish|Portuguese|Punjabi|Romanian|Russian|Sanskrit|"
    r"Serbian|Spanish|Swedish|Tamil|Thai|Turkish|Ukrainian|Urdu|Uzbek|Vietnamese)(?::| as)?"
)
# After one other name the next: known as Y or Z, known as Y (Arabic: Z).
_NEXT = re.compile(
    rf"[{_QUOTES}]?[\s,;]{{0,3}}(?:\(?or (?:simply )?(?:{_LANGUAGE} )?|\()[\s{_QUOTES}]{{0,3}}$"
    rf"|\s?\(;? ?{_LANGUAGE} $"
)
# After one of several announced: the pseudonyms Y (…), Z and W.
_NEXT_OF_MANY = re.compile(rf"[{_QUOTES}]?(?:\s?\([^()]{{0,60}}\))?,? (?:and |or )?[{_QUOTES}]?$")
_OR = re.compile(
    rf"\s?\((?:or|now|later|then) (?:the )?(?:future )?(?:Pope |King |Queen )?[{_QUOTES}]?$"
)
_OR_ALIKE = re.compile(r",? or $")
# Right before it in another script: (Arabic: …
_LABEL = re.compile(r"\W{0,4}(?:(?:in )?\w{2,20}(?: \w{2,20})?: ?)?\W{0,4}$| \([^.()]{0,50}$")
# What he is lord of: Louis, Duke of Anjou; Jon Arn, 1st Baron Arn.
_BEFORE_RANK = re.compile(
    r"(?: ?\([^()]{0,60}\))?, (?:the )?(?:\d{1,2}(?:st|nd|rd|th) )?"
    r"(?P<rank>Baron |Earl |Viscount )?$"
)
_RANK = re.compile(
    r"(?:Duke|Duchess|Earl|Count|Countess|Marquis|Marquess|Viscount|Baron|Baroness|Lord|Lady|Prince|"
    r"Princess|King|Queen|[Cc]omte|[Dd]uc|[Ss]eigneur|[Ss]ire|Herzog|Graf|Freiherr|Conde|Duque) "
    r"(?:of|de|du|d['’]|von|van|zu) ?\w"
)
_BRACKET = re.compile(r" \((?:; )?$")
_LIVED = re.compile(r"[;,]? ?\(?(?:born|b\. |died|\d{1,2} [A-Z]|(?:c\. ?)?\d{3,4} ?[–-] ?\d)")
_QUOTED = re.compile(r"(?:['’]s)?,? ?\(?(?:or |the )?[\"“„«]$")
_UNQUOTED = re.compile(r"[.,]?[\"”“»](?! of\b)")  # the "Jon Arn" of the north is not Jon Arn
_POSSESSIVE = re.compile(r"['’]s\b")


class _Between(NamedTuple):
    """Two mentions in a row, and what stands between them and after them."""

    text: str
    gap: str
    other: str
    after: str


def same_persons(texts: Sequence[str], gaps: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs of mentions of which the text says that they are one person, earlier number first.

    texts are the printed mentions in reading order; gaps what stands before the first, between
    each two, and after the last.
    """
    subject = 0  # the mention that opened a sentence last
    whose: dict[int, int] = {}  # mentions that are another name of an earlier one
    many = False  # whether the last of these was announced as one of several
    for number in range(len(texts)):
        gap = gaps[number]
        if number and len(gap) <= LONGEST_GAP:
            before = whose.get(number - 1, number - 1)
            between = _Between(texts[number - 1], gap, texts[number], gaps[number + 1])
            if _is_next(gap, many=many) if number - 1 in whose else False:
                whose[number] = before
            elif len(gap) <= _SHORT_GAP and _is_beside(between):
                whose[number], many = before, False
            elif (said := _announced(between, before, subject)) is not None:
                whose[number], many = said
        if number in whose:
            yield whose[number], number
        elif opens_sentence(gap):
            subject = number


def _is_next(gap: str, *, many: bool) -> bool:
    """Whether a gap after another name leads to yet another of the same person."""
    if len(gap) > _SHORT_GAP:
        return False
    return bool(_NEXT.match(gap) or (many and _NEXT_OF_MANY.match(gap)))


def _is_beside(between: _Between) -> bool:
    """Whether two names stand side by side as those of one person do."""
    text, gap, other, after = between
    if gap.endswith(("(", " ", '"', "“", "„", "«")) and (
        _OR.match(gap)
        or (_QUOTED.match(gap) and _UNQUOTED.match(after))
        or (_BRACKET.match(gap) and _LIVED.match(after))
        or (_OR_ALIKE.match(gap) and _resemble(text, other))
        or ((rank := _BEFORE_RANK.match(gap)) and (rank["rank"] or _RANK.match(other)))
    ):
        return True
    if _is_latin(text) != _is_latin(other):
        return _LABEL.match(gap) is not None
    return gap.isspace() and _are_initials(text) and not _are_initials(other)


def _announced(between: _Between, before: int, subject: int) -> tuple[int, bool] | None:
    """Whose other name a phrase before it announces, and whether it announces several."""
    gap = between.gap
    cue = cue_before(gap)
    if cue is None or _POSSESSIVE.match(between.after):
        return None
    sentences = _SENTENCE.split(gap[: cue.start])
    last = sentences[-1]
    if len(sentences) == 1 or (last[:1] == "(" and len(sentences[0]) <= _INITIAL):
        return (before, cue.many) if _is_of_same(last) else None
    if _OF_SUBJECT.match(last) and not _OF_ANOTHER.search(last):
        return subject, cue.many
    return None


def _is_of_same(lead: str) -> bool:
    """Whether only brackets, dates and the like stand between a name and the phrase."""
    plain = _BRACKETED.sub("", lead)
    if _OF_THE_SAME.match(plain):
        return True
    appended = plain.lstrip()[:1] in (",", "(", ")", ";") or _AFTER_PRONOUN.search(plain)
    return bool(appended) and not _OF_ANOTHER.search(plain)


def _resemble(text: str, other: str) -> bool:
    """Whether two names are much the same in letters, and begin alike word by word."""
    words, others = name_key(text[:80]).split()[:6], name_key(other[:80]).split()[:6]
    if not all(word[0] == another[0] for word, another in zip(words, others, strict=False)):
        return False
    size = min(len(words), len(others))
    return SequenceMatcher(None, "".join(words[:size]), "".join(others[:size])).ratio() >= _ALIKE


def _is_latin(text: str) -> bool:
    """Whether the first letter is one of the Latin, or there is none."""
    if text[:1].isascii():
        return True
    letter = next((mark for mark in text if mark.isalpha()), "a")
    return letter < "\u0370" or "\u1e00" <= letter < "\u1f00"


def _are_initials(text: str) -> bool:
    return text.endswith(".") and all(len(word) <= 2 for word in text.replace(".", ". ").split())
