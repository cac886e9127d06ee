"""Which SOURCEs a run reads, and how they stand to those that are remembered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from indexer.errors import SourceError
from indexer.facts import Source
from indexer.pipeline.order import DEFAULT_SOURCE, BuildOrder

CORRECTIONS_NAME = "corrections.txt"


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run reads."""

    named: tuple[Source, ...]  # by path
    others: tuple[Source, ...] = ()  # remembered, not read now
    inner: tuple[Source, ...] = ()  # remembered, and read now as a part of one that is named
    before: tuple[Source, ...] = ()  # all that are remembered, as they were read last

    @property
    def missing(self) -> tuple[Path, ...]:
        """Those of the others that are not there; nothing of them is believed lost."""
        return tuple(source.path for source in self.others if not source.path.exists())

    @property
    def corrections(self) -> tuple[Path, ...]:
        """The corrections.txt of every SOURCE that has one: all apply to the whole archive."""
        folders = sorted(source.path for source in (*self.named, *self.others))
        files = (folder / CORRECTIONS_NAME for folder in folders)
        return tuple(file for file in files if file.is_file())

    @property
    def notes(self) -> tuple[str, ...]:
        """What the reader should know of corrections that applied and do not any more."""
        applied = (source for source in self.before if source.corrected)
        return tuple(note for source in applied if (note := self._lost_corrections(source)))

    def _lost_corrections(self, source: Source) -> str:
        file = f"{source.as_given}/{CORRECTIONS_NAME}"
        if source in self.inner:
            outer = _outer(source.path, [named.path for named in self.named])
            return f"{file} does not apply any more: put its lines into {outer}/{CORRECTIONS_NAME}"
        if source.path in self.missing:
            return (
                f"{source.as_given} is not there, and so the lines of its {CORRECTIONS_NAME} do "
                "not apply until it is"
            )
        if (source.path / CORRECTIONS_NAME).is_file():
            return ""
        return f"{file} is not there any more: what its lines corrected is undone"


def plan_sources(order: BuildOrder, remembered: Sequence[Source]) -> Plan:
    """The SOURCEs of the order; without any, all that are remembered, else the default.

    Raises SourceError where one is missing, or lies inside another.
    """
    named = _named(order, remembered)
    paths = [source.path for source in named]
    for source in named:
        _check(source, {*paths, *(other.path for other in remembered)})
    others = [source for source in remembered if source.path not in paths]
    inner = [source for source in others if _outer(source.path, paths)]
    others = [other for other in others if other not in inner]
    return Plan(named, tuple(others), tuple(inner), tuple(remembered))


def place_shown(source: Source, place: str) -> str:
    """A place below a SOURCE as the reader would type it: with the SOURCE before it."""
    folder = Path(source.as_given)
    return str((folder.parent if source.path.is_file() else folder) / place)


def absolute(path: Path) -> Path:
    """One spelling of a path. A link at its end stays one: it may point elsewhere tomorrow."""
    path = path.absolute()
    return path.resolve() if path.name in ("", "..") else path.parent.resolve() / path.name


def _named(order: BuildOrder, remembered: Sequence[Source]) -> tuple[Source, ...]:
    if not order.sources and remembered:
        # A SOURCE is read as it was read before; the option can only say that it is clean.
        named = [replace(s, no_clean=s.no_clean or order.no_clean) for s in remembered]
    else:
        given = {absolute(path): str(path) for path in order.sources or (DEFAULT_SOURCE,)}
        named = [Source(path, given[path], order.no_clean) for path in sorted(given)]
    return tuple(replace(s, corrected=(s.path / CORRECTIONS_NAME).is_file()) for s in named)


def _check(source: Source, known: set[Path]) -> None:
    if not source.path.exists():
        raise SourceError(
            f"{source.as_given}: there is no such file or folder; nothing is indexed, and nothing "
            "is removed. Is its disk there? To go on without it, name the other SOURCEs"
        )
    outer = _outer(source.path, known)
    if outer and outer.exists():
        raise SourceError(
            f"{source.as_given} lies inside {outer}, which is a SOURCE already: its articles would "
            f"be in the archive twice; index {outer}"
        )


def _outer(path: Path, others: Iterable[Path]) -> Path | None:
    """The one of the others in which the path lies."""
    return next((other for other in sorted(others) if other in path.parents), None)
