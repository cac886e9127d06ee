"""Father and son of one name: Jon Arn, Jon Arn Jr.

Mostly a document drops the Jr once it has been said. It tells them apart where the name without
one came first, or is said to be of kin.
"""

import re
from collections.abc import Mapping, Sequence

from indexer.persons.forms import Form

_KIN = re.compile(
    r"\b(?:father|dad|son|grandson|grandfather|nephew|uncle|namesake|elder|senior|père|fils|Vater|"
    r"Sohn|padre|hijo)\b[^.!?\n]{0,40}$"
)


def told_apart(places: Mapping[Form, Sequence[int]], gaps: Sequence[str]) -> frozenset[Form]:
    """The forms of several words and no number that are not the person with a number.

    places are the numbers of the mentions of each form, gaps what stands before each mention.
    """
    numbered: dict[tuple[str, str], int] = {}
    for form, numbers in places.items():
        if form.number and len(form.words) > 1:
            ends = (form.words[0], form.words[-1])
            numbered[ends] = min(numbers[0], numbered.get(ends, numbers[0]))
    return frozenset(
        form
        for form, numbers in places.items()
        if not form.number
        and len(form.words) > 1
        and (first := numbered.get((form.words[0], form.words[-1]))) is not None
        and (numbers[0] < first or _KIN.search(gaps[numbers[0]][-80:]))
    )
