"""Who wrote it: a line that begins with "By" and goes on with names."""

import re

from indexer.cleaner.dates import find_dates
from indexer.cleaner.features import Form
from indexer.cleaner.tidy import tidy

_BY = re.compile(
    r"(?:(?:written|posted|reported|story|words|text|article|analysis|opinion|interview|report|"
    r"published)\s)?(?:by|von|par|por|di|بقلم|كتب|كتبت|إعداد)\s?:?\s{0,2}(?=\S)|"
    r"(?:author|authors|autor|autorin|autorin/autor|auteur|auteurs|autores|المؤلف|"
    r"الكاتب)\s?:?\s{1,2}",
    re.IGNORECASE,
)
# Two letters of the first word of each.
_BEGINNINGS = frozenset(
    (
        *("wr", "po", "re", "st", "wo", "te", "ar", "an", "op", "in", "pu", "by", "vo", "pa"),
        *("di", "au", "بق", "كت", "إع", "ال"),
    )
)
_GLUED = re.compile(r"(?:by|By|BY)(?=[A-Z])")
_END = re.compile(
    r"\s?[|•·–—]|\s-\s|,?\s(?:published|updated|posted|on|um|am|le)\s|\s\d", re.IGNORECASE
)

_LONGEST = 18  # words, titles and papers of the authors included
_NAME_WORDS = 12
_PARTICLES = frozenset(
    [
        "and",
        "und",
        "et",
        "y",
        "e",
        "&",
        "von",
        "van",
        "der",
        "de",
        "del",
        "di",
        "da",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "ibn",
        "ben",
        "dos",
        "du",
        "the",
        "for",
        "of",
        "in",
        "at",
        "with",
        "special",
        "to",
        "staff",
        "writer",
        "reporter",
        "correspondent",
        "editor",
        "senior",
        "political",
        "business",
        "chief",
        "contributor",
        "a",
        "an",
        "our",
        "news",
        "agencies",
    ]
)


def begins_byline(word: str) -> bool:
    """Whether a byline may begin with this word, case folded."""
    return word[:2] in _BEGINNINGS


def byline_in(text: str, form: Form) -> str | None:
    """The names in a byline, without "By", date and what else stands behind; None for no byline."""
    if not form.folded or not begins_byline(form.folded[0]):
        return None
    if not 1 < form.size <= _LONGEST and not _GLUED.match(text):
        return None
    if form.ends and form.size > 6 and not find_dates(text):
        return None
    start = _BY.match(text) or _GLUED.match(text)
    if start is None:
        return None
    names = _until_end(text[start.end() :])
    return names if _are_names(names) else None


def names_in_byline(text: str, form: Form) -> str:
    """The names in a line that its page marks as a byline, with or without a "By"."""
    return byline_in(text, form) or _until_end(text) or text


def _until_end(text: str) -> str:
    end = min((match.start() for match in _END.finditer(text) if match.start()), default=len(text))
    for date in find_dates(text):
        end = min(end, date.span[0])
    return tidy(text[:end].strip(" ,;:-–—|."))


def _are_names(text: str) -> bool:
    words = text.replace(",", " ").split()
    if not 0 < len(words) <= _NAME_WORDS:
        return False
    plain = [word for word in words if word.casefold() not in _PARTICLES]
    uncased = any(
        word[0].isalpha() and not (word[0].islower() or word[0].isupper()) for word in plain
    )
    return bool(plain) and (uncased or all(_is_name(word) for word in plain))


def _is_name(word: str) -> bool:
    letter = next((letter for letter in word if letter.isalpha()), "")
    return letter.isupper()
