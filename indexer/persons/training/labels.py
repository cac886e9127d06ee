"""Labels by hand: the names in texts of others, as offsets, and as something that can be read.

python -m indexer.persons.training.labels show LABELS DATA.jsonl.gz...    marked texts
python -m indexer.persons.training.labels read MARKED DATA.jsonl.gz...    labels of marked texts

A file of labels holds no text of anybody's, three lines a document with its id and the beginning of
its SHA-256:

    gmb12 3f2a9c1b8d20
      person 594-611 921-925
      place 700-704

Shown, every name stands in brackets with the first letter of its kind: `⟦p Ann Lee⟧ left ⟦l Oslo⟧`.
Mend the brackets, read the file back, and put what is printed into the labels.
"""

import argparse
import gzip
import hashlib
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from indexer.errors import InputError
from indexer.model import MentionKind, Span

_DIGITS = 12  # of the SHA-256
_LETTERS = {"p": MentionKind.PERSON, "o": MentionKind.ORGANISATION, "l": MentionKind.PLACE}
_LETTER_OF = {kind: letter for letter, kind in _LETTERS.items()}
_MARK = re.compile(r"⟦([pol]) ([^⟦⟧\n]+)⟧")
_DOCUMENT = "== "


@dataclass(frozen=True, slots=True)
class Labels:
    """Every name of one text."""

    id: str
    digest: str  # the beginning of the SHA-256 of the text's UTF-8
    spans: tuple[tuple[MentionKind, Span], ...]  # in order; offsets in code points

    def persons(self) -> list[Span]:
        """The spans of persons, in order."""
        return [span for kind, span in self.spans if kind is MentionKind.PERSON]


def read_labels(lines: Iterable[str]) -> dict[str, Labels]:
    """Id → the labels of a file's lines; `#` begins a comment.

    Raises:
        InputError: a line that is none, with its number.

    """
    found: dict[str, Labels] = {}
    document: Labels | None = None
    for number, line in enumerate(lines, 1):
        words = line.split("#")[0].split()
        if not words:
            continue
        if not line[0].isspace() and len(words) == 2:
            document = Labels(words[0], words[1], ())
        elif document is not None and line[0].isspace():
            spans = sorted((*document.spans, *_spans_of(words, number)), key=lambda s: s[1])
            document = Labels(document.id, document.digest, tuple(spans))
        else:
            raise InputError(f"labels, line {number}: neither a document nor its names: {line!r}")
        found[document.id] = document
    return found


def write_labels(labels: Iterable[Labels]) -> Iterator[str]:
    """The lines of a file of labels."""
    for document in labels:
        yield f"{document.id} {document.digest}"
        for kind in MentionKind:
            spans = [f"{start}-{end}" for of, (start, end) in document.spans if of is kind]
            if spans:
                yield f"  {kind} {' '.join(spans)}"


def digest_of(text: str) -> str:
    """By which labels know their text again."""
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]


def check_text(labels: Labels, text: str) -> None:
    """Raises InputError unless the labels are of this text."""
    if digest_of(text) != labels.digest:
        raise InputError(
            f"{labels.id}: the labels are of another text ({labels.digest}, this is"
            f" {digest_of(text)}); take the edition that MODEL.md names"
        )


def show(labels: Labels, text: str) -> str:
    """The text with every name in brackets."""
    check_text(labels, text)
    parts, at = [], 0
    for kind, (start, end) in labels.spans:
        parts += [text[at:start], f"⟦{_LETTER_OF[kind]} {text[start:end]}⟧"]
        at = end
    return "".join([*parts, text[at:]])


def read_marked(id_: str, marked: str, text: str) -> Labels:
    """The labels of a marked text.

    Raises:
        InputError: without its brackets it is not the text, or a bracket is left open.

    """
    spans, plain, at = [], "", 0
    for mark in _MARK.finditer(marked):
        plain += marked[at : mark.start()]
        spans.append((_LETTERS[mark[1]], (len(plain), len(plain) + len(mark[2]))))
        plain += mark[2]
        at = mark.end()
    plain += marked[at:]
    if plain.rstrip("\n") != text.rstrip("\n"):
        place = next(
            (n for n, pair in enumerate(zip(plain, text, strict=False)) if pair[0] != pair[1]),
            min(len(plain), len(text)),
        )
        raise InputError(
            f"{id_}, character {place}: {plain[place : place + 30]!r} stands where the text has"
            f" {text[place : place + 30]!r}; only brackets may be changed"
        )
    return Labels(id_, digest_of(text), tuple(spans))


def read_texts(paths: Iterable[Path]) -> dict[str, str]:
    """Id → text, of gzipped JSONL."""
    return {record["id"]: record["text"] for record in read_records(paths)}


def read_records(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """The objects of gzipped JSONL."""
    for path in paths:
        for line in gzip.decompress(path.read_bytes()).splitlines():
            yield json.loads(line)


def main(arguments: list[str]) -> None:
    """Shows labels, or reads what was shown and mended."""
    parser = argparse.ArgumentParser(prog="python -m indexer.persons.training.labels")
    parser.add_argument("what", choices=("show", "read"))
    parser.add_argument("labels", type=Path)
    parser.add_argument("data", nargs="+", type=Path)
    options = parser.parse_args(arguments)
    lines = options.labels.read_text("utf-8").splitlines()
    texts = read_texts(options.data)
    for line in (_shown if options.what == "show" else _read)(lines, texts):
        print(line)


def _shown(lines: Iterable[str], texts: Mapping[str, str]) -> Iterator[str]:
    for labels in read_labels(lines).values():
        yield f"{_DOCUMENT}{labels.id}\n{show(labels, _text(labels.id, texts))}"


def _read(lines: Sequence[str], texts: Mapping[str, str]) -> Iterator[str]:
    for part in ("\n" + "\n".join(lines)).split(f"\n{_DOCUMENT}")[1:]:
        id_, _, marked = part.partition("\n")
        yield from write_labels([read_marked(id_, marked, _text(id_, texts))])


def _text(id_: str, texts: Mapping[str, str]) -> str:
    if id_ not in texts:
        raise InputError(f"{id_}: no such document in the data; name the file that holds it")
    return texts[id_]


def _spans_of(words: Sequence[str], number: int) -> Iterator[tuple[MentionKind, Span]]:
    try:
        kind = MentionKind(words[0])
        for word in words[1:]:
            start, end = map(int, word.split("-"))
            yield kind, (start, end)
    except ValueError as error:
        raise InputError(f"labels, line {number}: {error}") from error


if __name__ == "__main__":
    main(sys.argv[1:])
