"""Progress bars on long work: on standard error, and on a terminal only."""

import sys
from types import TracebackType
from typing import NoReturn, Self

from tqdm import tqdm

from indexer.pipeline import Progress


class ProgressBars:
    """One bar a step of the build, each closed when the next begins."""

    def __init__(self) -> None:
        self._bar: tqdm[NoReturn] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._close()

    def show(self, progress: Progress) -> None:
        """Moves the bar of the step, or begins it."""
        bar = self._bar
        if bar is None or bar.desc != progress.step:
            self._close()
            bar = self._bar = _bar_of(progress)
        bar.update(progress.done - bar.n)

    def _close(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None


def _bar_of(progress: Progress) -> "tqdm[NoReturn]":
    hidden = not sys.stderr.isatty()
    return tqdm(desc=progress.step, total=progress.total, unit="", disable=hidden)
