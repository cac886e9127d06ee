"""The one searcher of this process: follows the published generation, lets the old one finish."""

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from flask import current_app, g

from indexer.engine.protocol import Engine, Searcher
from indexer.errors import PressmarkError
from indexer.model import Query
from indexer.search import search

LOOK_EVERY = 1.0  # seconds between two looks at CURRENT
PAUSE = 1.0  # seconds after a look was due; whoever asks then waits for a new generation
EXTENSION = "pressmark-searcher"

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Opened:
    searcher: Searcher
    borrowers: int = 0
    replaced: bool = False


@dataclass(slots=True)
class CurrentSearcher:
    """Lends the searcher of the current generation; thread-safe."""

    engine: Engine
    clock: Callable[[], float] = time.monotonic
    trouble: str = ""  # why the newest generation could not be opened; an older one serves
    _opened: _Opened | None = None
    _next_look: float = 0.0
    _lock: threading.Lock = field(default_factory=threading.Lock)  # of the fields above
    _opening: threading.Lock = field(default_factory=threading.Lock)  # held while opening

    @contextmanager
    def borrowed(self) -> Iterator[Searcher]:
        """The searcher, to be used inside the with block.

        Raises: NoIndexError, DamagedIndexError, IndexVersionError where there is none to lend.
        """
        self._keep_up()
        opened = self._borrow()
        try:
            yield opened.searcher
        finally:
            self._give_back(opened)

    def _keep_up(self) -> None:
        """Looks whether there is a newer generation; opens it beside the one that serves."""
        with self._lock:
            first = self._opened is None
            late = self.clock() - self._next_look
            if late >= 0:
                self._next_look = self.clock() + LOOK_EVERY
        if first:
            self._open_first()
        elif late >= PAUSE:
            # Nobody has asked for a while: who asks now would be shown what was true then.
            self._follow()
        elif late >= 0:
            # Beside the requests: they go on with the old generation until this one is warm.
            threading.Thread(target=self._follow, daemon=True).start()

    def _open_first(self) -> None:
        with self._opening:
            if self._opened is None:
                self._exchange(self._open())

    def _follow(self) -> None:
        if not self._opening.acquire(blocking=False):
            return
        try:
            if self._is_outdated():
                searcher = self._open()
                _warm(searcher)
                self._exchange(searcher)
            self.trouble = ""
        except (PressmarkError, OSError) as error:
            if str(error) != self.trouble:  # else the same line every second
                _log.exception("The newest generation cannot be opened; the old one goes on.")
            self.trouble = str(error)
        finally:
            self._opening.release()

    def _is_outdated(self) -> bool:
        opened = self._opened
        return opened is None or self.engine.current() != opened.searcher.generation

    def _open(self) -> Searcher:
        while True:
            wanted = self.engine.current()
            try:
                return self.engine.searcher()
            except (PressmarkError, OSError):
                # CURRENT's folder may have gone between reading the one and opening the other.
                if self.engine.current() == wanted:
                    raise

    def _exchange(self, searcher: Searcher) -> None:
        with self._lock:
            old, self._opened = self._opened, _Opened(searcher)
            if old is not None:
                old.replaced = True
                _close_if_done(old)

    def _borrow(self) -> _Opened:
        with self._lock:
            opened = self._opened
            assert opened is not None  # _keep_up raises where nothing can be opened
            opened.borrowers += 1
            return opened

    def _give_back(self, opened: _Opened) -> None:
        with self._lock:
            opened.borrowers -= 1
            _close_if_done(opened)


def archive() -> Searcher:
    """The searcher of this request: the same until its answer has been sent.

    Raises: NoIndexError, DamagedIndexError, IndexVersionError.
    """
    if "searcher" not in g:
        g.lending = current_searcher().borrowed()
        g.searcher = g.lending.__enter__()
    searcher: Searcher = g.searcher
    return searcher


def return_archive(error: BaseException | None = None) -> None:
    """Gives the request's searcher back; called when the application context ends."""
    g.pop("searcher", None)
    lending = g.pop("lending", None)
    if lending is not None:
        lending.__exit__(None, None, None)


def current_searcher() -> CurrentSearcher:
    """The one of this process."""
    found: CurrentSearcher = current_app.extensions[EXTENSION]
    return found


def _warm(searcher: Searcher) -> None:
    """Reads what the first request and the first misspelt word would wait for: 1.1 s at 20,000."""
    searcher.summary()
    search(searcher, Query())
    search(searcher, Query(text="qzqzq person:qzqzq"))


def _close_if_done(opened: _Opened) -> None:
    if opened.replaced and not opened.borrowers:
        opened.searcher.close()
