"""Progress bars on long work: on standard error, and on a terminal only."""

import sys
from types import TracebackType
from typing import NoReturn, Self

from tqdm import tqdm

from indexer.pipeline import Progress


class ProgressBars:
    """One bar a step of the build, each closed when the next begins."""

    def __init__(self) -> None:
        self._step = ""
        self._bar: tqdm[NoReturn] = tqdm(disable=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._bar.close()

    def show(self, progress: Progress) -> None:
        """Moves the bar of the step, or begins it."""
        if self._step != progress.step:
            self._bar.close()
            self._step = progress.step
            hidden = not sys.stderr.isatty()
            self._bar = tqdm(desc=progress.step, total=progress.total, unit="", disable=hidden)
        self._bar.update(progress.done - self._bar.n)
