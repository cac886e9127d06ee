from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from indexer.engine import open_engine
from indexer.engine.protocol import Searcher
from indexer.facts import FACTS_FILE
from indexer.model import Document, MatchRequest
from indexer.pipeline import BuildOrder, BuildReport, build


def _text(title: str, *paragraphs: str) -> str:
    return "\n\n".join((title, *paragraphs)) + "\n"


@dataclass
class Archive:
    """A folder of articles and the index made from it."""

    folder: Path  # the SOURCE
    index: Path

    def write(self, name: str, title: str, *paragraphs: str) -> Path:
        return self.write_text(name, _text(title, *paragraphs))

    def write_text(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf8")
        return path

    def build(self, *sources: Path, **options: Any) -> BuildReport:
        order = BuildOrder(self.index / FACTS_FILE, sources or (self.folder,), **options)
        return build(order, self.engine)

    @property
    def engine(self) -> Any:
        return open_engine(str(self.index))

    def searcher(self) -> Searcher:
        return self.engine.searcher()

    def ids(self) -> list[str]:
        searcher = self.searcher()
        try:
            return sorted(searcher.stream(MatchRequest()))
        finally:
            searcher.close()

    def document(self, id_: str) -> Document | None:
        searcher = self.searcher()
        try:
            return searcher.document(id_)
        finally:
            searcher.close()

    def beside(self, name: str) -> "Archive":
        """The same articles, for an index of their own."""
        return replace(self, index=self.index.parent / name)


def _counts(report: BuildReport) -> dict[str, int]:
    names = ("added", "updated", "unchanged", "removed", "not_an_article")
    counts = {name: getattr(report, name) for name in names} | {"rejected": len(report.rejected)}
    return {name: count for name, count in counts.items() if count}


@pytest.fixture
def counts() -> Callable[[BuildReport], dict[str, int]]:
    """The counts of a report that are not 0."""
    return _counts


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """An empty folder of articles, no index yet."""
    (tmp_path / "news").mkdir()
    return Archive(tmp_path / "news", tmp_path / "index")


@pytest.fixture
def ten(archive: Archive) -> Iterator[Archive]:
    """An archive of ten articles, indexed."""
    for number in range(10):
        archive.write(f"{number}.txt", f"Harbour story {number}", *_paragraphs(number))
    archive.build()
    return archive


def _paragraphs(number: int) -> list[str]:
    """Paragraphs that no two articles have in common, so that none is a copy of another."""
    words = ("tide", "crane", "ferry", "customs", "lamp", "strike", "storm", "salt", "rope", "mast")
    first, *rest = (words[(number * step + 3 * step) % 10] for step in (1, 3, 7, 9))
    return [
        f"The {first} of {words[number]} street was the talk of the town on Tuesday.",
        f"{' '.join(rest).capitalize()} and {words[number - 4]}s, said a {words[number - 7]} maker.",
    ]
