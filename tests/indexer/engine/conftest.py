"""Small archives for every engine. An engine joins the contract by one line in ENGINES."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from indexer import analyzer
from indexer.engine import open_engine
from indexer.engine.protocol import Engine, Searcher
from indexer.identity import name_key, passage_ids, person_id
from indexer.model import (
    AnyTerm,
    ArchiveTables,
    DateOrigin,
    Document,
    FacetCount,
    Filters,
    MatchRequest,
    Name,
    Passage,
    Person,
    Published,
    Reason,
    Removed,
    TermPhrase,
    Weighted,
)

NewEngine = Callable[[], Engine]

# A further engine: its name, and a function from an empty folder to a location of its own.
ENGINES: dict[str, Callable[[Path], str]] = {"whoosh": str}


@pytest.fixture(params=ENGINES)
def new_engine(request: pytest.FixtureRequest, tmp_path_factory) -> NewEngine:
    """Makes engines, each at a place of its own that holds nothing."""
    return lambda: open_engine(ENGINES[request.param](tmp_path_factory.mktemp("index")))


@pytest.fixture
def engine(new_engine) -> Engine:
    return new_engine()


def _article(id_: str, title: str = "", *passages: str, **fields) -> Document:
    """An article; date, persons and removed may be given in short."""
    date, sure = fields.pop("date", None), fields.pop("sure", True)
    persons, removed = fields.pop("persons", ()), fields.pop("removed", ())
    return Document(
        id=id_,
        source_id=id_,
        place=f"{id_}.txt",
        title=title,
        passages=tuple(map(Passage, passage_ids(passages), passages)),
        removed=tuple(Removed(text, Reason.OTHER, 0) for text in removed),
        published=date and Published(date, DateOrigin.META, sure),
        language=fields.pop("language", "en"),
        names=tuple(Name(name_key(name), name) for name in persons),
        **fields,
    )


@pytest.fixture(scope="session")
def article() -> Callable[..., Document]:
    return _article


def _register(documents: Iterable[Document], **tables) -> ArchiveTables:
    """The tables in which every name is a person of its own."""
    names = {name.key: name for document in documents for name in document.names}
    persons = tuple(Person(person_id(name.text), name.text) for name in names.values())
    of = {key: person_id(name.text) for key, name in names.items()}
    return ArchiveTables(**{"persons": persons, "person_of": of} | tables)


@pytest.fixture(scope="session")
def register() -> Callable[..., ArchiveTables]:
    return _register


def _fill(engine: Engine, *documents: Document, **tables) -> Searcher:
    with engine.writer() as writer:
        for document in documents:
            writer.put(document, f"original of {document.id}", f"print of {document.id}")
        writer.set_tables(_register(documents, **tables))
        writer.publish()
    return engine.searcher()


@pytest.fixture
def fill(engine) -> Callable[..., Searcher]:
    """Publishes an archive of these documents, every name a person, and opens it."""
    return lambda *documents, **tables: _fill(engine, *documents, **tables)


def _stem(word: str, field: str = "text") -> AnyTerm:
    return AnyTerm(field, analyzer.stems(word, ("en",)))


def _exact(word: str, field: str = "exact") -> AnyTerm:
    return AnyTerm(field, analyzer.exact_forms(word))


def _phrase(words: str, slop: int = 0, field: str = "exact") -> TermPhrase:
    forms = analyzer.exact_forms if field in ("exact", "title_exact", "byline") else _stems
    return TermPhrase(field, tuple(tuple(forms(word)) for word in words.split()), slop)


def _stems(word: str) -> tuple[str, ...]:
    return analyzer.stems(word, ("en",))


class Leaves:
    """A leaf from words as typed."""

    stem = staticmethod(_stem)
    exact = staticmethod(_exact)
    phrase = staticmethod(_phrase)


@pytest.fixture(scope="session")
def leaf() -> type[Leaves]:
    return Leaves


def _found(searcher: Searcher, tree=None, **filters) -> list[str]:
    """Ids of all that match, ascending; the total must agree."""
    matches = searcher.match(MatchRequest(tree=tree, filters=Filters(**filters), limit=1000))
    assert matches.total == len(matches.matches)
    return sorted(match.document for match in matches.matches)


@pytest.fixture(scope="session")
def found() -> Callable[..., list[str]]:
    return _found


def _ranked(searcher: Searcher, *leaves, **request) -> list[tuple[str, float]]:
    """Ids and scores of every document, in order, ranked by these leaves."""
    ranking = tuple(one if isinstance(one, Weighted) else Weighted(one) for one in leaves)
    matches = searcher.match(MatchRequest(ranking=ranking, limit=1000, **request)).matches
    return [(match.document, match.score) for match in matches]


@pytest.fixture(scope="session")
def ranked() -> Callable[..., list[tuple[str, float]]]:
    return _ranked


def _values(counts: Iterable[FacetCount]) -> list[tuple[str, int]]:
    return [(count.value, count.count) for count in counts]


@pytest.fixture(scope="session")
def values() -> Callable[..., list[tuple[str, int]]]:
    return _values


@pytest.fixture
def press(fill, article) -> Searcher:
    """Four articles that differ in everything that filters and facets look at."""
    return fill(
        article("a", "Rain", source="Gazette", date="2016-05-03", persons=("Ida Holm", "Bo Berg")),
        article("b", "Rain", source="Gazette", date="2017", persons=("Ida Holm",), language="fr"),
        article("c", "Snow", source="Courier", date="2017-02", sure=False, persons=("Bo Berg",)),
        article("d", "Snow", language=None),
    )
