"""How unlikely it is that who meant one word typed another: in nats, from what slips are made of.

A slip has a kind, a place, and mostly a letter: a swap, or a letter left out, can be made in as
many ways as the word has places (about 8: 2 nats), a wrong letter in 26 times as many (3 nats
more). Fingers and ears choose the wrong letter: a doubled one, that of a neighbouring key, one
that sounds alike, so those cost less. The figures are rounded; a nat more or less on any of them
moves .01 of the first suggestions at most (benchmarks/spelling.py).
"""

_PLACE = 2.0
_LETTER = 3.0
_DOUBLED = 0.0  # a letter for which the one before it stands
_BESIDE = 1.5  # that of a neighbouring key, or one that sounds alike
_UMLAUT = -1.0  # ä is folded to a; who has no such key types ae
_FIRST = 1.0  # the first letter is seldom mistyped
_SECOND = 2.5  # what a second slip in one word costs besides its own

_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SOUNDS = ("aeiouy", "ckq", "sz", "sc", "vw", "fv", "bp", "dt", "gj", "ij", "mn")
_ALIKE = frozenset(
    {row[n] + row[n + 1] for row in _KEYS for n in range(len(row) - 1)}
    | {row[n + 1] + row[n] for row in _KEYS for n in range(len(row) - 1)}
    | {one + other for sound in _SOUNDS for one in sound for other in sound}
)
IMPOSSIBLE = float("inf")


def cost_of_slips(typed: str, meant: str, slips: int) -> float:
    """What the likeliest way from the word meant to the one typed costs; inf: so few do not do."""
    return _cost(typed, meant, 0, 0, slips)


def _cost(typed: str, meant: str, i: int, j: int, slips: int) -> float:
    """The same from the i-th letter typed and the j-th meant."""
    if typed[i:] == meant[j:]:
        return 0.0
    if abs((len(typed) - i) - (len(meant) - j)) > slips or not slips:
        return IMPOSSIBLE
    while i < len(typed) and j < len(meant) and typed[i] == meant[j]:
        i, j = i + 1, j + 1
    likeliest = IMPOSSIBLE
    for own, next_i, next_j in _first_slips(typed, meant, i, j):
        rest = _cost(typed, meant, next_i, next_j, slips - 1)
        likeliest = min(likeliest, own + rest + (_SECOND if rest else 0.0))
    return likeliest + (0.0 if j else _FIRST)


def _first_slips(typed: str, meant: str, i: int, j: int) -> list[tuple[float, int, int]]:
    """The slips that may begin where two words differ: cost, and where they go on."""
    slips = []
    if i < len(typed):
        slips.append((_cost_of_more(typed, i), i + 1, j))
    if j < len(meant):
        slips.append((_cost_of_less(meant, j), i, j + 1))
    if i < len(typed) and j < len(meant):
        alike = typed[i] + meant[j] in _ALIKE
        slips.append((_PLACE + (_BESIDE if alike else _LETTER), i + 1, j + 1))
        if typed[i : i + 2] == meant[j : j + 2][::-1]:
            slips.append((_PLACE, i + 2, j + 2))
    return slips


def _cost_of_more(typed: str, i: int) -> float:
    before = typed[i - 1 : i]
    if typed[i] == before:
        return _PLACE + _DOUBLED
    if typed[i] == "e" and before and before in "aou":
        return _PLACE + _UMLAUT
    beside = {before + typed[i], typed[i] + typed[i + 1 : i + 2]}
    return _PLACE + (_BESIDE if beside & _ALIKE else _LETTER)


def _cost_of_less(meant: str, j: int) -> float:
    is_umlaut = j and meant[j] == "e" and meant[j - 1] in "aou"
    return _PLACE + (_UMLAUT if is_umlaut or meant[j] == meant[j - 1 : j] else 0.0)
