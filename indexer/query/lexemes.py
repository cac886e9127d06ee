"""Typed text → lexemes: words, phrases, fields, operators, brackets. Caps come first."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

# Against queries that cost seconds: 1,000 ORs took 13 s in Whoosh, a 40 kB word 5 s in its parser.
MAXIMUM_LENGTH = 500  # characters
MAXIMUM_CLAUSES = 16  # operators, phrases, prefixes, fields; plain words do not count

_QUOTES = '"“”„‟«»‹›〝〞＂「」『』'
_LEXEME = re.compile(
    rf"[{_QUOTES}](?P<phrase>[^{_QUOTES}]*+)(?:(?P<closed>[{_QUOTES}])(?:~(?P<slop>[0-9]*))?)?"
    r"|(?P<open>\()|(?P<close>\))"
    r"|(?<![^\s(])(?P<minus>[-−]+)(?=[^\s)])"
    rf"|(?P<field>(?i:title|person|source|byline|language|date)):\s*"
    rf"|(?P<word>[^\s()\[\]{{}}{_QUOTES}]+)"
)
_TEXT_RANGE = re.compile(r"[\[{][^\]}]*\sTO\s[^\]}]*[\]}]")


class Kind(Enum):
    """What a lexeme is; operators and brackets by the sign that is typed for them."""

    WORD = "word"
    PHRASE = "phrase"
    FIELD = "field"
    OPEN = "("
    CLOSE = ")"
    AND = "AND"
    OR = "OR"
    NOT = "NOT"


_OPERATORS = {"AND": Kind.AND, "OR": Kind.OR, "NOT": Kind.NOT}
_CLAUSES = frozenset({Kind.PHRASE, Kind.FIELD, *_OPERATORS.values()})


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One piece of a query, as typed."""

    kind: Kind
    text: str = ""
    slop: str = ""  # digits as typed, of a phrase


class Notes:
    """What was forgiven or cut while one query was read: one sentence each, none twice."""

    def __init__(self) -> None:
        self._sentences: dict[str, None] = {}

    def add(self, sentence: str) -> None:
        """Takes a sentence down, once."""
        self._sentences[sentence] = None

    def sentences(self) -> tuple[str, ...]:
        """All of them, in the order of the query."""
        return tuple(self._sentences)


def cut_to_length(text: str, notes: Notes) -> str:
    """At most 500 characters, ending with a whole word where there is one; fit to be shown."""
    if len(text) > MAXIMUM_LENGTH:
        notes.add(f"Only the first {MAXIMUM_LENGTH} characters of the query were read.")
        whole_words = re.match(r"(?s).*(?=\s)", text[: MAXIMUM_LENGTH + 1])
        text = whole_words[0] if whole_words and whole_words[0].strip() else text[:MAXIMUM_LENGTH]
    return "".join(" " if _is_control(character) else character for character in text)


def read_lexemes(text: str, notes: Notes) -> tuple[Lexeme, ...]:
    """The lexemes of a query that is cut to length, at most 16 clauses of them."""
    text = unicodedata.normalize("NFC", _without_formats(text))
    if _TEXT_RANGE.search(text):
        notes.add("There are no ranges of words: what stands between [ and ] was read as words.")
    return _capped(tuple(_lexemes(text, notes)), notes)


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs")


def _without_formats(text: str) -> str:
    """Without zero-width characters and bidi marks, which the analyzer does not see either."""
    return "".join(character for character in text if unicodedata.category(character) != "Cf")


def _lexemes(text: str, notes: Notes) -> Iterator[Lexeme]:
    has_operators = _has_operators(text, notes)
    for match in _LEXEME.finditer(text):
        if match["phrase"] is not None:
            if match["closed"] is None:
                notes.add("A quotation mark was not closed; its phrase was read up to the end.")
            yield Lexeme(Kind.PHRASE, match["phrase"], match["slop"] or "")
        elif match["field"] is not None:
            yield Lexeme(Kind.FIELD, match["field"].lower())
        elif match["open"] or match["close"]:
            yield Lexeme(Kind(match[0]))
        elif match["minus"]:
            yield Lexeme(Kind.NOT)
        elif has_operators and match["word"] in _OPERATORS:
            yield Lexeme(_OPERATORS[match["word"]])
        else:
            yield Lexeme(Kind.WORD, match["word"])


def _has_operators(text: str, notes: Notes) -> bool:
    """No if all other letters are capitals too: a headline in capitals is no formula."""
    words = [word.strip("()") for word in text.split()]
    others = "".join(word for word in words if word not in _OPERATORS)
    if others.isupper() or not others:
        typed = [word for word in words if word in _OPERATORS]
        if typed:
            notes.add(f"The query is all in capitals, so {typed[0]} was read as a word.")
        return False
    return True


def _capped(lexemes: tuple[Lexeme, ...], notes: Notes) -> tuple[Lexeme, ...]:
    clauses = 0
    for place, lexeme in enumerate(lexemes):
        clauses += _is_clause(lexeme, lexemes[place - 1] if place else None)
        if clauses > MAXIMUM_CLAUSES:
            notes.add(
                f"Only the first {MAXIMUM_CLAUSES} operators, phrases, prefixes and fields were"
                " read; what follows them was left out."
            )
            return lexemes[:place]
    return lexemes


def _is_clause(lexeme: Lexeme, before: Lexeme | None) -> bool:
    if lexeme.kind is Kind.WORD:
        return lexeme.text.endswith("*")
    is_value = before is not None and before.kind is Kind.FIELD and lexeme.kind is Kind.PHRASE
    return lexeme.kind in _CLAUSES and not is_value
