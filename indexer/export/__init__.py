"""What can be taken away: articles as CSV, JSONL, BibTeX, RIS and CSL JSON, streamed."""

from indexer.export.formats import FORMATS, Exported, ExportFormat

__all__ = ["FORMATS", "ExportFormat", "Exported"]
