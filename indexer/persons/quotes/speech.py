"""The words that tell who speaks, by language."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from indexer.persons.quotes import arabic, english, french, german, spanish
from indexer.persons.tokens import folded
from indexer.persons.words import BY_LANGUAGE as WORDS
from indexer.persons.words import Words


@dataclass(frozen=True, slots=True)
class Speech:
    """The closed classes of one language that stand around quotes; all as tokens.folded folds."""

    words: Words
    governing: frozenset[str]  # every word that may say who speaks
    verb_first: bool  # who speaks stands right behind the verb, and nowhere else
    speech: frozenset[str]  # verbs of saying, calling, thinking
    speech_beside: frozenset[str]  # their participles: saying, calling
    speech_or_noun: frozenset[str]  # of both, what may be a noun as well: the claims
    unsaid: frozenset[str]  # verbs whose quote nobody says: the banner reads
    between: frozenset[str]  # may stand between the one who speaks and the verb
    passive: frozenset[str]  # before a verb: its subject does not speak
    not_: frozenset[str]  # before a verb: it was not said, or only to be said
    he: frozenset[str]
    she: frozenset[str]
    man: frozenset[str]  # before a name: no she
    woman: frozenset[str]  # before a name: no he
    somebody: frozenset[str]  # "a man", whom a pronoun may mean as well
    clause_after: frozenset[str]  # a name right after it is a subject: that, when
    articles: frozenset[str]  # before a form of a verb: it is none
    the: frozenset[str]  # before one or two words between marks: they are a term
    who: frozenset[str]  # "X, who said"
    prepositions: frozenset[str]
    and_: frozenset[str]  # joins persons, and what they do
    but: frozenset[str]  # joins only what they do
    according: frozenset[str]  # according (to) X
    no_speech_after: frozenset[str]  # right before the marks: they hold a title or a nickname
    offices: frozenset[str]  # where the verb is first: minister (of the …)


_LISTS = (
    "speech",
    "speech_beside",
    "speech_or_noun",
    "unsaid",
    "between",
    "passive",
    "not",
    "he",
    "she",
    "man",
    "woman",
    "somebody",
    "clause_after",
    "articles",
    "the",
    "who",
    "prepositions",
    "and",
    "but",
    "according",
    "no_speech_after",
    "offices",
)


_GOVERNING = ("speech", "speech_beside", "unsaid", "according")


def _speech(language: str, module: object) -> Speech:
    lists = (getattr(module, name.upper(), "").split() for name in _LISTS)
    classes = [frozenset(folded(word) for word in words) for words in lists]
    governing = (classes[_LISTS.index(name)] for name in _GOVERNING)
    first = hasattr(module, "VERB_FIRST")
    return Speech(WORDS[language], frozenset().union(*governing), first, *classes)


_BY_LANGUAGE = {
    "en": _speech("en", english),
    "fr": _speech("fr", french),
    "de": _speech("de", german),
    "es": _speech("es", spanish),
    "ar": _speech("ar", arabic),
}
# A language that is not here: no quotation is sure, so there is none.
BY_LANGUAGE: Mapping[str, Speech] = MappingProxyType(_BY_LANGUAGE)
