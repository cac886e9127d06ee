"""How one line of corrections.txt reads: verb, colon, what it is about, what is said of it.

    same: A = B        not-same: A | B      rename: A = B        moved: old/path.txt = new/path.txt
    drop: A            add: A               hide: A              confirm: A
    alias: A = B, C    split: A | source NAME | document ID | from DATE | to DATE | in DATE
    keep: WHERE | beginning of a block      remove: WHERE | beginning of a block
    keep: WHERE | a whole block |           remove: WHERE | a whole block |

WHERE is "everywhere", "source NAME", or a document by its path or id. A line that begins with # is
a comment; a # further on is text, because blocks hold them.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Literal, TypeAlias

from indexer.block_rules import rule_text
from indexer.corrections.rules import AliasRule, NameRule, PairRule, SplitRule
from indexer.identity import accented_letters, name_key
from indexer.model import BlockRule

MAXIMUM_LINE = 4_000  # code points: a block is told by its beginning, a name has some twenty
MAXIMUM_NAME = 200
MAXIMUM_ALIASES = 20  # of one word: each is looked for in every search that asks for them
MAXIMUM_WORDS = 12  # of an alias, as of a phrase in a query

Rule: TypeAlias = NameRule | PairRule | SplitRule | AliasRule | BlockRule

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_CONDITION = re.compile(r"(source|document|from|to|in)\s+(.+)")
_QUOTES = '"“”„‟«»‹›「」『』 '
_SYNTAX = frozenset('"“”„‟«»‹›「」『』*()[]{}:')  # of a query: nothing of it is read in an alias
_OPERATORS = frozenset(("AND", "OR", "NOT"))
_SHOWN = 60  # characters of a wrong value that an error repeats


@dataclass(frozen=True, slots=True)
class Line:
    """A line that says something valid by itself."""

    verb: str
    text: str  # as an error repeats it
    place: str  # file:line
    rule: Rule


def is_comment(text: str) -> bool:
    """True for a line that says nothing and is no error."""
    return not text.strip() or text.lstrip().startswith("#")


def parse_line(text: str, place: str) -> Line:
    """The line's verb and rule. Raises: ValueError that says what is wrong, and what to do."""
    if len(text) > MAXIMUM_LINE:
        raise ValueError(f"a line of {len(text)} characters; at most {MAXIMUM_LINE} are usable")
    if _CONTROLS.search(text):
        raise ValueError(f"{shown(text)} holds a control character; take it out")
    verb, colon, rest = unicodedata.normalize("NFC", text).strip().partition(":")
    verb = verb.strip().lower()
    if not colon or verb not in _PARSERS:
        raise ValueError(_unknown(verb, colon))
    return Line(verb, shown(text.strip()), place, _PARSERS[verb](rest.strip(), place))


def shown(text: str) -> str:
    """Text as an error repeats it."""
    return repr(text if len(text) <= _SHOWN else text[:_SHOWN] + "…")


def _unknown(verb: str, colon: str) -> str:
    if not colon:
        return f"{shown(verb)} has no colon; begin with one of {', '.join(VERBS)} and a colon"
    close = get_close_matches(verb[:MAXIMUM_NAME], VERBS, 1)
    meant = f"did you mean {close[0]}?" if close else f"expected one of {', '.join(VERBS)}"
    return f"{shown(verb)} is no correction; {meant}"


def _name_rule(rest: str, place: str) -> NameRule:
    return NameRule(_name(rest), place)


def _same(rest: str, place: str) -> PairRule:
    pair = PairRule(*_two_names(rest, "="), place)
    if _is_one_name(pair):
        raise ValueError(f"{shown(pair.left)} is that name already; take the line out")
    return pair


def _not_same(rest: str, place: str) -> PairRule:
    pair = PairRule(*_two_names(rest, "|"), place)
    if _is_one_name(pair):
        raise ValueError(f"{shown(pair.left)} is the same name twice; tell its bearers by split:")
    return pair


def _is_one_name(pair: PairRule) -> bool:
    """Whether nothing but capitals and punctuation differs; accents may tell two people apart."""
    same_letters = accented_letters(pair.left) == accented_letters(pair.right)
    return same_letters and name_key(pair.left) == name_key(pair.right)


def _rename(rest: str, place: str) -> PairRule:
    pair = PairRule(*_two_names(rest, "="), place)
    if pair.left == pair.right:
        raise ValueError(f"{shown(pair.left)} is its name already; take the line out")
    return pair


def _moved(rest: str, place: str) -> PairRule:
    old, new = _two(rest, "=", "old/path.txt = new/path.txt")
    if old == new:
        raise ValueError(f"{shown(old)} is the same path twice; take the line out")
    return PairRule(old, new, place)


