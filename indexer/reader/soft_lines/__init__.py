"""Hard-wrapped text: line breaks that only stand for the end of a full line become spaces again."""

from indexer.reader.soft_lines.breaks import soft_breaks
from indexer.reader.soft_lines.hyphens import Hyphens

__all__ = ["join_soft_lines"]


def join_soft_lines(text: str) -> str:
    r"""The text, its lines ended by \n, with every paragraph that was wrapped in one line again."""
    lines = text.split("\n")
    soft = frozenset(soft_breaks(lines))
    hyphens = Hyphens.of(lines, soft)
    parts: list[str] = []
    for index, line in enumerate(lines):
        bare = line.lstrip() if index - 1 in soft else line
        parts += hyphens.with_glue(bare, lines[index + 1]) if index in soft else (bare, "\n")
    return "".join(parts[:-1])
