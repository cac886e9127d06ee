"""Texts in French, German, Spanish and Arabic, and every person's name in them, by hand.

Others' texts are not in the project: they are cut from the pages in PRESSMARK_EVALUATION_DATA, and
here are only their labels (`fr.develop.txt` and so on). The texts of `own.txt` are ours.
"""

import gzip
import html
import json
import os
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from indexer.identity import name_key
from indexer.model import Span
from indexer.persons import find_names, resolve
from indexer.persons.training.labels import check_text, read_labels, read_marked

HERE = Path(__file__).parent
LANGUAGES = ("ar", "de", "es", "fr")
HALVES = ("develop", "measure")
_DATA = os.environ.get("PRESSMARK_EVALUATION_DATA")
_LONGEST = 3000  # characters of a page's text that were labelled, to the end of a paragraph
_PARAGRAPH = re.compile(r"<p\b[^>]*>(.*?)</p>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_BRACKETS = re.compile(r"⟦p |⟧")
_PART = re.compile(r"^=== (\w+) (\w\w) (\w+)\n", re.MULTILINE)


class Judged(NamedTuple):
    """A text and the names in it."""

    id: str
    text: str
    spans: Sequence[Span]


@pytest.fixture(scope="session")
def pages_are_here() -> None:
    """Skips what is measured on others' texts where they are not."""
    if not _DATA:
        pytest.skip("PRESSMARK_EVALUATION_DATA is not set")


@pytest.fixture(scope="session")
def own_figures() -> dict[str, dict[str, float]]:
    """The figures of each half of our own texts: `own fr measure` → figure → value."""
    return {f"own {c} {h}": figures(own_texts(c, h)) for c in LANGUAGES for h in HALVES}


@pytest.fixture(scope="session")
def others_figures() -> dict[str, dict[str, float]]:
    """The figures of each half of others' texts: `others fr measure` → figure → value."""
    return {f"others {c} {h}": figures(others_texts(c, h)) for c in LANGUAGES for h in HALVES}


@pytest.fixture
def own_texts_of() -> Callable[[str, str], list[Judged]]:
    """Our own texts of a language and a half."""
    return own_texts


def own_texts(language: str, half: str) -> list[Judged]:
    """The texts that we wrote."""
    parts = _PART.split((HERE / "own.txt").read_text("utf-8"))[1:]
    return [
        _read_own(id_, marked.strip("\n"))
        for of, code, id_, marked in zip(*[iter(parts)] * 4, strict=True)
        if (of, code) == (half, language)
    ]


def _read_own(id_: str, marked: str) -> Judged:
    text = _BRACKETS.sub("", marked)
    return Judged(id_, text, read_marked(id_, marked, text).persons())


def others_texts(language: str, half: str) -> list[Judged]:
    """The texts of others that were labelled."""
    lines = (HERE / f"{language}.{half}.txt").read_text("utf-8").splitlines()
    judged = []
    for labels in read_labels(lines).values():
        text = _pages()[labels.id]
        check_text(labels, text)
        judged.append(Judged(labels.id, text, labels.persons()))
    return judged


def figures(texts: Sequence[Judged]) -> dict[str, float]:
    """Precision and recall of exact mentions, and of the persons of a text under their names.

    Which mentions are one person the resolver says, of ours and of the labelled ones alike.
    """
    counts = {"mentions": [0, 0, 0], "persons": [0, 0, 0]}
    for judged in texts:
        found = find_names(judged.text)
        wanted = resolve(judged.text, judged.spans)
        for kind, ours, theirs in (
            ("mentions", {span for name in found for span in name.spans}, set(judged.spans)),
            ("persons", {name_key(n.name) for n in found}, {name_key(n.name) for n in wanted}),
        ):
            for place, members in enumerate((ours & theirs, ours, theirs)):
                counts[kind][place] += len(members)
    return {
        f"{kind} {name}": figure
        for kind, (both, found, wanted) in counts.items()
        for name, figure in (("precision", both / max(found, 1)), ("recall", both / max(wanted, 1)))
    }


@cache
def _pages() -> dict[str, str]:
    return dict(_read_pages(Path(_DATA or "") / "eval/cleaning"))


def _read_pages(folder: Path) -> Iterator[tuple[str, str]]:
    for name in ("html", "seg"):
        with gzip.open(folder / f"{name}.dev.jsonl.gz") as lines:
            for record in map(json.loads, lines):
                yield record["id"], _cut(_paragraphs(record))


def _paragraphs(record: dict[str, str]) -> list[str]:
    if "gold_text" in record:
        return [line for line in map(_joined, record["gold_text"].split("\n")) if line]
    found = (_joined(html.unescape(_TAG.sub(" ", p))) for p in _PARAGRAPH.findall(record["html"]))
    return list(dict.fromkeys(paragraph for paragraph in found if len(paragraph) >= 40))


def _joined(line: str) -> str:
    return " ".join(line.split())


def _cut(paragraphs: Sequence[str]) -> str:
    kept: list[str] = []
    for paragraph in paragraphs:
        if kept and sum(map(len, kept)) + len(kept) + len(paragraph) > _LONGEST:
            break
        kept.append(paragraph[:_LONGEST])
    return "\n".join(kept)
