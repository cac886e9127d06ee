"""Which language's rules to read a text with, where nobody says: by its commonest small words."""

from collections import Counter
from collections.abc import Iterable

from indexer.persons.tokens import reading, tokenise
from indexer.persons.words import BY_LANGUAGE

_LOOKED_AT = 2_000  # characters; enough to be sure, and nothing for a long text
# Of a text's words at least this share are function words of its language; English news has 0.4.
_LEAST_SHARE = 0.12


def guess_language(texts: Iterable[str]) -> str | None:
    """The code of a language whose words we know, or None for any other."""
    sample = " ".join(text[:_LOOKED_AT] for _, text in zip(range(20), texts, strict=False))
    words = Counter(reading(token.text)[0] for token in tokenise(sample[:_LOOKED_AT]))
    total = sum(count for word, count in words.items() if word)
    shares = {
        code: sum(words[word] for word in words.keys() & language.function)
        for code, language in BY_LANGUAGE.items()
    }
    best = max(shares, key=lambda code: shares[code])
    return best if shares[best] > 0 and shares[best] >= _LEAST_SHARE * total else None
