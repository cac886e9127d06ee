"""One door for the cleaner's tests: a source in, what the cleaner made of it out."""

from collections.abc import Callable
from typing import Any

import pytest

from indexer.cleaner import clean
from indexer.model import BlockRule, Document, Given, NoArticle, RawDocument

Cleaner = Callable[..., Document | NoArticle]


def _raw(content: str | bytes, format: str, site: str | None, **given: Any) -> RawDocument:
    return RawDocument("d1", "a/d1.txt", "a/d1.txt", format, content, "0", site, Given(**given))


@pytest.fixture
def raw() -> Callable[..., RawDocument]:
    """raw(content, format="text", site=None, **given)"""

    def make(content: str | bytes, format: str = "text", site: str | None = None, **given: Any):
        return _raw(content, format, site, **given)

    return make


@pytest.fixture
def clean_text() -> Cleaner:
    """clean_text(text, rules=(), site=None, **given) → the document"""

    def of(text: str, rules: tuple[BlockRule, ...] = (), site: str | None = None, **given: Any):
        return clean(_raw(text, "text", site, **given), rules).document

    return of


@pytest.fixture
def clean_page() -> Cleaner:
    """clean_page(markup, rules=(), site=None, **given) → the document"""

    def of(markup: str | bytes, rules: tuple[BlockRule, ...] = (), site=None, **given: Any):
        return clean(_raw(markup, "html", site, **given), rules).document

    return of
