"""A limit on the work of one answer: set where a request comes in, looked at where the work is.

Counted is the processor time of the thread: what one reader asks must not keep the others waiting,
and a busy machine must not make an honest question fail.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from indexer.errors import DeadlineError

_until: ContextVar[float | None] = ContextVar("until", default=None)  # of time.thread_time()


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Within it, check_deadline raises once the thread has worked for so long."""
    token = _until.set(time.thread_time() + seconds)
    try:
        yield
    finally:
        _until.reset(token)


def check_deadline() -> None:
    """Cheap enough to be asked for every term. Raises DeadlineError."""
    until = _until.get()
    if until is not None and time.thread_time() > until:
        raise DeadlineError(
            "this search takes too long and was stopped; nothing was counted. Type more letters "
            "before a *, or fewer words; asked once more it gets further, since what was read is "
            "remembered"
        )
