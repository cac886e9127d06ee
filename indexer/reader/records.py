"""One record, a line of JSONL or a row of CSV, becomes a RawDocument."""

import hashlib
import json
from collections.abc import Mapping
from typing import Literal

from indexer.errors import InputError
from indexer.identity import document_id
from indexer.model import RawDocument, Rejected
from indexer.reader.encoding import tidy, without_nuls, without_surrogates
from indexer.reader.given import FIELDS, host_of, read_given, shown
from indexer.reader.limits import MAXIMUM_DOCUMENT
from indexer.reader.saved_page import without_pictures
from indexer.reader.soft_lines import join_soft_lines
from indexer.reader.source_file import folder_of

NOTHING_IN_IT = "neither title nor text; leave it out, or give it one of them"

_CONTENTS: tuple[Literal["text", "html"], ...] = ("text", "html")
KNOWN_FIELDS = (*FIELDS, *_CONTENTS)


def raw_from_record(record: Mapping[str, object], place: str) -> RawDocument | Rejected:
    """The article of a record with id, text or html, title, url, site, source, published and so on.

    place is where it stands ("news.jsonl:12"); it is the id of a record without one. Of a record
    with both, text counts: who gives it beside the page has cut the article out. Fields of other
    names are not looked at.
    """
    said = read_given(record)
    problems = [*said.problems, *_content_problems(record)]
    if problems:
        return Rejected(place, "; ".join(problems))
    form, content = _content(record)
    if not content and not said.given.title:
        return Rejected(place, NOTHING_IN_IT)
    source_id = said.id or place
    return RawDocument(
        id=document_id(source_id),
        source_id=source_id,
        place=place,
        format=form,
        content=content,
        source_hash=_hash(record),
        site=said.site or host_of(said.given.url or "") or folder_of(place),
        given=said.given,
    )


def _content_problems(record: Mapping[str, object]) -> list[str]:
    problems = []
    for name in _CONTENTS:
        try:
            _check_content(name, record.get(name))
        except InputError as error:
            problems.append(f"{name} is {error}")
    return problems


def _check_content(name: str, value: object) -> None:
    """Raises: InputError for what is no text, or too much of it."""
    if not isinstance(value, str | None):
        raise InputError(f"{shown(value)}; text is expected")
    if not value:
        return
    if name == "html":
        without_nuls(value)
    elif (zero := value.find("\0")) >= 0:
        raise InputError(f"not text (NUL character at {zero})")
    if len(value) > MAXIMUM_DOCUMENT:
        raise InputError(f"larger than {MAXIMUM_DOCUMENT} characters; split it")


def _content(record: Mapping[str, object]) -> tuple[Literal["text", "html"], str]:
    """The record's text, else its page, else "": a title alone is an article too."""
    for form in _CONTENTS:
        value = record.get(form)
        if isinstance(value, str) and value.strip():
            return form, _page(value) if form == "html" else plain_text(value)
    return "text", ""


def _page(markup: str) -> str:
    return str(without_pictures(without_nuls(without_surrogates(markup))))


def plain_text(text: str) -> str:
    """A text as the cleaner expects it, a paragraph in one line."""
    return join_soft_lines(tidy(text))


def _hash(record: Mapping[str, object]) -> str:
    """The same for the same known fields: a crawler's time stamp beside them changes no article."""
    known = {name: record[name] for name in KNOWN_FIELDS if name in record}
    canonical = json.dumps(known, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()
