"""A bounded memory of what was decoded and counted: the least recently used goes first."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, Protocol, TypeVar


class Sized(Protocol):
    """What can say how much memory it takes."""

    @property
    def nbytes(self) -> int:
        """Memory, in bytes."""
        ...


Value = TypeVar("Value", bound=Sized)

_OVERHEAD = 400  # bytes an entry takes beside its arrays: key, value object, links


class Cache:
    """Safe to share between threads. Two that miss the same key at once both make its value."""

    def __init__(self, capacity: int) -> None:
        """capacity: bytes."""
        self._capacity = capacity
        self._size = 0
        self._entries: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()

    @property
    def nbytes(self) -> int:
        """What is held now, in bytes."""
        return self._size

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """The value of a key, made where it is not held. It must be immutable."""
        with self._lock:
            if key in self._entries:
                self._entries.move_to_end(key)
                held: Value = self._entries[key]
                return held
        value = make()
        with self._lock:
            if key not in self._entries:
                self._entries[key] = value
                self._size += value.nbytes + _OVERHEAD
            while self._size > self._capacity and len(self._entries) > 1:
                _, oldest = self._entries.popitem(last=False)
                self._size -= oldest.nbytes + _OVERHEAD
        return value

    def clear(self) -> None:
        """Forgets everything."""
        with self._lock:
            self._entries.clear()
            self._size = 0
