"""A passage as a citation in words, for a footnote or a note in Markdown."""

from dataclasses import dataclass

from indexer.model import Document, Passage
from webapp.printed import date_origin, printed_date

QUOTED = 300  # characters of a passage in a citation


@dataclass(frozen=True, slots=True)
class Citation:
    """A passage as it is cited."""

    text: str
    markdown: str


def cite(document: Document, passage: Passage, link: str) -> Citation:
    """Quotation, author, title, outlet, date and where it comes from, and the permanent link."""
    quotation = _quoted(passage.text)
    title = _one_line(document.title)
    linked = f"[{_escaped(title)}]({link})"
    return Citation(
        text=f"“{quotation}” {_where(document, title)}. {link}",
        markdown=f"> {_escaped(quotation)}\n>\n> — {_where(document, linked)}",
    )


def _where(document: Document, title: str) -> str:
    parts = [part for part in (document.byline, title, document.source, _when(document)) if part]
    return ", ".join(parts)


def _when(document: Document) -> str:
    if document.published is None:
        return "no date"
    doubt = "" if document.published.sure else "doubtful, "
    return f"{printed_date(document.published.date)} ({doubt}{date_origin(document.published)})"


def _quoted(text: str) -> str:
    text = _one_line(text)
    return text if len(text) <= QUOTED else f"{text[:QUOTED].rsplit(' ', 1)[0]} …"


def _escaped(text: str) -> str:
    """Without what Markdown would read as markup."""
    for mark in "\\`*_[]<>":
        text = text.replace(mark, f"\\{mark}")
    return text


def _one_line(text: str) -> str:
    return " ".join(text.split())
