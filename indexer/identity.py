"""The ids of documents, passages, names and persons: the same after a rebuild elsewhere."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

MAXIMUM_ID_LENGTH = 64

# Latin letters that Unicode does not decompose, with the usual ASCII spelling of each.
LATIN_LETTERS = dict(zip("øđłħŧıðɨƀ", "odlhtidib", strict=True)) | {
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    "ß": "ss",
    "ŋ": "ng",
}

_URL_SAFE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,63}")
_NOT_URL_SAFE = re.compile(r"[^a-z0-9._]+")
_NOT_WORD = re.compile(r"[^\w]+")
_QUOTATION_MARKS = tuple(
    (dict.fromkeys("“”„‟«»‹›〝〞＂", '"') | dict.fromkeys("‘’‚‛ʼ`´＇", "'")).items()
)
_IN_NAMES = str.maketrans(LATIN_LETTERS | {"'": "", "’": ""})


def document_id(source_id: str) -> str:
    """The id of a document, from its source's own id or its path below its SOURCE.

    URL-safe, at most 64 characters. An id that is both already is kept as it is; another becomes a
    readable slug and ten hex digits of its SHA-256, so that two of them stay two.
    """
    if _URL_SAFE.fullmatch(source_id):
        return source_id
    digest = hashlib.sha256(source_id.encode("utf8", "surrogatepass")).hexdigest()[:10]
    slug = _ascii_slug(source_id)[: MAXIMUM_ID_LENGTH - len(digest) - 1].strip("-.")
    return f"{slug}-{digest}" if slug else digest


def passage_ids(texts: Iterable[str]) -> tuple[str, ...]:
    """The ids of an article's passages, in order: from the words alone; twins get -2, -3."""
    seen: Counter[str] = Counter()
    ids = []
    for text in texts:
        digest = hashlib.sha256(fold(text).encode("utf8", "surrogatepass")).hexdigest()[:12]
        seen[digest] += 1
        # A letter in front: an id that begins with a digit is no valid CSS identifier.
        ids.append(f"p{digest}" if seen[digest] == 1 else f"p{digest}-{seen[digest]}")
    return tuple(ids)


def fold(text: str) -> str:
    """Text without what a retyped copy may change: NFC, case, spaces and quotation marks folded."""
    if text.isascii():
        return " ".join(text.replace("`", "'").split()).casefold()
    text = unicodedata.normalize("NFC", text)
    for mark, plain in _QUOTATION_MARKS:  # most are absent, and found so at once
        text = text.replace(mark, plain)
    return " ".join(text.split()).casefold()


def name_key(name: str) -> str:
    """The normalised form of a full name: accents, case and punctuation folded, words in order."""
    if name.isascii():  # a third of the time, for nearly all names of an English archive
        return _NOT_WORD.sub(" ", name.lower().replace("'", "")).strip()
    decomposed = unicodedata.normalize("NFKD", name)
    bare = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    return _NOT_WORD.sub(" ", bare.casefold().translate(_IN_NAMES)).strip()


def accented_letters(name: str) -> list[tuple[str, str]]:
    """The letters of a name's key, spaces left out, each with the accents that it bears; "": none.

    Of letters that are not Latin no accent is told: they are vowels, which writers leave out.
    """
    letters: list[tuple[str, str]] = []
    for sign in unicodedata.normalize("NFKD", name):
        if not unicodedata.combining(sign):
            for letter in sign.casefold():
                plain = LATIN_LETTERS.get(letter, letter) if letter.isalnum() else ""
                letters += [(one, "" if one == letter else letter) for one in plain]
        elif letters and letters[-1][0].isascii():
            letters[-1] = (letters[-1][0], letters[-1][1] + sign)
    return letters


def person_id(name: str) -> str:
    """A readable, URL-safe slug of a name's key; unlike names get unlike ids."""
    key = name_key(name)
    slug = key.replace(" ", "-")
    return slug if _URL_SAFE.fullmatch(slug) else document_id(key)


def _ascii_slug(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    ascii_text = decomposed.encode("ascii", "ignore").decode("ascii")
    return _NOT_URL_SAFE.sub("-", ascii_text)
