"""Which words are forms of one word: Snowball's stemmers, one a language."""

import threading

import Stemmer  # type: ignore[import-not-found]  # a C extension without stubs

from indexer.analyzer.folding import fold_letters, stemmable

# Raise the first number with every change of what the analyzer makes of a text. Snowball's own
# version is part of it: another release stems other words.
VERSION = f"1-snowball-{Stemmer.version()}"

_ALGORITHMS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "eo": "esperanto", "es": "spanish", "et": "estonian", "eu": "basque",
    "fa": "persian", "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi",
    "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian",
    "nb": "norwegian", "ne": "nepali", "nl": "dutch", "nn": "norwegian", "no": "norwegian",
    "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian",
    "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
_AVAILABLE = frozenset(Stemmer.algorithms())  # an older PyStemmer has fewer

_stemmers: dict[str, Stemmer.Stemmer] = {}
_lock = threading.Lock()  # a Stemmer holds one buffer: two threads at once get each other's words


def stemmed_language(language: str | None) -> str | None:
    """The language if its words are stemmed, else None: all other languages are treated alike."""
    return language if language and _ALGORITHMS.get(language) in _AVAILABLE else None


def stem(word: str, language: str) -> str:
    """The folded stem of a word that is not folded yet; language as stemmed_language gives it."""
    with _lock:
        if language not in _stemmers:
            _stemmers[language] = Stemmer.Stemmer(_ALGORITHMS[language], 0)
        found = _stemmers[language].stemWord(stemmable(word, language))
    return fold_letters(found)