def _alias(rest: str, place: str) -> AliasRule:
    left, right = _two(rest, "=", "A = B, C")
    name = _searched(left)
    others: dict[str, str] = {}
    for typed in right.split(","):
        if typed.strip():
            other = _searched(typed)
            others.setdefault(name_key(other), other)
    others.pop(name_key(name), None)
    if not others:
        raise ValueError(f"{shown(name)} gets no other word; expected A = B, C")
    if len(others) > MAXIMUM_ALIASES:
        raise ValueError(f"{len(others)} words for {shown(name)}; at most {MAXIMUM_ALIASES}")
    return AliasRule(name, tuple(others.values()), place)


def _searched(text: str) -> str:
    """A word or phrase as it may be searched for; quotation marks round it are left out."""
    name = _name(text.strip().strip(_QUOTES))
    if sign := next((sign for sign in name if sign in _SYNTAX), None):
        raise ValueError(
            f"{shown(name)} cannot be an alias, because of the {sign}; write its words"
        )
    if name in _OPERATORS:
        raise ValueError(f"{shown(name)} cannot be an alias: in a query it is an operator")
    if len(name.split()) > MAXIMUM_WORDS:
        raise ValueError(f"{shown(name)} has more than {MAXIMUM_WORDS} words")
    return name


def _split(rest: str, place: str) -> SplitRule:
    name, *conditions = (part.strip() for part in rest.split("|"))
    given: dict[str, str] = {}
    for condition in conditions:
        for field, value in _condition(condition).items():
            if field in given:
                raise ValueError(f"{shown(condition)} is said twice; write a line for each")
            given[field] = value
    if not given:
        raise ValueError("in which articles? Expected NAME | source OUTLET, or document, from, to")
    if given.get("last") and given.get("first", "")[: len(given["last"])] > given["last"]:
        raise ValueError(f"{given['first']} is after {given['last']}; swap them")
    return SplitRule(_name(name), place, **given)


def _condition(text: str) -> dict[str, str]:
    found = _CONDITION.fullmatch(text)
    if not found:
        raise ValueError(
            f"{shown(text)} is no condition; expected source NAME, document ID, from DATE, to DATE "
            "or in DATE"
        )
    match found[1]:
        case "from":
            return {"first": _date(found[2])}
        case "to":
            return {"last": _date(found[2])}
        case "in":
            return {"first": _date(found[2]), "last": _date(found[2])}
        case field:
            return {field: " ".join(found[2].split())}


def _block_rule(action: Literal["keep", "remove"]) -> Callable[[str, str], BlockRule]:
    def parse(rest: str, place: str) -> BlockRule:
        where, bar, block = (part.strip() for part in rest.partition("|"))
        begun = rule_text(block)
        if not where or not bar or not begun:
            raise ValueError(
                "expected a path, an id, source NAME or everywhere; then | and how the block begins"
            )
        source = re.fullmatch(r"source\s+(.+)", where)
        return BlockRule(
            action,
            begun,
            document=None if source or where == "everywhere" else where,
            source=" ".join(source[1].split()) if source else None,
            line=place,
        )

    return parse


def _two_names(rest: str, between: str) -> tuple[str, str]:
    left, right = _two(rest, between, f"NAME {between} NAME")
    return _name(left), _name(right)


def _two(rest: str, between: str, expected: str) -> tuple[str, str]:
    """The two sides of a sign; where it stands several times, of the only one with spaces round."""
    parts = rest.split(between)
    if len(parts) != 2:
        parts = rest.split(f" {between} ")
    if len(parts) != 2 or not all(part.strip() for part in parts):
        raise ValueError(f"{shown(rest)} is not of the form {expected}")
    return parts[0].strip(), parts[1].strip()


def _name(text: str) -> str:
    name = " ".join(text.split())
    if sign := next((sign for sign in "=|#" if sign in name), None):
        hint = "; a comment needs a line of its own" if sign == "#" else ""
        raise ValueError(f"{shown(name)} is no name, because of the {sign}{hint}")
    if not name_key(name):
        raise ValueError(f"{shown(name)} is no name; one with a letter is expected")
    if len(name) > MAXIMUM_NAME:
        raise ValueError(f"{shown(name)} is longer than {MAXIMUM_NAME} characters")
    return name


def _date(text: str) -> str:
    found = _DATE.fullmatch(text.strip())
    if not found:
        raise ValueError(f"{shown(text)} is no date; expected YYYY, YYYY-MM or YYYY-MM-DD")
    try:
        date(*(int(part or 1) for part in found.groups()))
    except ValueError as error:  # 30 February
        raise ValueError(f"{shown(text)} is no date: {error}") from error
    return found[0]


_PARSERS: Mapping[str, Callable[[str, str], Rule]] = {
    "same": _same,
    "not-same": _not_same,
    "split": _split,
    "drop": _name_rule,
    "add": _name_rule,
    "rename": _rename,
    "hide": _name_rule,
    "confirm": _name_rule,
    "alias": _alias,
    "keep": _block_rule("keep"),
    "remove": _block_rule("remove"),
    "moved": _moved,
}
VERBS = tuple(_PARSERS)
