"""The formats by name, with their media types. Adding one: a function and a line here."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from indexer.export.citations import to_bibtex, to_csl, to_ris
from indexer.export.exported import Exported
from indexer.export.tables import to_csv, to_jsonl


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """How articles leave: the function yields text piece by piece, so that nothing piles up."""

    suffix: str
    media_type: str
    write: Callable[[Iterable[Exported]], Iterator[str]]


FORMATS: Mapping[str, ExportFormat] = {
    "csv": ExportFormat("csv", "text/csv", to_csv),
    "jsonl": ExportFormat("jsonl", "application/jsonl", to_jsonl),
    "bib": ExportFormat("bib", "application/x-bibtex", to_bibtex),
    "ris": ExportFormat("ris", "application/x-research-info-systems", to_ris),
    "csl": ExportFormat("csl.json", "application/vnd.citationstyles.csl+json", to_csl),
}
