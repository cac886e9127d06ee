"""The reader: what lies in a SOURCE becomes RawDocuments, and what cannot be read is named.

A new format is one file here, one line in source.FORMATS and one test. Everything that comes in
is taken for hostile: limits.py has the caps and their reasons.
"""

from indexer.reader.records import raw_from_record
from indexer.reader.soft_lines import join_soft_lines
from indexer.reader.source import read_source

__all__ = ["join_soft_lines", "raw_from_record", "read_source"]
