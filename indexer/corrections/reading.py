"""corrections.txt as a whole: lines become rules, and what is wrong with them is said of each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import NamedTuple, TypeVar

from indexer.corrections.contradictions import Contradiction, find_contradictions, steps
from indexer.corrections.grammar import Line, Rule, is_comment, parse_line
from indexer.corrections.rules import (
    AliasRule,
    Corrections,
    NameRule,
    PairRule,
    PersonRules,
    SplitRule,
)
from indexer.identity import name_key
from indexer.model import BlockRule

MAXIMUM_FILE = 20_000_000  # bytes: some 300,000 decisions of one archive

# Words and phrases of all alias: lines. The first search of a generation folds them, 8 µs each.
MAXIMUM_ALIASES = 50_000

_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")
_NAMED_BESIDE = 3  # lines that an error names beside its own

AnyRule = TypeVar("AnyRule", NameRule, PairRule, SplitRule)


class _Read(NamedTuple):
    """A line as it stands in a file; error instead of text where it could not even be read."""

    place: str
    text: str
    error: str = ""


def parse_corrections(text: str, file: str) -> Corrections:
    """The corrections in a text; file is what errors call it."""
    return _settle(_numbered(text.encode("utf8", "surrogatepass"), file))


def read_corrections(paths: Sequence[Path]) -> Corrections:
    """The corrections of all these files together: a line of one may contradict one of another.

    A file that cannot be read is an error among the others; the rest applies.
    """
    return _settle(read for path in dict.fromkeys(paths) for read in _read_file(path))


def _read_file(path: Path) -> Iterator[_Read]:
    try:
        if path.exists() and not path.is_file():  # a pipe would be waited for
            yield _Read(str(path), "", "not a file; name the file itself")
        elif path.stat().st_size > MAXIMUM_FILE:
            yield _Read(str(path), "", f"larger than {MAXIMUM_FILE} bytes; is it the right file?")
        else:
            yield from _numbered(path.read_bytes(), str(path))
    except OSError as error:
        yield _Read(str(path), "", f"cannot be read: {error.strerror}")


def _numbered(data: bytes, file: str) -> Iterator[_Read]:
    if data.startswith(_BYTE_ORDER_MARKS):
        yield _Read(file, "", "is in UTF-16; save it as UTF-8")
        return
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        place = f"{file}:{number}"
        try:
            yield _Read(place, line.decode("utf8").rstrip("\r"))
        except UnicodeDecodeError as error:
            wrong = f"not UTF-8 (byte {line[error.start]:#04x} at {error.start}); save it as UTF-8"
            yield _Read(place, "", wrong)


def _settle(found: Iterable[_Read]) -> Corrections:
    """The rules of the lines that are valid, each once, and contradict no other."""
    order: dict[str, int] = {}
    lines: dict[tuple[str, Rule], Line] = {}
    errors: list[tuple[str, str]] = []
    aliases = 0
    for read in found:
        order[read.place] = len(order)
        try:
            line = _parsed(read)
            aliases = _counted(line, aliases)
        except ValueError as error:
            errors.append((read.place, str(error)))
        else:
            if line:
                lines.setdefault(_without_place(line), line)
    contradictions = tuple(find_contradictions(tuple(lines.values())))
    errors += [error for contradiction in contradictions for error in _named(contradiction)]
    excluded = {line.place for contradiction in contradictions for line in contradiction.lines}
    return _corrections(
        [line for line in lines.values() if line.place not in excluded],
        tuple(f"{place}: {what}" for place, what in sorted(errors, key=lambda it: order[it[0]])),
    )


def _parsed(read: _Read) -> Line | None:
    if read.error:
        raise ValueError(read.error)
    return None if is_comment(read.text) else parse_line(read.text, read.place)


def _counted(line: Line | None, aliases: int) -> int:
    """The number of aliases with this line's. Raises ValueError where they are too many."""
    if line is None or not isinstance(line.rule, AliasRule):
        return aliases
    aliases += 1 + len(line.rule.others)
    if aliases > MAXIMUM_ALIASES:
        raise ValueError(f"more than {MAXIMUM_ALIASES} words in alias: lines; this one is left out")
    return aliases


def _without_place(line: Line) -> tuple[str, Rule]:
    """Equal for lines that say the same."""
    if isinstance(line.rule, BlockRule):
        return line.verb, replace(line.rule, line="")
    return line.verb, replace(line.rule, place="")


def _named(contradiction: Contradiction) -> Iterator[tuple[str, str]]:
    """The place of each line of a contradiction, and what is said of it there."""
    lines = contradiction.lines
    none = "neither applies" if len(lines) == 2 else "none of them applies"
    for line in lines:
        others = islice((other for other in lines if other is not line), _NAMED_BESIDE)
        against = ", ".join(f"{other.place} ({other.text})" for other in others)
        more = f" and {beyond} more" if (beyond := len(lines) - 1 - _NAMED_BESIDE) > 0 else ""
        yield line.place, f"{line.text} contradicts {against}{more}; {none}: {contradiction.remedy}"


def _corrections(lines: Sequence[Line], errors: tuple[str, ...]) -> Corrections:
    moved = {step.left: step.right for step in steps(lines, "moved", str)}
    return Corrections(
        errors=errors,
        persons=PersonRules(
            same=_rules(lines, "same", PairRule),
            not_same=_rules(lines, "not-same", PairRule),
            splits=_rules(lines, "split", SplitRule),
            drops=_rules(lines, "drop", NameRule),
            adds=_rules(lines, "add", NameRule),
            renames=_to_their_ends(_rules(lines, "rename", PairRule)),
            hides=_rules(lines, "hide", NameRule),
            confirms=_rules(lines, "confirm", NameRule),
        ),
        block_rules=tuple(line.rule for line in lines if isinstance(line.rule, BlockRule)),
        moved={old: _end(old, moved) for old in moved},
        aliases=_aliases(line.rule for line in lines if isinstance(line.rule, AliasRule)),
    )


def _rules(lines: Iterable[Line], verb: str, kind: type[AnyRule]) -> tuple[AnyRule, ...]:
    return tuple(line.rule for line in lines if line.verb == verb and isinstance(line.rule, kind))


def _to_their_ends(renames: Sequence[PairRule]) -> tuple[PairRule, ...]:
    """Renames in which what a name is called is not itself renamed by another line."""
    called = {name_key(rule.right): rule.right for rule in renames}
    following = {name_key(rule.left): name_key(rule.right) for rule in renames}
    following = {left: right for left, right in following.items() if left != right}
    return tuple(
        replace(rule, right=called[_end(name_key(rule.right), following)]) for rule in renames
    )


def _end(start: str, following: Mapping[str, str]) -> str:
    """The end of the chain that begins there; circles were excluded before."""
    while start in following:
        start = following[start]
    return start


def _aliases(rules: Iterable[AliasRule]) -> dict[str, tuple[str, ...]]:
    """Every name with all its other words; lines about one name add up, in whatever order."""
    aliases: dict[str, tuple[str, ...]] = {}
    for rule in sorted(rules, key=lambda rule: (rule.name, rule.others)):
        others = (*aliases.get(rule.name, ()), *rule.others)
        aliases[rule.name] = tuple(dict.fromkeys(others))
    return aliases
