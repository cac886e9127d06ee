"""The best tags of a run (Viterbi), of those that can follow each other."""

from collections.abc import Sequence

B, I, E, S, O = range(5)  # noqa: E741  # begins, inside, ends, single, outside
START = 5  # the row of transitions into a run
# Which tags may stand before each: inside a name only what began one.
BEFORE = ((E, S, O), (B, I), (B, I), (E, S, O), (E, S, O))
_NEVER = float("-inf")


def best_tags(rows: Sequence[Sequence[float]], transitions: Sequence[Sequence[float]]) -> list[int]:
    """The tags with the highest sum of scores, from five scores a token in the order B I E S O."""
    entry, first = transitions[START], rows[0]
    if len(rows) == 1:  # two runs in three
        return [S if first[S] + entry[S] >= first[O] + entry[O] else O]
    scores = [first[B] + entry[B], _NEVER, _NEVER, first[S] + entry[S], first[O] + entry[O]]
    steps = []
    for row in rows[1:]:
        best = [max((scores[b] + transitions[b][tag], b) for b in BEFORE[tag]) for tag in range(5)]
        scores = [reached + score for (reached, _), score in zip(best, row, strict=True)]
        steps.append([before for _, before in best])
    tags = [max((E, S, O), key=lambda tag: scores[tag])]
    for step in reversed(steps):
        tags.append(step[tags[-1]])
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
