"""CSV (RFC 4180, safe to open in a spreadsheet) and JSONL."""

import csv
import io
import json
from collections.abc import Iterable, Iterator

from indexer.export.exported import Exported, captions, paragraphs

COLUMNS = (
    *("id", "title", "source", "published", "published_from", "published_sure", "language"),
    *("byline", "persons", "url", "link", "text"),
)

# A spreadsheet runs a cell that begins with one of these as a formula (OWASP, CSV Injection).
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def to_csv(exported: Iterable[Exported]) -> Iterator[str]:
    """A head line, then a line an article. Cells that would run as formulas begin with '."""
    yield csv_line(COLUMNS)
    for one in exported:
        record = article_record(one)
        persons = "; ".join(one.persons)
        yield csv_line({**record, "persons": persons}.get(column) for column in COLUMNS)


def to_jsonl(exported: Iterable[Exported]) -> Iterator[str]:
    """An object a line: everything that the archive knows of the article but what was removed."""
    for one in exported:
        yield json.dumps(article_record(one), ensure_ascii=False) + "\n"


def article_record(one: Exported) -> dict[str, object]:
    """The article in plain JSON values."""
    document, published = one.document, one.document.published
    body = paragraphs(document)
    return {
        "id": document.id,
        "title": document.title,
        "source": document.source,
        "published": published and published.date,
        "published_from": published and published.origin.value,
        "published_sure": published and published.sure,
        "language": document.language,
        "byline": document.byline,
        "persons": list(one.persons),
        "url": document.url,
        "link": one.link,
        "paragraphs": list(body),
        "captions": list(captions(document)),
        "text": one.passage.text if one.passage else "\n\n".join(body),
    }


def csv_line(cells: Iterable[object]) -> str:
    """A line of CSV with its CR LF; a cell that would run as a formula begins with '."""
    line = io.StringIO(newline="")
    csv.writer(line).writerow([_cell(cell) for cell in cells])
    return line.getvalue()


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
