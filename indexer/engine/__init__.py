"""The engines: where generations are written and asked. protocol.py says what every engine does."""

from indexer.engine.registry import open_engine

__all__ = ["open_engine"]
