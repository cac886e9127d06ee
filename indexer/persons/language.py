"""Which language's rules to read a text with, where nobody says: by its commonest small words."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from indexer.persons.tokens import folded, reading, tokenise
from indexer.persons.words import BY_LANGUAGE

# Enough to be sure, and nothing for a long text.
_LOOKED_AT = 300  # words
_TEXTS = 20
_LONGEST_TEXT = 2_000  # characters of each
# Of a text's words at least this share are function words of its language; English news has 0.4.
_LEAST_SHARE = 0.12
# Arabic writes and, to, by and the article as one with the next word.
_LEAST_SHARE_OF_ARABIC = 0.05

# Languages that share small words with ours, and of which we have no rules: nobody is named there.
_OTHERS = {
    "pt": """
    o os as um uma uns umas e ou mas do da dos das no na nos nas ao aos à às em com por pelo pela
    para que não se é são foi foram ser está ele ela eles elas seu sua seus suas mais muito já
    também como quando mesmo depois até isso este esta você eu
    """,
    "it": """
    il lo la i gli le un uno una e o ma di del dello della dei degli delle a al allo alla ai agli
    alle da dal dalla dai dalle in nel nello nella nei nelle con su sul sulla per tra fra che chi
    non è sono era ha hanno si ci più anche come quando se questo questa questi ma poi dopo anche
    """,
    "ca": """
    el la els les un una i o però de del dels a al als en amb per que no és són va ha han es seu
    seva seus més molt també com quan aquest aquesta però dels als
    """,
    "ro": """
    și sau dar de la din în pe cu pentru că nu este sunt a fost au se mai care ce un o unei unui
    """,
    "nl": """
    de het een en of maar van in op te met voor door aan bij naar uit om dat die dit deze is zijn
    was waren wordt werd heeft hebben had niet ook nog wel geen er hij zij ze het ik je wij we ze
    als dan over meer tot
    """,
    "da": """
    og i at det en den til er som på de med han af for ikke der var et har om men ud fra ved kan så
    skal vil blev hun sig efter over være også også eller nu
    """,
    "sv": """
    och i att det en den till är som på de med han av för inte där var ett har om men ut från vid
    kan så ska vill blev hon sig efter över vara också eller nu
    """,
    "he": "של את על לא הוא היא זה כי גם עם אל אבל או אם יש כל",
    "fa": """
    و در به از که این را با است برای آن یک خود تا کرد بر هم نیز می شد شده بود هر اما یا گفت او ما
    آنها های ها شود کند کرده دارد باید
    """,
    "ur": """
    کے کی میں ہے اور سے کا کو اس نے پر ہیں کہ یہ بھی تھا ایک نہیں کر ہو گیا تھے ان
    جو وہ ہی کیا گئی رہے لیے
    """,
}
_SMALL_WORDS = {code: language.function for code, language in BY_LANGUAGE.items()} | {
    code: frozenset(map(folded, words.split())) for code, words in _OTHERS.items()
}


def guess_language(texts: Iterable[str]) -> str | None:
    """The code of a language whose words we know, or None for any other."""
    words = Counter(islice(_small_letters(texts), _LOOKED_AT))
    total = words.total()
    shares = {
        code: sum(words[word] for word in words.keys() & small)
        for code, small in _SMALL_WORDS.items()
    }
    best = max(shares, key=lambda code: shares[code])
    least = _LEAST_SHARE_OF_ARABIC if best == "ar" else _LEAST_SHARE
    return best if best in BY_LANGUAGE and shares[best] >= max(1, least * total) else None


def _small_letters(texts: Iterable[str]) -> Iterator[str]:
    """The words that are no capitals: a list of the dead is in the language of what is about it."""
    for text in islice(texts, _TEXTS):
        for token in tokenise(text[:_LONGEST_TEXT]):
            word, capital = reading(token.text)
            if word.isalpha() and not capital:
                yield word
