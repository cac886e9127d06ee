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
# Between 40 and 200 letters only a guess as sure as this is told.
_SURE = 0.7
_LONG = 200
_LONG_SURE = 0.5

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
