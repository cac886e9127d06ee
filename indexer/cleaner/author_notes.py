"""Notes about the author at the end of an article: "N. N. is a reporter who writes about …"."""

import re
from collections.abc import Sequence

from indexer.cleaner.features import WORD

_LONGEST = 90  # words
_NAME = r"[^\W\d_a-z][\w.'’-]{0,25}(?:\s[\w.'’-]{1,25}){0,4}?"
_NOTE = re.compile(
    rf"[\W_]{{0,4}}(?:about the authors?\b|(?:follow|contact|reach|email|e-mail)\s{_NAME}\s(?:on|"
    rf"at|via)\b|"
    rf"{_NAME},?\s(?:is|are|was|ist|est|es|works?|worked|has (?:been|worked|written|covered|"
    rf"reported))\s"
    r"(?:[\w,'’-]{1,25}\s){0,14}?(?:reporter|reporters|editor|journalist|correspondent|columnist|"
    r"writer|"
    r"freelancer?|freelance|author|blogger|contributor|producer|anchor|redakteurin|redakteur|"
    r"journalistin|"
    r"reporterin|autorin|autor|korrespondentin|korrespondent|volontärin|volontär|journaliste|"
    r"correspondante?|rédactrice|rédacteur|periodista|redactora?|corresponsal)\b|"
    rf"{_NAME}\s(?:writes|covers|reports|edits|blogs|schreibt|berichtet|couvre|escribe|cubre)\s"
    r"(?:about|on|for|for the|für|über|aus|sur|pour|sobre|para|regularly|frequently)\b)",
    re.IGNORECASE,
)
_THE_WRITER = re.compile(
    r"[\W_]{0,4}(?:the (?:writer|author) is\b|the views? expressed|the opinions? expressed|"
    r"opinions expressed|views expressed|der autor ist|die autorin ist|l['’]auteure? est|"
    r"el autor es|la autora es|كاتب المقال|الآراء الواردة)",
    re.IGNORECASE,
)
_NAME_LETTERS = 3


def is_author_note(text: str, article: Sequence[str]) -> bool:
    """Whether the text says who wrote the article.

    A person whom the article has named before is its subject, not its author.
    """
    if len(text.split()) > _LONGEST:
        return False
    if _THE_WRITER.match(text):
        return True
    return bool(_NOTE.match(text)) and not _is_named(text, article)


def _is_named(text: str, article: Sequence[str]) -> bool:
    words = WORD.findall(text)[:3]
    names = {word for word in words if word[0].isupper() and len(word) > _NAME_LETTERS}
    return any(name in WORD.findall(paragraph) for paragraph in article for name in names)
