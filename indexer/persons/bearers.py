"""Of several persons who bear a name, the one whom a short form means.

A surname alone means whoever the document is about: the bearer it named first, until another of
them becomes what a sentence begins with. Forms of address decide before that: Mrs Arn is not Jon
Arn's husband, and President Arn is whom the document called president.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from indexer.persons.forms import Form
from indexer.persons.tokens import folded, reading

_HE = """
mr sir lord king prince duke emperor tsar father fr brother monsieur herr herrn señor don barón
baron son husband uncle nephew grandfather grandson stepfather stepson boyfriend businessman
chairman spokesman congressman actor imam sheikh pope monk m fils mari père frère oncle sohn vater
bruder ehemann hijo padre hermano marido esposo
"""
_SHE = """
mrs ms miss mx lady dame queen princess duchess empress mother sister madam madame mme mlle
mademoiselle frau señora señorita doña wife daughter aunt niece grandmother granddaughter stepmother
stepdaughter girlfriend businesswoman chairwoman spokeswoman congresswoman actress nun widow
baroness countess fille femme épouse mère sœur tante tochter mutter schwester ehefrau hija madre
hermana esposa viuda
"""
_GENDERS = dict.fromkeys(map(folded, _HE.split()), "he") | dict.fromkeys(
    map(folded, _SHE.split()), "she"
)
_OF_KIN = re.compile(r", (?:his|her|their|whose|son|sa|seine?|ihre?|su) ")
_REACH = 40  # characters before a mention in which its title stands
_OPENING = " \t\n\"“”„‘’«»'(["  # may stand between a full stop and the sentence
_NEUTRAL = frozenset(("mr", "mrs", "ms", "miss", "mx", "m", "mme", "mlle", "herr", "herrn", "frau"))


class Mentioned(NamedTuple):
    """A mention: its form, the titles in it, folded, and what stands before it."""

    form: Form
    own_titles: tuple[str, ...]
    gap: str


@dataclass(slots=True)
class _Bearer:
    """What the document has said of a person so far, and how it addresses them anywhere."""

    first: int  # the mention that named them first
    genders: set[str] = field(default_factory=set)  # "he", "she"
    titles: set[str] = field(default_factory=set)  # president, but not Mr
    named: bool = False
    spoken_of: int = -1  # the last mention in which the document was about them


def opens_sentence(gap: str) -> bool:
    """Whether a name begins a sentence, from what stands between it and the name before."""
    tail = gap[-8:]
    rest = tail.rstrip(_OPENING)
    return not rest or rest[-1] in ".!?…" or "\n" in tail[len(rest) :]


def meant(
    mentions: Sequence[Mentioned], owners: Sequence[tuple[Form, ...]], titles: frozenset[str]
) -> list[Form]:
    """For each mention, in reading order, the one of its possible owners that it means."""
    if all(len(possible) == 1 for possible in owners):
        return [possible[0] for possible in owners]
    bearers = _bearers(mentions, owners, titles)
    chosen = []
    for number, (mention, possible) in enumerate(zip(mentions, owners, strict=True)):
        owner = possible[0]
        if len(possible) > 1:
            owner = _likeliest(mention, possible, bearers, titles)
        bearer, form = bearers[owner], mention.form
        bearer.named = True
        short = owner.words[-1] == form.words[-1] and owner.words != form.words
        if len(possible) > 1 or short or _is_subject(number, mentions):
            bearer.spoken_of = number
        chosen.append(owner)
    return chosen


def _is_subject(number: int, mentions: Sequence[Mentioned]) -> bool:
    """Whether a sentence begins with a mention and does not add whose kin that is."""
    if not opens_sentence(mentions[number].gap):
        return False
    return number + 1 == len(mentions) or not _OF_KIN.match(mentions[number + 1].gap)


def _bearers(
    mentions: Sequence[Mentioned], owners: Sequence[tuple[Form, ...]], titles: frozenset[str]
) -> dict[Form, _Bearer]:
    bearers: dict[Form, _Bearer] = {}
    for number, (mention, possible) in enumerate(zip(mentions, owners, strict=True)):
        if len(possible) == 1:
            bearer = bearers.setdefault(possible[0], _Bearer(number))
            gender, called = _address(mention, titles)
            bearer.titles |= called
            if gender:
                bearer.genders.add(gender)
    return bearers


def _address(mention: Mentioned, titles: frozenset[str]) -> tuple[str, frozenset[str]]:
    """The gender and the titles that a name is given right before it."""
    near = [reading(word.rstrip(".,") or word)[0] for word in mention.gap[-_REACH:].split()[-2:]]
    if near and near[-1] not in titles:
        near = near[-1:]  # "first lady Dr", but not "daughter of"
    genders = [_GENDERS[word] for word in (*near, *mention.own_titles) if word in _GENDERS]
    called = frozenset((*near[-1:], *mention.own_titles)) & titles
    return (genders[-1] if genders else ""), called - _NEUTRAL


def _likeliest(
    mention: Mentioned,
    possible: tuple[Form, ...],
    bearers: Mapping[Form, _Bearer],
    titles: frozenset[str],
) -> Form:
    """Whoever agrees with the form of address; of those who was spoken of last; then the first."""
    gender, called = _address(mention, titles)
    last = mention.form.words[-1]

    def fitness(owner: Form) -> tuple[bool, bool, bool, bool, bool, int, int]:
        bearer = bearers[owner]
        known = gender in bearer.genders
        return (
            known or not (gender and bearer.genders),
            known,
            not called.isdisjoint(bearer.titles),
            bearer.named,
            owner.words[-1] == last,
            bearer.spoken_of,
            -bearer.first,
        )

    likeliest = max(possible, key=fitness)
    if gender:
        bearers[likeliest].genders.add(gender)
    return likeliest
