"""What the reader's corrections mean to a build."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from indexer.archive import PersonRules
from indexer.model import BlockRule


@dataclass(frozen=True, slots=True)
class Corrected:
    """All corrections that apply to the archive."""

    block_rules: tuple[BlockRule, ...] = ()
    persons: PersonRules = field(default=PersonRules())
    added: tuple[str, ...] = ()  # names that were missed
    moved: tuple[tuple[str, str], ...] = ()  # source's own ids: old, new
    errors: tuple[str, ...] = ()  # lines that do not apply, with file and line

    @property
    def versions(self) -> tuple[str, ...]:
        """Equal ones mean the same."""
        return (repr(self.persons), repr(self.added), repr(self.moved))


def read_corrected(files: Sequence[Path]) -> Corrected:
    """The corrections of these files."""
    return Corrected()
