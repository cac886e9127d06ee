"""A printed name as a form: its folded words, and the number that tells it from its namesakes.

Robert II is not Robert III, and Jon Arn Jr is not Jon Arn Sr; who has no number may be either.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from indexer.identity import name_key
from indexer.persons.tokens import clean_name, reading

_POSSESSIVE = re.compile(r"(?<=\w)['’][sS]?$")
_SUFFIX_AFTER = re.compile(r",? (?:Jr|Sr|Junior|Senior|II|III)(?!\w)\.?")
LONGEST_FORM = 12  # words of a form that are compared

# What tells namesakes apart, each as the number it means.
_GENERATIONS = dict.fromkeys(("jr", "junior", "younger"), "jr") | dict.fromkeys(
    ("sr", "senior", "elder"), "sr"
)
# As printed: Pius XI is a number, Chen Xi is a name. Nobody is the fortieth of his name.
_ROMAN = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})")
# Orders and degrees behind a name, in capitals, after a comma or without one.
_HONOURS = """
AC AO BA BSc CB CBE CH CIE CM CMG CVO DBE DCM DD DFC DSC DSO Esq FBA FRS GBE GC GCB GCMG JP KBE KC
KCB KCMG KG KT LLB LLD MBA MBE MC MD MEP MLA MM MP MVO OAM OBE OC OFM OM OP OSB PC PhD QC
RA RN SC SJ VC
"""
_BEHIND = frozenset(_HONOURS.split())


class Form(NamedTuple):
    """The words that are compared, folded, and the number of the name: "ii", "jr" or ""."""

    words: tuple[str, ...]
    number: str = ""


class Printed(NamedTuple):
    """A printed name, read: the titles before it, folded, the name itself, and its form."""

    titles: tuple[str, ...]
    name: str  # a name of titles alone stays as it is
    form: Form


def read_name(text: str, titles: frozenset[str]) -> Printed:
    """The name in a mention, without titles before it; its form is without honours behind it."""
    words = clean_name(text).split(" ")
    count = 0
    while count < len(words) - 1 and reading(words[count])[0] in titles:
        count += 1
    before = tuple(reading(word)[0] for word in words[:count])
    words[-1] = _POSSESSIVE.sub("", words[-1])
    name = " ".join(words[count:])
    printed, number = _without_end(words[count:], shouted=name.isupper())
    folded = tuple(islice(_folded(printed), LONGEST_FORM))
    return Printed(before, name, Form(folded or (text,), number))


def with_suffix(text: str, after: str) -> str:
    """A mention with the Jr that stands right after it, outside: a tagger may leave it there."""
    suffix = _SUFFIX_AFTER.match(after)
    return text + suffix.group() if suffix else text


def _folded(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        if word.isascii() and word.isalpha():
            yield word.lower()
        else:
            yield from name_key(word).split()


def _without_end(words: list[str], *, shouted: bool) -> tuple[list[str], str]:
    """The words before honours and number, and the number; the first word always stays."""
    number = ""
    while len(words) > 1:
        last = words[-1].strip(",;()")
        if not shouted and last.replace(".", "") in _BEHIND:
            words = words[:-1]
            continue
        found = _number(last, shouted=shouted)
        if number or not found:
            break
        number, words = found, words[:-1]
        if len(words) > 1 and number in ("jr", "sr") and words[-1] == "the":
            words = words[:-1]
    return words, number


def _number(word: str, *, shouted: bool) -> str:
    folded = word.rstrip(".").lower()
    if folded in _GENERATIONS:
        return _GENERATIONS[folded]
    if _ROMAN.fullmatch(word) and (len(word) > 2 or not shouted):
        return folded
    return ""


def belongs(form: Form, full: Form, *, at_end: bool) -> bool:
    """Whether the words of a form stand in the full form in order, an initial for its word."""
    words, fuller = form.words, full.words
    if form.number and form.number != full.number:  # Abdullah I is short for Abdullah I bin Sabah
        return not at_end and fuller[: len(words) + 1] == (*words, form.number)
    if len(fuller) <= len(words) and form.words != full.words and not _has_initial(words):
        return False
    if (words[-1] != fuller[-1]) if at_end else (words[0] != fuller[0]):
        return False
    return _has_the_initials_of(words, fuller) and stands_in(words, fuller)


def _has_the_initials_of(words: tuple[str, ...], fuller: tuple[str, ...]) -> bool:
    """Whether initials in the middle are all that the fuller name has: W. is not H. W. beside it.

    A name without any is short for both: which of them is told by what stands around it.
    """
    middle = words[1:-1]
    if not middle or any(len(word) > 1 for word in middle):
        return True
    return len(fuller) == len(words)


def stands_in(words: Iterable[str], fuller: Iterable[str]) -> bool:
    """Whether the words are among the others in the same order, an initial for its word."""
    rest = iter(fuller)
    return all(any(_alike(word, other) for other in rest) for word in words)


def _alike(word: str, other: str) -> bool:
    return word == other or (len(word) == 1 and other.startswith(word))


def _has_initial(words: Iterable[str]) -> bool:
    return any(len(word) == 1 for word in words)
