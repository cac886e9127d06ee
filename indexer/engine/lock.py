"""The lock of the one writer: index/LOCK, held by flock, saying who holds it and since when."""

import fcntl
import os
import socket
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from indexer.errors import LockedError

_held: set[int] = set()  # descriptors of the locks that this process holds


class WriterLock:
    """Held from its making until release(), or until the process ends in whatever way."""

    def __init__(self, path: Path) -> None:
        """Raises LockedError, which names the holder."""
        # O_CLOEXEC: a program that we start must not keep the lock when we are gone.
        self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.pread(self._descriptor, 500, 0).decode("utf8", "replace").strip()
            os.close(self._descriptor)
            raise LockedError(
                f"another process is writing to {path.parent} ({holder or 'not known which'}); "
                "wait until it has ended"
            ) from None
        _held.add(self._descriptor)
        self._say_who()

    def release(self) -> None:
        """Lets the next writer in; a second call does nothing."""
        if self._descriptor not in _held:
            return
        _held.discard(self._descriptor)
        with suppress(OSError):
            os.ftruncate(self._descriptor, 0)
        # Unlocked by name: a forked child may still have a copy of the descriptor.
        fcntl.flock(self._descriptor, fcntl.LOCK_UN)
        os.close(self._descriptor)

    def _say_who(self) -> None:
        since = datetime.now(UTC).isoformat(timespec="seconds")
        text = f"process {os.getpid()} on {socket.gethostname()} since {since}\n"
        # On a full disk the lock is held without a name in it.
        with suppress(OSError):
            os.ftruncate(self._descriptor, 0)
            os.pwrite(self._descriptor, text.encode("utf8", "replace"), 0)


def _let_go_in_child() -> None:
    """A forked child would keep the lock for as long as it lives."""
    while _held:
        os.close(_held.pop())


os.register_at_fork(after_in_child=_let_go_in_child)
