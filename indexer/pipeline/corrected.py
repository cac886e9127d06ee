"""What the reader's corrections mean to a build."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from indexer import archive
from indexer.corrections import Corrections, NameRule, PairRule, SplitRule, read_corrections
from indexer.identity import document_id
from indexer.model import BlockRule


@dataclass(frozen=True, slots=True)
class Corrected:
    """All corrections that apply to the archive."""

    block_rules: tuple[BlockRule, ...] = ()
    persons: archive.PersonRules = field(default=archive.PersonRules())
    added: tuple[str, ...] = ()  # names that were missed
    moved: tuple[tuple[str, str], ...] = ()  # sources' own ids: old, new
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # name → its others
    errors: tuple[str, ...] = ()  # lines that do not apply, with file and line
    places: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)  # of persons'

    @property
    def versions(self) -> Mapping[str, str]:
        """Of each kind of line what it says; equal ones mean the same for an index.

        Block rules stand in the keys of the facts too, but what a keep: says of a line that the
        whole archive takes for debris does not.
        """
        blocks = sorted(
            (rule.action, rule.document or "", rule.source or "", rule.text)
            for rule in self.block_rules
        )
        return {
            "persons": repr(self.persons),
            "added": repr(self.added),
            "moved": repr(self.moved),
            "blocks": repr(blocks),
            "aliases": repr(sorted(self.aliases.items())),
        }


def read_corrected(files: Sequence[Path]) -> Corrected:
    """The corrections of these files."""
    return corrected(read_corrections(files))


def corrected(corrections: Corrections) -> Corrected:
    """The corrections as the rooms that apply them want them; equal for any order of the lines."""
    rules = corrections.persons
    splits = [_split(rule) for rule in rules.splits]
    where = (f"{split.name} | {split.where}" for split in splits)
    places = {
        ("split", each): (rule.place,) for each, rule in zip(where, rules.splits, strict=True)
    }
    return Corrected(
        block_rules=corrections.block_rules,
        persons=archive.PersonRules(
            same=_pairs(rules.same),
            not_same=_pairs(rules.not_same),
            splits=tuple(splits),
            dropped=_names(rules.drops),
            renamed=_pairs(rules.renames),
            hidden=_names(rules.hides),
            confirmed=_names(rules.confirms),
            added=_names(rules.adds),
        ),
        added=_names(rules.adds),
        moved=tuple(sorted(corrections.moved.items())),
        aliases=corrections.aliases,
        errors=corrections.errors,
        places={**rules.places(), **places},
    )


def _pairs(rules: Sequence[PairRule]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((rule.left, rule.right) for rule in rules))


def _names(rules: Sequence[NameRule]) -> tuple[str, ...]:
    return tuple(sorted({rule.name for rule in rules}))


def _split(rule: SplitRule) -> archive.Split:
    document = document_id(rule.document) if rule.document else None
    return archive.Split(rule.name, rule.source, document, rule.first, rule.last)
