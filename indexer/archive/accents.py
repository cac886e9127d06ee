"""Names that nothing but their accents tells apart.

Agencies print names without accents, and one that bears them is the one that does not. But where
two forms bear unlike accents on one letter (Kovač and Kovać, Hùng and Hưng) they are two names, and
each stands by itself; the form without accents may be either, and is joined to neither.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable

from indexer.identity import accented_letters
from indexer.persons.normal import normalised_name


def told_apart(names: Iterable[str]) -> frozenset[str]:
    """Of the names those, as `spelled` spells them, that other names contradict."""
    forms: dict[str, dict[str, list[str]]] = defaultdict(dict)  # normalised → spelled → accents
    for name in {name for name in names if not name.isascii()}:
        normal = normalised_name(name)
        accents = _accents(name, normal)
        if any(accents):
            forms[normal][_written(normal, accents)] = accents
    alike = (those for those in forms.values() if len(those) > 1)
    return frozenset(form for those in alike for form in _contradicted(those))


def spelled(name: str) -> str:
    """The normalised name with the accents that it bears, NFC."""
    normal = normalised_name(name)
    return normal if name.isascii() else _written(normal, _accents(name, normal))


def _accents(name: str, normal: str) -> list[str]:
    """The accents of each letter of the normalised name; none where they cannot be told."""
    letters = normal.replace(" ", "")
    borne = accented_letters(name)[-len(letters) :] if letters else []
    return [accents for _, accents in borne] if letters == "".join(a for a, _ in borne) else []


def _written(normal: str, accents: list[str]) -> str:
    rest = iter(accents)
    signs = (sign if sign == " " else sign + next(rest, "") for sign in normal)
    return unicodedata.normalize("NFC", "".join(signs))


def _contradicted(forms: dict[str, list[str]]) -> list[str]:
    """The forms that bear an accent where another form bears another; all are equally long."""
    places = [frozenset(filter(None, there)) for there in zip(*forms.values(), strict=True)]
    return [
        form
        for form, accents in forms.items()
        if any(accent and len(there) > 1 for accent, there in zip(accents, places, strict=True))
    ]
