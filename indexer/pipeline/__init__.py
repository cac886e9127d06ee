"""The build: sources walk through reader, cleaner and namer into the facts, and from there out.

    build(order, engine, progress)    `pressmark index`, with its report
    correct(order, engine, progress)  `pressmark correct`: persons, without reading a SOURCE
    remove(ids, why, engine, facts)   `pressmark remove`
    migrate(origin, target, facts)    `pressmark migrate`

The steps: `sources` (which), `reading` (into facts; `cleaning` is one input, `workers` many at
once), `derivation` (the document as it should be), `publishing` (what differs), `tables`.
"""

from indexer.pipeline.build import build
from indexer.pipeline.correcting import correct, corrections_of
from indexer.pipeline.migration import FactsPlaces, migrate
from indexer.pipeline.order import BuildOrder, BuildReport, Progress, tell_nobody
from indexer.pipeline.removal import remove

__all__ = [
    "BuildOrder",
    "BuildReport",
    "FactsPlaces",
    "Progress",
    "build",
    "correct",
    "corrections_of",
    "migrate",
    "remove",
    "tell_nobody",
]
