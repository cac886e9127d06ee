"""A small real archive, written through the engine, the app over it, and what sound markup is."""

import re
from collections import Counter
from html.parser import HTMLParser

import pytest
from flask.testing import FlaskClient

from indexer.engine import open_engine
from indexer.identity import name_key, passage_ids, person_id
from indexer.model import (
    ArchiveTables,
    DateOrigin,
    Document,
    GoneDocument,
    Mention,
    Name,
    Passage,
    PassageKind,
    Person,
    Published,
    Reason,
    Removed,
    RetiredPassage,
    Suggestion,
)
from indexer.settings import Settings
from webapp.app import create_app

FIRE = "The fire at the old harbour burned for three days, and Ida Lund watched it from the quay."
HOSTILE = '<script>alert(1)</script></title><mark>x</mark>{{7*7}}"><img src=x onerror=alert(1)>'
CROWD = ("Ada Berg", "Bo Dahl", "Cai Ek", "Dag Falk", "Eli Gran", "Finn Hall", "Gro Iversen")
CROWD += ("Hans Juul", "Ivar Krog", "Jens Lie", "Kari Moe", "Lars Ness", "Mia Olsen", "Nils Prag")


def article(id, title, *texts, kinds=(), names=(), **more):
    ids = passage_ids(texts)
    passages = tuple(
        Passage(one, text, kinds[place] if place < len(kinds) else PassageKind.PARAGRAPH)
        for place, (one, text) in enumerate(zip(ids, texts, strict=True))
    )
    return Document(
        id,
        id,
        more.pop("place", f"{id}.txt"),
        title,
        passages,
        names=tuple(_name(name, passages) for name in names),
        **{"language": "en", **more},
    )


def _name(name, passages):
    mentions = tuple(
        Mention(passage.id, (start, start + len(name)))
        for passage in passages
        if (start := passage.text.find(name)) >= 0
    )
    return Name(name_key(name), name, mentions)


def sure(date):
    return Published(date, DateOrigin.DATE_LINE, sure=True)


def doubtful(date):
    return Published(date, DateOrigin.TEXT, sure=False)


