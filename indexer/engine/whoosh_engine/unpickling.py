"""Pickles read by an allow-list: who can write the index folder can still not run code.

Whoosh pickles its table of contents, the metadata of its lexicons and each block of postings.
"""

import io
import pickle
from collections.abc import Callable, Mapping
from typing import Any, Protocol

from indexer.errors import DamagedIndexError

Name = tuple[str, str]  # module, name


class ReadableFile(Protocol):
    """What an unpickler reads from."""

    def read(self, size: int = -1, /) -> bytes:
        """So many bytes, or all that are left."""
        ...

    def readline(self) -> bytes:
        """The bytes up to the next newline."""
        ...


def latin1_bytes(text: str, encoding: str) -> bytes:
    """What _codecs.encode does in a pickle of protocol 2, and no other encoding."""
    if encoding != "latin1":
        raise pickle.UnpicklingError(f"encoding {encoding!r}")
    return text.encode("latin1")


# Protocol 2 has no bytes: it writes them as a call of _codecs.encode; nothing at all if empty.
PLAIN: Mapping[Name, Callable[..., Any]] = {
    ("_codecs", "encode"): latin1_bytes,
    ("__builtin__", "bytes"): bytes,
    ("builtins", "bytes"): bytes,
    ("__builtin__", "set"): set,
    ("builtins", "set"): set,
}


class AllowedUnpickler(pickle.Unpickler):
    """An unpickler that finds nothing but what it was given."""

    def __init__(self, file: ReadableFile, allowed: Mapping[Name, Callable[..., Any]]) -> None:
        super().__init__(file)
        self._allowed = allowed

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 (pickle's own signature)
        """The class or function of this name. Raises UnpicklingError."""
        try:
            return self._allowed[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module}.{name} is not allowed here") from None


def load_pickle(
    file: ReadableFile | bytes, allowed: Mapping[Name, Callable[..., Any]] = PLAIN
) -> Any:  # noqa: ANN401 (the caller looks at what it gets)
    """One pickled value. Raises DamagedIndexError, having executed nothing."""
    stream = io.BytesIO(file) if isinstance(file, bytes) else file
    try:
        return AllowedUnpickler(stream, allowed).load()
    except Exception as error:  # a damaged pickle raises whatever its opcodes meet
        raise DamagedIndexError(
            f"a pickle of the index cannot be read ({type(error).__name__}: {error}); "
            "build it again with: pressmark index --rebuild"
        ) from error
