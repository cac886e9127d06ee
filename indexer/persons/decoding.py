"""The best tags of a run (Viterbi), of those that can follow each other."""

from collections.abc import Sequence

B, I, E, S, O = range(5)  # noqa: E741  # begins, inside, ends, single, outside
START = 5  # the row of transitions into a run
_NEVER = float("-inf")


def best_tags(rows: Sequence[Sequence[float]], transitions: Sequence[Sequence[float]]) -> list[int]:
    """The tags with the highest sum of scores, from five scores a token in the order B I E S O."""
    entry, first = transitions[START], rows[0]
    if len(rows) == 1:  # two runs in three
        return [S if first[S] + entry[S] >= first[O] + entry[O] else O]
    scores = [first[B] + entry[B], _NEVER, _NEVER, first[S] + entry[S], first[O] + entry[O]]
    from_b, from_i, from_e, from_s, from_o, _ = transitions
    steps = []
    for row in rows[1:]:
        b, i, e, s, o = scores
        # For each tag those that may stand before it, inside a name only what began one. Written
        # out: a loop over them takes three times as long.
        best = (
            max((e + from_e[B], E), (s + from_s[B], S), (o + from_o[B], O)),
            max((b + from_b[I], B), (i + from_i[I], I)),
            max((b + from_b[E], B), (i + from_i[E], I)),
            max((e + from_e[S], E), (s + from_s[S], S), (o + from_o[S], O)),
            max((e + from_e[O], E), (s + from_s[O], S), (o + from_o[O], O)),
        )
        scores = [reached + score for (reached, _), score in zip(best, row, strict=True)]
        steps.append(best)
    tags = [max((E, S, O), key=scores.__getitem__)]
    for step in reversed(steps):
        tags.append(step[tags[-1]][1])
    return tags[::-1]


def spans_of(tags: Sequence[int]) -> list[tuple[int, int]]:
    """The names in a sequence of tags, as places from and past."""
    spans = []
    start = 0
    for place, tag in enumerate(tags):
        if tag in (B, S):
            start = place
        if tag in (E, S):
            spans.append((start, place + 1))
    return spans