def some_documents():
    yield article(
        "fire",
        "Fire at the old harbour",
        FIRE,
        "What burned",
        "Three sheds, two boats and the ferry office burned, said Per Holm of the harbour board.",
        "“We will build again,” he said.",
        "two sheds of timber",
        "Ida Lund on the quay.",
        "shed 1 | burned\nshed 2 | stands",
        kinds=(
            PassageKind.PARAGRAPH,
            PassageKind.HEADING,
            PassageKind.PARAGRAPH,
            PassageKind.QUOTATION,
            PassageKind.LIST_ITEM,
            PassageKind.CAPTION,
            PassageKind.TABLE,
        ),
        names=("Ida Lund", "Per Holm"),
        source="The Quay",
        published=sure("2016-05-11"),
        url="https://quay.example/fire?a=1&b=2",
        byline="By Olga Writer",
        credits=("Photo: Harbour Press",),
        removed=(
            Removed(
                "Subscribe to the harbour newsletter today", Reason.PROMOTION, 3, "asks to pay"
            ),
            Removed("Accept | cookies\nof this page please", Reason.COOKIES, 0),
        ),
    )
    yield article(
        "vote",
        "Council votes for a new quay",
        "Councillors voted nine to four for the new quay after the fire, said Ida Lund.",
        "The harbour office will move in autumn.",
        names=("Ida Lund",),
        source="Northern Herald",
        published=sure("2016-06"),
        removed=(
            Removed("Published 11 June 2016 | 10:04", Reason.DATE_LINE, 0),
            Removed("Olga Writer covers the council.", Reason.AUTHOR_NOTE, 2),
            Removed("The council is on every channel.", Reason.RULE, 2, "your correction"),
        ),
    )
    yield article(
        "market",
        "What the goat ate",
        "The goat had eaten these on its way from the market to the sea.",
        "a newspaper | and its supplement",
        "اثنان من القبعات",
        "Stop | Eaten",
        "Market | 2 hats",
        "Sea | 1 ticket",
        kinds=(
            PassageKind.PARAGRAPH,
            *(PassageKind.LIST_ITEM, PassageKind.LIST_ITEM),
            *(PassageKind.TABLE, PassageKind.TABLE, PassageKind.TABLE),
        ),
        source="The Wave",
        published=sure("2013-05-06"),
    )
    yield article(
        "phare",
        "Le port après l’incendie",
        "Le port a rouvert lundi après l’incendie, a dit Per Holm.",
        names=("Per Holm",),
        source="Le Phare",
        language="fr",
        published=sure("2017"),
    )
    yield article(
        "mina",
        "حريق في الميناء القديم",
        "اندلع حريق كبير في الميناء القديم صباح اليوم.",
        "ثلاثة قوارب",
        "Two sheds",
        "القوارب | 3",
        kinds=(
            PassageKind.PARAGRAPH,
            *(PassageKind.LIST_ITEM, PassageKind.LIST_ITEM, PassageKind.TABLE),
        ),
        source="الميناء",
        language="ar",
        published=doubtful("2015-01-02"),
    )
    yield article(
        "undated", "Harbour notes", "Notes on the harbour, without a date.", source="The Quay"
    )
    yield article(
        "long",
        "A long history of the harbour",
        *(f"Paragraph {n} of the history tells of ships and of trade." for n in range(1, 60)),
        "Only here, deep below, stands the word lighthouse beside the harbour.",
        *(f"Afterword {n} tells of nothing that matters." for n in range(1, 20)),
        source="Northern Herald",
        published=sure("2014-12-31"),
    )
    for number, name in enumerate(CROWD):
        yield article(
            f"crowd-{number}",
            f"Harbour meeting number {number}",
            f"{name} and Ida Lund spoke at the harbour meeting number {number}.",
            names=(name, "Ida Lund"),
            source=f"Paper {number}",
            published=sure(f"{2000 + number}-03-04"),
        )
    yield article(
        "hostile",
        HOSTILE,
        f"Wrecked {HOSTILE} words of a stranger, seen by {HOSTILE[:25]}.",
        "a\x00b\x1b control \u202e marks wrecked",
        names=(HOSTILE[:25],),
        source='"><script>alert(2)</script>',
        place="../<b>.html",
        url="javascript:alert(3)",
        byline="<i>nobody</i>",
        language=None,
        published=sure("2016-05-12"),
        removed=(Removed("</blockquote><script>x</script>", Reason.DUMP, 0, "<b>rule</b>"),),
    )
    yield article("bare.bib", "", "")


RETIRED = {
    "fire": (
        RetiredPassage("p00000000000a", FIRE.replace("three", "two"), "2024-03-01"),
        RetiredPassage(
            "p00000000000b", "The fire at the old harbour burned for a week or more.", "2024-03-02"
        ),
        RetiredPassage("p00000000000c", "Nothing of this sentence is left anywhere.", "2024-03-03"),
    )
}


def tables_of(documents):
    counted = Counter(name.text for document in documents for name in document.names)
    spoken = Counter()
    for document in documents:
        for name in document.names:
            spoken[name.text] += len(name.mentions)
    persons = tuple(
        Person(
            person_id(name),
            name,
            aliases=("Lund", "Mrs Lund") if name == "Ida Lund" else (),
            documents=count,
            mentions=spoken[name],
            confirmed=name == "Per Holm",
            hidden=name == "Nils Prag",
            suggestions=(
                Suggestion(
                    person_id("Ada Berg"),
                    "one letter apart",
                    "same: Ida Lund = Ada Berg",
                    ("both in 2016",),
                ),
            )
            if name == "Ida Lund"
            else (),
        )
        for name, count in counted.items()
    )
    return ArchiveTables(
        persons=persons,
        person_of={name_key(name): person_id(name) for name in counted},
        person_redirects={"mrs-lund": person_id("Ida Lund")},
        document_redirects={"old-fire": "fire"},
        retired=RETIRED,
        aliases={"beacon": ("lighthouse", "old harbour burned")},
        gone={
            "lost": GoneDocument(
                "lost",
                "A lost <b>story</b>",
                "its source is gone",
                "2024-02-01",
                (RetiredPassage("p00000000000d", "These were its words.", "2024-02-01"),),
            )
        },
    )


