"""The Whoosh wing. Whoosh stores segments, lexicons and postings; numpy matches, ranks and counts.

internals.py is the only room that imports whoosh. Upwards: buffer and merging write segments, which
segments.py reads; changes, publication and writer make generations of them; view.py makes one
archive of a generation's segments, and leaves, matching, ranking, facets, passages, words answer.
"""

from indexer.engine.whoosh_engine.engine import WhooshEngine

__all__ = ["WhooshEngine"]
