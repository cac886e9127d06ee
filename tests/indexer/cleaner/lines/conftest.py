"""Lines in, what the rules read of them out."""

from collections.abc import Callable

import pytest

from indexer.cleaner.block import Block
from indexer.cleaner.features import forms_of
from indexer.cleaner.own_verdicts import Reading, mark, read
from indexer.cleaner.title import TitleChoice


@pytest.fixture(scope="session")
def reading_of() -> Callable[..., Reading]:
    """reading_of(line, …, title="") → the reading of a text of these lines"""

    def make(*lines: str, title: str = "") -> Reading:
        forms = forms_of(lines)
        blocks = [Block(line) for line in lines]
        return read(blocks, forms, TitleChoice(title), mark(lines, forms))

    return make
