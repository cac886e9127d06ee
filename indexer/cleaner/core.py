"""Where the article is: the stretch of lines that holds the most running text.

Every line has a weight, positive for running text and negative for what stands alone; the article
is the stretch with the greatest sum (Kadane's algorithm; as body text extraction by Finn,
Kushmerick and Smyth 2001 does with tags).
"""

from collections.abc import Sequence

from indexer.cleaner.features import Form

_MOST_WORDS = 40  # a longer line says no more
_WORDS_PER_POINT = 10.0
_ALONE = 0.45  # of a sentence between two lines that are none: a teaser, more often than not
_BARE = -0.7  # a line that is no running text
_SIGNED = -0.25  # a line known to be debris: such lines stand in the middle of articles too


def core(forms: Sequence[Form], signed: Sequence[bool]) -> range:
    """The lines of the article, from its first running text to its last; empty where there is none.

    Args:
        forms: the looks of every line.
        signed: whether a line has said by itself that it is debris.

    """
    prose = sum(form.prose for form in forms)
    alone = _ALONE if 2 * prose < len(forms) - sum(signed) else 1.0
    weights = [_weight(line, forms, signed, alone) for line in range(len(forms))]
    best = total = 0.0
    start = 0
    found = range(0)
    for line, weight in enumerate(weights):
        if total <= 0:
            start, total = line, 0.0
        total += weight
        if total > best:
            best, found = total, range(start, line + 1)
    return found


def _weight(line: int, forms: Sequence[Form], signed: Sequence[bool], alone: float) -> float:
    if signed[line]:
        return _SIGNED
    form = forms[line]
    if not form.prose:
        return _BARE
    weight = min(form.size, _MOST_WORDS) / _WORDS_PER_POINT
    return weight if _has_company(line, forms, signed) else weight * alone


def _has_company(line: int, forms: Sequence[Form], signed: Sequence[bool]) -> bool:
    """Whether the next line above or below is running text too; what is signed is passed over."""
    return _neighbour_is_prose(line, -1, forms, signed) or _neighbour_is_prose(
        line, 1, forms, signed
    )


def _neighbour_is_prose(
    line: int, step: int, forms: Sequence[Form], signed: Sequence[bool]
) -> bool:
    for distance in range(1, 4):
        other = line + step * distance
        if not 0 <= other < len(forms):
            return False
        if not signed[other]:
            return forms[other].prose
    return False
