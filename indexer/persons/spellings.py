"""Spellings of one full name in one document: Legros and Le Gros, Tinkov and Tinkow.

Only names of two words and more, and one letter in one long word: Ann Arn is not Anna Arn, nor
Mario Arn Maria Arn.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from indexer.persons.forms import Form

_SHORTEST = 6  # letters of a word that may be spelled in two ways; Hassan, not Ann or Chen
_MOST_ALIKE = 50  # names that share all other words


def same_names(forms: Sequence[Form]) -> Iterator[tuple[Form, Form]]:
    """Pairs of the forms that are one name, the earlier first; forms come in reading order."""
    as_one: dict[tuple[str, str], Form] = {}
    by_rest: dict[tuple[int, tuple[str, ...], str], list[Form]] = defaultdict(list)
    endings = _endings(forms)
    for form in forms:
        written = "".join(form.words)
        first = as_one.setdefault((written, form.number), form)
        if first != form:
            yield first, form
        if len(form.words) == 1 and len(endings.get(written, ())) == 1:
            yield endings[written][0], form
        for place, word in enumerate(form.words if len(form.words) > 1 else ()):
            rest = (place, (*form.words[:place], *form.words[place + 1 :]), form.number)
            for other in by_rest[rest]:
                if is_respelled(word, other.words[place]):
                    yield other, form
            if len(word) >= _SHORTEST and len(by_rest[rest]) < _MOST_ALIKE:
                by_rest[rest].append(form)


def _endings(forms: Sequence[Form]) -> dict[str, list[Form]]:
    """The last two words of longer names, written as one, and whose they are."""
    endings: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        if len(form.words) > 2:
            endings["".join(form.words[-2:])].append(form)
    return endings


def is_respelled(word: str, other: str) -> bool:
    """Whether two words are one letter apart, and neither in the first nor in a last vowel."""
    shorter, longer = sorted((word, other), key=len)
    if len(shorter) < _SHORTEST or len(longer) - len(shorter) > 1 or word[0] != other[0]:
        return False
    if word[:-1] == other[:-1] or longer[:-1] == shorter:
        return longer[-1] not in "aeo" and shorter[-1] not in "aeo"
    place = next(n for n, letter in enumerate(longer) if letter != shorter[n : n + 1])
    rest = shorter[place:] if len(longer) > len(shorter) else shorter[place + 1 :]
    return longer[place + 1 :] == rest
