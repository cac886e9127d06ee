"""Notes about the author at the end of an article: "N. N. is a reporter who writes about …"."""

import re
from collections.abc import Sequence

from indexer.cleaner.features import WORD

_LONGEST = 90  # words
_NAME = r"[^\W\d_a-zß-ÿ][\w.'’-]{0,25}(?:\s[\w.'’-]{1,25}){0,4}?"
_ROLES = (
    r"(?:reporters?|editors?|journalists?|correspondents?|columnists?|writers?|freelancer?|"
    r"freelance|authors?|bloggers?|contributors?|producers?|anchor|redakteur(?:in)?|"
    r"journalist(?:in)|reporterin|autor(?:in|a)?|korrespondent(?:in)?|volontär(?:in)?|journaliste|"
    r"correspondante?|rédact(?:rice|eur)|periodista|redactora?|corresponsal)"
)
_NOTE = re.compile(
    r"[\W_]{0,4}(?:(?i:about the authors?)\b|"
    rf"(?i:follow|contact|reach|e-?mail)\s{_NAME}\s(?:on|at|via)\b|"
    rf"{_NAME},?\s(?:is|are|was|ist|est|es|works?|worked|has (?:been|worked|written|covered))\s"
    rf"(?:[\w,'’-]{{1,25}}\s){{0,14}}?(?i:{_ROLES})\b|"
    rf"{_NAME}\s(?:writes|covers|reports|edits|blogs|schreibt|berichtet|couvre|escribe|cubre)\s"
    r"(?:about|on|for|für|über|aus|sur|pour|sobre|para|regularly|frequently)\b)"
)
_THE_WRITER = re.compile(
    r"[\W_]{0,4}(?:the (?:writer|author) is\b|(?:the )?(?:views?|opinions?) expressed|"
    r"der autor ist|die autorin ist|l['’]auteure? est|el autor es|la autora es|كاتب المقال|"
    r"الآراء الواردة)",
    re.IGNORECASE,
)
_NAME_LETTERS = 2  # "He", "It" are no names


def is_author_note(text: str, article: Sequence[str]) -> bool:
    """Whether the text says who wrote the article.

    A person whom the article has named before is its subject, not its author.
    """
    if len(text.split()) > _LONGEST:
        return False
    if _THE_WRITER.match(text):
        return True
    return bool(_NOTE.match(text)) and _names_somebody_new(text, article)


def _names_somebody_new(text: str, article: Sequence[str]) -> bool:
    names = {
        word for word in WORD.findall(text)[:3] if word[0].isupper() and len(word) > _NAME_LETTERS
    }
    if not names and not text.casefold().startswith("about"):
        return False
    return not any(names.intersection(WORD.findall(paragraph)) for paragraph in article)
