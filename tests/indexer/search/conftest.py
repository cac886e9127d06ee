"""A small archive, written straight into an engine: what the answers are tested on."""

import pytest

from indexer.engine import open_engine
from indexer.identity import name_key, passage_ids, person_id
from indexer.model import (
    ArchiveTables,
    DateOrigin,
    Document,
    Mention,
    Name,
    Passage,
    PassageKind,
    Person,
    Published,
    Reason,
    Removed,
)

PERSONS = {
    "Ilka Torvald": ("Torvald",),
    "Marten Vosk": (),
    "Omar Vosk": ("Abu Vosk-Garn",),
}


def article(number, title, *texts, persons=(), **fields):
    texts = list(texts)
    passages = tuple(map(Passage, passage_ids(texts), texts))
    names = tuple(
        Name(name_key(name), name, (Mention(passages[0].id, (0, 1)),) if passages else ())
        for name in persons
    )
    fields.setdefault("language", "en")
    fields.setdefault("source", "The Vessin Herald")
    if isinstance(fields.get("published"), str):
        fields["published"] = Published(fields["published"], DateOrigin.META, sure=True)
    return Document(
        f"a{number}", f"own/{number}", f"a{number}.txt", title, passages, names=names, **fields
    )


def caption(document, text):
    return Passage(*passage_ids([text]), text, PassageKind.CAPTION)


ARTICLES = (
    article(
        1,
        "Harbour strike ends",
        "The strike in the harbour ended on Monday.",
        "Ilka Torvald said the dockers would return to work.",
        persons=("Ilka Torvald",),
        published="2016-05-03",
        byline="Odile Marn",
        removed=(Removed("Subscribe to the zeppelin letter", Reason.PROMOTION, 2),),
    ),
    article(
        2,
        "A mine closes",
        "The mine at Garn closed after a strike of nine weeks.",
        "Foreign fighters of the harbour guild were not among the miners.",
        persons=("Marten Vosk",),
        published="2017-01",
        source="Garn Post",
    ),
    article(
        3,
        "Fighters come home",
        "Foreign workers and other fighters came home by sea.",
        persons=("Ilka Torvald", "Omar Vosk"),
        published="2017-06-20",
    ),
    article(
        4, "Une grève au port", "Les grèves du port sont finies.", language="fr", source="Le Quai"
    ),
    article(5, "The harbour", "Boats.", published="2009"),
    article(6, "Harbour harbour harbour", "Harbour harbour.", published="2010-10-10"),
)


@pytest.fixture(scope="session")
def searcher(tmp_path_factory):
    engine = open_engine(str(tmp_path_factory.mktemp("search") / "index"))
    persons = tuple(Person(person_id(name), name, also) for name, also in PERSONS.items())
    with engine.writer() as writer:
        for document in ARTICLES:
            writer.put(document, "original", document.id)
        writer.set_tables(
            ArchiveTables(persons, {name_key(name): person_id(name) for name in PERSONS})
        )
        writer.publish()
    return engine.searcher()
