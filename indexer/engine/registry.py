"""Which engine an index location means."""

import re
from pathlib import Path

from indexer.engine.protocol import Engine
from indexer.engine.whoosh_engine import WhooshEngine
from indexer.errors import LocationError

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")


def open_engine(location: str) -> Engine:
    """The engine for a location: a folder, which need not be there yet. Raises LocationError."""
    expected = "expected a folder, such as index"
    if not location.strip() or "\0" in location:
        raise LocationError(f"{location!r} is no index location; {expected}")
    if scheme := _SCHEME.match(location):
        if scheme[1].startswith("opensearch+"):
            raise LocationError(
                f"{location}: this version of Pressmark keeps an index in a folder only, "
                f"OpenSearch comes later; {expected}"
            )
        raise LocationError(f"{location}: no engine is called {scheme[1]!r}; {expected}")
    folder = Path(location)
    if folder.exists() and not folder.is_dir():
        raise LocationError(f"{location} is not a folder; {expected}")
    return WhooshEngine(folder)
