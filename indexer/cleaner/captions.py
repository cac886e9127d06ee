"""Captions and the credits of photographs and agencies: where a block says whose picture it is.

A credit is known by its form (a mark, a slash between capitals and a name, brackets at the end), so
that an agency nobody has heard of is found as well.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from indexer.cleaner.tidy import tidy
from indexer.cleaner.traces import PICTURE_SIGNS, PICTURE_WORDS

_AGENCIES = (
    r"(?:afp|ap|reuters|getty|getty images|epa|efe|dpa|upi|xinhua|tass|anadolu|shutterstock|istock|"
    r"alamy|corbis|imago|ansa|keystone|picture[ -]alliance|wireimage|istockphoto|unsplash|flickr|"
    r"wikimedia(?: commons)?|pool|handout|file photo|courtesy)"
)
_NAME = r"[^\W\d_][\w.'’&-]{0,30}"  # a word of a name
_NAMES = rf"{_NAME}(?:[ ,]{{1,2}}{_NAME}){{0,6}}"
_CAPITALS = r"[A-ZÀ-Ý][\w.'’-]{0,20}(?:\s[A-ZÀ-Ý][\w.'’-]{0,20}){0,3}"
_PHOTO = (
    r"(?:photo(?:graph)?s?|pictures?|image|images|picture credit|photo credit|image credit|"
    r"credits?|"
    r"photography|illustration|video|fotos?|bild(?:er|quelle|rechte)?|fotograf(?:ie|ia|ía)?|grafik|"
    r"cr[ée]dits?(?: photos?)?|photographie|imagen|crédito|تصوير|صورة|الصورة|عدسة)"
)

_EVERYWHERE = ("",)
# What may stand at the end of a caption: the tail of the block from here on is its credit. Each
# with the signs of which it needs one: looking for them is quicker.
_TAILS = tuple(
    (signs, re.compile(pattern))
    for signs, pattern in (
        (
            ("©", "(c)", "(C)", "℗"),
            r"(?:©|\(c\)|\(C\)|℗)\s{0,2}[^©.!?]{1,60}\.?$",
        ),
        # ". AGENCY/First Last", "./PHOTOGRAPH BY FIRST LAST / AGENCY"
        (
            "/",
            r"(?<=[.!?\"”’)\w])\s{0,2}/\s{0,2}(?i:photo(?:graph)?s?|pictures?|image)\s(?i:by|"
            r"courtesy)\s.{1,80}$",
        ),
        (
            "/",
            rf"(?<=[.!?\"”’)|])\s{{0,2}}(?:[A-Z][A-Z.&-]{{1,20}}\s?){{1,3}}/\s?{_NAMES}(?:\s?/\s?{_NAMES})?\.?$",
        ),
        # ". Evening Outlet/First Last": a name of its own outlet before the photographer's
        (
            "/",
            rf"(?<=[.!?\"”’)|])\s{{1,2}}{_CAPITALS}/{_CAPITALS}\.?$",
        ),
        (
            "/",
            rf"(?<=[.!?\"”’)|])\s{{0,2}}{_NAMES}\s?/\s?(?:(?:[A-Z][A-Z.&-]{{1,20}}\b\s?){{1,3}}|"
            rf"(?i:{_AGENCIES}))"
            r"(?:\s(?i:via)\s.{1,40})?\.?$",
        ),
        (
            _EVERYWHERE,
            rf"(?<=[.!?\"”’)|])\s{{0,2}}[\[(]?(?i:{_PHOTO})\s{{0,2}}(?::|\s(?i:by|von|par|de|por|"
            rf"courtesy of)\b)"
            r"\s{0,2}[^.!?]{1,100}[\])]?\.?$",
        ),
        (
            "[(",
            rf"[\[(](?i:{_AGENCIES})\s(?i:photo|images?|file)?\s?/?.{{0,60}}[\])]\.?$",
        ),
        (
            "[(",
            rf"[\[(](?i:{_PHOTO})\s{{0,2}}(?::|/|\s(?i:by|von|par|de|por|courtesy|"
            rf"via)\b).{{1,100}}[\])]\.?$",
        ),
        (
            "[(",
            rf"[\[(][^()\[\]]{{2,60}}/\s?(?i:{_AGENCIES})[^()\[\]]{{0,40}}[\])]\.?$",
        ),
        (
            "|",
            r"\|\s{0,2}[^|]{2,60}/\s?[^|]{2,40}(?i:via)\s[^|]{2,30}$",
        ),
        (
            _EVERYWHERE,
            rf"(?<=[.!?\"”’)|])\s{{0,2}}(?i:{_AGENCIES})(?:\s?(?:/|via|images)\s?{_NAMES})?\.?$",
        ),
        (
            "/",
            r"(?<=[.!?\"”’)])\s{1,2}(?:[A-ZÀ-Ý][A-ZÀ-Ý.'’-]{1,20}\s){1,3}/\s(?:[A-ZÀ-Ý][A-ZÀ-Ý.'’-]{1,20}\s?){1,3}$",
        ),
    )
)
_SIGN_OFF = re.compile(rf"[\[(–—-]{{0,2}}\s?(?i:{_AGENCIES})[\])]?\.?")
# Looked for in the head and the tail of a line, case folded.
_TRACES = PICTURE_SIGNS + PICTURE_WORDS
_AP = re.compile(r"\bAP\b")
_TAIL_LENGTH = 160  # a credit is no longer; only the end of a block is searched

_WHOLE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"[\[(]?(?i:{_PHOTO})\s{{0,2}}(?::|/|\s(?i:by|von|par|de|por|courtesy "
        rf"of)\b)\s{{0,2}}.{{2,100}}",
        rf"(?:[A-Z][A-Z.&-]{{1,20}}\s?){{1,3}}/\s?{_NAMES}",
        rf"(?i:{_AGENCIES})(?:\s(?i:photo|images?))?(?:\s?(?:/|via)\s?{_NAMES})?",
        rf"{_NAMES}\s?[/|]\s?(?i:{_AGENCIES})(?:\s(?i:via)\s{_NAMES})?",
        rf"{_NAMES}\s(?i:via)\s(?i:{_AGENCIES})",
        r"(?:©|\(c\)|\(C\))\s{0,2}(?!\d{4})[^.]{2,60}",
        r"[\[(][^()\[\]]{0,60}(?i:photo|images?|getty)\b[^()\[\]]{0,60}[\])]",
    )
)
_WHOLE_LENGTH = 120
_HEAD_LENGTH = 80  # in which a caption says that it is one

_CUE = re.compile(
    r"(?:\(?(?:the|this|a|an|in this|in an?|on this|undated)?\s?"
    r"(?:undated|recent|combination|composite|aerial|satellite|archive|file|handout|screen ?grab|"
    r"screenshot|video|frame|still|general)?\s?"
    r"(?:file|handout|grab|image|frame|still|view|combination)?\s?"
    r"(?:photo|photos|photograph|picture|image|images|handout|screenshot|screengrab|illustration|"
    r"file photo|combo|view|footage)\s"
    r"(?:shows?|showing|taken|released|provided|made|obtained|from|dated|depicts?|distributed|"
    r"illustration|courtesy)\b"
    r"|file\s(?:photo|picture|image)\b|archiv(?:bild|foto)\b|symbol(?:bild|foto)\b|"
    r"photo d['’]archives?|photo d['’]illustration|foto de archivo|imagen de archivo|"
    r"صورة أرشيفية|صورة من الأرشيف|صورة ارشيفية|pictured\s?:)",
    re.IGNORECASE,
)
_CUE_END = re.compile(
    r"\((?:file|file photo|archiv(?:bild|foto)?|symbol(?:bild|foto)|archives?|archivo|أرشيف|"
    r"أرشيفية)\)\.?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Caption:
    """A block that is a caption, or nothing but a credit."""

    text: str  # without its credit; empty where the block is nothing else
    credit: str | None
    is_sign_off: bool = False  # the credit is no more than an agency's name


def caption_of(text: str) -> Caption | None:
    """The caption and the credit of a block; None where its form says nothing of a picture."""
    return _short_caption(text) if len(text) <= _WHOLE_LENGTH else _caption(text)


def _caption(text: str) -> Caption | None:
    if not _has_trace(text):
        return None
    if len(text) <= _WHOLE_LENGTH and any(form.fullmatch(text) for form in _WHOLE):
        return Caption("", text)
    start = _credit_start(text)
    if start is not None:
        credit = tidy(text[start:].lstrip(" |/-–—"))
        caption = tidy(text[:start].rstrip(" |/-–—"))
        return Caption(caption, credit, bool(_SIGN_OFF.fullmatch(credit)))
    if _CUE.match(text) or _CUE_END.search(text[-40:]):
        return Caption(text, None)
    return None


# The title's candidates are asked twice, and what a site repeats on all its pages is short.
_short_caption = lru_cache(maxsize=1 << 13)(_caption)


def _has_trace(text: str) -> bool:
    ends = text if len(text) < 2 * _TAIL_LENGTH else text[:_HEAD_LENGTH] + text[-_TAIL_LENGTH:]
    low = ends.casefold()
    for trace in _TRACES:  # any() with a generator takes twice as long
        if trace in low:
            return True
    return "AP" in ends and _AP.search(ends) is not None


def _credit_start(text: str) -> int | None:
    """Where the credit at the end of a caption begins."""
    offset = max(0, len(text) - _TAIL_LENGTH)
    tail = text[offset:]
    starts = [
        match.start()
        for signs, form in _TAILS
        if any([sign in tail for sign in signs]) and (match := form.search(tail))
    ]
    return offset + min(starts) if starts else None
