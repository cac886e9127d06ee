"""BibTeX, RIS and CSL JSON: an article, or one passage of it, as a citation."""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator

from indexer.export.exported import Exported

_LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "&": r"\&",
        "%": r"\%",
        "$": r"\$",
        "#": r"\#",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
_NOT_KEY = re.compile(r"[^A-Za-z0-9:-]+")


def to_bibtex(exported: Iterable[Exported]) -> Iterator[str]:
    """An @article an article, in UTF-8 (biber and BibTeX since 0.99d read it)."""
    for one in exported:
        fields = "".join(
            f"  {name} = {{{_one_line(value).translate(_LATEX)}}},\n"
            for name, value in _bibtex_fields(one)
            if value
        )
        yield f"@article{{{_NOT_KEY.sub('-', one.document.id)},\n{fields}}}\n\n"


def to_ris(exported: Iterable[Exported]) -> Iterator[str]:
    """A NEWS record an article."""
    for one in exported:
        lines = (f"{tag}  - {_one_line(value)}\r\n" for tag, value in _ris_fields(one) if value)
        yield "TY  - NEWS\r\n" + "".join(lines) + "ER  - \r\n\r\n"


def to_csl(exported: Iterable[Exported]) -> Iterator[str]:
    """One JSON array of article-newspaper items."""
    before = "["
    for one in exported:
        yield before + json.dumps(csl_item(one), ensure_ascii=False)
        before = ",\n"
    yield "]\n" if before != "[" else "[]\n"


def csl_item(one: Exported) -> dict[str, object]:
    """The article as a CSL item; what is not known is left out."""
    document = one.document
    item: dict[str, object | None] = {
        "id": document.id,
        "type": "article-newspaper",
        "title": document.title,
        "container-title": document.source,
        "author": [{"literal": document.byline}] if document.byline else None,
        "issued": {"date-parts": [[int(part) for part in _date_parts(one)]]},
        "language": document.language,
        "URL": _address(one),
        "archive_location": one.link,
        "note": _quotation(one),
    }
    if not _date_parts(one):
        item["issued"] = None
    return {name: value for name, value in item.items() if value is not None}


def _bibtex_fields(one: Exported) -> tuple[tuple[str, str | None], ...]:
    document = one.document
    return (
        ("title", document.title),
        ("author", document.byline),
        ("journal", document.source),
        ("date", "-".join(_date_parts(one))),
        ("year", "".join(_date_parts(one)[:1])),
        ("url", _address(one)),
        ("langid", document.language),
        ("note", _quotation(one)),
        ("addendum", f"Archived: {one.link}"),
    )


def _ris_fields(one: Exported) -> tuple[tuple[str, str | None], ...]:
    document = one.document
    return (
        ("TI", document.title),
        ("AU", document.byline),
        ("T2", document.source),
        ("PY", "".join(_date_parts(one)[:1])),
        ("DA", "/".join(_date_parts(one))),
        ("UR", _address(one)),
        ("LA", document.language),
        ("AV", one.link),
        ("N1", _quotation(one)),
    )


def _address(one: Exported) -> str | None:
    """Where the article is to be read; a path alone is no address outside of Pressmark."""
    return one.document.url or (one.link if "://" in one.link else None)


def _quotation(one: Exported) -> str | None:
    return f"“{one.passage.text}”" if one.passage else None


def _date_parts(one: Exported) -> tuple[str, ...]:
    published = one.document.published
    return tuple(published.date.split("-")) if published else ()


def _one_line(text: str) -> str:
    """Without line ends and control characters, which would end the field."""
    marks = (" " if unicodedata.category(mark) in {"Cc", "Zl", "Zp"} else mark for mark in text)
    return " ".join("".join(marks).split())
