"""Texts tagged by the rules."""

from collections.abc import Callable

import pytest

from indexer.persons.lines import read_line
from indexer.persons.rules import tag, without_affixes
from indexer.persons.words import BY_LANGUAGE


@pytest.fixture
def tagged() -> Callable[..., list[str]]:
    """The mentions that the rules find in texts of a language, as printed."""

    def names(language: str, *texts: str) -> list[str]:
        words = BY_LANGUAGE[language]
        lines = without_affixes([read_line(text, words) for text in texts], words)
        return [
            texts[m.line][lines[m.line].tokens[m.start].start : lines[m.line].tokens[m.end - 1].end]
            for m in tag(lines, words)
        ]

    return names
