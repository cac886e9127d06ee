"""What can be taken away: articles as CSV, JSONL, BibTeX, RIS and CSL JSON, streamed."""

from indexer.export.exported import Exported, body, captions, paragraphs
from indexer.export.formats import FORMATS, ExportFormat
from indexer.export.tables import csv_line

__all__ = [
    "FORMATS",
    "ExportFormat",
    "Exported",
    "body",
    "captions",
    "csv_line",
    "paragraphs",
]
