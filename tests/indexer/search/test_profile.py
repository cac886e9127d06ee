"""What is said of one person: roles, quotes, months, company, each from the articles."""

import pytest

from indexer.engine import open_engine
from indexer.identity import name_key, passage_ids, person_id
from indexer.model import (
    ArchiveTables,
    DateOrigin,
    Document,
    Form,
    Mention,
    Name,
    Passage,
    Person,
    Published,
)
from indexer.search import folded_names, person_profile, persons_holding
from indexer.search.profile import BESIDE, MOST_ROLES, ROLE_ARTICLES

IDA = Person("ida-lund", "Ida Lund", aliases=("Mrs Lund",), forms=(Form("Ida Lund", 2),))


def article(id, text, *names, date=None, source=None):
    passage = Passage(passage_ids([text])[0], text)
    return Document(
        id,
        id,
        f"{id}.txt",
        id.title(),
        (passage,),
        names=tuple(_name(name, passage) for name in names),
        published=date and Published(date, DateOrigin.META, sure=True),
        source=source,
        language="en",
    )


def _name(name, passage):
    start = passage.text.index(name)
    return Name(name_key(name), name, (Mention(passage.id, (start, start + len(name))),))


@pytest.fixture
def archive(tmp_path):
    """Publishes articles; every name in them is a person, Mrs Lund is Ida Lund."""

    def publish(*documents, **tables):
        names = {name.key: name.text for one in documents for name in one.names}
        of = {key: person_id(text) for key, text in names.items()} | {"mrs lund": "ida-lund"}
        others = (Person(person_id(text), text) for text in names.values())
        persons = (IDA, *(one for one in others if one.id not in ("ida-lund", "mrs-lund")))
        engine = open_engine(str(tmp_path / "index"))
        with engine.writer() as writer:
            for one in documents:
                writer.put(one, "", one.id)
            writer.set_tables(ArchiveTables(**{"persons": persons, "person_of": of} | tables))
            writer.publish()
        return engine.searcher()

    return publish


def test_roles_are_counted_in_articles_and_the_commonest_comes_first(archive):
    searcher = archive(
        article("a", "Mayor Ida Lund left. MAYOR Ida Lund.", "Ida Lund"),
        article("b", "Mayor Mrs Lund left.", "Mrs Lund"),
        article("c", "Ida Lund, head of the board, left.", "Ida Lund"),
    )
    profile = person_profile(searcher, IDA)
    assert [(role.text, role.documents) for role in profile.roles] == [
        ("Mayor", 2),
        ("head of the board", 1),
    ]
    assert profile.roles_from == 3


def test_roles_are_read_in_so_many_articles_and_no_more(archive):
    offices = [f"M{chr(97 + n)}x Minister" for n in range(MOST_ROLES + 2)]
    searcher = archive(
        *(
            article(f"d{n}", f"{offices[n % len(offices)]} Ida Lund left.", "Ida Lund")
            for n in range(ROLE_ARTICLES + 5)
        )
    )
    profile = person_profile(searcher, IDA)
    assert profile.roles_from == ROLE_ARTICLES
    assert len(profile.roles) == MOST_ROLES
    assert profile.results.total == ROLE_ARTICLES + 5


def test_quotes_of_the_person_stand_apart_from_what_is_said_of_them(archive):
    searcher = archive(
        article("a", "“We will build again,” said Ida Lund.", "Ida Lund"),
        article("b", "“Ida Lund is wrong,” said Per Holm.", "Ida Lund", "Per Holm"),
    )
    profile = person_profile(searcher, IDA)
    assert [quote.document.id for quote in profile.quotes] == ["a"]
    snippet = profile.quotes[0].snippet
    assert [snippet.text[a:b].rstrip(",") for a, b in snippet.highlights] == ["We will build again"]
    assert (snippet.passage, snippet.number) == (profile.quotes[0].document.passages[0].id, 1)
    marked = {
        hit.document.id: [one.text[a:b] for one in hit.snippets for a, b in one.highlights]
        for hit in profile.results.hits
    }
    assert marked == {"a": ["Ida Lund"], "b": ["Ida Lund"]}


def test_another_bearer_of_the_name_is_left_out(archive):
    first = article("a", "Mayor Ida Lund left.", "Ida Lund")
    other = article("b", "“No,” said actress Ida Lund.", "Ida Lund")
    searcher = archive(first, other, person_here={("b", "ida lund"): ""})
    profile = person_profile(searcher, IDA)
    assert [hit.document.id for hit in profile.results.hits] == ["a"]
    assert [role.text for role in profile.roles] == ["Mayor"]
    assert profile.quotes == ()


def test_the_company_is_counted_in_shared_articles_without_the_person(archive):
    crowd = [f"Person {chr(65 + n)}x" for n in range(BESIDE + 3)]
    searcher = archive(
        article("a", "Ida Lund. Per Holm.", "Ida Lund", "Per Holm"),
        article(
            "b", "Ida Lund. " + ". ".join([*crowd, "Per Holm"]), "Ida Lund", "Per Holm", *crowd
        ),
        article("c", "Per Holm.", "Per Holm"),
    )
    beside = person_profile(searcher, IDA).beside
    assert len(beside) == BESIDE
    assert (beside[0].label, beside[0].count) == ("Per Holm", 2)
    assert "ida-lund" not in {value.value for value in beside}


def test_few_years_are_told_by_months(archive):
    searcher = archive(
        article("a", "Ida Lund.", "Ida Lund", date="2016-11-03"),
        article("b", "Ida Lund.", "Ida Lund", date="2016-11", source="The Quay"),
        article("c", "Ida Lund.", "Ida Lund", date="2017-01-30"),
        article("d", "Ida Lund.", "Ida Lund"),
    )
    profile = person_profile(searcher, IDA)
    assert [(one.value, one.count) for one in profile.months] == [("2016-11", 2), ("2017-01", 1)]
    assert {one.value: one.count for one in profile.years} == {"2016": 2, "2017": 1}
    assert [one.value for one in profile.sources] == ["The Quay"]


@pytest.mark.parametrize("date", ["2016", "2019-01-01"])
def test_a_year_without_months_or_many_years_are_told_by_years(archive, date):
    searcher = archive(
        article("a", "Ida Lund.", "Ida Lund", date="2016-11-03"),
        article("b", "Ida Lund.", "Ida Lund", date=date),
    )
    profile = person_profile(searcher, IDA)
    assert profile.months == ()
    assert sum(one.count for one in profile.years) == 2


def test_one_folded_register_serves_all(archive):
    searcher = archive(article("a", "Ida Lund. Per Hólm.", "Ida Lund", "Per Hólm"))
    assert folded_names(searcher)["ida-lund"] == ("ida lund", "mrs lund")
    assert folded_names(searcher) is folded_names(searcher)
    assert persons_holding(searcher, "HOLM") == ("per-holm",)
    assert persons_holding(searcher, "s lund") == ("ida-lund",)
    assert persons_holding(searcher, "zzz") == ()
    assert set(persons_holding(searcher, " .")) == {"ida-lund", "per-holm"}
