"""Which lines exclude each other. Of such lines all are named, and none applies."""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple, TypeVar

from indexer.corrections.grammar import Line
from indexer.corrections.rules import PairRule
from indexer.identity import accented_letters, fold, name_key
from indexer.model import BlockRule

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Lines that cannot all be true, and how to settle it."""

    lines: tuple[Line, ...]
    remedy: str


class Step(NamedTuple):
    """A line that leads from one name, or path, to another."""

    left: str  # folded
    right: str
    spelled: str  # the right as typed
    line: Line


def find_contradictions(lines: Sequence[Line]) -> Iterator[Contradiction]:
    """Every contradiction among the lines; none of them must stand there twice."""
    renames = steps(lines, "rename", name_key)
    joins = [
        step for step in (*steps(lines, "same", name_key), *renames) if step.left != step.right
    ]
    moves = steps(lines, "moved", str)
    # Lines about names that only accents tell apart lead, to name_key, nowhere.
    respelled = [step for step in steps(lines, "same", _accented) if _is_one_key(step)]
    yield from _forks(respelled, "lead every name to one other only")
    yield from _circles(respelled, "say which of the names is to stay")
    yield from _joined_and_apart(respelled, steps(lines, "not-same", _accented))
    yield from _dropped_and_somebody(lines, renames)
    yield from _spelled_in_two_ways(renames)
    yield from _forks(joins, "lead every name to one other only")
    yield from _circles(joins, "say which of the names is to stay")
    yield from _joined_and_apart(joins, steps(lines, "not-same", name_key))
    yield from _kept_and_removed(lines)
    yield from _forks(moves, "say where it is now")
    yield from _circles(moves, "say where it is now")


def steps(lines: Iterable[Line], verb: str, key: Callable[[str], str]) -> list[Step]:
    """The lines of a verb about two names or paths."""
    return [
        Step(key(line.rule.left), key(line.rule.right), line.rule.right, line)
        for line in lines
        if line.verb == verb and isinstance(line.rule, PairRule)
    ]


def _accented(name: str) -> str:
    return "".join(letter + accents for letter, accents in accented_letters(name))


def _is_one_key(step: Step) -> bool:
    rule = step.line.rule
    return isinstance(rule, PairRule) and name_key(rule.left) == name_key(rule.right)


def _dropped_and_somebody(
    lines: Iterable[Line], renames: Sequence[Step]
) -> Iterator[Contradiction]:
    """What is no person, and a line that says who it is; that it is hidden contradicts nothing.

    A name may be the same as one that is dropped: then it is no person either. But nobody would
    give a person such a name to be shown.
    """
    about = _about(lines, ("drop", "confirm", "add", "same", "rename"))
    about += [(step.right, step.line) for step in renames if step.left != step.right]
    for group in _grouped(about):
        if {"drop"} < {line.verb for line in group}:
            yield Contradiction(tuple(group), "say whether it is a person")


def _about(lines: Iterable[Line], verbs: Collection[str]) -> list[tuple[str, Line]]:
    """The lines of these verbs, each with the name that it is about, folded."""
    return [
        (name_key(line.rule.left if isinstance(line.rule, PairRule) else line.rule.name), line)
        for line in lines
        if line.verb in verbs and not isinstance(line.rule, BlockRule)
    ]


def _spelled_in_two_ways(renames: Sequence[Step]) -> Iterator[Contradiction]:
    """Renames to one name that is spelled in several ways."""
    for group in _grouped((step.right, step) for step in renames):
        if len({step.spelled for step in group}) > 1:
            yield _of_steps(group, "say once how the name is spelled")


def _forks(found: Sequence[Step], remedy: str) -> Iterator[Contradiction]:
    """Steps from one name to several."""
    for group in _grouped((step.left, step) for step in found):
        if len({step.right for step in group}) > 1:
            yield _of_steps(group, remedy)


def _circles(found: Sequence[Step], remedy: str) -> Iterator[Contradiction]:
    """Steps that lead back to where they began. Where a name leads to several, to the last one."""
    following = {step.left: step.right for step in sorted(found, key=_ends)}
    seen: set[str] = set()
    for start in sorted(following):
        chain: list[str] = []
        name = start
        while name in following and name not in seen:
            seen.add(name)
            chain.append(name)
            name = following[name]
        if name in chain:
            circle = set(chain[chain.index(name) :])
            yield _of_steps([step for step in found if {step.left, step.right} <= circle], remedy)


def _joined_and_apart(joins: Sequence[Step], apart: Sequence[Step]) -> Iterator[Contradiction]:
    """Two names that are said not to be the same, though a chain of lines makes them so."""
    beside: dict[str, list[Step]] = defaultdict(list)
    for step in sorted(joins, key=_ends):
        beside[step.left].append(step)
        beside[step.right].append(step)
    for step in apart:
        if path := _path(step.left, step.right, beside):
            yield _of_steps([step, *path], "say whether they are one person")


def _path(start: str, goal: str, beside: Mapping[str, Sequence[Step]]) -> list[Step]:
    """The steps of the shortest way between two names, in whatever direction; [] if none."""
    came_from = {start: start}
    waiting = [start]
    for name in waiting:  # grows meanwhile
        for step in beside.get(name, ()):
            other = step.right if step.left == name else step.left
            if other not in came_from:
                came_from[other] = name
                waiting.append(other)
    path: list[Step] = []
    while goal in came_from and goal != start:
        ends = {goal, came_from[goal]}
        path += [step for step in beside[goal] if {step.left, step.right} == ends]
        goal = came_from[goal]
    return path


def _kept_and_removed(lines: Iterable[Line]) -> Iterator[Contradiction]:
    """Blocks that are to be kept and to be removed in the same articles.

    What is said of a document goes before what is said of its outlet, and that before what is said
    of all (the cleaner's block_rules.py): such lines do not contradict each other.
    """
    about = [
        ((line.rule.document, fold(line.rule.source or "")), (line.rule.text, line))
        for line in lines
        if isinstance(line.rule, BlockRule)
    ]
    for scope in _grouped(about):
        for opposed in _opposed(sorted(scope, key=itemgetter(0))):
            yield Contradiction(opposed, "say whether the block is the article's")


def _opposed(ordered: Iterable[tuple[str, Line]]) -> Iterator[tuple[Line, ...]]:
    """Lines of which one keeps what another removes, since its text is the other's beginning.

    In their order the beginnings of a text stand before it, and whatever begins alike is together:
    one group, because who is against anybody in it is against its first line, or with that line
    against the other.
    """
    above: list[tuple[str, Line]] = []  # each a beginning of the next
    group: dict[Line, None] = {}
    for text, line in ordered:
        while above and not text.startswith(above[-1][0]):
            above.pop()
        if not above and group:
            yield tuple(group)
            group = {}
        against = [other for _, other in above if other.verb != line.verb]
        group |= dict.fromkeys([*against, line] if against else [])
        above.append((text, line))
    if group:
        yield tuple(group)


def _of_steps(found: Iterable[Step], remedy: str) -> Contradiction:
    return Contradiction(tuple(step.line for step in found), remedy)


def _ends(step: Step) -> tuple[str, str]:
    return step.left, step.right


def _grouped(pairs: Iterable[tuple[Hashable, Thing]]) -> Iterable[list[Thing]]:
    groups: dict[Hashable, list[Thing]] = defaultdict(list)
    for key, thing in pairs:
        groups[key].append(thing)
    return groups.values()
