"""A query with one of its words replaced, and nothing else of it changed."""

import re
import unicodedata


def corrected(text: str, word: str, replacement: str) -> str:
    """A query with one of its words replaced; its syntax, and the word's capitals, stay."""
    if word not in text:
        text = unicodedata.normalize("NFC", text)
    whole_word = rf"(?<!\w)(?<!\w[-'’]){re.escape(word)}(?!\w|[-'’]\w|:)"
    return re.sub(whole_word, lambda _: _in_capitals_of(word, replacement), text)


def _in_capitals_of(word: str, replacement: str) -> str:
    if word.isupper() and len(word) > 1:
        return replacement.upper()
    return replacement[:1].upper() + replacement[1:] if word[:1].isupper() else replacement
