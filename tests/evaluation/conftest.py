"""The sample archive as the program reads it, beside what its author says is right."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from indexer.cleaner import clean
from indexer.identity import fold, name_key
from indexer.model import Document, PassageKind, RawDocument
from indexer.persons import given_persons, name_persons
from indexer.reader import read_source

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Judged:
    """An article with its gold."""

    document: Document
    gold: Mapping[str, Any]


@pytest.fixture(scope="session")
def figures() -> dict[str, float]:
    """Every figure that floors.json pins for seeds/."""
    judged = tuple(judged_articles())
    return {
        **body_figures(judged),
        "captions": share(
            (fold(caption) in texts(one.document, captions=True))
            for one in judged
            for caption in one.gold["captions"]
        ),
        "debris removed": share(
            not any(fold(debris) in text for text in texts(one.document))
            for one in judged
            for debris in one.gold["debris"]
        ),
        "titles": share(fold(one.document.title) == fold(one.gold["title"]) for one in judged),
        "dates": share(date_of(one.document) == one.gold["published"] for one in judged),
        "languages": share(one.document.language == one.gold["language"] for one in judged),
        **person_figures(judged),
    }


def judged_articles():
    gold = {one["place"]: one for one in map(json.loads, gold_lines())}
    for raw in read_source(ROOT / "seeds"):
        assert isinstance(raw, RawDocument), raw
        if raw.place in gold:
            cleaned = clean(raw).document
            assert isinstance(cleaned, Document), raw.place
            given = raw.given.persons
            named = name_persons(cleaned) if given is None else given_persons(cleaned, given)
            yield Judged(named, gold[raw.place])


def gold_lines():
    text = (ROOT / "tests/evaluation/seeds_gold.jsonl").read_text("utf8")
    return filter(None, text.splitlines())


def body_figures(judged):
    kept = wanted = both = 0
    for one in judged:
        body = texts(one.document, captions=False)
        gold = {fold(paragraph) for paragraph in one.gold["body"]}
        kept, wanted, both = kept + len(body), wanted + len(gold), both + len(body & gold)
    return {"body precision": both / kept, "body recall": both / wanted}


def person_figures(judged):
    """Full names of the people of an article, over all articles."""
    found = wanted = both = 0
    for one in judged:
        names = {name.key for name in one.document.names}
        gold = {name_key(name) for name in one.gold["persons"]}
        found, wanted, both = found + len(names), wanted + len(gold), both + len(names & gold)
    return {"person precision": both / found, "person recall": both / wanted}


def texts(document, captions=None):
    return {
        fold(passage.text)
        for passage in document.passages
        if captions is None or captions == (passage.kind is PassageKind.CAPTION)
    }


def date_of(document):
    return document.published.date if document.published else None


def share(verdicts):
    verdicts = list(verdicts)
    return sum(verdicts) / len(verdicts)
