"""The language of an article: what its page says, checked against what its words say."""

import re
from functools import cache

import numpy as np
from py3langid.langid import (  # type: ignore[import-untyped]  # it has no stubs
    MODEL_FILE,
    LanguageIdentifier,
)

from indexer.cleaner.features import WORD
from indexer.cleaner.small_words import language_by_small_words

_LETTERS = 40  # with fewer, a guess is worth nothing
# Characters; 3,000 told the same language for each of 1,190 articles, at three times the cost.
_SAMPLE = 600
_LONGER_SAMPLE = 2400  # of a text whose first small words leave a doubt
# Between 40 and 200 letters only a guess as sure as this is told.
_SURE = 0.7
_LONG = 200
_LONG_SURE = 0.5

# Letters that one language alone is written in, in newspapers. Without kana Han is Chinese.
_SCRIPTS = tuple(
    (language, re.compile(f"[{letters}]"))
    for language, letters in (
        ("ja", "\u3041-\u30ff"),
        ("ko", "\uac00-\ud7a3"),
        ("zh", "\u4e00-\u9fff"),
        ("th", "\u0e01-\u0e4e"),
        ("el", "\u0370-\u03ff"),
        ("he", "\u05d0-\u05ea"),
        ("ka", "\u10a0-\u10ff"),
        ("hy", "\u0531-\u0587"),
    )
)
_MOST_OF_LETTERS = 0.5
_SOME_KANA = 0.1

_CODE = re.compile(r"[A-Za-z]{2,3}")


def language_of(text: str, declared: str | None = None) -> str | None:
    """The ISO 639-1 code of the language, None where the text is too short to say.

    A declared language is believed unless enough text says otherwise.
    """
    stated = language_code(declared)
    guess = _guess(text)
    return guess or stated


def language_code(declared: str | None) -> str | None:
    """The two-letter code in a declaration ("en-GB", "de_AT"); None where there is none."""
    match = _CODE.match((declared or "").strip())
    code = match.group().casefold() if match else ""
    return code if len(code) == 2 else None


def _guess(text: str) -> str | None:
    sample = text[:_SAMPLE]
    if language := language_by_small_words(WORD.findall(sample.casefold())):
        return language
    letters = sum(map(str.isalpha, sample))
    if letters < _LETTERS:
        return None
    return _by_script(sample, letters) or _by_more_words(text) or _by_model(sample, letters)


def _by_script(sample: str, letters: int) -> str | None:
    counts = {language: len(script.findall(sample)) for language, script in _SCRIPTS}
    is_han = counts["ja"] + counts["zh"] >= _MOST_OF_LETTERS * letters
    if is_han and counts["ja"] >= _SOME_KANA * letters:
        return "ja"
    language = max(counts, key=lambda each: counts[each])
    return language if counts[language] >= _MOST_OF_LETTERS * letters else None


def _by_more_words(text: str) -> str | None:
    if len(text) <= _SAMPLE:
        return None
    return language_by_small_words(WORD.findall(text[:_LONGER_SAMPLE].casefold()))


def _by_model(sample: str, letters: int) -> str | None:
    """What the model says: to read it takes half a second, once, so it is asked last."""
    code, probability = _identifier().classify(sample)
    enough = _LONG_SURE if letters >= _LONG else _SURE
    return code if probability >= enough else None


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    # Dialects and creoles have no two-letter code; their neighbours take their share.
    identifier.set_languages(code for code in identifier.labels if len(code) == 2)
    # One row a sign, as they are read: a guess takes two thirds of the time.
    identifier.nb_ptc = np.ascontiguousarray(identifier.nb_ptc)
    return identifier
