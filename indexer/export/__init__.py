"""What can be taken away: articles as CSV, JSONL, BibTeX, RIS and CSL JSON, streamed."""

from indexer.export.citations import csl_item
from indexer.export.exported import Exported, body, captions, paragraphs
from indexer.export.formats import FORMATS, ExportFormat
from indexer.export.tables import article_record, csv_line

__all__ = [
    "FORMATS",
    "ExportFormat",
    "Exported",
    "article_record",
    "body",
    "captions",
    "csl_item",
    "csv_line",
    "paragraphs",
]
