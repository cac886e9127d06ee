"""What the reader's corrections say of a FILE that is cleaned by itself: as its SOURCE knows it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import click

from indexer.block_rules import by_precedence, rules_of_document, rules_of_outlet, said_of
from indexer.corrections import read_corrections
from indexer.identity import document_id
from indexer.model import BlockRule, Document, RawDocument, Rejected
from indexer.reader.source_file import folder_of

CORRECTIONS_NAME = "corrections.txt"  # as in pipeline.sources, which would load an engine
_MOST_FOLDERS = 30  # above a FILE that may be its SOURCE


@dataclass(frozen=True, slots=True)
class FileRules:
    """The rules about blocks for a FILE, and the folders that may be the SOURCE it belongs to."""

    file: Path  # absolute; a folder is a FILE too
    rules: tuple[BlockRule, ...]
    sources: tuple[Path, ...]

    def as_in_source(self, raw: RawDocument | Rejected) -> RawDocument | Rejected:
        """The document by the names that it has below its SOURCE.

        That is the folder of the corrections.txt; without one, the first folder below which a rule
        speaks of the document.
        """
        if isinstance(raw, Rejected) or not self.rules:
            return raw
        named = [_below(raw, self._path_below(source)) for source in self.sources]
        spoken_of = (known for known in named if _is_named(known, self.rules))
        return next(spoken_of, named[0] if len(named) == 1 else raw)

    def _path_below(self, source: Path) -> str:
        """What stands before the places in the FILE: "" or "herald/"."""
        folder = self.file if self.file.is_dir() else self.file.parent
        path = folder.relative_to(source).as_posix()
        return "" if path == "." else f"{path}/"


def rules_for(file: Path, corrections: Path | None) -> FileRules:
    """The rules of the nearest corrections.txt at or above the FILE, and of the file given."""
    file = file.absolute()
    folders = tuple(islice((file, *file.parents) if file.is_dir() else file.parents, _MOST_FOLDERS))
    source = next((folder for folder in folders if (folder / CORRECTIONS_NAME).is_file()), None)
    files = [source / CORRECTIONS_NAME] if source else []
    return FileRules(
        file,
        read_rules([*files, *([corrections] if corrections else [])]),
        (source,) if source else folders,
    )


def read_rules(files: Iterable[Path]) -> tuple[BlockRule, ...]:
    """The rules about blocks in these files; what is wrong with them is told."""
    corrections = read_corrections([_shown(file) for file in files])
    for error in corrections.errors:
        click.echo(f"note: {error}", err=True)
    return corrections.block_rules


def keeps(raw: RawDocument, document: Document, rules: Iterable[BlockRule]) -> Iterator[str]:
    """Of each passage the place of the line that keeps it, "" without one."""
    about = rules_of_outlet(raw, rules_of_document(raw, rules), document.source)
    ordered = by_precedence(about)
    for passage in document.passages:
        rule = said_of(passage.text, ordered)
        yield rule.line if rule and rule.action == "keep" else ""


def _shown(file: Path) -> Path:
    """A file as the reader would type it."""
    here = Path.cwd()
    return file.relative_to(here) if file.is_relative_to(here) else file


def _is_named(raw: RawDocument, rules: Iterable[BlockRule]) -> bool:
    return any(rule.document in (raw.id, raw.source_id, raw.place) for rule in rules)


def _below(raw: RawDocument, before: str) -> RawDocument:
    place = before + raw.place
    source_id = place if raw.source_id == raw.place else raw.source_id
    site = folder_of(place) if raw.site == folder_of(raw.place) else raw.site
    return replace(raw, id=document_id(source_id), source_id=source_id, place=place, site=site)
