"""Pages of a long list."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self, TypeVar

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Paging:
    """Which page of a list is shown."""

    total: int  # of the values, not of the pages
    page: int  # from 1
    pages: int
    size: int

    @classmethod
    def of(cls, total: int, page: int, size: int) -> Self:
        """The page asked for, or the last one where there are not so many."""
        pages = max(1, -(-total // size))
        return cls(total, min(page, pages), pages, size)


def page_of(values: Sequence[_T], paging: Paging) -> Sequence[_T]:
    """The values of the page."""
    start = (paging.page - 1) * paging.size
    return values[start : start + paging.size]