def _write_archive(folder, documents):
    engine = open_engine(str(folder))
    with engine.writer() as writer:
        for document in documents:
            writer.put(document, f"original of {document.id} <b>&amp;</b>", f"of {document.id}")
        writer.set_tables(tables_of(documents))
        writer.publish()
    return engine


@pytest.fixture(scope="session")
def write_archive():
    """(folder, documents) → the engine, with one more generation published."""
    return _write_archive


@pytest.fixture(scope="session")
def documents():
    return tuple(some_documents())


@pytest.fixture(scope="session")
def engine(tmp_path_factory, documents):
    return _write_archive(tmp_path_factory.mktemp("webapp") / "index", documents)


@pytest.fixture(scope="session")
def app(engine):
    return create_app(engine, Settings(index="unused", title="The Test Archive"))


class _ReadingClient(FlaskClient):
    """Reads every answer to its end, as a browser does."""

    def open(self, *args, **kwargs):
        return super().open(*args, **{"buffered": True, **kwargs})


@pytest.fixture
def client(app):
    app.test_client_class = _ReadingClient
    return app.test_client()


@pytest.fixture
def searcher(engine):
    searcher = engine.searcher()
    yield searcher
    searcher.close()


@pytest.fixture(scope="session")
def markup_faults():
    """Everything wrong with a page, in words; nothing: what is opened is closed, nothing runs inline."""
    return _markup_faults


@pytest.fixture(scope="session")
def links_of():
    return _links_of


@pytest.fixture(scope="session")
def marks_of():
    """The texts between <mark> and </mark>."""
    return lambda text: re.findall(r"<mark>([^<]*)</mark>", text)


VOID = {"meta", "link", "input", "br", "img", "hr"}


class _Checker(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open = []
        self.faults = []
        self.ids = []
        self.tags = []

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        values = dict(attrs)
        self.tags.append((tag, values))
        if len(names) != len(set(names)):
            self.faults.append(f"<{tag}> repeats an attribute: {names}")
        if any(name.startswith("on") or name == "style" for name in names):
            self.faults.append(f"<{tag}> has an inline script or style: {names}")
        if tag == "script" and "src" not in names:
            self.faults.append("an inline script")
        address = values.get("href", values.get("src", "")) or ""
        if ":" in address.split("/")[0].split("?")[0] and not address.startswith(
            ("http://", "https://")
        ):
            self.faults.append(f"<{tag}> leads to {address!r}")
        if address.startswith("//"):
            self.faults.append(f"<{tag}> leads to another host: {address!r}")
        if "id" in values:
            self.ids.append(values["id"])
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> closes {self.open[-3:]}")
        else:
            self.open.pop()


def read_markup(text):
    checker = _Checker()
    checker.feed(text)
    checker.close()
    return checker


def _markup_faults(text):
    """Everything wrong with a page, in words; empty: it is sound."""
    checker = read_markup(text)
    faults = checker.faults + [f"<{tag}> is never closed" for tag in checker.open]
    if len(checker.ids) != len(set(checker.ids)):
        faults.append(
            f"an id twice: {sorted(one for one in checker.ids if checker.ids.count(one) > 1)}"
        )
    if not text.lstrip().lower().startswith("<!doctype html>"):
        faults.append("no doctype")
    if any(ord(mark) < 32 and mark not in "\t\r\n" for mark in text):
        faults.append("a control character")
    return faults


def _links_of(text):
    """The addresses of a page's links, in order."""
    return [
        values["href"]
        for tag, values in read_markup(text).tags
        if tag == "a" and values.get("href")
    ]
